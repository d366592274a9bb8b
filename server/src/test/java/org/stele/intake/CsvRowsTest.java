package org.stele.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRowsTest {

    private static List<Row> rows(String text) throws IOException {
        return rows(CsvRows.open(new StringReader(text), FileFormat.DETECT));
    }

    private static List<Row> rows(byte[] bytes, Charset encoding) throws IOException {
        return rows(CsvRows.open(new StrictText(new ByteArrayInputStream(bytes), encoding), FileFormat.DETECT));
    }

    private static List<Row> rows(CsvRows csv) throws IOException {
        List<Row> all = new ArrayList<>();
        try (csv) {
            for (Row row = csv.next(); row != null; row = csv.next()) {
                all.add(row);
            }
        }
        return all;
    }

    @Test
    void quotedCellsKeepDelimitersQuotesAndNewlines() throws IOException {
        List<Row> rows = rows("name,note\r\n\"Family, Given\",\"said: \"\"no\"\"\nand left\"\r\nاسم,ملاحظة\r\n");
        assertThat(rows).extracting(Row::cells).containsExactly(List.of("Family, Given", "said: \"no\"\nand left"), List.of("اسم", "ملاحظة"));
        assertThat(rows).extracting(Row::line).containsExactly(2L, 4L);
        assertThat(rows).extracting(Row::number).containsExactly(1L, 2L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void anyLineEndWillDoAndTheLastMayBeMissing(String end) throws IOException {
        assertThat(rows("a,b" + end + "1,2" + end + end + "3,")).extracting(Row::cells).containsExactly(List.of("1", "2"), List.of("3", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void theDelimiterIsSeenFromTheHeading(String delimiter) throws IOException {
        assertThat(rows("\"a" + (delimiter.equals(",") ? ";" : ",,,") + "\"" + delimiter + "b" + delimiter + "c\n1" + delimiter + "2" + delimiter + "3").getFirst().cells())
                .containsExactly("1", "2", "3");
    }

    @Test
    void aRowThatDoesNotFitUnderTheHeadingSaysSo() throws IOException {
        List<Row> rows = rows("a,b\n1\n1,2,3\n");
        assertThat(rows.get(0).misfit()).contains("1 cells").contains("2 columns");
        assertThat(rows.get(1).misfit()).contains("3 cells");
    }

    @Test
    void aQuoteThatIsNeverClosedIsAnErrorAndSwallowsNoRows() {
        assertThatThrownBy(() -> rows("a,b\n1,2\n3,\"4\n5,6\n7,8\n")).isInstanceOf(FaultyFile.class).hasMessageContaining("line 3").hasMessageContaining("never closed");
    }

    @Test
    void lettersAfterAClosingQuoteAreAnError() {
        assertThatThrownBy(() -> rows("a,b\n\"1\"x,2\n")).isInstanceOf(FaultyFile.class).hasMessageContaining("line 2").hasMessageContaining("double the quotes");
    }

    @Test
    void aColumnThatStandsTwiceIsAnError() {
        assertThatThrownBy(() -> rows("a,b, a\n")).isInstanceOf(FaultyFile.class).hasMessageContaining("'a' stands twice");
    }

    @Test
    void theByteOrderMarkIsNoPartOfTheFirstColumn() throws IOException {
        byte[] bytes = "\uFEFFاسم,b\nx,2\n".getBytes(StandardCharsets.UTF_8);
        CsvRows csv = CsvRows.open(new StrictText(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8), FileFormat.DETECT);
        assertThat(csv.columns()).containsExactly("اسم", "b");
    }

    @Test
    void bytesOfAnotherEncodingAreAnErrorThatNamesTheLine() {
        byte[] bytes = "name\nplain\nاسم\n".getBytes(Charset.forName("windows-1256"));
        assertThatThrownBy(() -> rows(bytes, StandardCharsets.UTF_8)).isInstanceOf(FaultyFile.class)
                .hasMessageContaining("line 3").hasMessageContaining("UTF-8").hasMessageContaining("encoding");
    }

    @Test
    void aDeclaredEncodingIsRead() throws IOException {
        Charset arabic = Charset.forName("windows-1256");
        assertThat(rows("name,b\nاسم,2\n".getBytes(arabic), arabic).getFirst().cells()).containsExactly("اسم", "2");
    }

    @Test
    void aLongFileIsReadAcrossBlocksWithoutLosingALetter() throws IOException {
        StringBuilder text = new StringBuilder("n,words\n");
        for (int i = 0; i < 20_000; i++) {
            text.append(i).append(",\"كلمة ").append("x".repeat(i % 37)).append("\n").append(i).append("\"\n");
        }
        List<Row> rows = rows(text.toString().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        assertThat(rows).hasSize(20_000);
        for (int i = 0; i < rows.size(); i++) {
            assertThat(rows.get(i).cells()).containsExactly("" + i, "كلمة " + "x".repeat(i % 37) + "\n" + i);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatIsWrittenIsReadBack(long seed) throws IOException {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        String letters = "ab ,;\"\n\r\tع\uD83D\uDE00|";
        for (int round = 0; round < 300; round++) {
            int width = 2 + random.nextInt(4);
            List<List<String>> table = new ArrayList<>();
            StringBuilder text = new StringBuilder("c0");
            for (int c = 1; c < width; c++) {
                text.append(",c").append(c);
            }
            text.append('\n');
            for (int r = random.nextInt(6); r > 0; r--) {
                List<String> row = new ArrayList<>();
                for (int c = 0; c < width; c++) {
                    StringBuilder cell = new StringBuilder();
                    for (int n = random.nextInt(5); n > 0; n--) {
                        cell.appendCodePoint(letters.codePointAt(letters.offsetByCodePoints(0, random.nextInt(letters.codePointCount(0, letters.length())))));
                    }
                    row.add(cell.toString());
                    text.append(c == 0 ? "" : ",").append('"').append(cell.toString().replace("\"", "\"\"")).append('"');
                }
                table.add(row);
                text.append('\n');
            }
            assertThat(rows(text.toString().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)).extracting(Row::cells).isEqualTo(table);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13, 14})
    void anyBytesAreReadOrRefusedInWords(long seed) throws IOException {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int round = 0; round < 2_000; round++) {
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            if (round % 2 == 0) {
                for (int i = 0; i < bytes.length; i++) {
                    bytes[i] = (byte) "a,\"\n\rb;".charAt(Math.floorMod(bytes[i], 7));
                }
            }
            try {
                rows(bytes, StandardCharsets.UTF_8);
            } catch (FaultyFile e) {
                assertThat(e.getMessage()).contains("line ");
            }
        }
    }
}
