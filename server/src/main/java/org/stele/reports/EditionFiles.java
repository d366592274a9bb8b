package org.stele.reports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stele.document.Document;
import org.stele.document.HtmlPage;
import org.stele.fixity.Digest;
import org.stele.language.Language;
import org.stele.sealing.LogState;
import org.stele.statistics.QuestionSyntax;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Makes the files of an edition. */
final class EditionFiles {

    private static final String HTML = "text/html;charset=utf-8";
    private static final String PDF = "application/pdf";
    private static final String JSON = "application/json";

    private static final JsonMapper MAPPER = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private EditionFiles() {
    }

    /** A page that stands alone, its style in it; the site takes the article out of it. */
    static byte[] page(Document document) {
        Language language = document.language();
        return ("""
                <!doctype html>
                <html lang="%s" dir="%s">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s</title>
                <style>
                body { margin: 0; background: #fff; }
                %s
                </style>
                </head>
                <body>
                %s
                </body>
                </html>
                """).formatted(language.tag(), language.direction(), escaped(document.title()), style(), HtmlPage.render(document)).getBytes(StandardCharsets.UTF_8);
    }

    /** The article of a page made by {@link #page}. */
    static String article(byte[] page) {
        String text = new String(page, StandardCharsets.UTF_8);
        int from = text.indexOf("<article");
        int to = text.lastIndexOf("</article>");
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("This page holds no article");
        }
        return text.substring(from, to + "</article>".length());
    }

    /** Every figure with its question, the scope they were counted by, and a digest over names, questions and values. */
    static byte[] json(EditionHead head, Figures figures, QuestionSyntax syntax) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (Figure figure : figures.all()) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("name", figure.name());
            entry.put("value", figure.value());
            entry.put("question", syntax.query(figure.question()));
            all.add(entry);
        }
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("report", head.report());
        file.put("month", head.month().toString());
        file.put("titles", head.titles());
        file.put("synthetic", head.synthetic());
        file.put("state", head.state());
        file.put("asOf", head.asOf().toString());
        file.put("codebook", head.codebook());
        file.put("log", Map.of("entries", head.log().size(), "root", head.log().root()));
        file.put("program", head.program());
        file.put("scope", head.scope());
        file.put("figuresSha256", digest(figures, syntax));
        file.put("figures", all);
        return MAPPER.writeValueAsBytes(file);
    }

    /** What a file says about its edition, in the order in which it says it. */
    record EditionHead(String report, java.time.YearMonth month, Map<String, String> titles, boolean synthetic, String state, java.time.Instant asOf, String codebook,
                       LogState log, String program, Map<String, Object> scope) {
    }

    /** Digest of all figures: one line each of name, question and value, in order. */
    static String digest(Figures figures, QuestionSyntax syntax) {
        StringBuilder lines = new StringBuilder();
        figures.all().forEach(figure -> lines.append(figure.name()).append('\t').append(syntax.query(figure.question())).append('\t').append(figure.value()).append('\n'));
        return sha256(lines.toString().getBytes(StandardCharsets.UTF_8));
    }

    static String sha256(byte[] bytes) {
        return Digest.of(bytes).sha256();
    }

    static String mediaType(String name) {
        return name.endsWith(".html") ? HTML : name.endsWith(".pdf") ? PDF : JSON;
    }

    private static String style() {
        try (InputStream stream = EditionFiles.class.getResourceAsStream("/static/css/document.css")) {
            if (stream == null) {
                throw new IllegalStateException("The program lacks its style sheet static/css/document.css");
            }
            // A page that stands alone has no fonts beside it: the reader's own are used.
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?m)^@font-face.*$\\n?", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
