package org.stele.commandline;

import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.stele.codebook.Codebook;
import org.stele.register.Codebooks;
import org.stele.statistics.Answer;
import org.stele.statistics.AnswerFormat;
import org.stele.statistics.Statistics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Counts. */
@Command(name = "count", sortOptions = false, description = "Counts what the register holds, as known now or at any past instant.",
        footer = {"", "Examples:", "  stele count --month 2020-11 --by party --measure victims,children,women,men,torture",
            "  stele count --year 2020 --by month,party --format csv",
            "  stele count --month 2020-11 --by governorate --where party=regime,russia",
            "  stele count --year 2020 --by other-party --where party=other --as-of 2020-12-01",
            "  stele count --year 2020 --measure massacres --json"})
final class CountCommand implements Callable<Integer> {

    @ParentCommand
    private SteleCommand stele;

    @Spec
    private CommandSpec spec;

    @Mixin
    private QuestionOptions options;

    @Option(names = "--format", paramLabel = "table|csv|json|hxl", defaultValue = "table", description = "how it is written (default: ${DEFAULT-VALUE})")
    private String format;

    @Option(names = "--json", description = "the same as --format json")
    private boolean json;

    @Override
    public Integer call() {
        try {
            AnswerFormat written = json ? AnswerFormat.JSON : format();
            options.language();
            try (OpenRegister register = stele.open()) {
                Codebooks codebooks = register.get(Codebooks.class);
                Answer answer = register.get(Statistics.class).answer(options.question(QuestionOptions.codebook(codebooks)));
                Codebook applied = codebooks.inForce(answer.moment()).orElseThrow().record().codebook();
                spec.commandLine().getOut().print(written.write(answer, applied, options.language()));
                spec.commandLine().getOut().flush();
                return 0;
            }
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private AnswerFormat format() {
        return Arrays.stream(AnswerFormat.values()).filter(each -> each.name().toLowerCase(Locale.ROOT).equals(format)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No format '" + format + "': use table, csv, json or hxl"));
    }
}
