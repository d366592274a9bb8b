package org.stele.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stele.codebook.Codebook;
import org.stele.history.Moment;
import org.stele.language.Language;
import org.stele.statistics.Answer.Row;
import org.stele.statistics.Answer.Value;
import org.stele.statistics.Dimension.Axis;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AnswerFormatTest {

    private static final Codebook CODEBOOK = TestProgramme.codebook();
    private static final Instant AS_OF = Instant.parse("2020-12-01T00:00:00Z");
    private static final Value FIRST = new Value("T1", TestProgramme.text("One, \"the first\""));
    private static final Value NOTHING = new Value("T2", TestProgramme.text("Two"));
    private static final Value UNKNOWN = new Value("unknown", Labels.of("unknown"));

    private static final Answer BY_PLACE = new Answer(
            new Question(List.of(Measure.Basic.VICTIMS, Measure.Basic.CHILDREN), List.of(Dimension.of(Axis.DEATH_PLACE)), List.of(),
                    Period.of(YearMonth.of(2020, 11)), AS_OF),
            new Moment(7, AS_OF), "testland 1", List.of(List.of(FIRST, NOTHING, UNKNOWN)),
            List.of(new Row(List.of(FIRST), List.of(1200L, 2L)), new Row(List.of(UNKNOWN), List.of(3L, 0L))), List.of(1203L, 2L));

    @Test
    void csvHasEveryCellWithItsScopeAndQuotesWhatNeedsIt() {
        String csv = AnswerFormat.CSV.write(BY_PLACE, CODEBOOK, Language.EN);
        assertThat(csv).startsWith("\uFEFFgovernorate,governorate-name,victims,children,as-of,change,codebook,date-basis,place-basis\r\n");
        assertThat(csv.lines()).containsExactly(
                "\uFEFFgovernorate,governorate-name,victims,children,as-of,change,codebook,date-basis,place-basis",
                "T1,\"One, \"\"the first\"\"\",1200,2,2020-12-01T00:00:00Z,7,testland 1,documentation,death",
                "T2,Two,0,0,2020-12-01T00:00:00Z,7,testland 1,documentation,death",
                "unknown,Unknown,3,0,2020-12-01T00:00:00Z,7,testland 1,documentation,death");
    }

    @Test
    void hxlHasHashtagsBelowItsHeadersAndAnEmptyCodeForAnUnknownPlace() {
        List<String> lines = AnswerFormat.HXL.write(BY_PLACE, CODEBOOK, Language.EN).lines().toList();
        assertThat(lines.get(0)).startsWith("\uFEFFStart,End,");
        assertThat(lines.get(1)).startsWith("#date+start,#date+end,#adm1+code+v_pcode,#adm1+name+i_en,#adm1+name+i_ar,#affected+killed,#affected+children+killed,#meta+basis");
        assertThat(lines.get(3)).startsWith("2020-11-01,2020-11-30,T2,Two,ع Two,0,0,death,documentation,testland 1,2020-12-01T00:00:00Z,");
        assertThat(lines.get(4)).startsWith("2020-11-01,2020-11-30,,Unknown,غير معروف,3,0,death,");
        assertThat(List.of(lines.get(1).split(","))).allMatch(tag -> tag.matches("#[a-z0-9]+(\\+[a-z0-9_]+)*")).doesNotHaveDuplicates().hasSize(12);
    }

    @Test
    void jsonSaysTheQuestionThatGivesItAgain() {
        JsonNode json = JsonMapper.builder().build().readTree(AnswerFormat.JSON.write(BY_PLACE, CODEBOOK, Language.EN));
        assertThat(new QuestionSyntax(CODEBOOK.placeLevels()).ofQuery(json.get("question").asString())).isEqualTo(BY_PLACE.question());
        assertThat(json.at("/totals/victims").asLong()).isEqualTo(1203);
        assertThat(json.at("/scope/codebook").asString()).isEqualTo("testland 1");
        assertThat(json.at("/rows/0/figures/children").asLong()).isEqualTo(2);
    }

    @Test
    void aTableAlignsItsNumbersInBothScripts() {
        String english = AnswerFormat.TABLE.write(BY_PLACE, CODEBOOK, Language.EN);
        assertThat(english.lines().filter(line -> line.endsWith(" 2") || line.endsWith(" 0")).map(String::length).distinct()).hasSize(1);
        assertThat(english).contains("1,203").contains("As of: 2020-12-01T00:00:00Z").contains("testland 1").contains("by date of documentation and place of death");
        String arabic = AnswerFormat.TABLE.write(BY_PLACE, CODEBOOK, Language.AR);
        assertThat(arabic).contains("\u2068غير معروف\u2069");
    }
}
