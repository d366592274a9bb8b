package org.stele.reports;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.stele.sealing.LogState;

/**
 * A report as it was written, frozen: what it was counted by, every figure with its question, its editable texts and its files.
 *
 * @param report   kind of report, for example {@code monthly}
 * @param codebook code and version of the codebook
 * @param asOf     the instant the figures were asked as of
 * @param log      the sealed log as it stood at that instant: the state of the register that the figures can be asked of again
 * @param program  version of the program that counted and wrote
 * @param named    whether somebody decided that victims may be called by their names in it
 * @param cases    the persons whose cases it tells one by one
 * @param figures  every figure with its question
 * @param texts    the editors' texts, by file name ({@code topic.en.md})
 * @param files    what was written
 */
public record Edition(String report, YearMonth month, State state, String codebook, Instant asOf, LogState log, String program, boolean named,
                      List<ToldCase> cases, List<FrozenFigure> figures, Map<String, String> texts, List<File> files) {

    public Edition {
        cases = List.copyOf(cases);
        figures = List.copyOf(figures);
        texts = Map.copyOf(texts);
        files = List.copyOf(files);
    }

    /** A person whose case is told. @param named whether by name */
    public record ToldCase(long victim, boolean named) {
    }

    /** A figure as it was printed.
     *  @param question the question for it alone, as {@code QuestionSyntax} writes it */
    public record FrozenFigure(String name, String question, long value) {
    }

    /** A file of the edition; its bytes are kept under the digest.
     *  @param size   in bytes
     *  @param sha256 lower-case hexadecimal */
    public record File(String name, String mediaType, long size, String sha256) {
    }

    /** How far an edition is. It only moves forward. */
    public sealed interface State {

        String draftedBy();

        record Draft(String draftedBy) implements State {
        }

        record Checked(String draftedBy, String checkedBy) implements State {
        }

        record Released(String draftedBy, String checkedBy, String releasedBy) implements State {
        }

        /** After somebody has checked it.
         *  @throws Refused unless it is a draft, and where two people are asked for, by the person who drafted it */
        default Checked checkedBy(String person, boolean twoPersons) {
            if (!(this instanceof Draft)) {
                throw new Refused("Only a draft can be checked; this edition is " + name());
            }
            if (twoPersons && person.equals(draftedBy())) {
                throw new Refused(person + " drafted this edition: somebody else must check it");
            }
            return new Checked(draftedBy(), person);
        }

        /** After somebody has released it.
         *  @throws Refused unless it was checked, and where two people are asked for, by the person who drafted it */
        default Released releasedBy(String person, boolean twoPersons) {
            if (!(this instanceof Checked checked)) {
                throw new Refused("Only a checked edition can be released; this one is " + name());
            }
            if (twoPersons && person.equals(draftedBy())) {
                throw new Refused(person + " drafted this edition: somebody else must release it");
            }
            return new Released(draftedBy(), checked.checkedBy(), person);
        }

        /** {@code draft}, {@code checked} or {@code released}. */
        default String name() {
            return switch (this) {
                case Draft _ -> "draft";
                case Checked _ -> "checked";
                case Released _ -> "released";
            };
        }
    }

    /** A step that the rules do not allow. */
    public static final class Refused extends RuntimeException {
        Refused(String message) {
            super(message);
        }
    }

    /** The same edition in another state. */
    Edition in(State state) {
        return new Edition(report, month, state, codebook, asOf, log, program, named, cases, figures, texts, files);
    }

    /** Whether another edition says the same: the same figures by the same codebook, in the same words. */
    boolean says(Edition other) {
        return report.equals(other.report) && month.equals(other.month) && codebook.equals(other.codebook) && named == other.named && cases.equals(other.cases)
                && texts.equals(other.texts) && values(figures).equals(values(other.figures))
                && files.stream().map(File::name).toList().equals(other.files.stream().map(File::name).toList());
    }

    static Map<String, Long> values(List<FrozenFigure> figures) {
        return figures.stream().collect(java.util.stream.Collectors.toMap(FrozenFigure::name, FrozenFigure::value));
    }
}
