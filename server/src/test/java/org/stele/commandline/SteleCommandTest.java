package org.stele.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stele.SteleApplication;
import org.stele.database.TestDatabase;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;

class SteleCommandTest {
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return SteleCommand.run(SteleApplication.class, new PrintWriter(out), new PrintWriter(err), arguments);
    }

    private static String url() {
        return DATABASE.url();
    }

    @Test
    void everyCommandExplainsItselfWithExamples() {
        for (CommandLine command : new CommandLine(new SteleCommand(SteleApplication.class)).getSubcommands().values()) {
            assertThat(run(command.getCommandName(), "--help")).isZero();
            assertThat(command.getUsageMessage()).as(command.getCommandName()).contains("Example");
            assertThat(command.getCommandSpec().usageMessage().description()).as(command.getCommandName()).isNotEmpty();
        }
    }

    @Test
    void whatIsNotUnderstoodIsSaidInTwoLinesWithCodeTwo() {
        assertThat(run("serve", "--prot=80")).isEqualTo(2);
        assertThat(err.toString()).contains("Unknown option: '--prot=80'").contains("stele serve --help").doesNotContain("\tat ");
        assertThat(run()).isEqualTo(2);
    }

    @Test
    void aRefusalIsOneLineWithoutAStackTraceAndWithOneWhenAsked(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("letter.txt"), "mine");

        assertThat(run("serve", "--port", "0", "--data", folder.toString())).isEqualTo(1);
        assertThat(err.toString().lines()).singleElement().asString().startsWith("stele: ").contains(folder.toString());

        assertThat(run("serve", "--port", "0", "--debug", "--data", folder.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("\tat org.stele.database");
    }

    @Test
    void theDoctorReportsToPeopleAndToPrograms() {
        assertThat(run("doctor", "--db-url", url())).as(err::toString).isZero();
        assertThat(out.toString()).contains("fsync").doesNotContain("NOT");
        out.getBuffer().setLength(0);

        assertThat(run("doctor", "--json", "--db-url", url())).isZero();
        assertThat(JsonMapper.builder().build().readTree(out.toString())).allMatch(each -> each.get("fulfilled").asBoolean());
        assertThat(out.toString()).as("no password").doesNotContain("password=stele").doesNotContain(String.valueOf(DATABASE.login().password()));
    }

    @Test
    void theDoctorFindsAServerThatIsNotThere() {
        assertThat(run("doctor", "--db-url", "jdbc:postgresql://127.0.0.1:1/none?user=x")).isEqualTo(1);
        assertThat(out.toString()).contains("NOT");
    }

    @Test
    void aServerStartsAnswersAndStops() {
        assertThat(run("serve", "--rehearse", "--port", "0", "--db-url", url())).as(err::toString).isZero();
    }

    @Test
    void aPortInUseIsSaidPlainly() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            assertThat(run("serve", "--address", "0.0.0.0", "--port", Integer.toString(taken.getLocalPort()), "--db-url", url())).isEqualTo(1);
            assertThat(err.toString()).contains("Port " + taken.getLocalPort() + " is in use");
        }
    }
}
