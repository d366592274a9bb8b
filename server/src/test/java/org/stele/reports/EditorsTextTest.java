package org.stele.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stele.reports.HandMade.NOVEMBER;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stele.document.Block;
import org.stele.language.Language;

class EditorsTextTest {

    private static final HandMade MADE = new HandMade(NOVEMBER).set("killed", 172).set("children", 2).set("massacres", 2)
            .set("torture-deaths-ytd", 149).set("torture-deaths-by-regime-ytd", 118)
            .set("landmine-deaths-ytd", 0);

    @ParameterizedTest
    @CsvSource(textBlock = """
            In {{month}} {{killed.civilian}} died, | In November 2020 172 civilians died,
            {{children}} of them children,         | two of them children,
            {{killed.civilian}},                   | 172 civilians,
            {{torture-deaths-by-regime-ytd.of.torture-deaths-ytd}} of all, | approximately 79 percent of all,
            {{landmine-deaths-ytd.of.landmine-deaths-ytd}} of them,        | none of them,
            by resolution [[2254]] of [[2015]].    | by resolution 2254 of 2015.
            """, delimiter = '|')
    void numbersComeByName(String text, String read) {
        assertThat(read(text, Language.EN)).isEqualTo(read);
    }

    @Test
    void theArabicDualStandsInItsCase() {
        assertThat(read("{{children.child}} و{{children.child.nominative}}", Language.AR)).isEqualTo("طفلين وطفلان");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            172 died.                     | file.md:1: the number '172' is typed
            One line.\\n\\nThen 16 fell.    | file.md:3: the number '16' is typed
            Hundreds died.                | file.md:1: 'Hundreds' is a typed number
            وقتل المئات                   | file.md:1: 'المئات' is a typed number
            The toll increased.           | file.md:1: 'increased' compares numbers
            It was the highest toll.      | file.md:1: 'highest' compares numbers
            {{wounded}} were hurt.        | file.md:1: There is no figure named 'wounded'
            {{killed.unicorn}} died.      | file.md:1: There is no figure named 'killed.unicorn'
            """, delimiter = '|')
    void whatIsTypedIsRefusedWithFileLineAndRemedy(String text, String message) {
        assertThatThrownBy(() -> read(text.replace("\\n", "\n"), Language.EN)).isInstanceOf(FaultyText.class).hasMessageContaining(message);
    }

    @Test
    void allFaultsOfAFileAreToldAtOnce() {
        assertThatThrownBy(() -> read("5 died.\n\n7 more.", Language.EN)).hasMessageContaining(":1:").hasMessageContaining(":3:").hasMessageContaining("[[7]]");
    }

    @Test
    void notesToOtherEditorsAreLeftOutAndLinesStillCount() {
        assertThat(read("<!-- 40 drafts ago -->Kept.", Language.EN)).isEqualTo("Kept.");
        assertThatThrownBy(() -> read("<!-- a\nb -->\n\nThen 9.", Language.EN)).hasMessageContaining("file.md:4:");
    }

    private static String read(String text, Language language) {
        Block block = EditorsText.read("file.md", text, MADE.in(language)).getFirst();
        return HandMade.text(((Block.Paragraph) block).spans());
    }
}
