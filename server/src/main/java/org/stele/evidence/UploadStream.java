package org.stele.evidence;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;

/**
 * Reads a form with files from the wire, part by part, in the order in which it comes: nothing is collected in memory but the short fields,
 * and nothing is written to disk. Fields come before the files they speak of.
 */
public final class UploadStream {

    private static final int LONGEST_FIELD = 40_000;
    private static final int MOST_FIELDS = 60;
    private static final int MOST_FILES = 1_000;
    private static final int LONGEST_HEADER = 4_096;

    /** What stays unread of a refused upload, up to which it is read all the same, so that a browser gets to see the answer. */
    private static final long DRAINED = 256L << 20;

    private UploadStream() {
    }

    /** Takes the files. */
    public interface Files {
        /**
         * @param fields those before the file; a field that came several times has its values on lines of their own
         * @param field  the field it was chosen in
         */
        void file(Map<String, String> fields, String field, String name, InputStream bytes) throws IOException;
    }

    /**
     * Reads to the end. A file field in which nothing was chosen counts for nothing.
     *
     * @return the fields
     * @throws Unsound if it is no such form, or beyond all measure
     */
    public static Map<String, String> read(HttpServletRequest request, Files files) throws IOException {
        FileUpload upload = new FileUpload();
        upload.setHeaderEncoding(StandardCharsets.UTF_8.name());
        upload.setPartHeaderSizeMax(LONGEST_HEADER);
        Map<String, String> fields = new LinkedHashMap<>();
        int parts = 0;
        try {
            FileItemIterator all = upload.getItemIterator(new ServletRequestContext(request));
            while (all.hasNext()) {
                FileItemStream part = all.next();
                if (++parts > MOST_FIELDS + MOST_FILES) {
                    throw new Unsound(Map.of("file", Fault.of("too-many-files", MOST_FILES)));
                }
                try (InputStream bytes = part.openStream()) {
                    if (part.isFormField()) {
                        fields.merge(String.valueOf(part.getFieldName()), text(bytes), (one, other) ->
                                new StringJoiner("\n").add(one).add(other).toString());
                    } else if (part.getName() != null && !part.getName().isEmpty()) {
                        files.file(fields, String.valueOf(part.getFieldName()), part.getName(), bytes);
                    }
                }
            }
        } catch (FileUploadException e) {
            throw new Unsound(Map.of("file", Fault.of("unreadable-form", String.valueOf(e.getMessage()))));
        }
        return fields;
    }

    /** Reads on to the end of a request that was refused, within measure. */
    public static void drain(HttpServletRequest request) {
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

    private static String text(InputStream bytes) throws IOException {
        byte[] text = bytes.readNBytes(LONGEST_FIELD + 1);
        if (text.length > LONGEST_FIELD) {
            throw new Unsound(Map.of("file", Fault.of("too-long-field", LONGEST_FIELD)));
        }
        return new String(text, StandardCharsets.UTF_8);
    }
}
