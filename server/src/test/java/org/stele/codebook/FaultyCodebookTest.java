package org.stele.codebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each case changes one thing of a sound codebook; the refusal must name the changed line and say what to do. */
class FaultyCodebookTest {

    static final String SOUND = sound();

    static Stream<Arguments> slips() {
        return Stream.of(
                slip("a duplicate party", "code: hill-league\n", "code: crown\n", "the code 'crown' is taken by the party in line"),
                slip("an unknown parent", "part-of: crown", "part-of: clown", "names the party 'clown', which is not in this codebook"),
                slip("a party that is part of itself", "part-of: crown", "part-of: crown-guard", "part of itself", "code: crown-guard"),
                slip("a missing translation", "full: {en: \"Hill League\", ar: \"رابطة التلال\"}", "full: {en: \"Hill League\"}", "lacks 'ar'"),
                slip("English where Arabic belongs", "ar: \"بندقية\"", "ar: \"Rifle\"", "has no Arabic letter: translate it"),
                slip("an unknown key", "print-at-zero: true", "print-at-zreo: true", "knows no 'print-at-zreo': use one of"),
                slip("a key twice", "version: \"7\"", "version: \"7\"\nversion: \"8\"", "'version' stands twice", 1),
                slip("a day that is not in the calendar", "1994-05-01", "1994-02-30", "is '1994-02-30', but must be a day of the calendar"),
                slip("a massacre threshold below one", "massacre-threshold: 3", "massacre-threshold: 0", "must be a whole number from 1"),
                slip("an adult age in words", "adult-age: 15", "adult-age: fifteen", "is 'fifteen', but must be a whole number"),
                slip("a category without a name", "{code: raiders, name: {en: \"Raiders\", ar: \"غزاة\"}, ", "{code: raiders, ", "category of other parties 'raiders' lacks 'name'"),
                slip("an alliance of an unknown party", "[crown, hill-league]", "[crown, valley-league]", "names the party 'valley-league'"),
                slip("an alliance with a part", "[crown, hill-league]", "[crown-guard, hill-league]", "which is a part of 'crown': name main parties"),
                slip("an alliance of one", "[crown, hill-league]", "[crown]", "two or more different parties"),
                slip("counting by an unknown method", "torture-methods: [beating]", "torture-methods: [drowning]", "'torture-methods' names the method 'drowning'"),
                slip("a category by an unknown weapon", "weapons: [rifle]", "weapons: [cannon]", "category 'raiders' names the weapon 'cannon'"),
                slip("no category for what is not known", "code: not-specified", "code: whatever", "lacks the category 'not-specified': add it"),
                slip("two categories of one precedence", "precedence: 2", "precedence: 1", "same precedence 1"),
                slip("an unknown date basis", "date-basis: death", "date-basis: burial", "is 'burial', but must be one of documentation, death"),
                slip("an unknown status", "[civilian, unknown]", "[civilian, soldier]", "'soldier' is no status"),
                slip("nobody counted", "counted-statuses: [civilian, unknown]", "counted-statuses: []", "nobody would be counted"),
                slip("other parties as a party", "code: hill-league\n", "code: other\n", "'other' is no party"),
                slip("a part valid before its whole", "code: crown\n", "code: crown\n    valid-from: 1995-01-01\n", "valid on days on which 'crown'", "code: crown-guard"),
                slip("a party that is never valid", "valid-to: 1997-11-30", "valid-to: 1997-11-30\n    valid-from: 1999-01-01", "which is never", "code: hill-league"),
                slip("a code that is no code", "code: ferrymen", "code: Ferry Men", "must be lower case letters"),
                slip("a flag that is neither", "own-section: true", "own-section: yes", "is 'yes', but must be true or false"),
                slip("a block that is missing", "organisation:\n", "organisatoin:\n", "lacks 'organisation'", "codebook: riverland"),
                slip("a list that is none", "weapons: [rifle]", "weapons: rifle", "'weapons' of category of other parties 'raiders' must be a list"),
                slip("broken YAML", "issued: 1998-03-01", "issued: [1998-03-01", "this is not YAML here", "title:"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("slips")
    void isRefusedWithItsLineAndTheRemedy(String what, String text, int line, String told) {
        List<Fault> faults = faults(text);

        assertThat(faults).anySatisfy(fault -> assertThat(fault.toString()).startsWith("slip.yaml:" + line + ": ").contains(told));
    }

    @Test
    void allFaultsAreToldInOneGoInOrderOfLine() {
        String text = SOUND.replace("adult-age: 15", "adult-age: 0").replace("part-of: crown", "part-of: clown").replace("version: \"7\"\n", "");

        assertThat(faults(text)).hasSize(3).isSortedAccordingTo((a, b) -> a.line() - b.line());
    }

    @Test
    void oneSlipIsOneFault() {
        assertThat(faults(SOUND.replace("organisation:\n", "organisatoin:\n"))).hasSize(2);
        assertThat(faults(SOUND.replace("massacre-threshold: 3", "massacre-threshold: 0"))).hasSize(1);
    }

    @Test
    void anEmptyFileIsRefused() {
        assertThat(faults("")).singleElement().satisfies(fault -> assertThat(fault.what()).contains("empty"));
        assertThat(faults("just words")).isNotEmpty();
    }

    @Test
    void aFileInAnotherEncodingIsRefused(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("old.yaml"), new byte[] {'t', ':', ' ', (byte) 0xD3, (byte) 0xE6});

        assertThatExceptionOfType(FaultyCodebook.class).isThrownBy(() -> CodebookFile.read(file)).withMessageContaining("UTF-8");
    }

    private static List<Fault> faults(String text) {
        return catchThrowableOfType(FaultyCodebook.class, () -> CodebookFile.read("slip.yaml", text)).faults();
    }

    private static Arguments slip(String what, String sound, String faulty, String told) {
        return slip(what, sound, faulty, told, 0);
    }

    /** @param further lines below the changed one where the fault shows */
    private static Arguments slip(String what, String sound, String faulty, String told, int further) {
        return Arguments.of(what, changed(sound, faulty), lineOf(SOUND, sound) + further, told);
    }

    /** @param where the line at which the fault shows in the changed text */
    private static Arguments slip(String what, String sound, String faulty, String told, String where) {
        String text = changed(sound, faulty);
        return Arguments.of(what, text, lineOf(text, where), told);
    }

    private static String changed(String sound, String faulty) {
        assertThat(SOUND).contains(sound);
        return SOUND.replaceFirst(Pattern.quote(sound), Matcher.quoteReplacement(faulty));
    }

    private static int lineOf(String text, String words) {
        List<String> lines = text.lines().toList();
        return IntStream.range(0, lines.size()).filter(i -> lines.get(i).contains(words.strip())).findFirst().orElseThrow() + 1;
    }

    private static String sound() {
        try {
            return Files.readString(CodebookFileTest.RIVERLAND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
