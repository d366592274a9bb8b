package org.stele.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stele.SteleApplication;
import org.stele.database.Database;
import org.stele.demonstration.DemonstrationRegister;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CountCommandTest {

    private record Ran(int exit, String out, String err) {
    }

    private static Ran run(String... arguments) {
        DemonstrationRegister.get(org.stele.statistics.Statistics.class);
        Database.Login login = DemonstrationRegister.DATABASE.login();
        String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--db-url";
        all[arguments.length + 1] = login.url() + "&user=" + login.user() + "&password=" + login.password();
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = SteleCommand.run(SteleApplication.class, new PrintWriter(out), new PrintWriter(err), all);
        return new Ran(exit, out.toString(), err.toString());
    }

    @Test
    void theMonthIsCountedAndEachCellExplained() {
        Ran table = run("count", "--month", "2020-11", "--by", "party", "--as-of", "2020-11-30", "--format", "csv");
        assertThat(table.exit).as(table.err).isZero();
        assertThat(table.out).contains("regime,Syrian Regime forces,39,2020-11-30T23:59:59.999999Z,");
        Ran explained = run("explain", "--month", "2020-11", "--by", "party", "--as-of", "2020-11-30", "--cell", "regime", "--json", "--limit", "10", "--offset", "35");
        assertThat(explained.exit).as(explained.err).isZero();
        JsonNode json = JsonMapper.builder().build().readTree(explained.out);
        assertThat(json.get("total").asInt()).isEqualTo(39);
        assertThat(json.get("versions").size()).isEqualTo(4);
        assertThat(List.of(json.get("figure").asInt(), json.get("listed").asInt(), json.at("/versions/0/contribution").asInt())).containsExactly(39, 4, 1);
        assertThat(json.at("/versions/0").has("name")).as("names are shown only where they are asked for").isFalse();
    }

    @Test
    void aFigureThatAddsNumbersSaysWhatEachIncidentAdds() {
        Ran table = run("count", "--month", "2020-11", "--measure", "injured", "--as-of", "2020-11-30", "--format", "json");
        long figure = JsonMapper.builder().build().readTree(table.out).at("/totals/injured").asLong();
        Ran explained = run("explain", "--month", "2020-11", "--measure", "injured", "--as-of", "2020-11-30", "--json", "--limit", "100000");
        JsonNode json = JsonMapper.builder().build().readTree(explained.out);
        assertThat(figure).isPositive().isEqualTo(json.get("figure").asLong()).isEqualTo(json.get("listed").asLong())
                .isEqualTo(json.get("versions").valueStream().mapToLong(version -> version.get("contribution").asLong()).sum());
        assertThat(json.get("total").asLong()).as("fewer incidents than people injured in them").isLessThan(figure);
        Ran lines = run("explain", "--month", "2020-11", "--measure", "injured", "--as-of", "2020-11-30", "--limit", "1");
        assertThat(lines.out.lines().toList()).hasSize(3).last().asString().startsWith("injured: sum %,d; of those listed ".formatted(figure));
        assertThat(run("explain", "--month", "2020-11", "--as-of", "2020-11-30", "--limit", "100000").out).endsWith(", one of each version\n");
    }

    @Test
    void aQuestionNotUnderstoodSaysWhatThereIs() {
        Ran ran = run("count", "--by", "moon");
        assertThat(ran.exit).isEqualTo(2);
        assertThat(ran.err).contains("No dimension 'moon'").contains("governorate-of-origin");
        assertThat(run("count", "--where", "party=regim").err).contains("'regim' is no value of party");
        assertThat(run("count", "--measure", "massacres", "--by", "sex").err).contains("counts incidents, which have no sex");
        assertThat(run("count", "--format", "xls").exit).isEqualTo(2);
    }
}
