package org.stele.vault;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.stele.fixity.Digest;

/**
 * Tries a store on small objects of our own, to learn before it matters whether it does what it says: whether it refuses bytes that do
 * not have their digest, leaves what is there alone, gives back what it was given, and keeps what is locked.
 */
final class StoreProbe {

    /** The claims that are tried, by the words with which the plan may tolerate that they do not hold. */
    static final List<String> CLAIMS = List.of("digests", "first", "bytes", "locks");

    private final Bucket bucket;
    private final String key;
    private final List<Finding> findings = new ArrayList<>();

    /** A claim that does not hold. */
    record Finding(String claim, String words) {
    }

    private StoreProbe(Bucket bucket) {
        this.bucket = bucket;
        // Always the same names: in a store that lets nobody delete nothing piles up.
        this.key = bucket.means().prefix() + "probe/object";
    }

    /** @throws IOException if the store cannot be reached */
    static List<Finding> of(Bucket bucket) throws IOException {
        StoreProbe probe = new StoreProbe(bucket);
        probe.digests();
        probe.bytesAndFirst();
        if (bucket.means().lockDays() != null) {
            probe.locks();
        }
        return probe.findings;
    }

    private void digests() throws IOException {
        byte[] bytes = bytes("bytes that have another digest");
        try {
            bucket.send(key + "-digest", bytes, bytes.length, Digest.of(bytes("others")).sha256(), false, null);
            findings.add(new Finding("digests", "takes bytes that do not have the SHA-256 they are sent with"));
            sweep(key + "-digest");
        } catch (Bucket.Refused e) {
            // As it should.
        }
    }

    private void bytesAndFirst() throws IOException {
        byte[] first = bytes("the first " + UUID.randomUUID());
        byte[] second = bytes("the second " + UUID.randomUUID());
        bucket.send(key, first, first.length, Digest.of(first).sha256(), false, null);
        if (!read(key).equals(Digest.of(first))) {
            findings.add(new Finding("bytes", "gives back other bytes than it was given"));
        }
        try {
            bucket.send(key, second, second.length, Digest.of(second).sha256(), true, null);
            findings.add(new Finding("first", "writes over what is there although told not to (If-None-Match)"));
        } catch (Bucket.Refused e) {
            // As it should.
        }
        sweep(key);
    }

    private Digest read(String object) throws IOException {
        try {
            return bucket.digestOf(object);
        } catch (java.nio.file.NoSuchFileException e) {
            return new Digest("none", 0);
        }
    }

    /** A lock of a minute, which nobody may break before. */
    private void locks() throws IOException {
        String locked = key + "-lock";
        byte[] bytes = bytes("locked");
        try {
            bucket.send(locked, bytes, bytes.length, Digest.of(bytes).sha256(), false, Duration.ofMinutes(1));
        } catch (Bucket.Refused e) {
            findings.add(new Finding("locks", "knows no locks: " + e.getMessage()));
            return;
        }
        List<String> versions = bucket.versions(locked);
        if (versions.isEmpty()) {
            findings.add(new Finding("locks", "keeps no versions, so a lock cannot hold: turn on versioning and object lock for the bucket"));
            return;
        }
        try {
            bucket.removeVersion(locked, versions.getFirst());
            findings.add(new Finding("locks", "deleted an object that was locked"));
        } catch (Bucket.Refused e) {
            // As it should.
        }
    }

    /** What cannot be deleted stays: it is small, and that nothing can be deleted is a virtue. */
    private void sweep(String object) {
        try {
            List<String> versions = bucket.versions(object);
            for (String version : versions) {
                bucket.removeVersion(object, version);
            }
            if (versions.isEmpty()) {
                bucket.removeKey(object);
            }
        } catch (IOException e) {
            // Said above.
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
