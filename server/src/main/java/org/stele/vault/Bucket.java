package org.stele.vault;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.stele.fixity.Digest;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.ObjectLockMode;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * A bucket of an S3-compatible store. Every request carries the SHA-256 of what it sends, and a first copy is written only where
 * nothing lies; that the store heeds either is not relied on.
 */
final class Bucket implements Location, AutoCloseable {

    /** Longer blobs go in parts of at least this many bytes, each of which is sent again by itself when it fails. */
    static final int PART = 16 << 20;
    private static final int MOST_PARTS = 9_000;
    /** A store copies no more than 5 GiB in one request. */
    private static final long LONGEST_MOVE = 5L << 30;
    /** A store that does not know a condition says so. */
    private static final int NOT_KNOWN = 501;

    private final String name;
    private final PlannedLocation.InBucket means;
    private final S3Client store;
    /** Names whose bad bytes are kept in quarantine, but which the store would not let us delete. */
    private final Set<BlobName> replaceable = ConcurrentHashMap.newKeySet();

    Bucket(String name, PlannedLocation.InBucket means, S3Client store) {
        this.name = name;
        this.means = means;
        this.store = store;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void put(BlobName blob, long length, InputStream ciphertext) throws IOException {
        boolean replace = replaceable.contains(blob);
        if (!replace && length(blob).isPresent()) {
            return;
        }
        int size = (int) Math.max(PART, length / MOST_PARTS + 1);
        byte[] part = new byte[(int) Math.min(size, Math.max(length, 1))];
        if (length <= size) {
            Digest.Sum sum = new Digest.Sum();
            int count = fill(part, ciphertext);
            sum.add(part, 0, count);
            OtherBytes.refuse(blob, length, count < part.length || ciphertext.read() < 0 ? sum.end() : new Digest("longer", length + 1));
            send(key(blob), part, count, blob.sha256(), !replace, means.lockDays() == null ? null : Duration.ofDays(means.lockDays()));
        } else {
            sendInParts(blob, length, ciphertext, part, !replace);
        }
        replaceable.remove(blob);
    }

    /** Sends an object in one request. @param sha256 what the store is told the bytes have */
    void send(String key, byte[] bytes, int count, String sha256, boolean onlyIfNone, @Nullable Duration lock) throws IOException {
        try {
            put(key, bytes, count, sha256, onlyIfNone, lock);
        } catch (Refused e) {
            if (!onlyIfNone || e.status() != NOT_KNOWN) {
                throw e;
            }
            put(key, bytes, count, sha256, false, lock);
        }
    }

    private void put(String key, byte[] bytes, int count, String sha256, boolean onlyIfNone, @Nullable Duration lock) throws IOException {
        ask(key, () -> store.putObject(request -> {
            request.bucket(means.bucket()).key(key).checksumSHA256(base64(sha256));
            if (onlyIfNone) {
                request.ifNoneMatch("*");
            }
            if (lock != null) {
                request.objectLockMode(ObjectLockMode.COMPLIANCE).objectLockRetainUntilDate(Instant.now().plus(lock));
            }
        }, body(bytes, count)));
    }

    private void sendInParts(BlobName blob, long length, InputStream ciphertext, byte[] part, boolean onlyIfNone) throws IOException {
        String key = key(blob);
        String upload = ask(key, () -> store.createMultipartUpload(request -> {
            request.bucket(means.bucket()).key(key).checksumAlgorithm(ChecksumAlgorithm.SHA256);
            if (means.lockDays() != null) {
                request.objectLockMode(ObjectLockMode.COMPLIANCE).objectLockRetainUntilDate(Instant.now().plus(Duration.ofDays(means.lockDays())));
            }
        })).uploadId();
        boolean complete = false;
        try {
            Digest.Sum sum = new Digest.Sum();
            List<CompletedPart> parts = new ArrayList<>();
            for (int count = fill(part, ciphertext); count > 0; count = count < part.length ? 0 : fill(part, ciphertext)) {
                sum.add(part, 0, count);
                String sha256 = base64(Digest.of(count == part.length ? part : java.util.Arrays.copyOf(part, count)).sha256());
                int number = parts.size() + 1;
                int bytes = count;
                String tag = ask(key, () -> store.uploadPart(request -> request.bucket(means.bucket()).key(key).uploadId(upload).partNumber(number)
                        .checksumSHA256(sha256), body(part, bytes))).eTag();
                parts.add(CompletedPart.builder().partNumber(number).eTag(tag).checksumSHA256(sha256).build());
            }
            OtherBytes.refuse(blob, length, sum.end());
            complete(key, upload, parts, onlyIfNone);
            complete = true;
        } finally {
            if (!complete) {
                giveUp(key, upload);
            }
        }
    }

    private void complete(String key, String upload, List<CompletedPart> parts, boolean onlyIfNone) throws IOException {
        try {
            ask(key, () -> store.completeMultipartUpload(request -> {
                request.bucket(means.bucket()).key(key).uploadId(upload).multipartUpload(all -> all.parts(parts));
                if (onlyIfNone) {
                    request.ifNoneMatch("*");
                }
            }));
        } catch (Refused e) {
            if (!onlyIfNone || e.status() != NOT_KNOWN) {
                throw e;
            }
            complete(key, upload, parts, false);
        }
    }

    private void giveUp(String key, String upload) {
        try {
            store.abortMultipartUpload(request -> request.bucket(means.bucket()).key(key).uploadId(upload));
        } catch (SdkException e) {
            // The failure that led here is the one to tell; what is left is invisible, and stores sweep it.
        }
    }

    @Override
    public OptionalLong length(BlobName blob) throws IOException {
        try {
            return OptionalLong.of(ask(key(blob), () -> store.headObject(request -> request.bucket(means.bucket()).key(key(blob)))).contentLength());
        } catch (NoSuchFileException e) {
            return OptionalLong.empty();
        }
    }

    @Override
    public ReadableByteChannel open(BlobName blob) throws IOException {
        return Channels.newChannel(openKey(key(blob)));
    }

    InputStream openKey(String key) throws IOException {
        InputStream body = ask(key, () -> store.getObject(request -> request.bucket(means.bucket()).key(key)));
        return new InputStream() {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] bytes, int offset, int count) throws IOException {
                try {
                    return body.read(bytes, offset, count);
                } catch (SdkException e) {
                    throw new IOException(name + " broke off in the midst of " + key + ": " + e.getMessage(), e);
                }
            }

            @Override
            public void close() throws IOException {
                body.close();
            }
        };
    }

    @Override
    public void setAside(BlobName blob, String label) throws IOException {
        String from = key(blob);
        String to = means.prefix() + Folder.QUARANTINE + "/" + label;
        long length = length(blob).orElseThrow(() -> new NoSuchFileException(from));
        if (length <= LONGEST_MOVE) {
            ask(from, () -> store.copyObject(request -> request.sourceBucket(means.bucket()).sourceKey(from).destinationBucket(means.bucket()).destinationKey(to)));
        } else {
            copyInParts(from, to, length);
        }
        try {
            removeKey(from);
        } catch (Refused e) {
            // As it should be where copies may be written and not deleted. The bytes are bad and are kept: another may lie upon them.
            replaceable.add(blob);
        }
    }

    private void copyInParts(String from, String to, long length) throws IOException {
        String upload = ask(to, () -> store.createMultipartUpload(request -> request.bucket(means.bucket()).key(to))).uploadId();
        List<CompletedPart> parts = new ArrayList<>();
        for (long at = 0; at < length; at += 1L << 30) {
            String range = "bytes=" + at + "-" + (Math.min(length, at + (1L << 30)) - 1);
            int number = parts.size() + 1;
            String tag = ask(to, () -> store.uploadPartCopy(request -> request.sourceBucket(means.bucket()).sourceKey(from).copySourceRange(range)
                    .destinationBucket(means.bucket()).destinationKey(to).uploadId(upload).partNumber(number))).copyPartResult().eTag();
            parts.add(CompletedPart.builder().partNumber(number).eTag(tag).build());
        }
        complete(to, upload, parts, false);
    }

    /** In a bucket that keeps versions all of them go, else the bytes would still be there. */
    @Override
    public void remove(BlobName blob) throws IOException {
        String key = key(blob);
        List<String> versions = versions(key);
        if (versions.isEmpty()) {
            removeKey(key);
        }
        for (String version : versions) {
            removeVersion(key, version);
        }
    }

    void removeKey(String key) throws IOException {
        ask(key, () -> store.deleteObject(request -> request.bucket(means.bucket()).key(key)));
    }

    void removeVersion(String key, String version) throws IOException {
        ask(key, () -> store.deleteObject(request -> request.bucket(means.bucket()).key(key).versionId(version)));
    }

    /** All keys that begin so. */
    List<String> keys(String begin) throws IOException {
        return ask(begin, () -> store.listObjectsV2Paginator(request -> request.bucket(means.bucket()).prefix(begin)).contents().stream()
                .map(S3Object::key).toList());
    }

    /** The same bucket and connection, with a longer prefix. */
    Bucket below(String folder) {
        return new Bucket(name, means.below(folder), store);
    }

    /** All versions of a key; none where the store keeps none. */
    List<String> versions(String key) throws IOException {
        List<String> versions = new ArrayList<>();
        try {
            var found = ask(key, () -> store.listObjectVersions(request -> request.bucket(means.bucket()).prefix(key)));
            found.versions().stream().filter(each -> key.equals(each.key())).forEach(each -> versions.add(each.versionId()));
            found.deleteMarkers().stream().filter(each -> key.equals(each.key())).forEach(each -> versions.add(each.versionId()));
        } catch (IOException e) {
            return List.of();
        }
        versions.removeIf(each -> each == null || each.isEmpty() || each.equals("null"));
        return versions;
    }

    @Override
    public Optional<String> mark() throws IOException {
        try (InputStream body = openKey(means.prefix() + Folder.MARK)) {
            return Optional.of(new String(body.readNBytes(10_000), StandardCharsets.UTF_8));
        } catch (NoSuchFileException e) {
            // The bucket itself must be there: one that is gone is not one that is new.
            ask(means.bucket(), () -> store.headBucket(request -> request.bucket(means.bucket())));
            return Optional.empty();
        }
    }

    @Override
    public void leaveMark(String mark) throws IOException {
        byte[] text = mark.getBytes(StandardCharsets.UTF_8);
        send(means.prefix() + Folder.MARK, text, text.length, Digest.of(text).sha256(), false, null);
    }

    @Override
    public void close() {
        store.close();
    }

    PlannedLocation.InBucket means() {
        return means;
    }

    Digest digestOf(String key) throws IOException {
        try (InputStream body = openKey(key)) {
            return Digest.of(body.readAllBytes());
        }
    }

    private String key(BlobName blob) {
        return means.prefix() + blob.path();
    }

    /** The store said no, and would again. */
    static final class Refused extends IOException {
        private final int status;

        Refused(String message, int status, Throwable cause) {
            super(message, cause);
            this.status = status;
        }

        int status() {
            return status;
        }
    }

    private <T> T ask(String key, Supplier<T> request) throws IOException {
        try {
            return request.get();
        } catch (S3Exception e) {
            String code = e.awsErrorDetails() == null ? "" : String.valueOf(e.awsErrorDetails().errorCode());
            if (e.statusCode() == 404 && !code.equals("NoSuchBucket")) {
                NoSuchFileException missing = new NoSuchFileException(name + ":" + key);
                missing.initCause(e);
                throw missing;
            }
            String told = name + " answers " + e.statusCode() + " " + code + " for " + key;
            boolean no = e.statusCode() >= 400 && e.statusCode() < 500 || e.statusCode() == 501;
            throw no ? new Refused(told, e.statusCode(), e) : new IOException(told, e);
        } catch (SdkException e) {
            throw new IOException(name + " cannot be reached or broke off: " + e.getMessage(), e);
        }
    }

    private static RequestBody body(byte[] bytes, int count) {
        return RequestBody.fromContentProvider(() -> new ByteArrayInputStream(bytes, 0, count), count, "application/octet-stream");
    }

    private static int fill(byte[] part, InputStream from) throws IOException {
        return from.readNBytes(part, 0, part.length);
    }

    private static String base64(String hex) {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
    }
}
