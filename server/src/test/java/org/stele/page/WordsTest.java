package org.stele.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stele.language.Language;

class WordsTest {
    private static final Pattern SAID = Pattern.compile("page\\.say\\(\"([a-z]+\\.[a-z0-9.-]+)\"[,)]");

    static Stream<String> rooms() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/messages"))) {
            return files.map(file -> file.getFileName().toString().replaceAll("\\..*", "")).distinct().sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void everyWordIsThereInBothLanguages(String room) {
        assertThat(Words.of(room, Language.EN).names()).isNotEmpty().isEqualTo(Words.of(room, Language.AR).names());
    }

    @Test
    void everyWordThatATemplateSaysIsThere() throws IOException {
        List<String> missing = new ArrayList<>();
        try (Stream<Path> templates = Files.walk(Path.of("src/main/jte"))) {
            for (Path template : templates.filter(file -> file.toString().endsWith(".jte")).toList()) {
                SAID.matcher(Files.readString(template)).results().map(found -> found.group(1))
                        .filter(key -> !Words.of(key.substring(0, key.indexOf('.')), Language.EN).has(key.substring(key.indexOf('.') + 1)))
                        .forEach(key -> missing.add(template.getFileName() + ": " + key));
            }
        }

        assertThat(missing).isEmpty();
    }

    @Test
    void numberedSlotsAreFilledAndAgreeInNumber() {
        assertThat(Words.say(Language.EN, "publication.unknown-place", 1, "documentation", "death")).contains("1 person");
        assertThat(Words.say(Language.EN, "publication.unknown-place", 1_234, "death", "origin")).contains("1,234 people");
        assertThat(Words.say(Language.AR, "publication.unknown-place", 2, "documentation", "death")).contains("شخصان");
        assertThat(Words.say(Language.EN, "page.fault.code", 404)).isEqualTo("Code 404");
    }

    @Test
    void aWordThatNobodyWroteIsAFaultOfTheProgram() {
        assertThatThrownBy(() -> Words.say(Language.EN, "page.no-such-word")).hasMessageContaining("no-such-word");
    }
}
