package org.stele.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvListsTest {

    @TempDir
    private Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void quotationsBlanksAndMissingValuesAreReadAsMeant() throws IOException {
        Path a = file("a.csv", "\uFEFFid, name ,x\r\n1, \"محمد, \"\"علي\"\"\" ,\r\n2,\"two\nlines\",7\r\n\r\n3,محمد,7");
        Path b = file("b.csv", "x,id,name\n9,4,محمد\n");
        Records records = CsvLists.columns("id", "name", "x").file("A", a).file("B", b).read(2);
        assertThat(records.size()).isEqualTo(4);
        assertThat(records.column("name").value(1)).isEqualTo("two\nlines");
        assertThat(records.column("x").value(0)).isEmpty();
        assertThat(records.column("x").value(2)).isEqualTo("7");
        assertThat(records.column("name").codes()[3]).isEqualTo(records.column("name").codes()[2]);
        assertThat(records.source().value(3)).isEqualTo("B");
        assertThat(records.id(3)).isEqualTo("4");
    }

    @Test
    void aLargeFileReadInPartsByAnyNumberOfThreadsIsTheSame() throws IOException {
        var text = new StringBuilder("id,name,note\n");
        for (int i = 0; i < 150_000; i++) {
            text.append(i).append(",name ").append(i % 977).append(i % 5 == 0 ? ",\"a note,\nof two lines " + i + "\"\n" : ",a plain note that takes some room in the file\n");
        }
        Path file = file("large.csv", text.toString());
        Records one = CsvLists.columns("id", "name", "note").file("A", file).read(1);
        Records four = CsvLists.columns("id", "name", "note").file("A", file).read(4);
        assertThat(Files.size(file)).isGreaterThan(5_000_000);
        assertThat(one.size()).isEqualTo(four.size()).isEqualTo(150_000);
        assertThat(one.column("note").codes()).isEqualTo(four.column("note").codes());
        assertThat(one.column("note").values()).isEqualTo(four.column("note").values());
        assertThat(one.column("note").value(149_995)).isEqualTo("a note,\nof two lines 149995");
    }

    @Test
    void aQuotationMarkWithinAValueOpensNothing() throws IOException {
        Path file = file("inches.csv", "id,name,note\n1,a 5\" shell,x\n2,\"two\nlines\",\"he said \"\"yes\"\"\"\n3,\"\",y\n");
        Records records = CsvLists.columns("id", "name", "note").file("A", file).read(2);
        assertThat(records.size()).isEqualTo(3);
        assertThat(records.column("name").value(0)).isEqualTo("a 5\" shell");
        assertThat(records.column("name").value(1)).isEqualTo("two\nlines");
        assertThat(records.column("note").value(1)).isEqualTo("he said \"yes\"");
        assertThat(records.column("note").value(2)).isEqualTo("y");
    }

    @Test
    void faultsNameTheFileAndWhatIsWrong() throws IOException {
        Path missing = file("missing.csv", "id,nom\n1,x\n");
        assertThatThrownBy(() -> CsvLists.columns("id", "name").file("A", missing).read(1)).hasMessageContaining("missing.csv").hasMessageContaining("'name'").hasMessageContaining("nom");
        Path shortRow = file("short.csv", "id,name\n1,x\n2\n");
        assertThatThrownBy(() -> CsvLists.columns("id", "name").file("A", shortRow).read(1)).hasMessageContaining("short.csv").hasMessageContaining("'2'");
        Path open = file("open.csv", "id,name\n1,\"x\n");
        assertThatThrownBy(() -> CsvLists.columns("id", "name").file("A", open).read(1)).hasMessageContaining("open.csv").hasMessageContaining("never ends");
    }
}
