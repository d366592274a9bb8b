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

class MessagesTest {
    private static final Pattern SAID = Pattern.compile("page\\.say\\(\"([a-z]+\\.[a-z0-9.-]+)\"[,)]");

    static Stream<String> rooms() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/messages"))) {
            return files.map(file -> file.getFileName().toString().replaceAll("\\..*", "")).distinct().sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void everyWordIsThereInBothLanguages(String room) {
        assertThat(Messages.bundle(room, Language.EN).keySet()).isNotEmpty().isEqualTo(Messages.bundle(room, Language.AR).keySet());
    }

    @Test
    void everyWordThatATemplateSaysIsThere() throws IOException {
        List<String> missing = new ArrayList<>();
        try (Stream<Path> templates = Files.walk(Path.of("src/main/jte"))) {
            for (Path template : templates.filter(file -> file.toString().endsWith(".jte")).toList()) {
                SAID.matcher(Files.readString(template)).results().map(found -> found.group(1))
                        .filter(key -> !Messages.bundle(key.substring(0, key.indexOf('.')), Language.EN).containsKey(key.substring(key.indexOf('.') + 1)))
                        .forEach(key -> missing.add(template.getFileName() + ": " + key));
            }
        }

        assertThat(missing).isEmpty();
    }

    @Test
    void aWordThatNobodyWroteIsAFaultOfTheProgram() {
        assertThatThrownBy(() -> Messages.say(Language.EN, "page.no-such-word")).hasMessageContaining("no-such-word");
    }
}
