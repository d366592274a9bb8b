package org.stele.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SentNamesTest {

    static final String ALPHABET = "//\\..:aaC \u202e\u0000\n";

    @Test
    void aFolderThatABrowserWasGivenKeepsItsPathsAndGivesItsName() {
        SentNames names = SentNames.of(List.of("صفحة/page.html", "صفحة/page_files/a.css"));

        assertThat(names).isEqualTo(new SentNames("صفحة", List.of("page.html", "page_files/a.css")));
        assertThat(names.fileName()).isEqualTo("صفحة.zip");
    }

    @Test
    void filesWithoutAFolderAreCalledAfterThePageAmongThem() {
        assertThat(SentNames.of(List.of("a.css", "street.html")).fileName()).isEqualTo("street.zip");
        assertThat(SentNames.of(List.of("b.png", "a.css")).fileName()).isEqualTo("a.zip");
    }

    @Test
    void hostileNamesBecomeNamesAndNoTwoAreTheSame() {
        assertThat(SentNames.of(List.of("../../etc/passwd", "C:\\Windows\\a.dll", "/", "a\u202egnp.exe", "a\u0000b", "x/../../y")).names())
                .containsExactly("etc/passwd", "Windows/a.dll", "file", "agnp.exe", "ab", "x/y");
        assertThat(SentNames.of(List.of("a.png", "./a.png", "a.png", "a (2).png")).names()).containsExactly("a.png", "a (2).png", "a (3).png", "a (2) (2).png");
    }

    @Test
    void whateverIsSentNoNameClimbsIsEmptyOrStandsTwice() {
        Random random = new Random(20201124);
        for (int round = 0; round < 20_000; round++) {
            List<String> sent = IntStream.rangeClosed(0, random.nextInt(6)).mapToObj(file -> made(random)).toList();
            SentNames names = SentNames.of(sent);

            assertThat(names.names()).as("of %s", sent).hasSameSizeAs(sent).doesNotHaveDuplicates().allSatisfy(name -> assertThat(name.split("/", -1))
                    .allSatisfy(part -> assertThat(part).isNotBlank().isNotIn(".", "..").doesNotContain("\\").doesNotContainPattern("\\p{Cc}")));
            assertThat(names.fileName()).as("of %s", sent).endsWith(".zip").doesNotContain("/").doesNotContain("\\");
        }
    }

    private static String made(Random random) {
        return random.ints(random.nextInt(10), 0, ALPHABET.length()).mapToObj(at -> ALPHABET.substring(at, at + 1)).collect(Collectors.joining());
    }
}
