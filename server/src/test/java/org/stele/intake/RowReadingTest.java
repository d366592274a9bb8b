package org.stele.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stele.codebook.Codebook;
import org.stele.codebook.CodebookFile;
import org.stele.register.AgeRange;
import org.stele.register.Attribution;
import org.stele.register.CivilianStatus;
import org.stele.register.CountRange;
import org.stele.register.DateRange;
import org.stele.register.PersonName;
import org.stele.register.PlaceRef;
import org.stele.register.Sex;
import org.stele.register.Standing;
import org.stele.register.Victim;

class RowReadingTest {

    static final LocalDate TODAY = LocalDate.of(1999, 6, 1);

    static final String HEAD = """
            mapping: list
            codebook: riverland
            source: {kind: kin, name: A list, confidential: false}
            """;

    static Codebook riverland() throws IOException {
        return CodebookFile.read(Path.of("src/test/resources/codebooks/riverland.yaml"));
    }

    static Mapping mapping(String text) throws IOException {
        return MappingFile.read("list.yaml", text, riverland(), TODAY);
    }

    static List<Draft> drafts(String mapping, String csv) throws IOException {
        return drafts(mapping, csv, new PlaceTally());
    }

    static List<Draft> drafts(String mapping, String csv, PlaceTally tally) throws IOException {
        CsvRows rows = CsvRows.open(new StringReader(csv), FileFormat.DETECT);
        Mapping read = mapping(mapping);
        read.refuseMissingColumns(new Columns(rows.columns()));
        RowReading reading = new RowReading(read, new Columns(rows.columns()), new TestPlaces(), tally);
        List<Draft> drafts = new ArrayList<>();
        for (Row row = rows.next(); row != null; row = rows.next()) {
            drafts.add(reading.of(row));
        }
        return drafts;
    }

    static Victim victim(String fields, String csv) throws IOException {
        return victim(drafts(HEAD + "standing: received\nfields:\n" + fields.indent(2), csv).getFirst());
    }

    static Victim victim(Draft draft) {
        assertThat(draft).isInstanceOf(Draft.Taken.class);
        return ((Draft.Taken) draft).victim();
    }

    static List<Reason> reasons(Draft draft) {
        assertThat(draft).isInstanceOf(Draft.Rejected.class);
        return ((Draft.Rejected) draft).reasons();
    }

    @Test
    void aRowBecomesAVictimFieldByField() throws IOException {
        List<Draft> drafts = drafts(HEAD + """
                key: id
                standing:
                  documented: {column: seen, patterns: [dd.MM.yyyy]}
                fields:
                  name: {latin: name, arabic: اسم}
                  sex: {column: sex, values: {f: female, m: male}}
                  age: {column: age}
                  status: {column: status}
                  work: work
                  groups: {column: work, values: {"~.*ferry.*": ferrymen, "*": none}}
                  death: {column: died, patterns: [yyyy-MM-dd, yyyy-MM, yyyy]}
                  death-place: {column: where, separators: [":"]}
                  method: {column: how, values: {shot: shooting}}
                  weapon: {column: how, values: {shot: rifle}}
                  attribution: {column: who, values: {Guard: crown-guard}}
                  grounds: why
                  custody:
                    arrest: {column: taken, patterns: [MM/yyyy]}
                    facility: held
                    body-returned: {column: body}
                  notable: {column: tell}
                incident:
                  key: raid
                  spot-ar: spot
                  unrecorded: {min: atleast}
                """, """
                id,seen,name,اسم,sex,age,status,work,died,where,how,who,why,taken,held,body,tell,raid,spot,atleast
                7,03.02.1998,Ann of Kiln,آن,F,30-40,Civilian,ferry woman,1998-01,North Bank: Millford,Shot,guard,kin saw it,11/1997,the mill,no,yes,r1,الطاحونة,4
                """);
        Draft.Taken draft = (Draft.Taken) drafts.getFirst();
        Victim victim = draft.victim();
        assertThat(draft.key()).isEqualTo("7");
        assertThat(victim.standing()).isEqualTo(new Standing.Documented(LocalDate.of(1998, 2, 3)));
        assertThat(victim.name()).isEqualTo(new PersonName("Ann of Kiln", "آن"));
        assertThat(victim.sex()).isEqualTo(Sex.FEMALE);
        assertThat(victim.age()).isEqualTo(new AgeRange(30, 40));
        assertThat(victim.status()).isEqualTo(CivilianStatus.CIVILIAN);
        assertThat(victim.groups()).containsExactly("ferrymen");
        assertThat(victim.work()).isEqualTo("ferry woman");
        assertThat(victim.death()).isEqualTo(DateRange.month(YearMonth.of(1998, 1)));
        assertThat(victim.deathPlace()).isEqualTo(PlaceRef.of("R101"));
        assertThat(victim.method()).isEqualTo("shooting");
        assertThat(victim.weapon()).isEqualTo("rifle");
        assertThat(victim.attribution()).isEqualTo(new Attribution(Attribution.State.ATTRIBUTED, List.of("crown-guard"), null, "kin saw it", null));
        assertThat(victim.custody().arrest()).isEqualTo(DateRange.month(YearMonth.of(1997, 11)));
        assertThat(victim.custody().facility()).isEqualTo("the mill");
        assertThat(victim.custody().bodyReturned()).isFalse();
        assertThat(victim.notable()).isTrue();
        assertThat(draft.incidentKey()).isEqualTo("r1");
        assertThat(draft.incident().spot().ar()).isEqualTo("الطاحونة");
        assertThat(draft.incident().unrecorded()).isEqualTo(new CountRange(4, 4));
        assertThat(draft.incident().place()).isEqualTo(PlaceRef.of("R101"));
        assertThat(RowWords.cells(draft.words())).containsEntry("اسم", "آن").containsEntry("age", "30-40").hasSize(20);
    }

    @Test
    void whatARowDoesNotSayIsUnknown() throws IOException {
        Victim victim = victim("name: {either: name}\nsex: {column: sex, values: {m: male}}\nage: {column: age}\ndeath: {column: died}",
                "name,sex,age,died\nAnn,,,\n");
        assertThat(victim.sex()).isEqualTo(Sex.UNKNOWN);
        assertThat(victim.age()).isEqualTo(AgeRange.UNKNOWN);
        assertThat(victim.death()).isEqualTo(DateRange.UNKNOWN);
        assertThat(victim.status()).isEqualTo(CivilianStatus.UNKNOWN);
        assertThat(victim.attribution()).isEqualTo(Attribution.undetermined("not-specified", List.of()));
    }

    @Test
    void aValueTheMappingDoesNotKnowRejectsTheRowAndTellsWhatToDo() throws IOException {
        List<Draft> drafts = drafts(HEAD + "standing: received\nfields: {name: {either: name}, sex: {column: sex, values: {m: male}}, age: {column: age}}",
                "name,sex,age\nAnn,w,old\n");
        assertThat(reasons(drafts.getFirst())).extracting(Reason::column).containsExactly("sex", "age");
        assertThat(reasons(drafts.getFirst()).getFirst().value()).isEqualTo("w");
        assertThat(reasons(drafts.getFirst()).getFirst().remedy()).contains("values");
    }

    @Test
    void caseAndSpacesDoNotMatterAndAnythingElseNeedsTheStar() throws IOException {
        String fields = "method: {column: how, values: {Shot  dead: shooting, \"~beat.*\": beating, \"*\": unknown}}";
        assertThat(victim(fields, "how\n\" SHOT dead\u200F\"\n").method()).isEqualTo("shooting");
        assertThat(victim(fields, "how\nBeaten up\n").method()).isEqualTo("beating");
        assertThat(victim(fields, "how\ndrowned\n").method()).isNull();
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"14,child,14,14", "0,child,0,14", "0,adult,15,-", "60+,adult,60,-", "3-5,,3,5", "0,,-,-", "-,,-,-"})
    void zeroIsUnknownWhereDeclaredAndTheClassThenSpeaks(String age, String classed, Integer min, Integer max) throws IOException {
        Victim victim = victim("name: {either: name}\nage: {column: age, unknown: [0]}\nage-class: {column: class}",
                "name,age,class\nAnn," + (age == null ? "" : age) + "," + (classed == null ? "" : classed) + "\n");
        assertThat(victim.age()).isEqualTo(new AgeRange(min, max));
    }

    @Test
    void anAgeThatContradictsItsClassRejectsTheRow() throws IOException {
        List<Draft> drafts = drafts(HEAD + "standing: received\nfields: {age: {column: age}, age-class: {column: class}}", "age,class\n40,child\n");
        assertThat(reasons(drafts.getFirst()).getFirst().what()).contains("contradicts");
    }

    @ParameterizedTest
    @CsvSource({"30.02.1998", "1998-02-03", "03.02.1899", "03.02.2005", "soon"})
    void aDateThatCannotBeRejectsTheRow(String date) throws IOException {
        List<Draft> drafts = drafts(HEAD + "standing: received\nfields: {name: {either: n}, death: {column: d, patterns: [dd.MM.yyyy]}}", "n,d\nAnn," + date + "\n");
        assertThat(reasons(drafts.getFirst()).getFirst().column()).isEqualTo("d");
    }

    @Test
    void anUnidentifiedPersonHasNoName() throws IOException {
        String fields = "name: {either: n, unidentified: ['unidentified( \\d+)?', 'مجهول']}";
        assertThat(victim(fields, "n\nUnidentified 3\n").name()).isEqualTo(PersonName.UNKNOWN);
        assertThat(victim(fields, "n\nمجهول\n").name()).isEqualTo(PersonName.UNKNOWN);
        assertThat(victim(fields, "n\nيوسف\n").name()).isEqualTo(new PersonName(null, "يوسف"));
    }

    @Test
    void rowsAlikeOfPeopleNotIdentifiedStayTwoPeople() throws IOException {
        List<Draft> drafts = drafts(HEAD + "standing: received\nfields: {sex: {column: sex}}", "sex,b\nmale,x\nmale,x\n");
        assertThat(drafts).allMatch(draft -> draft instanceof Draft.Taken);
        assertThat(drafts.get(0).key()).isNotEqualTo(drafts.get(1).key());
        assertThat(drafts.get(0).key().split("#")[0]).isEqualTo(drafts.get(1).key().split("#")[0]);
    }

    @Test
    void theMarkOfARowWithoutKeyDoesNotDependOnTheOrderOfColumns() throws IOException {
        String mapping = HEAD + "standing: received\nfields: {sex: {column: sex}}";
        assertThat(drafts(mapping, "sex,b\nmale,x\n").getFirst().key()).isEqualTo(drafts(mapping, "b,new,sex\nx,,male\n").getFirst().key());
    }

    @Test
    void theSameKeyTwiceIsARepeatOrARejectedRowNeverAnOverwrite() throws IOException {
        List<Draft> drafts = drafts(HEAD + "key: id\nstanding: received\nfields: {name: {either: n}}", "id,n\n1,Ann\n1,Ann\n1,Bea\n,Cid\n2,\n");
        assertThat(drafts).hasExactlyElementsOfTypes(Draft.Taken.class, Draft.Repeated.class, Draft.Rejected.class, Draft.Rejected.class, Draft.Rejected.class);
        assertThat(reasons(drafts.get(2)).getFirst().what()).contains("same key");
        assertThat(reasons(drafts.get(3)).getFirst().what()).contains("no key");
        assertThat(reasons(drafts.get(4)).getFirst().what()).contains("nothing but its key");
    }

    @Test
    void aPlaceGoesAsDeepAsIsSureAndTheRestIsKeptInWordsAndCounted() throws IOException {
        PlaceTally tally = new PlaceTally();
        List<Draft> drafts = drafts(HEAD + """
                standing: received
                fields:
                  death-place: {column: p, separators: [":"], values: {Abroad: elsewhere, Nowhere: unknown, NB: R1, "~.* of the north": R1}}
                """, """
                p
                north bank
                North Bank: Ashton
                Ashton
                الضفة الجنوبية: أشتون
                South Bank: the old mill
                Abroad: a camp
                Nowhere
                NB: Millford
                hills of the north
                """, tally);
        assertThat(drafts).extracting(draft -> victim(draft).deathPlace()).containsExactly(
                PlaceRef.of("R1"), PlaceRef.of("R102"), new PlaceRef(null, "Ashton"), PlaceRef.of("R201"), new PlaceRef("R2", "South Bank, the old mill"),
                new PlaceRef(null, "Abroad, a camp"), PlaceRef.UNKNOWN, PlaceRef.of("R101"), new PlaceRef("R1", "hills of the north"));
        assertThat(tally.list()).containsExactlyInAnyOrder(
                new ImportReport.OpenPlace("Ashton", null, 1, List.of("R102 Ashton", "R201 Ashton")),
                new ImportReport.OpenPlace("the old mill", "R2", 1, List.of()));
    }

    @Test
    void responsibilityIsAttributedJointOrUndetermined() throws IOException {
        String mapping = HEAD + """
                standing: received
                fields:
                  weapon: {column: w}
                  attribution:
                    column: who
                    values:
                      "": raiders
                      Crown: crown
                      both: [crown, hill-league]
                      nobody knows: suggested
                      one of two: {undetermined: raiders, candidates: [crown, hill-league]}
                """;
        assertThat(drafts(mapping, "who,w\nCrown,rifle\nBOTH,\nnobody knows,\none of two,\n,rifle\n")).extracting(draft -> victim(draft).attribution())
                .containsExactly(Attribution.to("crown"), Attribution.joint(List.of("crown", "hill-league")),
                        Attribution.undetermined("not-specified", List.of()), Attribution.undetermined("raiders", List.of("crown", "hill-league")),
                        Attribution.undetermined("raiders", List.of()));
    }

    @Test
    void aRowCanBeExcludedForAReason() throws IOException {
        List<Draft> drafts = drafts(HEAD + """
                standing: {documented: 1998-05-05}
                excluded: {column: x, values: {feud: feud}}
                fields: {name: {either: n}}
                """, "n,x\nAnn,feud\nBea,\n");
        assertThat(victim(drafts.get(0)).standing()).isEqualTo(new Standing.Excluded("feud", LocalDate.of(1998, 5, 5)));
        assertThat(victim(drafts.get(1)).standing()).isEqualTo(new Standing.Documented(LocalDate.of(1998, 5, 5)));
    }

    @Test
    void aColumnThatTheFileLacksStopsEverythingBeforeItBegins() {
        assertThatThrownBy(() -> drafts(HEAD + "standing: received\nfields: {name: {either: n}, work: job, sex: {column: sex}}", "n,sexe\n"))
                .isInstanceOf(FaultyFile.class).hasMessageContaining("'sex', 'job'").hasMessageContaining("'n', 'sexe'");
    }

    @Test
    void aFaultyMappingTellsAllItsFaultsWithTheirLines() {
        assertThatThrownBy(() -> mapping("""
                mapping: list
                codebook: elsewhere
                source: {kind: rumour, name: A list}
                standing: verified
                fields:
                  sex:
                    column: sex
                    values:
                      m: mail
                      M: male
                      "~(": male
                  wepon: {column: w}
                  attribution: {column: a, values: {x: nobody, y: [crown]}}
                  death: {column: d, patterns: [nonsense]}
                """)).isInstanceOf(FaultyMapping.class).hasMessageContaining("list.yaml:12:").hasMessageContaining("mail")
                .asInstanceOf(type(FaultyMapping.class))
                .satisfies(faulty -> assertThat(faulty.faults()).extracting(fault -> fault.line() + " " + fault.what().split("'")[1])
                        .contains("2 elsewhere", "3 kind", "4 standing", "9 values", "11 values", "12 fields", "14 nonsense").hasSizeGreaterThanOrEqualTo(9));
    }
}
