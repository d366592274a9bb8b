package org.stele.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stele.history.Changes;
import org.stele.register.AgeRange;
import org.stele.register.Attribution;
import org.stele.register.CivilianStatus;
import org.stele.register.CountRange;
import org.stele.register.Custody;
import org.stele.register.DateRange;
import org.stele.register.Incident;
import org.stele.register.Incidents;
import org.stele.register.PersonName;
import org.stele.register.PlaceRef;
import org.stele.register.Sex;
import org.stele.register.Source;
import org.stele.register.Sources;
import org.stele.register.Standing;
import org.stele.register.Statement;
import org.stele.register.Statements;
import org.stele.register.Victim;
import org.stele.register.Victims;
import org.stele.register.Words;

/** What the site answers, seen without a browser: cookies, caches, files, and who may read what. */
class LiveSiteTest {

    static final List<String> PUBLIC = List.of("/en/", "/ar/figures", "/en/figures/parties?period=2020", "/en/methodology", "/ar/reports/2020-11",
            "/en/figure?measure=torture", "/en/figures/parties.csv?period=2020");

    @Test
    void publicPagesSetNoCookieAndCarryNoName() throws Exception {
        String somebody = new Visitor().signedIn("amal").get("/en/desk/victims/1").body().replaceAll("(?s).*<h1><bdi>([^<]+)</bdi>.*", "$1");
        assertThat(somebody).contains(" ");
        for (String path : PUBLIC) {
            HttpResponse<String> answer = new Visitor().get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.headers().firstValue("Set-Cookie")).as(path).isEmpty();
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElse("")).startsWith("default-src 'none'");
            assertThat(answer.body()).doesNotContain(somebody);
        }
    }

    @Test
    void aPageThatDidNotChangeIsNotSentTwice() throws Exception {
        HttpResponse<String> first = new Visitor().get("/en/figures/parties?period=2020-11");
        String tag = first.headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> second = new Visitor().get("/en/figures/parties?period=2020-11", "If-None-Match", tag);
        assertThat(second.statusCode()).isEqualTo(304);
        assertThat(second.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "json", "hxl"})
    void aTableIsDownloadedWithTheSameFiguresAndTheirScope(String form) throws Exception {
        HttpResponse<String> file = new Visitor().get("/ar/figures/parties." + form + "?period=2020-11");

        assertThat(file.headers().firstValue("Content-Disposition").orElse("")).contains("syria-parties-2020-11." + (form.equals("hxl") ? "hxl.csv" : form));
        assertThat(file.body()).contains("regime").contains("2020-11");
        assertThat(Pattern.compile("\\b39\\b").matcher(file.body()).find()).isTrue();
        assertThat(file.body().contains("#affected+killed")).isEqualTo(form.equals("hxl"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/en/?period=2020-13", "/en/?as-of=yesterday", "/en/?as-of=2999-01-01", "/en/figure?where=party=nobody", "/en/figure?measure=happiness"})
    void aQuestionThatMakesNoSenseIsAnsweredWithWhatWouldMakeSense(String path) throws Exception {
        HttpResponse<String> answer = new Visitor().get(path);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("This question cannot be answered").doesNotContain("Exception").doesNotContain("org.stele");
    }

    @Test
    void whatSomebodyTypesIsNeverMarkup() throws Exception {
        Visitor amal = new Visitor().signedIn("amal");

        assertThat(amal.get("/en/desk/victims?name=%3Cscript%3Ealert(1)%3C/script%3E").body()).doesNotContain("<script").contains("&lt;script");
        assertThat(new Visitor().get("/en/?period=%22%3E%3Cscript%3E").body()).doesNotContain("<script");
    }

    @Test
    void everyReadingOfCasesIsWrittenDownWithTheReader() throws Exception {
        Visitor basma = new Visitor().signedIn("basma");
        long before = readings("basma");
        basma.get("/en/desk/victims/17");
        basma.get("/en/desk/figures?measure=torture&month=2020-11");
        basma.get("/en/methodology");

        assertThat(readings("basma")).isEqualTo(before + 2);
        assertThat(LiveSite.get().sql().sql("select what from reading where account = 'basma' order by number desc limit 1").query(String.class).single())
                .isEqualTo("/en/desk/figures?measure=torture&month=2020-11");
    }

    @Test
    void onlyWhoMayKnowItReadsAConfidentialSource() throws Exception {
        String secret = "The neighbour on the third floor told it";
        Sources sources = LiveSite.get().bean(Sources.class);
        Statements statements = LiveSite.get().bean(Statements.class);
        LiveSite.get().bean(Changes.class).make("test", "a confidential witness", change -> {
            long source = sources.open(change, List.of(new Source("witness", "Umm Salim", true, null)));
            statements.add(change, List.of(new Statement(statements.takeIds(change, 1), source, 21L, null, change.at(), "by telephone", "1", secret)));
            return null;
        });

        assertThat(new Visitor().signedIn("amal").get("/en/desk/victims/21").body()).contains(secret, "Umm Salim");
        assertThat(new Visitor().signedIn("basma").get("/en/desk/victims/21").body()).doesNotContain(secret, "Umm Salim", "by telephone").contains("confidential source");
    }

    @Test
    void theExportedListIsAsLongAsItsFigure() throws Exception {
        HttpResponse<String> list = new Visitor().signedIn("amal").get("/en/desk/figures.csv?measure=victims&year=2020");

        assertThat(list.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(list.body().split("\r\n")).hasSize(1 + 1_734);
        assertThat(list.body().chars().filter(c -> c == 0xFEFF).count()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void aFigureThatAddsNumbersShowsWhatEachIncidentAddsAndTheSum(String language) throws Exception {
        Visitor amal = new Visitor().signedIn("amal");
        String query = "?measure=injured&month=2020-11";
        String page = amal.get("/" + language + "/desk/figures" + query).body();
        long figure = Long.parseLong(page.replaceAll("(?s).*<span class=\"big\">([0-9]+)</span>.*", "$1"));
        List<Long> added = Pattern.compile("<td class=\"number\">([0-9]+)</td>").matcher(page).results().map(found -> Long.valueOf(found.group(1))).toList();

        assertThat(added).as(page).hasSizeBetween(2, 49);
        assertThat(added.stream().mapToLong(Long::longValue).sum()).isEqualTo(figure);
        assertThat(page).containsPattern("<p class=\"sum\">[^<]*\\b" + figure + "</p>");
        String[] lines = amal.get("/" + language + "/desk/figures.csv" + query).body().split("\r\n");
        assertThat(java.util.Arrays.stream(lines).skip(1).mapToLong(line -> Long.parseLong(line.substring(line.lastIndexOf(',') + 1))).sum()).isEqualTo(figure);
    }

    /** No victim of the demonstration has everything, or nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void aRecordIsShownWhateverIsKnownOfIt(String language) throws Exception {
        DateRange when = DateRange.between(LocalDate.of(2018, 7, 1), LocalDate.of(2020, 11, 18));
        PlaceRef place = new PlaceRef("SY05", "in the town");
        Custody custody = new Custody(when, place, "regime", "a prison", true, false, when, "mukhtar", true, false, null);
        Custody unknown = new Custody(DateRange.UNKNOWN, PlaceRef.UNKNOWN, null, null, null, null, DateRange.UNKNOWN, null, null, null, null);
        Incident full = new Incident(LocalDate.of(2020, 11, 24), when, place, new Words("a ring road", "طريق"), "explosion", "car-bomb",
                Attribution.undetermined("bombing", List.of("regime", "russian")).because("two witnesses", LocalDate.of(2020, 11, 25)), new CountRange(1, 12),
                new CountRange(3, null), "regime", new Words("what happened", "ما حدث"), true);
        Incident empty = new Incident(null, DateRange.UNKNOWN, PlaceRef.UNKNOWN, Words.NONE, null, null,
                Attribution.undetermined(Attribution.NOT_SPECIFIED, List.of()), CountRange.NONE, CountRange.NONE, null, Words.NONE, false);
        List<AgeRange> ages = List.of(new AgeRange(30, 35), new AgeRange(0, 1), new AgeRange(1, 2), AgeRange.of(0), AgeRange.of(1), AgeRange.of(2), AgeRange.of(3),
                AgeRange.of(11), AgeRange.of(100), AgeRange.child(18), AgeRange.adult(18), new AgeRange(60, null), new AgeRange(null, 5), AgeRange.UNKNOWN);
        List<String> paths = LiveSite.get().bean(Changes.class).make("test", "records of every shape", change -> {
            long incident = LiveSite.get().bean(Incidents.class).open(change, List.of(full, empty));
            List<Victim> victims = new ArrayList<>();
            for (AgeRange age : ages) {
                victims.add(new Victim(new Standing.Received(), new PersonName("Given Family", "اسم عائلة"), Sex.MALE, age, CivilianStatus.CIVILIAN, "police",
                        List.of("medical", "media"), "local council", when, place, place, "torture", "landmine", incident,
                        Attribution.joint(List.of("regime", "russian")).because("family", LocalDate.of(2020, 11, 18)), custody, true));
                victims.add(new Victim(new Standing.Excluded("natural", null), PersonName.UNKNOWN, Sex.UNKNOWN, age, CivilianStatus.UNKNOWN, null, List.of(), null,
                        DateRange.UNKNOWN, PlaceRef.UNKNOWN, PlaceRef.UNKNOWN, null, null, incident + 1,
                        Attribution.undetermined(Attribution.NOT_SPECIFIED, List.of()), unknown, false));
            }
            long first = LiveSite.get().bean(Victims.class).open(change, victims);
            return Stream.concat(LongStream.range(first, first + victims.size()).mapToObj(id -> "/desk/victims/" + id),
                    Stream.of("/desk/incidents/" + incident, "/desk/incidents/" + (incident + 1))).toList();
        });
        Visitor amal = new Visitor().signedIn("amal");
        for (String path : paths) {
            HttpResponse<String> answer = amal.get("/" + language + path);
            assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(200);
            // Nobody wrote words with braces: what is left of them is a slot that was not filled.
            assertThat(answer.body().replaceAll("(?s)^.*<main", "")).as(path).doesNotContain("{", "null");
        }
        assertThat(amal.get("/" + language + paths.getFirst()).body()).contains(language.equals("en") ? "Adult, 30 to 35 years" : "بالغ، من 30 إلى 35 عاماً");
    }

    private static long readings(String account) {
        return LiveSite.get().sql().sql("select count(*) from reading where account = :account").param("account", account).query(Long.class).single();
    }
}
