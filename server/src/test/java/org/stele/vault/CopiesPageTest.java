package org.stele.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.stele.access.Accounts;
import org.stele.access.By;
import org.stele.access.Role;
import org.stele.access.TestAccounts;
import org.stele.database.TestDatabase;
import org.stele.evidence.Items;
import org.stele.evidence.Provenance;
import org.stele.evidence.Receiving;
import org.stele.evidence.Submission;

@SpringBootTest
@AutoConfigureMockMvc
class CopiesPageTest {
    static final TestDatabase DATABASE = TestDatabase.fresh();
    static final String PASSWORD = "four words apart here";

    @TempDir
    static Path folder;

    @Autowired
    MockMvc server;

    @Autowired
    Copies copies;

    @Autowired
    Receiving receiving;

    @Autowired
    Items items;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) throws IOException {
        DATABASE.register(registry);
        Path data = Files.createDirectories(folder.resolve("data"));
        Files.createDirectories(folder.resolve("nas"));
        Files.createDirectories(folder.resolve("disk"));
        Files.writeString(data.resolve("vault.yaml"), """
                policy: {copies: 4, places: 2, offline: 1}
                main: {place: office}
                locations:
                  - {name: nas, kind: folder, path: %s/nas, place: office}
                  - {name: safe, kind: disk, path: %s/disk, place: bank}
                """.formatted(folder, folder));
        registry.add("stele.data", data::toString);
    }

    @BeforeAll
    static void accounts(@Autowired Accounts accounts) {
        for (String name : List.of("amal", "basma")) {
            accounts.add(name, Role.RESEARCHER, PASSWORD, new By("test", "to decide"));
        }
        accounts.add("omar", Role.ADMINISTRATOR, PASSWORD, new By("test", "to look after"));
        TestAccounts.enrol(DATABASE.sql(), "amal", "basma", "omar");
    }

    @Test
    void thePageSaysInBothLanguagesWhatNeedsSomebodyAndTwoPersonsDelete() throws Exception {
        long item = item(1000);
        Blob blob = blob(item);
        Blob bad = blob(item(1001));
        copies.replicate(null, "test", "test", CopyProgress.NONE);
        for (Path each : List.of(folder.resolve("nas"), folder.resolve("data/vault"))) {
            Archive.rot(Archive.file(each, bad), new java.util.Random(1));
        }
        copies.check(null, true, java.time.Duration.ofMinutes(1), "test", "test", CopyProgress.NONE);
        MockHttpSession amal = signIn("amal");
        MockHttpSession basma = signIn("basma");
        MockHttpSession omar = signIn("omar");

        String english = page(omar, "en");
        assertThat(english).contains("2 originals are kept.", "The plan cannot be met.", "4 copies are wanted, but only 3 locations are planned",
                "Of one original no right copy is known any more. Nothing was moved.", "safe was never reached.", "nas: one bad copy could not be mended yet.");
        assertThat(english).as("who looks after the machine deletes nothing").doesNotContain("Ask for a deletion");
        assertThat(english).contains("No backup has been written yet.", "None is written by itself");
        Files.writeString(folder.resolve("data/backup-state.json"), """
                {"plan": {"every": "PT24H", "to": "location:nas", "keep": 7, "since": "2020-11-20T00:00:00Z"},
                 "last": {"at": "2020-11-24T02:00:00Z", "place": "nas:stele-backup", "name": "a", "seconds": 5},
                 "lastPlanned": {"at": "2020-11-24T02:00:00Z", "place": "nas:stele-backup", "name": "a", "seconds": 5},
                 "failed": {"at": "2020-11-25T02:00:00Z", "why": "The disk <is> full"}}""");
        assertThat(page(omar, "en")).contains("A backup is overdue.", "The disk &lt;is&gt; full", "nas:stele-backup", "The next is due");
        assertThat(page(omar, "ar")).contains("تأخرت النسخة الاحتياطية عن موعدها.", "موعد النسخة التالية");
        assertThat(page(omar, "ar")).contains("lang=\"ar\" dir=\"rtl\"", "أصلان محفوظان.", "لا يمكن الوفاء بالخطة.", "الموقع safe", "أصل واحد لم تعد تُعرف له نسخة سليمة");
        assertThat(server.perform(get("/en/desk/evidence/" + item).session(amal)).andReturn().getResponse().getContentAsString())
                .contains("<bdi>main</bdi>: read back, right", "<bdi>nas</bdi>: read back, right", "last read whole and right");
        assertThat(page(amal, "en")).contains("Ask for a deletion").doesNotContain("style=\"", "<script");

        assertThat(decide(omar, "", String.valueOf(item)).getStatus()).isEqualTo(403);
        assertThat(decide(amal, "", "none").getStatus()).isEqualTo(409);
        assertThat(decide(amal, "", "4711").getContentAsString()).contains("There is no evidence item 4711.");
        assertThat(decide(amal, "", String.valueOf(item)).getRedirectedUrl()).isEqualTo("/en/desk/copies");
        long id = copies.deletions().underWay().getFirst().id();
        assertThat(page(amal, "en")).contains(">Stop<").doesNotContain(">Agree<");
        assertThat(decide(amal, "/" + id + "/agree", "").getContentAsString()).contains("Nothing was changed.", "Another person must");
        assertThat(page(basma, "ar")).contains(">موافقة<");
        assertThat(decide(basma, "/" + id + "/agree", "").getRedirectedUrl()).isEqualTo("/en/desk/copies");
        assertThat(copies.deletions().find(id).orElseThrow()).matches(each -> each.stage().equals("agreed") && each.askedBy().equals("amal")
                && "basma".equals(each.agreedBy()) && each.blob() == blob.id());
        assertThat(decide(amal, "/" + id + "/withdraw", "").getRedirectedUrl()).isEqualTo("/en/desk/copies");
        assertThat(page(amal, "en")).contains("None has been asked for.");
        assertThat(server.perform(post("/en/desk/copies/deletions").param("item", "1").param("reason", "x").session(amal)).andReturn().getResponse().getStatus())
                .as("without the form's token").isEqualTo(403);
    }

    private long item(int length) throws IOException {
        Map<String, String> told = Map.of("kind", "witness", "source", "a neighbour", "obtained-by", "amal", "obtained-at", "2020-11-24", "consent", "internal");
        return receiving.add(new Submission(Provenance.of(told, "a.jpg"), null, null, false, List.of(), "amal", "came by mail"),
                new ByteArrayInputStream(new byte[length]), taken -> { }).item();
    }

    private Blob blob(long item) {
        return items.blob(items.current(item).record());
    }

    private String page(MockHttpSession session, String language) throws Exception {
        MockHttpServletResponse response = server.perform(get("/" + language + "/desk/copies").session(session)).andReturn().getResponse();
        assertThat(response.getStatus()).isEqualTo(200);
        return response.getContentAsString();
    }

    private MockHttpServletResponse decide(MockHttpSession session, String step, String item) throws Exception {
        return server.perform(post("/en/desk/copies/deletions" + step).param("item", item).param("reason", "judgement 12/2020").session(session).with(csrf()))
                .andReturn().getResponse();
    }

    private MockHttpSession signIn(String account) throws Exception {
        MockHttpSession session = new MockHttpSession();
        assertThat(server.perform(post("/en/sign-in").session(session).with(csrf()).param("account", account).param("password", PASSWORD)
                .param("code", TestAccounts.code())).andReturn()
                .getResponse().getRedirectedUrl()).isEqualTo("/en/desk");
        return session;
    }
}
