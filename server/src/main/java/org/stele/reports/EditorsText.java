package org.stele.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stele.document.Block;
import org.stele.document.Markdown;
import org.stele.document.Span;
import org.stele.language.Dates;
import org.stele.language.Language;
import org.stele.language.Nouns;
import org.stele.language.Numbers;
import org.stele.language.Share;

/**
 * Text that editors write, as Markdown. Numbers stand in it by name only:
 *
 * <ul>
 * <li>{@code {{killed}}} the number; {@code {{children.child}}} with its noun, agreeing; {@code .nominative} after it for the Arabic dual;
 * <li>{@code {{torture-deaths-by-regime-ytd.of.torture-deaths-ytd}}} "approximately 79 percent";
 * <li>{@code {{month}}}, {@code {{year}}} the report's own;
 * <li>{@code [[2254]]} a number that is no figure: a date, a year, a resolution. The brackets say that somebody meant it.
 * </ul>
 *
 * <p>Typed digits and number words are refused, and so are typed comparisons ("increased", "highest"), which only numbers can make.
 */
final class EditorsText {

    private static final Pattern MEANT = Pattern.compile("\\[\\[([^\\]\\n]+)]]");
    private static final Pattern NUMBER_WORDS = Pattern.compile("(?iu)\\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?"
            + "|thousands?|millions?)\\b|(?<!\\p{L})(?:ال)?(عشرات|مئات|آلاف|ملايين)(?!\\p{L})", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern COMPARISONS = Pattern.compile("(?iu)\\b(increase[sd]?|decrease[sd]?|rose|fell|declined?|higher|lower|highest|lowest|largest|worst"
            + "|more than|fewer than|less than|majority)\\b|(?<!\\p{L})(الأعلى|الأدنى|الأكبر|الأسوأ|ارتفعت?|انخفضت?|ازدادت?|غالبية|معظم)(?!\\p{L})", Pattern.UNICODE_CHARACTER_CLASS);

    private final Writing writing;
    private final List<String> meant = new ArrayList<>();

    private EditorsText(Writing writing) {
        this.writing = writing;
    }

    /** Reads a text.
     *  @param file what it is called in messages
     *  @throws FaultyText with every fault in it */
    static List<Block> read(String file, String markdown, Writing writing) {
        return new EditorsText(writing).read(file, markdown);
    }

    private List<Block> read(String file, String markdown) {
        List<String> faults = new ArrayList<>();
        String text = MEANT.matcher(withoutComments(markdown)).replaceAll(found -> {
            meant.add(found.group(1));
            return Matcher.quoteReplacement("{{meant." + (meant.size() - 1) + "}}");
        });
        Markdown.Reading reading = Markdown.read(text, this::named);
        reading.faults().forEach(fault -> faults.add("%s:%d: %s".formatted(file, fault.line(), fault.message())));
        reading.typedNumbers().forEach(typed -> faults.add(("%s:%d: the number '%s' is typed (\"%s\"): write {{the name of a figure}}, or [[%s]] if it is "
                + "no count but a date, a year or the number of a law").formatted(file, typed.line(), typed.word(), typed.context(), typed.word())));
        words(file, text, faults);
        if (!faults.isEmpty()) {
            throw new FaultyText(faults);
        }
        return reading.blocks();
    }

    private static void words(String file, String text, List<String> faults) {
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            Matcher number = NUMBER_WORDS.matcher(lines[i]);
            while (number.find()) {
                faults.add("%s:%d: '%s' is a typed number: write {{the name of a figure}}, or [[%s]] if nothing is counted".formatted(file, i + 1, number.group(), number.group()));
            }
            Matcher comparison = COMPARISONS.matcher(lines[i]);
            while (comparison.find()) {
                faults.add("%s:%d: '%s' compares numbers: the generated sentences say what the figures say; write [[%s]] only with a source beside it"
                        .formatted(file, i + 1, comparison.group(), comparison.group()));
            }
        }
    }

    /** Notes to editors are not part of the text; their lines stay, so that line numbers hold. */
    private static String withoutComments(String markdown) {
        return Pattern.compile("<!--.*?-->", Pattern.DOTALL).matcher(markdown).replaceAll(note -> "\n".repeat((int) note.group().lines().count() - 1));
    }

    private Optional<Span> named(String name) {
        if (name.startsWith("meant.")) {
            return Optional.of(Span.plain(meant.get(Integer.parseInt(name.substring("meant.".length())))));
        }
        Language language = writing.language();
        switch (name) {
            case "month":
                return Optional.of(Span.plain(Dates.month(writing.month(), language)));
            case "year":
                return Optional.of(Span.plain(String.valueOf(writing.month().getYear())));
            case "organisation":
                return Optional.of(Span.plain(writing.codebook().organisation().brief().in(language)));
            default:
                return figure(name.split("\\."));
        }
    }

    private Optional<Span> figure(String[] parts) {
        Optional<Figure> found = writing.figures().find(parts[0]);
        return found.flatMap(figure -> text(figure, parts).map(text -> new Span.FigureReference(text, writing.addresses().apply(figure))));
    }

    private Optional<String> text(Figure figure, String[] parts) {
        Language language = writing.language();
        if (parts.length == 1) {
            return Optional.of(Numbers.write(figure.value(), Numbers.Style.RUNNING, language));
        }
        if (parts.length == 3 && parts[1].equals("of")) {
            // Of nobody there is no percentage; standing texts must read all the same in a year that begins well.
            return writing.figures().find(parts[2]).map(whole -> whole.value() == 0 ? writing.part("share-of-none", Map.of())
                    : new Share(figure.value(), whole.value()).approximately(language));
        }
        Nouns.Case in = parts.length == 3 && parts[2].equals("nominative") ? Nouns.Case.NOMINATIVE : Nouns.Case.OBLIQUE;
        return Nouns.has(parts[1]) && (parts.length == 2 || parts[2].equals("nominative"))
                ? Optional.of(Nouns.counted(parts[1], figure.value(), Numbers.Style.RUNNING, in, language)) : Optional.empty();
    }
}
