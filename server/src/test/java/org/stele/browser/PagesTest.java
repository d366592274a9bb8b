package org.stele.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stele.access.TestAccounts;
import org.stele.database.TestDatabase;

/** What people do on the pages, in both languages, on a phone and without scripts; and what axe finds on each. */
@ExtendWith(WhereAChromiumIs.class)
class PagesTest {

    /** Every kind of page, public ones first. */
    static final List<String> PUBLIC = List.of("/?period=2020-11", "/figures?period=2020-11", "/figures/parties?period=2020-11", "/figures/places?period=2020",
            "/figures/people?period=2020", "/figures/months?period=2020", "/figures/groups?period=all", "/methodology", "/reports", "/reports/2020-11",
            "/figure?measure=torture&month=2020-11&where=party=regime", "/sign-in", "/nowhere");
    static final List<String> DESK = List.of("/desk", "/desk/victims", "/desk/victims?name=al", "/desk/victims/1440", "/desk/incidents", "/desk/incidents/3", "/desk/copies",
            "/desk/queue", "/desk/queue?state=documented", "/desk/merges?merged=3&kept=4", "/desk/evidence", "/desk/evidence/new", "/desk/again", "/desk/evidence/3",
            "/desk/evidence/14", "/desk/evidence/3/provenances/3",
            "/desk/figures?measure=massacres&month=2020-11", "/desk/figures?measure=torture&month=2020-11", "/desk/figures?measure=injured&month=2020-11");
    /** Pages of who runs and audits the machine. */
    static final List<String> HOUSE = List.of("/desk", "/desk/history");
    /** Pages that ask for a fresh proof, seen right after a sign-in. */
    static final List<String> FRESH = List.of("/desk/account", "/desk/account/authenticator", "/desk/accounts");
    static final String AXE = axe();

    static LiveSite site;
    static Chromium chromium;
    /** One tab for all public pages and one for all of the desk: signing in takes its time, on purpose. */
    static Tab visitor;
    static Tab staff;
    static Tab auditor;

    @BeforeAll
    static void open() throws Exception {
        site = LiveSite.get();
        chromium = Chromium.one();
        visitor = chromium.tab();
        staff = chromium.tab();
        signIn(staff, "amal");
        auditor = chromium.tab();
        signIn(auditor, "nadia");
    }

    static Stream<String> everyPage() {
        return Stream.of("en", "ar").flatMap(language -> Stream.concat(PUBLIC.stream(), DESK.stream()).map(page -> "/" + language + page));
    }

    static Stream<String> everyPageOfTheHouse() {
        return Stream.of("en", "ar").flatMap(language -> HOUSE.stream().map(page -> "/" + language + page));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everyPage")
    void isWithoutFaultForAxeAndNeverWiderThanAPhone(String path) {
        sound(path.contains("/desk") ? staff : visitor, path);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everyPageOfTheHouse")
    void isWithoutFaultForWhoAuditsTheMachine(String path) {
        sound(auditor, path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void isWithoutFaultForWhoLooksAfterAccountsAndTheOwn(String language) {
        try (Tab omar = chromium.tab()) {
            signIn(omar, "omar");
            FRESH.forEach(page -> sound(omar, "/" + language + page));
        }
    }

    private static void sound(Tab whose, String path) {
        Tab tab = whose.desktop().go(site.at(path));
        assertThat(tab.path()).isEqualTo(path.replaceFirst("\\?.*", ""));
        soundAsItStands(tab, path);
    }

    private static void soundAsItStands(Tab tab, String path) {
        tab.run(AXE);

        assertThat(tab.run("document.documentElement.lang + ' ' + document.documentElement.dir").asString()).isEqualTo(path.startsWith("/ar") ? "ar rtl" : "en ltr");
        assertThat(faults(tab)).as("axe on " + path).isEmpty();
        tab.phone();
        assertThat(tab.run("document.documentElement.scrollWidth").asInt()).as("width of " + path + " on a phone").isLessThanOrEqualTo(390);
        assertThat(faults(tab)).as("axe on " + path + " on a phone").isEmpty();
        assertThat(tab.refusals()).as("what the content policy refused by " + path).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void twoPicturesThatAreAlikeAreComparedOnAPageWithoutFault(String language) {
        Tab tab = staff.desktop().go(site.at("/" + language + "/desk/evidence/3")).fill("form[action$='/comparisons'] [name=reason]", "to see whether they are one")
                .follow("form[action$='/comparisons'] button");

        assertThat(tab.path()).isEqualTo("/" + language + "/desk/evidence/3/comparisons");
        assertThat(tab.run("[...document.querySelectorAll('.side-by-side img')].filter(each => each.complete && each.naturalWidth > 0).length").asInt())
                .as("pictures shown").isEqualTo(2);
        soundAsItStands(tab, "/" + language + "/desk/evidence/3/comparisons");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aFolderChosenOnTheFormIsOneItemWithAndWithoutScripts(boolean scripts) throws IOException {
        Path folder = Files.createDirectories(TestDatabase.folder().resolve("street " + scripts + "/street_files")).getParent();
        Files.writeString(folder.resolve("street.html"), "<p>as it was saved");
        Files.writeString(folder.resolve("street_files/a.css"), "p { color: red }");
        try (Tab tab = scripts ? chromium.tab() : chromium.tab().withoutScripts()) {
            signIn(tab, "amal");
            tab.go(site.at("/en/desk/evidence/new")).fill("[name=kind]", "witness").fill("[name=source]", "a neighbour").fill("[name=consent]", "internal")
                    .fill("[name=url]", "https://example.org/street").fill("[name=captured]", "2020-11-24T10:15Z")
                    .choose("[name=folder]", folder).follow("form.upload button");

            assertThat(tab.path()).as(tab.reads("main")).matches("/en/desk/evidence/[0-9]+");
            assertThat(tab.reads("main")).contains("street " + scripts + ".zip", "taken as one from the folder 'street " + scripts + "'", "2 files");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void theFrontPageSaysTheMonthAndTheYear(String language) {
        try (Tab tab = chromium.tab().withoutScripts()) {
            tab.go(site.at("/" + language + "/?period=2020-11"));
            String main = tab.reads("main");

            assertThat(tab.reads(".keys.first")).contains("172", "16", "11", "30", "12");
            assertThat(main).contains("1,635", "314", "160", "149", "98");
            assertThat(tab.reads(".banner")).isNotBlank();
            assertThat(tab.run("document.querySelectorAll('svg').length").asInt()).isGreaterThanOrEqualTo(4);
        }
    }

    @Test
    void aReaderWithoutScriptsChoosesAMonthAndAPastDay() {
        try (Tab tab = chromium.tab().withoutScripts()) {
            tab.go(site.at("/en/")).fill("[name=period]", "2020-11").follow("form.ask button");
            assertThat(tab.reads("h1")).contains("November 2020");
            assertThat(tab.reads(".keys .main .figure")).isEqualTo("172");

            tab.fill("[name=as-of]", "2020-11-10").follow("form.ask button");
            int then = tab.run("+document.querySelector('.keys .main .figure').innerText").asInt();
            assertThat(then).isGreaterThan(0).isLessThan(172);
            assertThat(tab.reads(".note")).contains("November 10, 2020");
            assertThat(tab.reads(".scope")).contains("November 10, 2020", "2020-11");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void theReportIsReadAsAPageAndItsFiguresLeadToWhatTheyMean(String language) {
        try (Tab tab = chromium.tab().withoutScripts()) {
            tab.go(site.at("/" + language + "/?period=2020-11")).follow("main p a.button");
            assertThat(tab.path()).isEqualTo("/" + language + "/reports/2020-11");
            assertThat(tab.reads("article h1, article .document-title")).contains("172", "16", "11", "30");
            tab.follow("article a.figure");
            assertThat(tab.path()).isEqualTo("/" + language + "/figure");
        }
    }

    @Test
    void theOtherLanguageIsTheSamePage() {
        try (Tab tab = chromium.tab()) {
            tab.go(site.at("/en/figures/parties?period=2020-11")).follow(".language");

            assertThat(tab.run("location.pathname + location.search").asString()).isEqualTo("/ar/figures/parties?period=2020-11");
            assertThat(tab.reads("tr.total")).contains("172");
        }
    }

    @Test
    void everyCellOfATableIsAsLongAsTheListBehindIt() {
        try (Tab tab = chromium.tab()) {
            signIn(tab, "amal");
            tab.go(site.at("/en/figures/parties?period=2020-11"));
            List<String> links = Stream.of(tab.run("[...document.querySelectorAll('td a.figure')].map(a => a.innerText + ' ' + a.href).join('\\n')").asString().split("\n")).toList();
            assertThat(links).hasSizeGreaterThan(20);
            for (String link : links) {
                String figure = link.substring(0, link.indexOf(' '));
                tab.go(link.substring(link.indexOf(' ') + 1));
                assertThat(tab.path()).isEqualTo("/en/desk/figures");
                assertThat(tab.reads("h1 .big")).as(link).isEqualTo(figure);
                int lines = tab.run("document.querySelectorAll('table.list tbody tr').length").asInt();
                assertThat(lines).as(link).isEqualTo(Math.min(50, Integer.parseInt(figure)));
            }
        }
    }

    @Test
    void theListOfALongFigureGoesOnOnFurtherPages() {
        try (Tab tab = chromium.tab()) {
            signIn(tab, "amal");
            tab.go(site.at("/en/desk/figures?measure=victims&month=2020-11"));
            int lines = 0;
            for (boolean more = true; more;) {
                lines += tab.run("document.querySelectorAll('table.list tbody tr').length").asInt();
                more = tab.run("!!document.querySelector('.pages [rel=next]')").asBoolean();
                if (more) {
                    tab.follow(".pages [rel=next]");
                }
            }
            assertThat(lines).isEqualTo(172);
        }
    }

    @Test
    void whoIsNotSignedInLearnsWhatAFigureMeansAndNoName() {
        try (Tab tab = chromium.tab()) {
            tab.go(site.at("/en/figures/torture?period=2020-11")).follow("tbody td a.figure");

            assertThat(tab.path()).isEqualTo("/en/figure");
            assertThat(tab.reads("main")).contains("torture", "November 30, 2020", "Syrian Regime forces");
            assertThat(tab.run("document.cookie + document.querySelectorAll('table').length").asString()).isEqualTo("0");
            tab.follow("main p a");
            assertThat(tab.path()).isEqualTo("/en/sign-in");
            // After the sign-in one is where one wanted to go.
            tab.fill("[name=account]", "basma").fill("[name=password]", LiveSite.PASSWORD).fill("[name=code]", TestAccounts.code()).follow("main button");
            assertThat(tab.path()).isEqualTo("/en/desk/figures");
            assertThat(tab.reads("h1 .big")).isEqualTo("25");
        }
    }

    @Test
    void somebodyIsFoundByAPartOfTheNameInEitherScript() {
        try (Tab tab = chromium.tab()) {
            signIn(tab, "basma");
            tab.go(site.at("/en/desk/victims"));
            tab.follow("table.list tbody a");
            String latin = tab.reads("h1 bdi");
            String arabic = tab.run("[...document.querySelectorAll('dt')].find(dt => dt.innerText == 'In Arabic script').nextElementSibling.innerText").asString();
            for (String name : List.of(latin, arabic)) {
                tab.go(site.at("/en/desk/victims")).fill("[name=name]", name).follow("form.ask button");
                assertThat(tab.reads("table.list tbody")).contains(latin);
            }
        }
    }

    @Test
    void theRegisterIsNarrowedDownStepByStepToTheNumberThatWasPromised() {
        try (Tab tab = chromium.tab()) {
            signIn(tab, "basma");
            tab.go(site.at("/en/desk/victims"));
            for (int step = 0; step < 3; step++) {
                String number = tab.run("document.querySelectorAll('.facets ul')[" + (step * 2) + "].querySelector('li a:not([aria-current]) span + span').innerText").asString();
                tab.run("document.querySelectorAll('.facets ul')[" + (step * 2) + "].querySelector('li a:not([aria-current])').id = 'next'");
                tab.follow("#next");
                assertThat(tab.reads(".browse > div strong")).startsWith(number + " ");
            }
        }
    }

    @Test
    void aRecordThatChangedShowsItsVersionsSideBySideAndItsPast() {
        long id = site.changedVictim();
        try (Tab tab = chromium.tab()) {
            signIn(tab, "amal");
            tab.go(site.at("/en/desk/victims/" + id));

            assertThat(tab.run("document.querySelectorAll('.versions thead th').length").asInt()).isGreaterThan(1);
            assertThat(tab.run("document.querySelectorAll('.versions td.changed').length").asInt()).isPositive();
            tab.fill("[name=as-of]", site.daysAfterFirstVersion(id)).follow("form.ask button");
            assertThat(tab.run("document.querySelectorAll('.versions thead th').length").asInt()).isZero();
            assertThat(tab.reads(".note")).isNotBlank();
        }
    }

    @Test
    void whoRunsTheSystemReadsNoCases() {
        try (Tab tab = chromium.tab()) {
            signIn(tab, "omar");
            assertThat(tab.path()).isEqualTo("/en/desk");
            assertThat(tab.go(site.at("/en/desk/victims")).reads("h1")).isEqualTo("This page is not open to you");
        }
    }

    @Test
    void theKeyboardReachesTheContentFirst() {
        try (Tab tab = chromium.tab()) {
            tab.go(site.at("/en/?period=2020-11")).press("Tab", 9);
            assertThat(tab.run("document.activeElement.className").asString()).isEqualTo("skip");
            assertThat(tab.run("document.activeElement.getBoundingClientRect().top").asInt()).isNotNegative();
        }
    }

    @Test
    void signingOutClosesTheDesk() {
        try (Tab tab = chromium.tab()) {
            signIn(tab, "basma");
            tab.follow(".reader button");
            assertThat(tab.path()).isEqualTo("/en/sign-in");
            assertThat(tab.go(site.at("/en/desk/victims")).path()).isEqualTo("/en/sign-in");
        }
    }

    private static void signIn(Tab tab, String account) {
        tab.go(site.at("/en/sign-in")).fill("[name=account]", account).fill("[name=password]", LiveSite.PASSWORD).fill("[name=code]", TestAccounts.code()).follow("main button");
    }

    private static String faults(Tab tab) {
        return tab.run("""
                axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}).then(found =>
                  found.violations.map(v => v.id + ': ' + v.help + ' – ' + v.nodes.slice(0, 3).map(n => n.html.slice(0, 200)).join(' | ')).join('\\n'))""").asString();
    }

    private static String axe() {
        try (InputStream script = PagesTest.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8) + "; true";
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
