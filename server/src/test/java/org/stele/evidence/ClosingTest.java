package org.stele.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.stele.SteleApplication;
import org.stele.access.Accounts;
import org.stele.access.By;
import org.stele.access.Role;
import org.stele.access.TestAccounts;
import org.stele.database.TestDatabase;
import org.stele.vault.Vault;

/** What a sender is told whose bytes were on their way when the program was told to end. */
class ClosingTest {

    static final TestDatabase DATABASE = TestDatabase.fresh();
    static final Path DATA = TestDatabase.folder();
    static final String PASSWORD = "four words apart here";

    @Test
    void whoseFileWasOnItsWayIsToldThatNothingOfItWasKeptAndToComeBack() throws Exception {
        try (ConfigurableApplicationContext program = new SpringApplicationBuilder(SteleApplication.class).web(WebApplicationType.SERVLET)
                .properties("stele.data=" + DATA, "server.port=0", "stele.db-url=" + DATABASE.url()).run()) {
            program.getBean(Accounts.class).add("archivist", Role.ARCHIVIST, PASSWORD, new By("test", "to keep originals"));
            TestAccounts.enrol(DATABASE.sql(), "archivist");
            program.getBean(Vault.class).close();
            int port = Integer.parseInt(program.getEnvironment().getProperty("local.server.port"));
            try (DeskVisitor archivist = new DeskVisitor(port, "archivist", PASSWORD)) {
                String token = archivist.token("/en/desk/evidence/new");

                HttpResponse<byte[]> page = archivist.upload("/ar/desk/evidence", "text/html", token, told(), "a.mp4", bytes());
                assertThat(page.statusCode()).isEqualTo(503);
                assertThat(DeskVisitor.text(page)).contains("البرنامج يُغلق").contains("value=\"a neighbour\"");
                HttpResponse<byte[]> told503 = archivist.upload("/en/desk/evidence", "application/json", token, told(), "a.mp4", bytes());
                assertThat(told503.statusCode()).isEqualTo(503);
                assertThat(DeskVisitor.text(told503)).contains("urn:stele:problem:closing").contains("nothing was kept of the file");
            }
            assertThat(program.getBean(Items.class).count()).isZero();
        }
    }

    private static Map<String, String> told() {
        return new HashMap<>(Map.of("kind", "witness", "source", "a neighbour", "obtained-by", "amal", "obtained-at", "2020-11-24", "consent", "internal"));
    }

    private static ByteArrayInputStream bytes() {
        return new ByteArrayInputStream("on their way".getBytes(StandardCharsets.UTF_8));
    }
}
