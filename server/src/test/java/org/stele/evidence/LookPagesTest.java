package org.stele.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
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
import org.stele.database.TestDatabase;
import org.stele.inspection.Drawn;
import org.stele.vault.Act;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class LookPagesTest {

    static final TestDatabase DATABASE = TestDatabase.fresh();
    static final String PASSWORD = "four words apart here";

    @LocalServerPort
    int port;

    @Autowired
    Items items;

    @Autowired
    Receiving receiving;

    @Autowired
    Looking looking;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        DATABASE.register(registry);
    }

    @BeforeAll
    static void accounts(@Autowired Accounts accounts) {
        accounts.add("archivist", Role.ARCHIVIST, PASSWORD, new By("test", "to keep originals"));
        accounts.add("other", Role.ARCHIVIST, PASSWORD, new By("test", "to keep originals too"));
        TestAccounts.enrol(DATABASE.sql(), "archivist", "other");
    }

    private long add(byte[] bytes, String name) throws IOException {
        Submission submission = new Submission(Provenance.of(LookingTest.TOLD, name), null, null, true, List.of(), "amal", "to try");
        return receiving.add(submission, new ByteArrayInputStream(bytes), taken -> { }).item();
    }

    @Test
    void theServerLooksAtAnItemByItselfSoonAfterItCame() throws Exception {
        long item = add(Drawn.as("png", Drawn.scene(71, 300, 200)), "street.pdf");
        for (int i = 0; i < 300 && looking.seen(item).isEmpty(); i++) {
            Thread.sleep(200);
        }
        assertThat(looking.seen(item)).isPresent();
        try (DeskVisitor archivist = new DeskVisitor(port, "archivist", PASSWORD)) {
            assertThat(archivist.page("/en/desk/evidence/" + item)).contains("image/png").contains("The file is of another type than its name says");
            assertThat(archivist.page("/ar/desk/evidence/" + item)).contains("نوع الملف غير ما يقوله اسمه");
        }
    }

    @Test
    void twoPicturesAlikeAreShownSideBySideAndThatIsRecordedFirst() throws Exception {
        long one = add(Drawn.jpeg(Drawn.scene(72, 900, 600), 0.9f), "a.jpg");
        long two = add(Drawn.jpeg(Drawn.scene(72, 450, 300), 0.5f), "b.jpg");
        looking.look(one);
        looking.look(two);
        String path = "/en/desk/evidence/" + one;
        try (DeskVisitor archivist = new DeskVisitor(port, "archivist", PASSWORD); DeskVisitor other = new DeskVisitor(port, "other", PASSWORD)) {
            assertThat(archivist.page(path)).contains("Compare with item " + two);
            assertThat(archivist.post(path, path + "/comparisons", Map.of("other", String.valueOf(two), "reason", " ")).statusCode()).isEqualTo(422);

            HttpResponse<byte[]> shown = archivist.post(path, path + "/comparisons", Map.of("other", String.valueOf(two), "reason", "the same street?"));

            assertThat(shown.statusCode()).isEqualTo(200);
            List<String> images = Pattern.compile("<img src=\"([^\"]+)\"").matcher(DeskVisitor.text(shown)).results().map(found -> found.group(1)).toList();
            assertThat(images).hasSize(2);
            HttpResponse<byte[]> image = archivist.get(images.getFirst());
            assertThat(image.headers().firstValue("Content-Type")).contains("image/jpeg");
            assertThat(ImageIO.read(new ByteArrayInputStream(image.body())).getWidth()).isEqualTo(512);
            assertThat(other.get(images.getFirst()).statusCode()).as("a reading of another").isEqualTo(404);
            assertThat(items.chain(looking.thumbnail(one).orElseThrow())).anySatisfy(event -> {
                assertThat(event.act()).isEqualTo(Act.READ);
                assertThat(event.by()).isEqualTo("archivist");
                assertThat(event.reason()).isEqualTo("the same street?");
            });
            Matcher event = Pattern.compile("/evidence/[0-9]+/views/([0-9]+)").matcher(images.getFirst());
            assertThat(event.find()).isTrue();
            assertThat(archivist.get("/en/desk/evidence/" + one + "/views/" + event.group(1)).statusCode()).as("an original is never shown").isEqualTo(404);
            assertThat(archivist.post(path, path + "/comparisons", Map.of("other", "999", "reason", "x")).statusCode()).isEqualTo(404);
        }
    }
}
