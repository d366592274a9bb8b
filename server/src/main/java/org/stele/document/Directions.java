package org.stele.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stele.language.Language;

/**
 * Finds what an Arabic line would turn round: ranges, signed numbers, percentages, telephone numbers, digests in
 * base64. "2011–2016" must not become "2016–2011".
 */
final class Directions {
    private static final Pattern TURNED = Pattern.compile(
            "(?<![\\p{L}\\p{N}])(?:\\+\\d[\\d ]{3,}\\d|[+\\-−]\\d[\\d.,]*%?|\\d[\\d.,]*\\s?[–-]\\s?\\d[\\d.,]*%?|\\d[\\d.,]*%|[A-Za-z0-9+/]{42,}=)(?<![.,])(?![\\p{L}\\p{N}])");

    private Directions() {
    }

    /** A stretch of text, to be kept left to right or left to itself. */
    record Piece(String text, boolean leftToRight) {
    }

    static List<Piece> pieces(String text, Language language) {
        if (!language.rightToLeft()) {
            return List.of(new Piece(text, false));
        }
        List<Piece> pieces = new ArrayList<>();
        Matcher turned = TURNED.matcher(text);
        int start = 0;
        while (turned.find()) {
            if (turned.start() > start) {
                pieces.add(new Piece(text.substring(start, turned.start()), false));
            }
            pieces.add(new Piece(turned.group(), true));
            start = turned.end();
        }
        if (start < text.length()) {
            pieces.add(new Piece(text.substring(start), false));
        }
        return pieces;
    }
}
