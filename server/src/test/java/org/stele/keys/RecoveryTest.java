package org.stele.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecoveryTest {
    @TempDir
    Path data;

    private Keyring keyring(Path folder) {
        return Keyring.open(folder, Map.of());
    }

    /** The key folder as a backup has it: without the service identity. */
    private Path copied(String name) throws IOException {
        Path copy = Files.createDirectories(data.resolve(name).resolve("keys"));
        for (String file : new KeyFolder(data.resolve("keys")).names()) {
            if (!file.equals("service.identity")) {
                Files.copy(data.resolve("keys").resolve(file), copy.resolve(file));
            }
        }
        return copy.getParent();
    }

    private static List<Share> typed(List<Share> shares, int... numbers) {
        List<Share> typed = new ArrayList<>();
        for (int number : numbers) {
            typed.add(Share.parse(String.join("\n", shares.get(number - 1).lines())));
        }
        return typed;
    }

    @Test
    void anyThreeOfFiveSharesOpenACopyOfTheKeysOnAnotherMachine() throws IOException {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        WrappedKey wrapped = keyring(data).wrap(Compartment.SOURCES, key, "x");
        byte[] sealed = keyring(data).fields(Compartment.SOURCES).seal("a name", new SealedFields.Place("source", "name", 7));
        List<Share> shares = new Recovery(keyring(data)).makeShares();
        int triples = 0;
        for (int a = 1; a <= 5; a++) {
            for (int b = a + 1; b <= 5; b++) {
                for (int c = b + 1; c <= 5; c++) {
                    Keyring there = keyring(copied("there-" + triples++));
                    assertThatThrownBy(() -> there.unwrap(wrapped, "x")).isInstanceOf(LockedCompartment.class);
                    new Recovery(there).recover(typed(shares, c, a, b), false);
                    assertThat(there.unwrap(wrapped, "x")).isEqualTo(key);
                    assertThat(there.fields(Compartment.SOURCES).open(sealed, new SealedFields.Place("source", "name", 7))).isEqualTo("a name");
                }
            }
        }
        assertThat(triples).isEqualTo(10);
        assertThat(keyring(data).unwrap(wrapped, "x")).as("the machine they came from still reads").isEqualTo(key);
    }

    @Test
    void anyTwoSharesGiveNothing() throws IOException {
        List<Share> shares = new Recovery(keyring(data)).makeShares();
        Keyring there = keyring(copied("there"));
        for (int a = 1; a <= 5; a++) {
            for (int b = a + 1; b <= 5; b++) {
                List<Share> two = typed(shares, a, b);
                assertThatThrownBy(() -> new Recovery(there).recover(two, false)).isInstanceOf(WrongShare.class).hasMessageContaining("3 different shares are needed");
                List<Share> repeated = typed(shares, a, b, a);
                assertThatThrownBy(() -> RecoveryShares.combine(repeated)).isInstanceOf(WrongShare.class).hasMessageContaining("there are 2");
            }
        }
        assertThat(there.canRead(Compartment.PUBLIC)).isFalse();
    }

    @Test
    void everySingleMistypedLetterIsFoundAndItsLineNamed() {
        Share share = RecoveryShares.split(Identity.generate(), new SecureRandom()).getFirst();
        List<String> lines = share.lines();
        String letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
        int missed = 0;
        int tried = 0;
        for (int line = 0; line < lines.size(); line++) {
            for (int at = 0; at < lines.get(line).length(); at++) {
                for (char other : letters.toCharArray()) {
                    char right = lines.get(line).charAt(at);
                    if (right != ' ' && right != other) {
                        var wrong = new StringBuilder(lines.get(line));
                        wrong.setCharAt(at, other);
                        tried++;
                        try {
                            Share.checkLine(line, wrong.toString());
                            // One in 1024 passes its line's check letters; the checksum of the whole then finds it.
                            missed++;
                            List<String> all = new ArrayList<>(lines);
                            all.set(line, wrong.toString());
                            assertThatThrownBy(() -> Share.parse(String.join("\n", all))).isInstanceOf(WrongShare.class);
                        } catch (WrongShare e) {
                            assertThat(e.getMessage()).contains("Line " + (line + 1)).doesNotContain(wrong);
                        }
                    }
                }
            }
        }
        assertThat(missed).isLessThan(tried / 200);
    }

    @Test
    void aShareMayBeTypedAsPeopleType() {
        Share share = RecoveryShares.split(Identity.generate(), new SecureRandom()).get(3);
        String typed = "line 1: " + share.lines().get(0).toLowerCase().replace('0', 'o').replace('1', 'l') + "\r\n  line 2: " + share.lines().get(1).replace(" ", "-")
                + "\nline 3:" + share.lines().get(2).replace(" ", "") + "\n\n" + share.lines().get(3);
        assertThat(Share.parse(typed).fingerprint()).isEqualTo(share.fingerprint());
        assertThat(Share.parse(typed).number()).isEqualTo(4);
    }

    @Test
    void linesInTheWrongOrderOrOfTwoSharesAreNotTakenForAShare() {
        List<Share> shares = RecoveryShares.split(Identity.generate(), new SecureRandom());
        List<String> first = shares.get(0).lines();
        assertThatThrownBy(() -> Share.parse(String.join("\n", first.get(1), first.get(0), first.get(2), first.get(3))))
                .isInstanceOf(WrongShare.class).hasMessageContaining("Line 1");
        assertThatThrownBy(() -> Share.parse(String.join("\n", first.get(0), shares.get(1).lines().get(1), first.get(2), first.get(3))))
                .isInstanceOf(WrongShare.class).hasMessageContaining("mixed");
    }

    @Test
    void aShareOfAnotherSetIsNamed() {
        Keyring keyring = keyring(data);
        List<Share> old = new Recovery(keyring).makeShares();
        List<Share> others = RecoveryShares.split(Identity.generate(), new SecureRandom());
        assertThatThrownBy(() -> RecoveryShares.combine(List.of(old.get(0), old.get(1), others.get(3))))
                .isInstanceOf(WrongShare.class).hasMessageContaining("Share 4 is of set " + others.get(3).set());
        assertThatThrownBy(() -> new Recovery(keyring).check(others.get(0))).isInstanceOf(WrongShare.class).hasMessageContaining("not one of these keys'");
    }

    @Test
    void aForgedShareWithRightChecksumsIsNamed() {
        Keyring keyring = keyring(data);
        List<Share> shares = new Recovery(keyring).makeShares();
        Recipient recipient = keyring.recipients().recovery().getFirst();
        Share forged = Share.of(2, recipient, new byte[32]);
        assertThatThrownBy(() -> new Recovery(keyring).recover(List.of(shares.get(0), forged, shares.get(4)), false))
                .isInstanceOf(WrongShare.class).hasMessageContaining("Share 2");
        assertThatThrownBy(() -> RecoveryShares.combine(List.of(shares.get(0), forged, shares.get(4), shares.get(3))))
                .as("without any record, a fourth share tells").isInstanceOf(WrongShare.class).hasMessageContaining("Share 2");
        assertThatThrownBy(() -> RecoveryShares.combine(List.of(shares.get(0), forged, shares.get(4)))).isInstanceOf(WrongShare.class);
        assertThatThrownBy(() -> new Recovery(keyring).check(forged)).isInstanceOf(WrongShare.class);
    }

    @Test
    void theStatusWarnsUntilThreeSharesAreKnownToBeRight() {
        Keyring keyring = keyring(data);
        assertThat(KeyStatus.of(keyring).warnings()).singleElement().asString().contains("NOBODY CAN BRING THESE KEYS BACK");
        Recovery recovery = new Recovery(keyring);
        List<Share> shares = recovery.makeShares();
        for (int checked = 0; checked < 3; checked++) {
            assertThat(KeyStatus.of(keyring).warnings()).singleElement().asString().contains(checked + " have been typed in");
            recovery.check(typed(shares, checked + 1).getFirst());
        }
        assertThat(KeyStatus.of(keyring).warnings()).isEmpty();
        assertThat(KeyStatus.of(keyring).toString()).doesNotContain("AGE-SECRET");
    }

    @Test
    void aPartnersOwnAgeKeyMayOpenTheKeysToo() throws IOException {
        Identity partner = Identity.generate();
        WrappedKey wrapped = keyring(data).wrap(Compartment.CONFIDENTIAL, new byte[32], "x");
        new Recovery(keyring(data)).add(partner.recipient());
        Keyring there = keyring(copied("there"));
        new Recovery(there).recover(partner, false);
        assertThat(there.unwrap(wrapped, "x")).hasSize(32);
    }

    @Test
    void aKeyThatDoesNotOpenLeavesAllAsItWas() throws IOException {
        Keyring keyring = keyring(data);
        Path broken = data.resolve("keys/working-1.private.age");
        Files.write(broken, Age.sealed(new byte[10], List.of(Identity.generate().recipient())));
        byte[] before = Files.readAllBytes(data.resolve("keys/sources-1.private.age"));
        assertThatThrownBy(() -> new Recovery(keyring).makeShares()).isInstanceOf(LockedCompartment.class);
        assertThat(data.resolve("keys/sources-1.private.age")).hasBinaryContent(before);
        assertThat(keyring.recipients().recovery()).isEmpty();
    }
}
