package org.stele.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.stele.access.Accounts;
import org.stele.access.By;
import org.stele.access.Role;
import org.stele.access.TestAccounts;
import org.stele.database.DataPlace;
import org.stele.database.TestDatabase;

/** A disk with less room than must stay free is a full one. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "stele.vault.reserve=4000000000000000000")
class FullDiskTest {

    static final TestDatabase DATABASE = TestDatabase.fresh();

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        DATABASE.register(registry);
    }

    @Test
    void isAnsweredBy507WithNothingHalfKeptAndPagesStillRead(@Autowired Accounts accounts, @Autowired DataPlace data) throws Exception {
        accounts.add("archivist", Role.ARCHIVIST, "four words apart here", new By("test", "to fill the disk"));
        TestAccounts.enrol(DATABASE.sql(), "archivist");
        try (DeskVisitor archivist = new DeskVisitor(port, "archivist", "four words apart here")) {
            HttpResponse<byte[]> answer = archivist.upload(archivist.token("/en/desk/evidence/new"), Map.of("kind", "witness", "source", "a neighbour",
                    "obtained-by", "amal", "obtained-at", "2020-11-24", "consent", "internal"), "a.mp4", new ByteArrayInputStream(new byte[5 << 20]));

            assertThat(answer.statusCode()).isEqualTo(507);
            assertThat(DeskVisitor.text(answer)).contains("The disk has no room left").contains("a neighbour");
            assertThat(archivist.get("/en/desk/evidence").statusCode()).isEqualTo(200);
        }
        try (Stream<Path> files = Files.walk(data.path().resolve("vault"))) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
    }
}
