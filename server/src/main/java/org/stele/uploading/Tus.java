package org.stele.uploading;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.stele.uploading.UploadRefused.Why;

/**
 * Speaks tus 1.0.0 with a sender (https://tus.io/protocols/resumable-upload): the core and its extensions creation, checksum, termination and
 * expiration. Who the sender is, and who may send, is the business of the face that calls this; an owner is a word to it. What it refuses it
 * throws as {@link UploadRefused}, for the face to say in its language.
 */
public final class Tus {

    private static final String VERSION = "1.0.0";
    private static final String PIECE = "application/offset+octet-stream";
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    /** What stays unread of a refused piece, up to which it is read all the same, so that a browser gets to see the answer. */
    private static final long DRAINED = 64L << 20;

    private final Uploads uploads;

    Tus(Uploads uploads) {
        this.uploads = uploads;
    }

    /** OPTIONS: what this side can do. */
    public void describe(HttpServletResponse response, Terms terms) {
        response.setHeader("Tus-Resumable", VERSION);
        response.setHeader("Tus-Version", VERSION);
        response.setHeader("Tus-Extension", "creation,checksum,termination,expiration");
        response.setHeader("Tus-Checksum-Algorithm", String.join(",", Checksum.ALGORITHMS.keySet().stream().sorted().toList()));
        response.setHeader("Tus-Max-Size", Long.toString(terms.longest()));
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    /**
     * POST: begins an upload.
     *
     * @param below the address below which uploads are found, without a slash at its end
     */
    public void create(HttpServletRequest request, HttpServletResponse response, String owner, Terms terms, String below) throws IOException {
        greet(request, response);
        UploadToken token = uploads.begin(owner, number(request, "Upload-Length"), metadata(request).header(), terms);
        response.setHeader("Location", below + "/" + token.text());
        expires(response, uploads.find(token, owner));
        response.setStatus(HttpServletResponse.SC_CREATED);
    }

    /** HEAD: how far an upload has come. */
    public Upload tell(HttpServletRequest request, HttpServletResponse response, UploadToken token, String owner) {
        greet(request, response);
        Upload upload = uploads.look(token, owner);
        response.setHeader("Cache-Control", "no-store");
        if (upload.state() != Upload.State.OPEN && upload.state() != Upload.State.TAKEN) {
            throw new UploadRefused(Why.ENDED, "This upload has ended: it was " + upload.state().name().toLowerCase(Locale.ROOT) + ". Send the file anew");
        }
        response.setHeader("Upload-Offset", Long.toString(upload.received()));
        response.setHeader("Upload-Length", Long.toString(upload.length()));
        if (!upload.told().isEmpty()) {
            response.setHeader("Upload-Metadata", upload.told());
        }
        expires(response, upload);
        return upload;
    }

    /** PATCH: takes a piece. */
    public void append(HttpServletRequest request, HttpServletResponse response, UploadToken token, String owner) throws IOException {
        greet(request, response);
        try {
            if (!PIECE.equals(request.getContentType())) {
                throw new UploadRefused(Why.OTHER_TYPE, "A piece has the type " + PIECE);
            }
            long offset = number(request, "Upload-Offset");
            Checksum checksum = Checksum.of(request.getHeader("Upload-Checksum"));
            assertFits(request, uploads.find(token, owner), offset);
            Upload upload = uploads.append(token, owner, offset, request.getInputStream(), checksum);
            response.setHeader("Upload-Offset", Long.toString(upload.received()));
            expires(response, upload);
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } catch (UploadRefused e) {
            drain(request);
            throw e;
        }
    }

    /** DELETE: the sender stops an upload. */
    public void stop(HttpServletRequest request, HttpServletResponse response, UploadToken token, String owner) {
        greet(request, response);
        if (uploads.find(token, owner).state() != Upload.State.OPEN) {
            throw new UploadRefused(Why.ENDED, "This upload has ended already");
        }
        uploads.end(token, owner, Upload.State.STOPPED, null);
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    /** What a request that begins an upload says of the file. */
    public static Metadata metadata(HttpServletRequest request) {
        return Metadata.of(request.getHeader("Upload-Metadata"));
    }

    /** Before a byte of what cannot fit is stored. */
    private static void assertFits(HttpServletRequest request, Upload upload, long offset) {
        if (request.getContentLengthLong() > upload.length() - offset && upload.received() == offset) {
            throw new UploadRefused(Why.TOO_LONG, "The piece is longer than the %d bytes that are left".formatted(upload.length() - offset));
        }
    }

    private static void greet(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Tus-Resumable", VERSION);
        if (!VERSION.equals(request.getHeader("Tus-Resumable"))) {
            response.setHeader("Tus-Version", VERSION);
            throw new UploadRefused(Why.OTHER_VERSION, "This side speaks tus " + VERSION + ": say so in the header Tus-Resumable");
        }
    }

    private static void expires(HttpServletResponse response, Upload upload) {
        if (upload.state() == Upload.State.OPEN) {
            response.setHeader("Upload-Expires", DATE.format(upload.keptUntil()));
        }
    }

    private static long number(HttpServletRequest request, String header) {
        String value = request.getHeader(header);
        if (value == null || !value.matches("[0-9]{1,18}")) {
            throw new UploadRefused(Why.NOT_UNDERSTOOD, "The header " + header + " is a number of bytes" + said(value));
        }
        return Long.parseLong(value);
    }

    private static String said(@Nullable String value) {
        return value == null ? "; it is missing" : "";
    }

    private static void drain(HttpServletRequest request) {
        try {
            byte[] piece = new byte[1 << 16];
            long left = DRAINED;
            for (int read = request.getInputStream().read(piece); read >= 0 && left > 0; read = request.getInputStream().read(piece)) {
                left -= read;
            }
        } catch (IOException e) {
            // The sender is gone: there is nobody to answer.
        }
    }
}
