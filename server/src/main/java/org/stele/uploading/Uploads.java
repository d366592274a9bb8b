package org.stele.uploading;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stele.uploading.UploadRefused.Why;

/**
 * Uploads that come in pieces. A piece is acknowledged when its bytes are forced to disk and the database says so; what was acknowledged is not
 * asked for again, also after the program was killed. Where two send at once, one of them wins each place, and the other is told.
 */
public final class Uploads {

    private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);

    /** So much is forced to disk and acknowledged at once: what a broken connection may cost. */
    static final int PART = 16 << 20;

    /** For so long a sender who comes late is told what became of an upload. */
    private static final Duration REMEMBERED = Duration.ofDays(90);

    /** A request that has brought no new file for so long is over. */
    private static final Duration HELD = Duration.ofDays(2);

    private final UploadRows rows;
    private final PartFiles files;
    private final InstantSource clock;

    Uploads(UploadRows rows, PartFiles files, InstantSource clock) {
        this.rows = rows;
        this.files = files;
        this.clock = clock;
    }

    /**
     * Begins an upload.
     *
     * @param owner  who alone may go on with it, as the face calls them; empty where the token is enough
     * @param length bytes it will have
     * @param told   what the sender says of it; kept encrypted and given back as it is
     * @return the token, which is kept nowhere here
     */
    public UploadToken begin(String owner, long length, String told, Terms terms) throws IOException {
        if (length < 0 || length > terms.longest()) {
            throw new UploadRefused(Why.TOO_LONG, "A file may have %d bytes; this has %d".formatted(terms.longest(), length));
        }
        if (rows.open(owner) >= terms.mostOpen()) {
            throw new UploadRefused(Why.TOO_MANY, "%d uploads are under way, which is the most; finish or stop one first".formatted(terms.mostOpen()));
        }
        files.assertRoom(length);
        UploadToken token = UploadToken.fresh();
        long id = rows.nextId();
        rows.add(id, token, owner, length, new PartCipher(token, id).sealed(told), terms, clock.instant());
        return token;
    }

    /** How far an upload has come, or what became of it.
     *  @throws UploadRefused if there is none with this token for this owner */
    public Upload find(UploadToken token, String owner) {
        UploadRows.Row row = rows.find(token).filter(found -> found.owner().equals(owner))
                .orElseThrow(() -> new UploadRefused(Why.NO_SUCH_UPLOAD, "There is no such upload"));
        return new Upload(row.id(), row.length(), row.received(), new PartCipher(token, row.id()).opened(row.told()), row.keptUntil(), row.state(), row.outcome());
    }

    /**
     * The same, having looked whether what came is still there. After a restore it is not, for backups hold no unfinished uploads: such an upload
     * has ended then, and its sender is told before sending another byte to it.
     *
     * @throws UploadRefused if there is none, or if parts of it were lost
     */
    public Upload look(UploadToken token, String owner) {
        Upload upload = find(token, owner);
        if (upload.state() == Upload.State.OPEN && !files.has(upload.id(), rows.parts(upload.id()))) {
            // Of a part that another request ends meanwhile, the row goes before the file.
            upload = find(token, owner);
            if (upload.state() == Upload.State.OPEN) {
                end(token, owner, Upload.State.DAMAGED, null);
                upload = find(token, owner);
            }
        }
        if (upload.state() == Upload.State.DAMAGED) {
            throw new UploadRefused(Why.DAMAGED, "Parts of this upload are no longer on the disk, as after a restore from a backup, which holds no "
                    + "unfinished uploads. Send the file anew");
        }
        return upload;
    }

    /**
     * Takes a piece. Without a checksum as much as arrives is kept, also where the connection then breaks; with one, all of it or nothing.
     *
     * @param offset where the piece begins, which must be where the upload stands
     * @param piece  read to its end; not closed
     * @return how far the upload has come
     */
    public Upload append(UploadToken token, String owner, long offset, InputStream piece, @Nullable Checksum checksum) throws IOException {
        Upload upload = open(token, owner);
        if (upload.received() != offset) {
            throw otherOffset(upload, offset);
        }
        Receipt receipt = new Receipt(upload, new PartCipher(token, upload.id()), checksum);
        try {
            receipt.take(piece);
        } finally {
            receipt.removeUnused();
        }
        return find(token, owner);
    }

    /**
     * The plain bytes of an upload that is whole, in order; altered or lost ones end in an exception and never in wrong bytes.
     *
     * @throws UploadRefused if not all has come
     */
    public InputStream read(UploadToken token, String owner) {
        Upload upload = open(token, owner);
        if (!upload.isWhole()) {
            throw new UploadRefused(Why.NOT_WHOLE, "%d of %d bytes have come; send the rest first".formatted(upload.received(), upload.length()));
        }
        return new PartsStream(files, new PartCipher(token, upload.id()), upload.id(), rows.parts(upload.id()));
    }

    /**
     * Ends an upload and removes its parts.
     *
     * @param outcome told again to a sender who did not hear it; null for none
     */
    public void end(UploadToken token, String owner, Upload.State state, @Nullable String outcome) {
        long id = find(token, owner).id();
        rows.end(id, state, outcome);
        try {
            files.remove(id);
        } catch (IOException e) {
            LOG.warn("Parts of upload {}, which has ended, could not be removed yet; the next clearing tries again: {}", id, e.toString());
        }
    }

    /** Room for files that wait for the length of a request; to be closed at its end. */
    public HeldFiles hold() {
        return files.hold();
    }

    /**
     * Ends uploads to which nothing came for the time on whose terms they began, and removes the parts of all that have ended.
     *
     * @return how many were abandoned
     */
    public int clear() throws IOException {
        Instant now = clock.instant();
        List<UploadRows.Abandoned> over = rows.abandon(now);
        rows.forget(now.minus(REMEMBERED));
        // In this order: an upload that begins meanwhile has its row before its folder.
        List<Long> there = files.uploads();
        Set<Long> open = rows.open();
        for (long each : there) {
            if (!open.contains(each)) {
                files.remove(each);
            }
        }
        int held = files.removeHeld(now.minus(HELD));
        if (held > 0) {
            LOG.info("What {} requests that were broken off had left was cleared", held);
        }
        if (!over.isEmpty()) {
            LOG.info("{} uploads were abandoned by their senders; {} bytes of them were cleared", over.size(),
                    over.stream().mapToLong(UploadRows.Abandoned::received).sum());
        }
        return over.size();
    }

    private Upload open(UploadToken token, String owner) {
        Upload upload = look(token, owner);
        if (upload.state() != Upload.State.OPEN) {
            throw new UploadRefused(Why.ENDED, "This upload has ended: it was "
                    + upload.state().name().toLowerCase(java.util.Locale.ROOT) + ". Begin anew, if the file is not in the register");
        }
        return upload;
    }

    private static UploadRefused otherOffset(Upload upload, long offset) {
        return new UploadRefused(Why.OTHER_OFFSET, "This piece begins at byte %d, but the upload stands at %d: go on from there".formatted(offset, upload.received()));
    }

    /** One piece as it is received. */
    private final class Receipt {

        private final Upload upload;
        private final PartCipher cipher;
        private final @Nullable Checksum checksum;
        private final List<Part> unknown = new ArrayList<>();
        private final byte[] buffer = new byte[1 << 16];
        private long at;
        private @Nullable IOException broken;

        Receipt(Upload upload, PartCipher cipher, @Nullable Checksum checksum) {
            this.upload = upload;
            this.cipher = cipher;
            this.checksum = checksum;
            this.at = upload.received();
        }

        void take(InputStream piece) throws IOException {
            for (boolean more = true; more;) {
                more = part(piece);
                if (checksum == null) {
                    commit();
                }
            }
            if (broken != null) {
                throw broken;
            }
            if (checksum != null) {
                if (!checksum.fits()) {
                    throw new UploadRefused(Why.OTHER_CHECKSUM, "The piece was altered on the way: its sum is another. Nothing of it was kept; send it again");
                }
                commit();
            }
        }

        /** Whether there may be more. */
        private boolean part(InputStream piece) throws IOException {
            int read = read(piece, PART);
            if (read <= 0) {
                return false;
            }
            try (PartFiles.Writer writer = files.begin(cipher, upload.id(), at)) {
                long end = at + PART;
                while (read > 0) {
                    writer.write(buffer, read);
                    if (checksum != null) {
                        checksum.add(buffer, read);
                    }
                    at += read;
                    read = at == end ? 0 : read(piece, end - at);
                }
                unknown.add(writer.keep());
            }
            return read == 0;
        }

        /** -1 at the end, also where the connection broke: what came before is kept. */
        private int read(InputStream piece, long most) {
            try {
                int read = piece.read(buffer, 0, (int) Math.min(buffer.length, most));
                if (read > 0 && at + read > upload.length()) {
                    throw new UploadRefused(Why.TOO_LONG, "More bytes came than the %d that were announced".formatted(upload.length()));
                }
                return read;
            } catch (IOException e) {
                broken = e;
                return -1;
            }
        }

        private void commit() {
            if (unknown.isEmpty()) {
                return;
            }
            List<Part> written = List.copyOf(unknown);
            // Even where a commit seems to have failed nobody can tell, so the files stay then.
            unknown.clear();
            if (!rows.add(upload.id(), written, clock.instant())) {
                unknown.addAll(written);
                throw new UploadRefused(Why.OTHER_OFFSET, "Somebody else sent this piece meanwhile, or the upload has ended: ask how far it has come");
            }
        }

        void removeUnused() throws IOException {
            for (Part each : unknown) {
                files.remove(upload.id(), each);
            }
        }
    }
}
