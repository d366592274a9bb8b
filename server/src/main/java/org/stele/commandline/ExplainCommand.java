package org.stele.commandline;

import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stele.history.Version;
import org.stele.register.Codebooks;
import org.stele.register.Incident;
import org.stele.register.Incidents;
import org.stele.register.Victim;
import org.stele.register.Victims;
import org.stele.statistics.Counted;
import org.stele.statistics.Measure;
import org.stele.statistics.Question;
import org.stele.statistics.Statistics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Walks a figure back to the versions it counts. */
@Command(name = "explain", sortOptions = false, description = "Lists the versions of records behind a figure, each with what it contributes; the contributions sum to the figure.",
        footer = {"", "Examples:", "  stele explain --month 2020-11 --by party --cell regime",
            "  stele explain --year 2020 --by party,month --measure torture --cell regime,2020-11 --names",
            "  stele explain --month 2020-11 --measure massacres --json",
            "  stele explain --year 2020 --by month --measure injured --cell 2020-11", "",
            "Of persons and of massacres each version contributes one; injured, unrecorded-min and unrecorded-max add up",
            "numbers written on incidents.",
            "Without --cell it explains the total. Names are shown only with --names: mind who looks on."})
final class ExplainCommand implements Callable<Integer> {

    @ParentCommand
    private SteleCommand stele;

    @Spec
    private CommandSpec spec;

    @Mixin
    private QuestionOptions options;

    @Option(names = "--cell", paramLabel = "V,…", description = "the cell: one value for each dimension of --by, by its code")
    private @Nullable String cell;

    @Option(names = "--limit", defaultValue = "50", description = "how many versions to list at most (default: ${DEFAULT-VALUE})")
    private int limit;

    @Option(names = "--offset", defaultValue = "0", description = "how many to pass over first")
    private long offset;

    @Option(names = "--names", description = "show names of persons")
    private boolean names;

    @Option(names = "--json", description = "print JSON instead of lines")
    private boolean json;

    @Override
    public Integer call() {
        try (OpenRegister register = stele.open()) {
            Question question = options.question(QuestionOptions.codebook(register.get(Codebooks.class)));
            if (question.measures().size() > 1) {
                throw new IllegalArgumentException("One figure is explained at a time: give one --measure");
            }
            Measure measure = question.measures().getFirst();
            List<String> key = cell == null ? List.of() : List.of(cell.split(","));
            Counted counted = register.get(Statistics.class).explain(question, measure, key, offset, limit);
            List<Map<String, String>> lines = new ArrayList<>();
            if (counted.table().equals("victim")) {
                register.get(Victims.class).exactly(counted.versions()).forEach(version -> lines.add(victim(version)));
            } else {
                register.get(Incidents.class).exactly(counted.versions()).forEach(version -> lines.add(incident(version)));
            }
            for (int i = 0; i < lines.size(); i++) {
                lines.get(i).put("contribution", Long.toString(counted.parts().get(i).amount()));
            }
            print(measure, counted, lines);
            return 0;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private Map<String, String> victim(Version<Victim> version) {
        Map<String, String> line = who(version);
        Victim victim = version.record();
        line.put("documented", text(victim.documentedOn()));
        line.put("place", text(victim.deathPlace().code()));
        line.put("responsibility", victim.attribution().category() != null ? victim.attribution().category() : String.join("+", victim.attribution().parties()));
        if (names) {
            line.put("name", text(victim.name().in(options.language())));
        }
        return line;
    }

    private static Map<String, String> incident(Version<Incident> version) {
        Map<String, String> line = who(version);
        line.put("documented", text(version.record().documentedOn()));
        line.put("place", text(version.record().place().code()));
        return line;
    }

    private static Map<String, String> who(Version<?> version) {
        Map<String, String> line = new LinkedHashMap<>();
        line.put("id", Long.toString(version.id()));
        line.put("version", Integer.toString(version.number()));
        line.put("since", version.from().atOffset(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS).toString());
        line.put("by", version.by());
        line.put("why", version.reason());
        return line;
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private void print(Measure measure, Counted counted, List<Map<String, String>> lines) {
        var out = spec.commandLine().getOut();
        if (json) {
            Map<String, Object> whole = new LinkedHashMap<>();
            whole.put("measure", measure.code());
            whole.put("figure", counted.figure());
            whole.put("table", counted.table());
            whole.put("total", counted.total());
            whole.put("offset", offset);
            whole.put("listed", counted.listed());
            whole.put("versions", lines.stream().map(ExplainCommand::numbered).toList());
            out.println(JsonMapper.builder().build().writeValueAsString(whole));
        } else {
            boolean all = lines.size() == counted.total();
            out.println("%,d versions of %ss".formatted(counted.total(), counted.table())
                    + (all ? "" : ", of which %,d from %,d".formatted(lines.size(), offset + 1)) + (counted.adds() ? ", the last number is what each adds:" : ":"));
            lines.forEach(line -> out.println("  " + line.entrySet().stream().filter(each -> counted.adds() || !each.getKey().equals("contribution"))
                    .map(Map.Entry::getValue).collect(Collectors.joining("  "))));
            out.println("%s: sum %,d%s%s".formatted(measure.code(), counted.figure(), counted.adds() ? "" : ", one of each version",
                    all ? "" : "; of those listed %,d".formatted(counted.listed())));
        }
        out.flush();
    }

    /** Numbers a program may add up are numbers. */
    private static Map<String, Object> numbered(Map<String, String> line) {
        Map<String, Object> numbered = new LinkedHashMap<>(line);
        numbered.computeIfPresent("contribution", (key, amount) -> Long.valueOf((String) amount));
        return numbered;
    }
}
