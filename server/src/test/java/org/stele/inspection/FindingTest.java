package org.stele.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ibm.icu.text.MessageFormat;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stele.language.Language;

class FindingTest {

    @ParameterizedTest
    @EnumSource(What.class)
    void everythingFoundIsSaidInBothLanguagesWithTheSameValues(What what) throws IOException {
        assertThat(new MessageFormat(pattern("ar", what)).getArgumentNames()).isEqualTo(new MessageFormat(pattern("en", what)).getArgumentNames());
        for (Language language : Language.values()) {
            assertThat(Finding.of(what, 2L, 3L, 4L, 5L, 6L).words(language)).isNotBlank();
        }
        assertThat(Finding.of(what, 2L, 3L, 4L, 5L, 6L).words(Language.AR)).containsPattern("\\p{IsArabic}{2}");
    }

    private static String pattern(String language, What what) throws IOException {
        var messages = new Properties();
        try (var in = What.class.getResourceAsStream("/messages/inspection." + language + ".properties")) {
            messages.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return messages.getProperty("what." + what.code());
    }

    @Test
    void whatAFileSaysCannotTurnTheDirectionOfTheSentence() {
        Finding finding = Finding.of(What.NAME_HIDDEN, "photo\u202Egpj.exe");
        assertThat(finding.words(Language.EN)).endsWith("photo‹U+202E›gpj.exe");
        assertThat(finding.words(Language.AR)).contains("\u2068photo‹U+202E›gpj.exe\u2069");
    }

    @Test
    void itComesThroughThePipeAsItWentIn() throws IOException {
        Finding finding = Finding.of(What.RECORD_DIFFERS, 7, "https://example.org/{0}", "payload", "sha1:A", "B");
        var bytes = new ByteArrayOutputStream();
        Wire.finding(new DataOutputStream(bytes), finding);
        assertThat(Wire.finding(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())))).isEqualTo(finding);
        assertThat(finding.words(Language.EN)).isEqualTo("The payload of record 7 (https://example.org/{0}) should have the digest sha1:A and has B.");
    }

    @Test
    void itIsFilledWithNumbersAndTextsOnly() {
        assertThatThrownBy(() -> Finding.of(What.NAME_PATH, new Object())).isInstanceOf(IllegalArgumentException.class);
        assertThat(Held.parse(new Held(320, 60, false).text())).isEqualTo(new Held(320, 60, false));
        assertThatThrownBy(() -> Held.parse("heap=1")).isInstanceOf(IllegalArgumentException.class);
    }
}
