package org.stele.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stele.access.Accounts;
import org.stele.access.By;
import org.stele.access.Role;
import org.stele.access.TestAccounts;
import org.stele.database.DataPlace;
import org.stele.database.TestDatabase;

/** Who reads what is confidential is written down before the first byte leaves: also when the server dies between the two. */
class CutOffReadingTest {

    static final TestDatabase DATABASE = TestDatabase.fresh();
    static final String PASSWORD = "four words apart here";

    @TempDir
    Path data;

    record Server(Process process, int port) implements AutoCloseable {
        static Server start(Path data) throws IOException {
            Process process = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-XX:TieredStopAtLevel=1", "-cp",
                    System.getProperty("java.class.path"), HaltingServer.class.getName(), DATABASE.url(), data.toString()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
            String said = process.inputReader().lines().filter(line -> line.startsWith("listens on ")).findFirst().orElseThrow();
            return new Server(process, Integer.parseInt(said.substring("listens on ".length())));
        }

        int end() throws InterruptedException {
            return process.waitFor();
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }

    long count(String sql) {
        return DATABASE.sql().sql("select count(*) from " + sql).query(Long.class).single();
    }

    @Test
    void theEntryIsThereThoughNotOneByteLeft() throws Exception {
        new Accounts(DATABASE.source()).add("amal", Role.ARCHIVIST, PASSWORD, new By("the lead", "new here"));
        TestAccounts.enrol(DATABASE.sql(), "amal");
        var rooms = AddUntilKilled.Rooms.on(DATABASE.source(), new DataPlace(data).folder("vault").getParent());
        long item = rooms.receiving().add(new Submission(Provenance.of(AddUntilKilled.TOLD, "a.mp4"), null, null, true, List.of(), "amal", "to try"),
                new java.io.ByteArrayInputStream("what only few may see".getBytes()), taken -> { }).item();
        String page = "/en/desk/evidence/" + item;

        // The page that tells of the item.
        try (Server server = Server.start(data); DeskVisitor amal = new DeskVisitor(server.port(), "amal", PASSWORD)) {
            String read = "reading where account = 'amal' and what = '" + page + "'";
            assertThat(count(read)).isZero();
            assertThatThrownBy(() -> amal.get(page, HaltingServer.DIE, "now")).as("nothing came").isInstanceOf(IOException.class);
            assertThat(server.end()).isEqualTo(137);
            assertThat(count(read)).isEqualTo(1);
            assertThat(count("sealed_block where table_name = 'reading'")).as("each reading has its entry").isEqualTo(count("reading"));
        }

        // The item's bytes: the reading is begun with a reason, and the server dies before it gives the first of them.
        try (Server server = Server.start(data); DeskVisitor amal = new DeskVisitor(server.port(), "amal", PASSWORD)) {
            String file = URI.create(amal.post(page, page + "/readings", Map.of("reason", "to find the street")).headers().firstValue("Location").orElseThrow()).getPath();
            assertThatThrownBy(() -> amal.get(file, HaltingServer.DIE, "now")).isInstanceOf(IOException.class);
            assertThat(server.end()).isEqualTo(137);
            String read = "custody_event e join change c on c.number = e.change where act = 'read' and made_by = 'amal' and reason = 'to find the street' and item = " + item;
            assertThat(count(read)).isEqualTo(1);
            assertThat(count("reading where account = 'amal' and what = '" + file + "'")).isEqualTo(1);
            assertThat(count("sealed_block where table_name = 'reading'")).isEqualTo(count("reading"));
        }
    }
}
