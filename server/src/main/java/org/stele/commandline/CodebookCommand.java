package org.stele.commandline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stele.codebook.Codebook;
import org.stele.codebook.CodebookFile;
import org.stele.codebook.Fault;
import org.stele.codebook.FaultyCodebook;
import org.stele.database.Refusal;
import org.stele.history.Changes;
import org.stele.history.Version;
import org.stele.places.Places;
import org.stele.places.Programme;
import org.stele.places.Programmes;
import org.stele.register.AdoptedCodebook;
import org.stele.register.Codebooks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** The declared definitions of the programme: checked as files, adopted into the register, shown as of any day. */
@Command(name = "codebook", description = "Checks, adopts and shows the codebook: what the words of the programme mean.",
        footer = {"", "Examples:", "  stele codebook check codebooks/syria/codebook.yaml",
            "  stele codebook adopt codebooks/syria/codebook.yaml --reason 'Coalition added'",
            "  stele codebook adopt syria --reason 'first set-up'     one that comes with the product",
            "  stele codebook show --as-of 2020-12-01T00:00:00Z", "  stele codebook list --json"})
final class CodebookCommand implements Callable<Integer> {

    @ParentCommand
    private SteleCommand stele;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return 2;
    }

    @Command(description = "Reads a codebook, and the places and boundaries beside it, and tells every fault with its line.",
            footer = {"", "Examples:", "  stele codebook check my-country/codebook.yaml", "  stele codebook check my-country/codebook.yaml --json", "",
                "Exit code 1 if there is any fault."})
    int check(@Parameters(paramLabel = "FILE", description = "a codebook, or the code of one that comes with the product") String file,
            @Option(names = "--json", description = "print a JSON list of faults") boolean json) throws IOException {
        Given given = given(file);
        List<Fault> faults = new ArrayList<>();
        collect(faults, () -> say(json, summary(CodebookFile.read(given.name(), given.text()))));
        collect(faults, () -> say(json, "%d places of the widest level declared beside it".formatted(Programmes.check(given.programme()).size())));
        if (json) {
            say(JsonMapper.builder().build().writeValueAsString(faults));
        } else {
            faults.forEach(fault -> say(fault.toString()));
        }
        return faults.isEmpty() ? 0 : 1;
    }

    @Command(description = "Puts a codebook in force, with the places and boundaries beside it. The one before stays on record.",
            footer = {"", "Examples:", "  stele codebook adopt my-country/codebook.yaml --reason 'threshold corrected'", "  stele codebook adopt syria --reason 'first set-up' --by amal"})
    int adopt(@Parameters(paramLabel = "FILE", description = "a codebook, or the code of one that comes with the product") String file,
            @Option(names = "--reason", required = true, description = "why, for the record") String reason,
            @Option(names = "--by", description = "who answers for it (default: who runs the command)") @Nullable String by) throws IOException {
        Given given = given(file);
        Codebook codebook = CodebookFile.read(given.name(), given.text());
        Programmes.check(given.programme());
        try (OpenRegister register = stele.open()) {
            String who = Answerable.or(by);
            boolean changed = changed(register, given.text())
                    && register.get(Changes.class).make(who, reason, change -> register.get(Codebooks.class).adopt(change, given.text()));
            Places.Taken places = register.get(Programmes.class).setUp(given.programme(), who);
            say((changed ? "In force now: " : "In force already: ") + summary(codebook));
            say("Places: %d added, %d changed, %d as they were".formatted(places.added(), places.changed(), places.unchanged()));
        }
        return 0;
    }

    @Command(description = "Shows the codebook in force, or the one that was in force at an instant.",
            footer = {"", "Examples:", "  stele codebook show", "  stele codebook show --text > codebook.yaml", "  stele codebook show --as-of 2020-12-01T00:00:00Z --json"})
    int show(@Option(names = "--as-of", paramLabel = "INSTANT", description = "such as 2020-12-01T00:00:00Z") @Nullable Instant asOf,
            @Option(names = "--text", description = "print its text as it was adopted") boolean text,
            @Option(names = "--json", description = "print a JSON object") boolean json) {
        try (OpenRegister register = stele.open()) {
            Codebooks codebooks = register.get(Codebooks.class);
            Version<AdoptedCodebook> version = (asOf == null ? codebooks.inForce() : codebooks.inForce(register.get(Changes.class).settled(asOf)))
                    .orElseThrow(() -> new Refusal("No codebook is in force yet. 'stele codebook adopt FILE --reason …' puts one in force."));
            if (text) {
                spec.commandLine().getOut().print(version.record().text());
                spec.commandLine().getOut().flush();
            } else {
                tell(List.of(version), json);
            }
        }
        return 0;
    }

    @Command(description = "Lists every codebook that was ever in force, oldest first.", footer = {"", "Example:", "  stele codebook list --json"})
    int list(@Option(names = "--json", description = "print a JSON list") boolean json) {
        try (OpenRegister register = stele.open()) {
            List<Version<AdoptedCodebook>> versions = register.get(Codebooks.class).all();
            if (versions.isEmpty() && !json) {
                say("No codebook was adopted yet.");
            }
            tell(versions, json);
        }
        return 0;
    }

    private static boolean changed(OpenRegister register, String text) {
        return register.get(Codebooks.class).inForce().filter(version -> version.record().sha256().equals(CodebookFile.digest(text))).isEmpty();
    }

    private void tell(List<Version<AdoptedCodebook>> versions, boolean json) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Version<AdoptedCodebook> version : versions) {
            Codebook codebook = version.record().codebook();
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("number", version.number());
            row.put("codebook", codebook.code());
            row.put("version", codebook.version());
            row.put("from", version.from().toString());
            row.put("to", version.to() == null ? "" : version.to().toString());
            row.put("by", version.by());
            row.put("reason", version.reason());
            row.put("sha256", version.record().sha256());
            rows.add(row);
            if (!json) {
                say("%d  %s  from %s%s, by %s: %s".formatted(version.number(), summary(codebook), version.from(),
                        version.to() == null ? "" : " to " + version.to(), version.by(), version.reason()));
            }
        }
        if (json) {
            say(JsonMapper.builder().build().writeValueAsString(rows));
        }
    }

    private static String summary(Codebook codebook) {
        return "%s %s: %d parties, %d categories of other parties, %d methods, %d weapons, %d groups, adult at %d, massacre from %d".formatted(codebook.code(),
                codebook.version(), codebook.parties().size(), codebook.otherParties().size(), codebook.methods().size(), codebook.weapons().size(),
                codebook.groups().size(), codebook.counting().adultAge(), codebook.counting().massacreThreshold());
    }

    /** What was named: a file with its neighbours, or what comes with the product. */
    private record Given(String name, String text, Programme programme) {
    }

    private static Given given(String named) throws IOException {
        Path file = Path.of(named);
        if (!Files.exists(file) && named.matches("[a-z0-9-]+")) {
            return new Given(named, CodebookFile.supplied(named), Programme.supplied(named));
        }
        return new Given(named, CodebookFile.text(file), Programme.beside(file));
    }

    private static void collect(List<Fault> faults, Runnable reading) {
        try {
            reading.run();
        } catch (FaultyCodebook refusal) {
            faults.addAll(refusal.faults());
        }
    }

    private void say(boolean json, String line) {
        if (!json) {
            say(line);
        }
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}
