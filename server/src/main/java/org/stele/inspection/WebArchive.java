package org.stele.inspection;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A web archive (WARC, ISO 28500): records one after the other, each with headers, an address, the time it was saved and digests. The
 * records are gone through, their digests worked out and held against those they carry. Nothing is rewritten.
 */
final class WebArchive {
    private static final int HEADER = 64 << 10;
    private static final int NAMED = 20;
    private static final int MOST = 1_000_000;

    private final Report report;
    private int records;
    private int addresses;
    private int blocks;
    private int blocksRight;
    private int payloads;
    private int payloadsRight;
    private boolean faultNamed;

    WebArchive(Report report) {
        this.report = report;
    }

    /** Whether a gzip file that begins so holds a web archive. */
    static boolean begins(byte[] head) {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(head))) {
            return new String(in.readNBytes(5), StandardCharsets.ISO_8859_1).equals("WARC/");
        } catch (IOException other) {
            return false;
        }
    }

    /** Reads all records; what is broken ends it with a finding, and the sum of what was read is reported all the same. */
    void records(InputStream in) {
        try {
            while (records < MOST) {
                String version = line(in);
                while (version != null && version.isEmpty()) {
                    version = line(in);
                }
                if (version == null) {
                    break;
                }
                if (!version.startsWith("WARC/")) {
                    throw new IOException("where a record should begin stands: " + Shown.text(Shown.atMost(60, version)));
                }
                record(headers(in), in);
                records++;
            }
        } catch (IOException broken) {
            report.finding(What.WEB_ARCHIVE_BROKEN, records, String.valueOf(broken.getMessage()));
        }
        report.finding(blocks == blocksRight && payloads == payloadsRight ? What.WEB_ARCHIVE_FITS : What.WEB_ARCHIVE_DIFFERS, records, blocksRight, blocks,
                payloadsRight, payloads);
    }

    private void record(Map<String, String> headers, InputStream in) throws IOException {
        String type = headers.getOrDefault("warc-type", "");
        String address = headers.getOrDefault("warc-target-uri", "").replaceAll("^<|>$", "");
        if ((type.equals("response") || type.equals("resource")) && addresses++ < NAMED) {
            report.claim(Claim.About.ADDRESS, address, "WARC " + type + " / WARC-Target-URI");
            report.claim(Claim.About.SAVED, headers.getOrDefault("warc-date", ""), "WARC " + type + " / WARC-Date");
        }
        long length;
        try {
            length = Long.parseLong(headers.getOrDefault("content-length", "none"));
        } catch (NumberFormatException none) {
            throw new IOException("a record without a Content-Length");
        }
        if (length < 0) {
            throw new IOException("a record of " + length + " bytes");
        }
        var body = new Bounded(in, length);
        WarcDigest block = WarcDigest.of(headers.get("warc-block-digest"));
        WarcDigest payload = type.equals("response") && headers.getOrDefault("content-type", "").startsWith("application/http")
                ? WarcDigest.of(headers.get("warc-payload-digest")) : null;
        byte[] start = body.readNBytes((int) Math.min(length, HEADER));
        if (type.equals("warcinfo")) {
            information(new String(start, StandardCharsets.UTF_8));
        }
        int bodyStart = endOfHeaders(start);
        if (bodyStart < 0 || new String(start, 0, bodyStart, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT).contains("transfer-encoding")) {
            // Programs differ on whether the digest is of the chunks as sent or as put together.
            payload = null;
        }
        feed(block, start, 0, start.length);
        feed(payload, start, Math.max(0, bodyStart), start.length);
        var scratch = new byte[1 << 16];
        for (int got = body.read(scratch); got >= 0; got = body.read(scratch)) {
            feed(block, scratch, 0, got);
            feed(payload, scratch, 0, got);
        }
        if (body.left() > 0) {
            throw new EOFException("the last record lacks " + body.left() + " bytes");
        }
        blocks += block == null ? 0 : 1;
        blocksRight += fits(block, address, "block") ? 1 : 0;
        payloads += payload == null ? 0 : 1;
        payloadsRight += fits(payload, address, "payload") ? 1 : 0;
    }

    private boolean fits(@Nullable WarcDigest digest, String address, String part) {
        if (digest == null) {
            return false;
        }
        String found = digest.other();
        if (found != null && !faultNamed) {
            faultNamed = true;
            report.finding(What.RECORD_DIFFERS, records + 1, address, part, Shown.atMost(140, digest.promised()), found);
        }
        return found == null;
    }

    private void information(String lines) {
        for (String line : lines.split("\r?\n")) {
            if (line.toLowerCase(Locale.ROOT).startsWith("software:")) {
                report.claim(Claim.About.SOFTWARE, line.substring(9), "WARC warcinfo / software");
            }
        }
    }

    private static void feed(@Nullable WarcDigest digest, byte[] bytes, int from, int to) {
        if (digest != null) {
            digest.update(bytes, from, to - from);
        }
    }

    private static int endOfHeaders(byte[] start) {
        for (int at = 0; at + 3 < start.length; at++) {
            if (start[at] == '\r' && start[at + 1] == '\n' && start[at + 2] == '\r' && start[at + 3] == '\n') {
                return at + 4;
            }
        }
        return -1;
    }

    private static Map<String, String> headers(InputStream in) throws IOException {
        Map<String, String> headers = new TreeMap<>();
        int size = 0;
        for (String line = line(in); line != null && !line.isEmpty(); line = line(in)) {
            size += line.length();
            if (size > HEADER) {
                throw new IOException("headers of more than " + HEADER + " bytes");
            }
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(line.substring(0, colon).strip().toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
            }
        }
        return headers;
    }

    /** A line without its end; null at the end of the file. */
    private static @Nullable String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        int next = in.read();
        if (next < 0) {
            return null;
        }
        for (; next >= 0 && next != '\n'; next = in.read()) {
            line.write(next);
            if (line.size() > HEADER) {
                throw new IOException("a line of more than " + HEADER + " bytes");
            }
        }
        String text = line.toString(StandardCharsets.UTF_8);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }
}
