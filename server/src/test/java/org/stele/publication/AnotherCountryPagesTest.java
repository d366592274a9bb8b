package org.stele.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stele.Golden;
import org.stele.ProgrammeUnderTest;
import org.stele.Riverland;
import org.stele.language.Language;
import org.stele.reports.Order;
import org.stele.reports.Reports;

/** The public site of a country that counts by the date of death and the place of origin, and has neither landmines nor a map. */
class AnotherCountryPagesTest {

    private static final ProgrammeUnderTest REGISTER = Riverland.register();

    @BeforeAll
    static void release() {
        Reports reports = REGISTER.get(Reports.class);
        long id = reports.write(new Order(Riverland.NOVEMBER, List.of(Language.values()), null, Set.of("html", "json"), null, false, "drafter")).edition().id();
        reports.check(id, "second");
        reports.release(id, "second");
    }

    @AfterAll
    static void close() {
        REGISTER.close();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void itsPagesReadLikeThis(Language language) throws IOException {
        StringBuilder all = new StringBuilder();
        Stream<String> themes = REGISTER.page("/" + language.tag() + "/figures?period=1997-11").lines()
                .filter(line -> line.contains("/figures/")).map(line -> line.replaceAll(".*/figures/([a-z-]+).*", "figures/$1")).distinct();
        List<String> pages = Stream.concat(Stream.concat(Stream.of("", "figures"), themes), Stream.of("methodology", "reports", "reports/1997-11")).toList();
        assertThat(pages).contains("figures/places", "figures/origins", "figures/massacres", "figures/torture").doesNotContain("figures/landmines");
        for (String page : pages) {
            String text = text(REGISTER.page("/" + language.tag() + (page.isEmpty() ? "" : "/" + page) + "?period=1997-11&as-of=1998-03-31"));
            assertThat(text.replaceAll("(?i)(by|per) month of documentation", "")).as(page).doesNotContainPattern(Riverland.STRANGE);
            if (!page.startsWith("reports")) {
                all.append("\n=== /").append(page).append('\n').append(text);
            }
        }
        Golden.assertSame("riverland-pages." + language.tag() + ".txt", all.toString());
    }

    @Test
    void theMonthsAreThoseOfDeathAndTheDefaultIsTheLastOfThem() {
        assertThat(REGISTER.page("/en")).contains("November 1997").doesNotContain("February 1998").doesNotContain("January 1998");
        assertThat(REGISTER.page("/en/figures/months.csv?period=1997")).contains("death-month").contains("1997-11,November 1997,7").contains("unknown,Unknown,1");
    }

    @Test
    void downloadsSayByWhatTheyCount() {
        assertThat(REGISTER.page("/en/figures/origins.csv?period=1997-11")).contains("date-basis,place-basis").contains(",death,origin");
        assertThat(REGISTER.page("/en/figures/months.hxl?period=1997")).contains("#meta+basis+date").contains("1997-11-01,1997-11-30,7").contains(",origin,death,riverland 7");
        assertThat(REGISTER.page("/en/figures/massacres.json?period=1997-11")).contains("\"dateBasis\" : \"death\"", "massacre-toll");
        assertThat(REGISTER.page("/en/reports/1997-11/monthly-1997-11.json")).contains("\"dateBasis\" : \"death\"", "\"placeBasis\" : \"origin\"", "shire-of-origin");
    }

    /** A page as a person reads it: without its markup, and each drawing once. */
    private static String text(String page) {
        return page.replaceAll("(?s)<head>.*?</head>|<style.*?</style>|<div class=\"slim\">.*?</svg>", "").replaceAll("</(t[dh]|text|title|option|a|span|dt)>", " ")
                .replaceAll("<[^>]*>", "").replaceAll("(?m)^\\s+|[ \\t]+$", "").replaceAll("[ \\t]+", " ").replaceAll("\\n+", "\n");
    }
}
