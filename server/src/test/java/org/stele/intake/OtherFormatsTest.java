package org.stele.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OtherFormatsTest {

    @TempDir
    Path folder;

    private List<Row> json(String text) throws IOException {
        Path file = folder.resolve("list.json");
        Files.writeString(file, text);
        return rows(Rows.open(file, FileFormat.JSON));
    }

    private static List<Row> rows(Rows rows) throws IOException {
        try (rows) {
            List<Row> all = new ArrayList<>();
            for (Row row = rows.next(); row != null; row = rows.next()) {
                all.add(row);
            }
            return all;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "[{\"name\":\"Ann\",\"age\":30},\n{\"name\":\"آن\",\"note\":[\"a\",1]}]",
        "{\"name\":\"Ann\",\"age\":30}\n{\"name\":\"آن\",\"age\":null,\"note\":[\"a\",1]}\n",
    })
    void anArrayOrOneObjectALineGiveRowsWithAllKeysAsColumns(String text) throws IOException {
        List<Row> rows = json(text);
        assertThat(rows).extracting(Row::cells).containsExactly(List.of("Ann", "30", ""), List.of("آن", "", "[\"a\",1]"));
        assertThat(rows.get(1).line()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[{\"a\":1},", "[{\"a\":1}] x", "[1,2]", "{\"a\":1,\"a\":2}", "{\"a\":\"\\ud800\"}", "", "[]", "[{\"a\":1}] {\"a\":2}"})
    void whatIsNoListOfObjectsIsRefusedInWords(String text) {
        assertThatThrownBy(() -> json(text)).isInstanceOf(FaultyFile.class);
    }

    @Test
    void bytesThatAreNoUtf8AreRefusedInJsonToo() throws IOException {
        Path file = folder.resolve("bad.json");
        Files.write(file, "[{\"a\":1},\n{\"a\":\"\u00e9\"}]".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> rows(Rows.open(file, FileFormat.JSON))).isInstanceOf(FaultyFile.class).hasMessageContaining("line 2").hasMessageContaining("UTF-8");
    }

    @Test
    void aSheetGivesTextsNumbersAndDatesAsAPersonSeesThem() throws IOException {
        Path file = folder.resolve("list.xlsx");
        try (OutputStream out = Files.newOutputStream(file); Workbook book = new Workbook(out, "test", "1.0")) {
            book.newWorksheet("notes").value(0, 0, "not here");
            Worksheet sheet = book.newWorksheet("people");
            String[] heading = {"name", "age", "died", "height"};
            for (int i = 0; i < heading.length; i++) {
                sheet.value(0, i, heading[i]);
            }
            sheet.value(1, 0, "آن");
            sheet.value(1, 1, 30);
            sheet.value(1, 2, LocalDate.of(1998, 2, 3));
            sheet.style(1, 2).format("dd/mm/yyyy").set();
            sheet.value(1, 3, 1.75);
            sheet.value(3, 0, "Bea");
            sheet.value(3, 5, "lost");
        }
        FileFormat format = new FileFormat(FileFormat.Kind.XLSX, StandardCharsets.UTF_8, FileFormat.DETECT, "people");
        List<Row> rows = rows(Rows.open(file, format));
        assertThat(rows.get(0).cells()).containsExactly("آن", "30", "1998-02-03", "1.75");
        assertThat(rows.get(0).line()).isEqualTo(2);
        assertThat(rows.get(1).cells()).startsWith("Bea", "", "", "").endsWith("lost");
        assertThat(rows.get(1).misfit()).contains("6 cells");
        assertThatThrownBy(() -> rows(Rows.open(file, new FileFormat(FileFormat.Kind.XLSX, StandardCharsets.UTF_8, FileFormat.DETECT, "persons"))))
                .isInstanceOf(FaultyFile.class).hasMessageContaining("people");
    }

    @Test
    void aFileThatIsNoWorkbookIsRefusedInWords() throws IOException {
        Path file = folder.resolve("list.xlsx");
        Files.writeString(file, "name,age\n");
        assertThatThrownBy(() -> rows(Rows.open(file, FileFormat.XLSX))).isInstanceOf(FaultyFile.class).hasMessageContaining("XLSX");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E999999999", "-3E-999999999", "1E41"})
    void aNumberTooLongToWriteOutStaysAsItStands(String raw) {
        assertThat(XlsxRows.plain(raw)).isEqualTo(raw);
        assertThat(XlsxRows.plain("4.20E1")).isEqualTo("42");
    }
}
