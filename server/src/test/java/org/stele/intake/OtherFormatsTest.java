package org.stele.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
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

    /** How hard workbooks are packed. */
    private int level = Deflater.BEST_COMPRESSION;

    /** A workbook of one sheet and whatever else is handed in. */
    private Path workbook(String sheetXml, Map<String, Consumer<Writer>> parts) throws IOException {
        Path file = folder.resolve("made.xlsx");
        Map<String, Consumer<Writer>> all = new LinkedHashMap<>();
        all.put("[Content_Types].xml", text("""
                <?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
                <Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>
                <Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>
                <Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>"""));
        all.put("xl/styles.xml", text("<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"/>"));
        all.put("xl/workbook.xml", text("""
                <?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"
                xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="people" sheetId="1" r:id="rId1"/></sheets></workbook>"""));
        all.put("xl/_rels/workbook.xml.rels", text("""
                <?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1"
                Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"""));
        all.put("xl/worksheets/sheet1.xml", text("<?xml version=\"1.0\"?><worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                + sheetXml + "</sheetData></worksheet>"));
        all.putAll(parts);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.setLevel(level);
            for (Map.Entry<String, Consumer<Writer>> part : all.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                Writer out = new OutputStreamWriter(zip, StandardCharsets.UTF_8);
                part.getValue().accept(out);
                out.flush();
                zip.closeEntry();
            }
        }
        return file;
    }

    private static Consumer<Writer> text(String text) {
        return repeated(text, "", 0, "");
    }

    private static Consumer<Writer> repeated(String before, String repeated, long times, String after) {
        return out -> {
            try {
                out.write(before);
                for (long i = 0; i < times; i++) {
                    out.write(repeated);
                }
                out.write(after);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    private static String shared(String texts) {
        return "<?xml version=\"1.0\"?><sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">" + texts + "</sst>";
    }

    static final String PEOPLE = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row><row r=\"2\"><c r=\"A2\" t=\"s\"><v>1</v></c></row>";

    @Test
    void aWorkbookMadeToBurstIsRefusedBeforeItIsRead() throws IOException {
        Path small = workbook(PEOPLE, Map.of("xl/sharedStrings.xml", text(shared("<si><t>name</t></si><si><t>Ann</t></si>"))));
        assertThat(rows(Rows.open(small, FileFormat.XLSX))).extracting(Row::cells).containsExactly(List.of("Ann"));

        Path burst = workbook(PEOPLE, Map.of("xl/sharedStrings.xml", repeated("<sst>", "<si><t>aaaaaaaaaaaaaaaaaaaa</t></si>", 1 << 20, "</sst>")));
        assertThat(Files.size(burst)).isLessThan(2 << 20);
        assertThatThrownBy(() -> Rows.open(burst, FileFormat.XLSX)).isInstanceOf(FaultyFile.class).hasMessageContaining("xl/sharedStrings.xml")
                .hasMessageContaining("300 times").hasMessageContaining("save the sheet as CSV");

        Path long1 = workbook("", Map.of("xl/worksheets/sheet1.xml", repeated("<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>", "aaaaaaaaaaaaaaaa", 4 << 20, "")));
        assertThatThrownBy(() -> Rows.open(long1, FileFormat.XLSX)).isInstanceOf(FaultyFile.class).hasMessageContaining("sheet1.xml");
    }

    @Test
    void aTableOfSharedTextsLargerThanTheMemoryGivenToItIsRefused() throws IOException {
        RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
        level = Deflater.BEST_SPEED;
        StringBuilder some = new StringBuilder();
        while (some.length() < 1 << 20) {
            some.append("<si><t>").append(Long.toHexString(random.nextLong())).append("</t></si>");
        }
        Consumer<Writer> texts = repeated("<sst>", some.toString(), 64, "</sst>");
        Path large = workbook(PEOPLE, Map.of("xl/sharedStrings.xml", texts));
        assertThatThrownBy(() -> Rows.open(large, FileFormat.XLSX)).isInstanceOf(FaultyFile.class).hasMessageContaining("64 MB").hasMessageContaining("CSV");
        Path hidden = workbook(PEOPLE, Map.of("xl/worksheets/sheet9.xml", texts, "[Content_Types].xml", text("""
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                <Override PartName="/xl/worksheets/sheet9.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>""")));
        assertThatThrownBy(() -> Rows.open(hidden, FileFormat.XLSX)).as("wherever the table stands").isInstanceOf(FaultyFile.class).hasMessageContaining("64 MB");
    }

    @Test
    void aCellOrARowThatWouldFillTheMemoryIsRefused() throws IOException {
        level = Deflater.BEST_SPEED;
        String row = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>name</t></is></c></row>";
        Path cell = workbook("", Map.of("xl/worksheets/sheet1.xml", repeated("<worksheet><sheetData>" + row + "<row><c t=\"inlineStr\"><is><t>", "a r=\"ABCDE2\" b", 1 << 17, "")));
        assertThatThrownBy(() -> Rows.open(cell, FileFormat.XLSX)).isInstanceOf(FaultyFile.class).hasMessageContaining("a cell of more than 1,048,576 bytes");
        Path cells = workbook("", Map.of("xl/worksheets/sheet1.xml", repeated("<worksheet><sheetData>" + row + "<row>",
                "<c t=\"inlineStr\"><is><t>some text of a cell</t></is></c>", 1_200_000, "")));
        assertThatThrownBy(() -> Rows.open(cells, FileFormat.XLSX)).isInstanceOf(FaultyFile.class).hasMessageContaining("a row of more than");
        Path quoted = workbook(row + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>he wrote r=\"ABCDE2\" here</t></is></c></row>", Map.of());
        assertThat(rows(Rows.open(quoted, FileFormat.XLSX))).extracting(Row::cells).containsExactly(List.of("he wrote r=\"ABCDE2\" here"));
    }

    @Test
    void entitiesAreNotExpanded() throws IOException {
        Path file = workbook(PEOPLE, Map.of("xl/sharedStrings.xml", text("<?xml version=\"1.0\"?><!DOCTYPE sst [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">"
                + "<!ENTITY f SYSTEM \"file:///etc/passwd\">]><sst><si><t>name</t></si><si><t>&b;&f;</t></si></sst>")));
        try {
            assertThat(rows(Rows.open(file, FileFormat.XLSX)).toString()).doesNotContain("aaaa", "root:");
        } catch (FaultyFile refused) {
            assertThat(refused).hasMessageNotContaining("root:");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ZZZZZ2", "FXSHRXW2", "ZZZZZZZZZZ2", "&#70;XSHRXW2", "2", "A99999999999"})
    void aCellInAColumnThatNoSheetHasIsRefused(String reference) throws IOException {
        Path file = workbook("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row><row r=\"2\"><c r=\"" + reference + "\"><v>1</v></c></row>",
                Map.of("xl/sharedStrings.xml", text(shared("<si><t>name</t></si>"))));
        assertThatThrownBy(() -> rows(Rows.open(file, FileFormat.XLSX))).isInstanceOf(FaultyFile.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E999999999", "-3E-999999999", "1E41"})
    void aNumberTooLongToWriteOutStaysAsItStands(String raw) {
        assertThat(XlsxRows.plain(raw)).isEqualTo(raw);
        assertThat(XlsxRows.plain("4.20E1")).isEqualTo("42");
    }
}
