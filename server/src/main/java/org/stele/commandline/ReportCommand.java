package org.stele.commandline;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stele.history.Version;
import org.stele.reports.Edition;
import org.stele.reports.EditionCheck;
import org.stele.reports.Editions;
import org.stele.reports.Reports;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Writes reports and takes their editions from draft to release. */
@Command(name = "report", description = "Writes reports, lists their editions, and takes an edition from draft to release.",
        subcommands = MonthlyReportCommand.class,
        footer = {"", "Examples:", "  stele report monthly 2020-11 --out reports", "  stele report list", "  stele report check 1 --by 'Second Person'",
            "  stele report release 1 --by 'Second Person'", "  stele report verify 1"})
final class ReportCommand implements Callable<Integer> {

    @ParentCommand
    private SteleCommand stele;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return 2;
    }

    OpenRegister open() {
        return stele.open();
    }

    @Command(description = "Lists the editions, latest first.", footer = {"", "Examples:", "  stele report list", "  stele report list --json"})
    int list(@Option(names = "--json", description = "print a JSON list") boolean json) {
        try (OpenRegister register = stele.open()) {
            List<Version<Edition>> editions = register.get(Editions.class).all();
            if (json) {
                say(JsonMapper.builder().build().writeValueAsString(editions.stream().map(EditionLine::of).toList()));
            } else if (editions.isEmpty()) {
                say("No report was written yet. Write one: stele report monthly 2020-11");
            } else {
                editions.forEach(edition -> say(EditionLine.of(edition).text()));
            }
        }
        return 0;
    }

    @Command(description = "Marks a draft as checked by a second person.", footer = {"", "Example:", "  stele report check 1 --by 'Second Person'"})
    int check(@Parameters(paramLabel = "EDITION", description = "number of the edition") long id,
            @Option(names = "--by", paramLabel = "NAME", description = "who checked it (default: who runs this)") @Nullable String by) {
        try (OpenRegister register = stele.open()) {
            say(EditionLine.of(register.get(Reports.class).check(id, Answerable.or(by))).text());
        }
        return 0;
    }

    @Command(description = "Releases a checked edition: from then on the public site shows it.",
            footer = {"", "Example:", "  stele report release 1 --by 'Second Person'", "", "Where the codebook asks for two people, whoever drafted it is refused."})
    int release(@Parameters(paramLabel = "EDITION", description = "number of the edition") long id,
            @Option(names = "--by", paramLabel = "NAME", description = "who releases it (default: who runs this)") @Nullable String by) {
        try (OpenRegister register = stele.open()) {
            say(EditionLine.of(register.get(Reports.class).release(id, Answerable.or(by))).text());
        }
        return 0;
    }

    @Command(description = "Asks an edition's questions again as of its instant, reads its files again, and compares the state of the sealed log.",
            footer = {"", "Example:", "  stele report verify 1", "", "Exit code 1 if anything differs from what was written."})
    int verify(@Parameters(paramLabel = "EDITION", description = "number of the edition") long id) {
        try (OpenRegister register = stele.open()) {
            Edition edition = register.get(Editions.class).current(id).orElseThrow(() -> new IllegalArgumentException("There is no edition " + id)).record();
            List<String> differences = register.get(EditionCheck.class).differences(edition);
            differences.forEach(this::say);
            if (differences.isEmpty()) {
                say("%,d figures and %d files are as they were written, as of %s; the sealed log of %,d entries has the root %s."
                        .formatted(edition.figures().size(), edition.files().size(), edition.asOf(), edition.log().size(), edition.log().root()));
            }
            return differences.isEmpty() ? 0 : 1;
        }
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }

    /** What is said of an edition, to people and to programs. */
    record EditionLine(long edition, String report, String month, String state, String draftedBy, String asOf, String codebook, List<Edition.File> files) {

        static EditionLine of(Version<Edition> version) {
            Edition edition = version.record();
            return new EditionLine(version.id(), edition.report(), edition.month().toString(), edition.state().name(), edition.state().draftedBy(),
                    edition.asOf().toString(), edition.codebook(), edition.files());
        }

        String text() {
            return "edition %d: %s report on %s, %s, as of %s, drafted by %s, %d files".formatted(edition, report, month, state, asOf, draftedBy, files.size());
        }
    }
}
