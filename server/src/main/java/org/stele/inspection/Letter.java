package org.stele.inspection;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An e-mail as it was sent (RFC 5322), or a web page saved as one (MHTML): headers as claims, the names of what is attached, and its text. */
final class Letter {
    private static final int DEEPEST = 8;
    private static final int MOST_PARTS = 500;
    private static final Pattern BOUNDARY = Pattern.compile("(?i)boundary\\s*=\\s*(?:\"([^\"]{1,200})\"|([^\\s;]{1,200}))");
    private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*\"?([A-Za-z0-9_:.-]{2,40})");
    private static final Pattern FILE_NAME = Pattern.compile("(?i)(?:file)?name\\s*=\\s*(?:\"([^\"]{1,500})\"|([^\\s;]{1,500}))");
    private static final Map<String, Claim.About> HEADERS = Map.of("from", Claim.About.AUTHOR, "sender", Claim.About.AUTHOR, "to", Claim.About.RECIPIENT,
            "cc", Claim.About.RECIPIENT, "date", Claim.About.TIME, "received", Claim.About.TIME, "subject", Claim.About.TITLE, "message-id", Claim.About.IDENTIFIER,
            "snapshot-content-location", Claim.About.ADDRESS, "x-mailer", Claim.About.SOFTWARE);

    private final byte[] bytes;
    private final List<String> attached = new ArrayList<>();
    private @Nullable String plain;
    private @Nullable String page;
    private int parts;

    Letter(byte[] bytes) {
        this.bytes = bytes;
    }

    private record Header(String name, String value) {
    }

    void report(Report report) {
        // Every byte is one character here, so that places in the text are places in the bytes.
        String raw = new String(bytes, StandardCharsets.ISO_8859_1);
        int body = endOfHeaders(raw, 0, raw.length());
        List<Header> headers = headers(raw.substring(0, body));
        for (Header header : headers) {
            Claim.About about = HEADERS.get(header.name());
            if (about != null) {
                report.claim(about, EncodedWords.decoded(header.value()), "e-mail / " + header.name());
            }
        }
        part(raw, body, raw.length(), headers, 0);
        attached.forEach(name -> report.member(new Member(name, -1)));
        if (plain != null) {
            report.text(plain);
        } else if (page != null) {
            report.text(HtmlText.of(page));
        }
    }

    private void part(String raw, int from, int to, List<Header> headers, int depth) {
        if (depth > DEEPEST || parts++ > MOST_PARTS) {
            return;
        }
        String type = value(headers, "content-type");
        String kind = type.toLowerCase(Locale.ROOT);
        Matcher name = FILE_NAME.matcher(value(headers, "content-disposition") + ";" + type);
        if (name.find()) {
            attached.add(EncodedWords.decoded(name.group(1) == null ? name.group(2) : name.group(1)));
        }
        Matcher boundary = BOUNDARY.matcher(type);
        if (kind.startsWith("multipart/") && boundary.find()) {
            parts(raw, from, to, "--" + (boundary.group(1) == null ? boundary.group(2) : boundary.group(1)), depth);
        } else if (plain == null && (kind.isEmpty() || kind.startsWith("text/plain"))) {
            plain = text(raw.substring(from, to), headers, type);
        } else if (page == null && kind.startsWith("text/html")) {
            page = text(raw.substring(from, to), headers, type);
        }
    }

    private void parts(String raw, int from, int to, String boundary, int depth) {
        int start = raw.indexOf(boundary, from);
        while (start >= 0 && start < to && parts <= MOST_PARTS) {
            int after = start + boundary.length();
            if (raw.startsWith("--", after)) {
                return;
            }
            int next = raw.indexOf("\n" + boundary, after);
            int end = next < 0 || next > to ? to : next;
            int begin = Math.min(end, Math.max(after, raw.indexOf('\n', after) + 1));
            int body = endOfHeaders(raw, begin, end);
            part(raw, body, end, headers(raw.substring(begin, body)), depth + 1);
            start = next < 0 ? -1 : next + 1;
        }
    }

    private static String text(String body, List<Header> headers, String type) {
        byte[] decoded = switch (value(headers, "content-transfer-encoding").toLowerCase(Locale.ROOT).strip()) {
            case "base64" -> base64(body);
            case "quoted-printable" -> EncodedWords.quoted(body.replaceAll("=[ \\t]*\\r?\\n", ""), false);
            default -> body.getBytes(StandardCharsets.ISO_8859_1);
        };
        Matcher charset = CHARSET.matcher(type);
        return Characters.decoded(decoded, charset.find() ? charset.group(1) : null);
    }

    private static byte[] base64(String body) {
        try {
            return Base64.getMimeDecoder().decode(body);
        } catch (IllegalArgumentException broken) {
            return body.getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    /** Where the empty line after the headers ends. */
    private static int endOfHeaders(String raw, int from, int to) {
        for (int line = from; line < to;) {
            int end = raw.indexOf('\n', line);
            if (end < 0 || end >= to) {
                return to;
            }
            if (raw.substring(line, end).isBlank()) {
                return end + 1;
            }
            line = end + 1;
        }
        return to;
    }

    private static List<Header> headers(String block) {
        List<Header> headers = new ArrayList<>();
        // A header goes on in lines that begin with a space.
        for (String line : block.replaceAll("\\r?\\n[ \\t]+", " ").split("\\r?\\n")) {
            int colon = line.indexOf(':');
            if (colon > 0 && headers.size() < 500) {
                headers.add(new Header(line.substring(0, colon).strip().toLowerCase(Locale.ROOT), line.substring(colon + 1).strip()));
            }
        }
        return headers;
    }

    private static String value(List<Header> headers, String name) {
        return headers.stream().filter(header -> header.name().equals(name)).map(Header::value).findFirst().orElse("");
    }
}
