package org.stele.commandline;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stele.codebook.Codebook;
import org.stele.database.Refusal;
import org.stele.language.Language;
import org.stele.register.Codebooks;
import org.stele.statistics.Question;
import org.stele.statistics.QuestionSyntax;
import picocli.CommandLine.Option;

/** The options that say what is counted; the same for all commands that count. */
final class QuestionOptions {

    @Option(names = "--measure", paramLabel = "M,…", defaultValue = "victims", description = {"what is counted (default: ${DEFAULT-VALUE}):",
        "victims, children, women, men, unknown, torture, landmines, massacres, massacre-toll (all killed in them), massacre-victims, injured, unrecorded-min, "
            + "unrecorded-max, recorded, group-<code>"})
    private String measure = "victims";

    @Option(names = "--by", paramLabel = "D,…", description = {"up to three dimensions:", "party, party@2, other-party, responsibility, governorate, "
        + "governorate-of-origin (or another level of the codebook's places), day, month, year, death-day, death-month, death-year, sex, age, method, weapon, group, status, standing"})
    private @Nullable String by;

    @Option(names = "--where", paramLabel = "D=V,…", description = "only what has one of these values; may be repeated")
    private List<String> where = List.of();

    @Option(names = "--month", paramLabel = "YYYY-MM", description = "only this month, by the codebook's date")
    private @Nullable String month;

    @Option(names = "--year", paramLabel = "YYYY", description = "only this year")
    private @Nullable String year;

    @Option(names = "--from", paramLabel = "DATE", description = "only from this day on")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "DATE", description = "only up to this day, included")
    private @Nullable String to;

    @Option(names = "--as-of", paramLabel = "INSTANT", description = "as known then: 2020-12-01T09:00:00Z, or 2020-12-01 for the end of that day (UTC); default: now")
    private @Nullable String asOf;

    @Option(names = "--lang", paramLabel = "en|ar", defaultValue = "en", description = "language of names (default: ${DEFAULT-VALUE})")
    private String language = "en";

    Language language() {
        return Language.ofTag(language);
    }

    /** @throws IllegalArgumentException saying which option is wrong, and how */
    Question question(Codebook codebook) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        put(parameters, "measure", measure);
        put(parameters, "by", by);
        parameters.put("where", where);
        put(parameters, "month", month);
        put(parameters, "year", year);
        put(parameters, "from", from);
        put(parameters, "to", to);
        put(parameters, "as-of", asOf);
        return new QuestionSyntax(codebook.placeLevels()).read(parameters);
    }

    private static void put(Map<String, List<String>> parameters, String name, @Nullable String value) {
        if (value != null) {
            parameters.put(name, List.of(value));
        }
    }

    /** The codebook whose words a question may use. */
    static Codebook codebook(Codebooks codebooks) {
        return codebooks.inForce().orElseThrow(() -> new Refusal(
                "No codebook is in force here, so there is nothing to count by. Adopt one first: stele codebook adopt FILE")).record().codebook();
    }
}
