package org.stele.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stele.database.TestDatabase;
import org.stele.history.Changes;
import org.stele.keys.Compartment;
import org.stele.keys.Keyring;
import org.stele.keys.SealedFields;
import org.stele.keys.WrappedKey;

/** Whoever holds the disk and the database and exchanges one encrypted thing for another gets nothing to decrypt: every pair is tried. */
class SwappedTest {

    static final TestDatabase DATABASE = TestDatabase.fresh();

    @TempDir
    Path data;

    Folder folder;
    Keyring keyring;
    Vault vault;
    final List<Blob> blobs = new ArrayList<>();

    @BeforeEach
    void keep() throws IOException {
        folder = new Folder("main", Files.createDirectories(data.resolve("vault")), 0);
        keyring = Keyring.open(data);
        vault = new Vault(DATABASE.source(), keyring, folder);
        // Two of each compartment, all of one length,
        // so that nothing but the binding tells them apart; of the last pair the very same bytes.
        for (Compartment compartment : Compartment.values()) {
            for (int i = 0; i < 2; i++) {
                byte[] bytes = (compartment == Compartment.PUBLIC ? "the same bytes once more" : "bytes " + i + " of "
                        + compartment.ordinal() + " in all its").getBytes();
                try (Deposit deposit = vault.deposit(i == 1 && compartment == Compartment.PUBLIC ? Compartment.WORKING : compartment,
                        new ByteArrayInputStream(bytes), taken -> { })) {
                    blobs.add(new Changes(DATABASE.source()).make("tester", "to swap", change -> vault.register(change, deposit)));
                }
            }
        }
        assertThat(blobs).doesNotHaveDuplicates().hasSize(8);
    }

    byte[] read(Blob blob) throws IOException {
        try (var bytes = Channels.newInputStream(vault.open(blob))) {
            return bytes.readAllBytes();
        }
    }

    String wrapped(Blob blob) {
        return DATABASE.sql().sql("select wrapped from blob_key where blob = :id").param("id", blob.id()).query(String.class).single();
    }

    void wrap(Blob blob, String wrapped) {
        DATABASE.sql().sql("update blob_key set wrapped = :wrapped where blob = :id").param("wrapped", wrapped).param("id", blob.id())
                .update();
    }

    void lay(Blob blob, byte[] ciphertext) throws IOException {
        Path file = folder.file(blob.name());
        assertThat(file.toFile().setWritable(true)).isTrue();
        Files.write(file, ciphertext);
    }

    @Test
    void noCiphertextAndNoKeyOpensInTheStead() throws IOException {
        int tried = 0;
        for (Blob one : blobs) {
            byte[] own = Files.readAllBytes(folder.file(one.name()));
            String ownKey = wrapped(one);
            byte[] plain = read(one);
            for (Blob other : blobs) {
                if (other.equals(one)) {
                    continue;
                }
                String what = "blob %d in %s for blob %d in %s".formatted(other.id(), other.compartment(), one.id(), one.compartment());
                byte[] others = Files.readAllBytes(folder.file(other.name()));
                lay(one, others);
                assertThatThrownBy(() -> read(one)).as("bytes of " + what).isInstanceOf(Exception.class);
                wrap(one, wrapped(other));
                assertThatThrownBy(() -> read(one)).as("bytes and key of " + what).isInstanceOf(Exception.class);
                lay(one, own);
                assertThatThrownBy(() -> read(one)).as("key of " + what).isInstanceOf(Exception.class);
                wrap(one, ownKey);
                assertThat(read(one)).as("put back").isEqualTo(plain);
                tried++;
            }
        }
        assertThat(tried).isEqualTo(56);
    }

    @Test
    void noWrappedKeyOpensForAnotherCompartmentVersionOrThing() {
        List<WrappedKey> keys = new ArrayList<>();
        for (Compartment each : Compartment.values()) {
            keys.add(keyring.wrap(each, new byte[32], "thing"));
        }
        for (WrappedKey one : keys) {
            assertThat(keyring.unwrap(one, "thing")).isEqualTo(new byte[32]);
            assertThatThrownBy(() -> keyring.unwrap(one, "other thing")).isInstanceOf(RuntimeException.class);
            for (WrappedKey other : keys) {
                if (one != other) {
                    // The ciphertext of one under the label of another.
                    WrappedKey swapped = WrappedKey.of(one.text().replace(one.sealed(), other.sealed()));
                    assertThatThrownBy(() -> keyring.unwrap(swapped, "thing")).as(one.compartment() + " for " + other.compartment())
                            .isInstanceOf(RuntimeException.class);
                }
            }
        }
    }

    @Test
    void noSealedFieldOpensElsewhere() {
        record Sealed(Compartment compartment, SealedFields.Place place, byte[] bytes) {
        }
        List<Sealed> all = new ArrayList<>();
        for (Compartment compartment : Compartment.values()) {
            for (SealedFields.Place place : List.of(new SealedFields.Place("provenance", "source", 1), new SealedFields.Place("provenance",
                    "source", 2),
                    new SealedFields.Place("provenance", "note", 1), new SealedFields.Place("source", "source", 1))) {
                all.add(new Sealed(compartment, place, keyring.fields(compartment).seal("a neighbour", place)));
            }
        }
        for (Sealed one : all) {
            for (Sealed other : all) {
                if (one == other) {
                    assertThat(keyring.fields(one.compartment()).open(other.bytes(), one.place())).isEqualTo("a neighbour");
                } else {
                    assertThatThrownBy(() -> keyring.fields(one.compartment()).open(other.bytes(), one.place())).as(one + " by " + other)
                            .isInstanceOf(RuntimeException.class);
                }
            }
        }
    }
}
