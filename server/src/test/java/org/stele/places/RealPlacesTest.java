package org.stele.places;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stele.ReferenceData;
import org.stele.database.TestDatabase;
import org.stele.history.Changes;
import org.stele.history.Moment;
import org.stele.language.Text;

/** The United Nations' gazetteer of Syria, and places as people wrote them in a list of 33,000 victims. */
@Tag("reference-data")
class RealPlacesTest {

    static final TestDatabase DATABASE = TestDatabase.fresh();
    static final Changes CHANGES = new Changes(DATABASE.source());
    static final Places PLACES = new Places(DATABASE.source(), CHANGES);
    static final Boundaries BOUNDARIES = new Boundaries(DATABASE.source(), CHANGES, PLACES);

    @BeforeAll
    static void theTablesAreImported() throws IOException {
        new Programmes(PLACES, BOUNDARIES).setUp(Programme.supplied("syria"), "tests");
        assertThat(plan().rejects()).isEmpty();
        PLACES.take(plan().wanted(), "tests", "import of the tables");
    }

    static PlaceImport plan() throws IOException {
        List<PlaceTable> tables = new ArrayList<>();
        for (String name : List.of("communities", "districts", "governorates", "subdistricts")) {
            tables.add(PlaceTable.read(name, Files.readString(ReferenceData.path("syria-places/syr_" + name + ".csv")), 0, "UN OCHA COD 2015, CC BY 3.0 IGO"));
        }
        return PLACES.plan(tables);
    }

    @Test
    void everyLevelIsThereWhole() {
        Gazetteer gazetteer = PLACES.gazetteer();

        assertThat(List.of(1, 2, 3, 4)).extracting(level -> gazetteer.level(level).size()).containsExactly(14, 61, 270, 5_251);
        assertThat(gazetteer.level(4)).allSatisfy(place -> assertThat(gazetteer.above(place.code(), 1)).isPresent());
        assertThat(gazetteer.place("SY09").orElseThrow().name().en()).as("the house's spelling stays").isEqualTo("Deir Ez-Zour");
    }

    @Test
    void importingTheTablesAgainChangesNothing() throws IOException {
        Moment before = CHANGES.latest();

        assertThat(PLACES.take(plan().wanted(), "tests", "again").unchanged()).isEqualTo(14 + 61 + 270 + 5_251);
        assertThat(CHANGES.latest()).isEqualTo(before);
    }

    @Test
    void theBoundariesOfTheTablesReplaceTheProducts() throws IOException {
        BoundarySet set = BOUNDARIES.read(Files.readString(ReferenceData.path("syria-places/syr_adm1_simplified_12.geojson")), "", new Text("UN OCHA", "أوتشا"));

        assertThat(set.areas()).hasSize(14);
    }

    @Test
    void everyGovernorateOfOriginInTheListIsMatched() throws IOException {
        Map<String, Integer> texts = column("Province");
        texts.keySet().removeAll(List.of("", "Unknown", "Other Nationalities"));

        assertThat(texts.keySet()).allSatisfy(text -> assertThat(PLACES.gazetteer().match(text, 1, null)).isInstanceOf(Match.Found.class));
    }

    /** What share of the free texts is matched; printed, and held from falling. */
    @Test
    void mostPlacesOfDeathInTheListAreMatchedAndNoneAgainstItsOwnGovernorate() throws IOException {
        Map<String, Integer> texts = column("Martyrdom location");
        texts.remove("");
        Gazetteer gazetteer = PLACES.gazetteer();
        Map<String, Integer> rows = new HashMap<>();
        List<String> contradicted = new ArrayList<>();
        long began = System.nanoTime();
        texts.forEach((text, times) -> {
            Match match = gazetteer.match(text, 0, null);
            rows.merge(switch (match) {
                case Match.Found found -> found.whole() ? "found" : "found but for finer words";
                case Match.Ambiguous _ -> "ambiguous";
                case Match.Unmatched _ -> "unmatched";
            }, times, Integer::sum);
            Match first = gazetteer.match(text.split(":")[0].strip(), 1, null);
            if (match instanceof Match.Found(Place place, _) && first instanceof Match.Found(Place governorate, _)
                    && !gazetteer.above(place.code(), 1).orElseThrow().equals(governorate)) {
                contradicted.add(text);
            }
        });
        int all = rows.values().stream().mapToInt(Integer::intValue).sum();
        System.out.printf("%d rows, %d different texts in %.0f ms: %s%n", all, texts.size(), (System.nanoTime() - began) / 1e6, rows);

        assertThat(contradicted).isEmpty();
        assertThat(rows.get("found") + rows.get("found but for finer words")).isGreaterThan(all * 9 / 10);
    }

    /** Written by hand from general knowledge of the places, in spellings that lists use. */
    @ParameterizedTest(name = "{0} lies in {1}")
    @CsvSource(delimiter = '|', value = {
            "Damascus Suburbs: Douma | SY03", "Damascus Suburbs: Harasta | SY03", "Rural Damascus: Daraya | SY03", "Damascus Countryside: Zamalka | SY03", "Rif Dimashq: Yabrud | SY03",
            "Damascus Suburbs: Mouadamiyeh | SY03", "Damascus: Jobar | SY01", "Damascus: Yarmouk camp | SY01", "Homs: Rastan | SY04", "Homs: Qusair | SY04", "Homs: Telbeiseh | SY04",
            "Homs: Baba Amr | SY04", "Homs: Palmyra | SY04", "Idlib: Saraqeb | SY07", "Idlib: Ma'arat al-Nu'man | SY07", "Idlib: Khan Sheikhoun | SY07", "Idlib: Kafranbel | SY07",
            "Idleb: Jisr al-Shughour | SY07", "Aleppo: al Bab | SY02", "Aleppo: Manbej | SY02", "Aleppo: Izaz | SY02", "Aleppo: Afrin | SY02", "Aleppo: Baza'a | SY02", "Hama: Kafr Zeita | SY05",
            "Hama: Morek | SY05", "Hama: Salamiyeh | SY05", "Hama: Harbnafseh | SY05", "Daraa: Nawa | SY12", "Daraa: Inkhil | SY12", "Daraa: Tafas | SY12", "Dara: Busra al-Sham | SY12",
            "Deir Ezzor: Mayadeen | SY09", "Deir Ez-Zour: Mouhasan | SY09", "Deir ez-Zor: Bukamal | SY09", "Raqqa: Tabqa | SY11", "Raqqa: Tal Abyad | SY11", "Hasaka: Qamishli | SY08",
            "Hasakeh: Ras al-Ein | SY08", "Lattakia: Jableh | SY06", "Tartous: Banias | SY10", "Sweida: Shahba | SY13", "Quneitra: Khan Arnabeh | SY14", "حلب: منبج | SY02", "إدلب - سراقب | SY07",
            "الرستن، حمص | SY04", "دير الزور: الميادين | SY09", "al Bab, Aleppo | SY02"})
    void aPlaceIsNeverPutInAnotherGovernorate(String text, String governorate) {
        assertThat(PLACES.gazetteer().match(text, 0, null)).isInstanceOfSatisfying(Match.Found.class,
                found -> assertThat(PLACES.gazetteer().above(found.place().code(), 1).orElseThrow().code()).isEqualTo(governorate));
    }

    /** Names that lie in more than one governorate, are another country's, or contradict themselves. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Douma", "Qusair", "Khalidiya", "Medan", "Bayada", "Hula", "Jordan", "Jordan: Ramtha", "Turkey: hospital", "Lebanon: Ersal", "Damascus: Douma", "Damascus: Hajar Aswad", "Iraq: Qaem"})
    void whatIsNotSureIsNotPutAnywhere(String text) {
        assertThat(PLACES.gazetteer().match(text, 0, null)).isNotInstanceOf(Match.Found.class);
    }

    /** Every village by its own name beside its subdistrict and governorate, in both languages. */
    @Test
    void everyPlaceIsFoundByItsOwnNameBesideThoseItLiesIn() {
        Gazetteer gazetteer = PLACES.gazetteer();
        Map<String, Integer> results = new HashMap<>();
        List<String> elsewhere = new ArrayList<>();
        for (Place place : gazetteer.level(4)) {
            Place subdistrict = gazetteer.above(place.code(), 3).orElseThrow();
            Place governorate = gazetteer.above(place.code(), 1).orElseThrow();
            for (String text : List.of(governorate.name().en() + ": " + subdistrict.name().en() + ": " + place.name().en(), place.name().ar() + "، " + subdistrict.name().ar() + "، " + governorate.name().ar())) {
                Match match = gazetteer.match(text, 0, null);
                String result = switch (match) {
                    case Match.Found(Place found, _) when found.equals(place) -> "itself";
                    case Match.Found(Place found, _) when gazetteer.above(place.code(), found.level()).filter(found::equals).isPresent() -> "what it lies in";
                    case Match.Found _ -> "elsewhere";
                    case Match.Ambiguous several -> several.candidates().contains(place) ? "itself or another" : "others";
                    case Match.Unmatched _ -> "unmatched";
                };
                results.merge(result, 1, Integer::sum);
                if (result.equals("elsewhere")) {
                    elsewhere.add(text + " -> " + found(match));
                }
            }
        }
        System.out.println("Places by their own names: " + results + " " + elsewhere);

        assertThat(elsewhere).isEmpty();
        assertThat(results.get("itself") + results.get("what it lies in")).isGreaterThan(10_400);
    }

    private static String found(Match match) {
        return match instanceof Match.Found(Place place, _) ? place.code() : "nothing";
    }

    private static Map<String, Integer> column(String head) throws IOException {
        Path file = ReferenceData.path("vdc-syria/persons.csv");
        List<List<String>> rows = Csv.read(Files.readString(file));
        int column = rows.getFirst().indexOf(head);
        Map<String, Integer> texts = new LinkedHashMap<>();
        rows.subList(1, rows.size()).forEach(row -> texts.merge(row.size() > column ? row.get(column).strip() : "", 1, Integer::sum));
        return texts;
    }
}
