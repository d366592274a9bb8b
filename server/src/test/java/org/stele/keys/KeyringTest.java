package org.stele.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stele.database.Refusal;

class KeyringTest {
    @TempDir
    Path data;

    private static byte[] dataKey() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return key;
    }

    private Keyring keyring() {
        return Keyring.open(data, Map.of());
    }

    @Test
    void keysAppearAtTheFirstStartAndTheNextStartFindsTheSame() {
        assertThat(Keyring.isIn(data)).isFalse();
        byte[] key = dataKey();
        WrappedKey wrapped = keyring().wrap(Compartment.CONFIDENTIAL, key, "blob 1");
        assertThat(Keyring.isIn(data)).isTrue();
        assertThat(keyring().unwrap(WrappedKey.of(wrapped.text()), "blob 1")).isEqualTo(key);
    }

    @Test
    void onlyTheOwnerCanReadTheServiceIdentity() throws IOException {
        keyring();
        Path identity = data.resolve("keys").resolve("service.identity");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(identity))).isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(identity.getParent()))).isEqualTo("rwx------");
    }

    @Test
    void aServiceIdentityThatOthersCanReadIsRefused() throws IOException {
        WrappedKey wrapped = keyring().wrap(Compartment.SOURCES, dataKey(), "x");
        Files.setPosixFilePermissions(data.resolve("keys/service.identity"), PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> keyring().unwrap(wrapped, "x")).isInstanceOf(Refusal.class).hasMessageContaining("chmod 600");
    }

    @Test
    void aWrappedKeyOpensForNothingButWhatItWasWrappedFor() {
        Keyring keyring = keyring();
        List<WrappedKey> wrapped = new ArrayList<>();
        List<String> contexts = List.of("blob 1", "blob 2");
        for (Compartment compartment : Compartment.values()) {
            contexts.forEach(context -> wrapped.add(keyring.wrap(compartment, dataKey(), context)));
        }
        for (WrappedKey each : wrapped) {
            for (WrappedKey place : wrapped) {
                int own = wrapped.indexOf(place);
                var moved = new WrappedKey(place.compartment(), place.version(), place.fingerprint(), each.sealed());
                if (each.equals(place)) {
                    assertThat(keyring.unwrap(moved, contexts.get(own % 2))).hasSize(32);
                } else {
                    assertThatThrownBy(() -> keyring.unwrap(moved, contexts.get(own % 2))).isInstanceOf(WrongKey.class);
                }
            }
        }
    }

    @Test
    void withPublicPartsOnlyThingsGoInAndNothingComesOut() throws IOException {
        Keyring whole = keyring();
        WrappedKey earlier = whole.wrap(Compartment.SOURCES, dataKey(), "x");
        Path box = Files.createDirectories(data.resolve("box"));
        Files.createDirectory(box.resolve("keys"));
        for (String name : whole.folder().names()) {
            if (name.endsWith(".public.json") || name.equals("recipients")) {
                Files.copy(data.resolve("keys").resolve(name), box.resolve("keys").resolve(name));
            }
        }
        Keyring dropBox = Keyring.open(box, Map.of());
        byte[] key = dataKey();
        WrappedKey wrapped = dropBox.wrap(Compartment.SOURCES, key, "y");
        assertThatThrownBy(() -> dropBox.unwrap(wrapped, "y")).isInstanceOf(LockedCompartment.class).hasMessageContaining("'sources' is locked");
        assertThatThrownBy(() -> dropBox.unwrap(earlier, "x")).isInstanceOf(LockedCompartment.class);
        assertThat(dropBox.canRead(Compartment.SOURCES)).isFalse();
        assertThat(whole.unwrap(wrapped, "y")).isEqualTo(key);
    }

    @Test
    void theServiceIdentityMayComeFromTheEnvironmentAndThenLiesInNoFile() throws IOException {
        String identity = Identity.generate().fileText("test");
        var environment = Map.of("STELE_SERVICE_IDENTITY", identity);
        WrappedKey wrapped = Keyring.open(data, environment).wrap(Compartment.WORKING, dataKey(), "x");
        assertThat(data.resolve("keys/service.identity")).doesNotExist();
        assertThat(Keyring.open(data, environment).unwrap(wrapped, "x")).hasSize(32);
        assertThatThrownBy(() -> keyring().unwrap(wrapped, "x")).isInstanceOf(LockedCompartment.class);
    }

    @Test
    void keysOfAnotherRegisterAreNamedAsSuch() throws IOException {
        WrappedKey foreign = Keyring.open(Files.createDirectory(data.resolve("other")), Map.of()).wrap(Compartment.PUBLIC, dataKey(), "x");
        assertThatThrownBy(() -> keyring().unwrap(foreign, "x")).isInstanceOf(WrongKey.class).hasMessageContaining("not the keys it belongs to");
    }

    @Test
    void aDamagedKeyFileIsNamed() throws IOException {
        WrappedKey wrapped = keyring().wrap(Compartment.PUBLIC, dataKey(), "x");
        Path file = data.resolve("keys/public-1.private.age");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 3] ^= 1;
        Files.write(file, bytes);
        assertThatThrownBy(() -> keyring().unwrap(wrapped, "x")).isInstanceOf(Refusal.class).hasMessageContaining("public-1.private.age is damaged");
    }

    @Test
    void noTextOfAnythingHoldsASecret() {
        Identity identity = Identity.generate();
        assertThat(identity.toString()).doesNotContain("AGE-SECRET").contains(identity.recipient().text());
        assertThat(keyring().toString()).doesNotContain("AGE-SECRET");
        String broken = identity.fileText("x").replace("AGE-SECRET-KEY-1", "AGE-SECRET-KEY-1Q");
        assertThatThrownBy(() -> Identity.parse(broken)).satisfies(e -> {
            for (Throwable each = e; each != null; each = each.getCause()) {
                assertThat(each.getMessage()).doesNotContain(broken.lines().toList().getLast().substring(20));
            }
        });
    }
}
