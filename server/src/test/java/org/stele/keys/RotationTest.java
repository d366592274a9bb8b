package org.stele.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stele.database.DataPlace;
import org.stele.database.Refusal;
import org.stele.database.TestDatabase;

class RotationTest {
    static final TestDatabase DATABASE = TestDatabase.fresh();
    @TempDir
    Path data;

    /** Wrapped keys in memory. */
    private static final class Memory implements KeyHolder {
        final Map<String, WrappedKey> keys = new TreeMap<>();

        @Override
        public String name() {
            return "things";
        }

        @Override
        public long exchange(Compartment compartment, int newest, Exchange exchange) {
            List<String> old = keys.keySet().stream().filter(name -> keys.get(name).compartment() == compartment && keys.get(name).version() < newest).toList();
            old.forEach(name -> keys.put(name, exchange.again(keys.get(name), name)));
            return old.size();
        }
    }

    private static byte[] dataKey(int number) {
        byte[] key = new byte[32];
        key[0] = (byte) number;
        return key;
    }

    @Test
    void aRotationExchangesWhatWasWrappedAndGivesTheOldKeyUp() throws IOException {
        Keyring keyring = Keyring.open(data, Map.of());
        List<Share> shares = new Recovery(keyring).makeShares();
        var memory = new Memory();
        for (int number = 0; number < 20; number++) {
            memory.keys.put("thing " + number, keyring.wrap(Compartment.CONFIDENTIAL, dataKey(number), "thing " + number));
        }
        WrappedKey other = keyring.wrap(Compartment.WORKING, dataKey(1), "other");
        WrappedKey copiedBefore = memory.keys.get("thing 3");
        var rotation = new Rotation(keyring, new KeptFingerprints(DATABASE.source()), List.of(memory));
        Rotation.Done done = rotation.rotate(Compartment.CONFIDENTIAL);
        assertThat(done.exchanged()).containsEntry("things", 20L);
        assertThat(done.retired()).containsExactly(1);
        for (Keyring each : List.of(keyring, Keyring.open(data, Map.of()))) {
            memory.keys.forEach((name, wrapped) -> {
                assertThat(wrapped.version()).isEqualTo(2);
                assertThat(each.unwrap(wrapped, name)[0]).isEqualTo((byte) Integer.parseInt(name.substring(6)));
            });
            assertThat(each.unwrap(other, "other")).isEqualTo(dataKey(1));
            assertThatThrownBy(() -> each.unwrap(copiedBefore, "thing 3")).isInstanceOf(LockedCompartment.class).hasMessageContaining("rotated out");
        }
        assertThat(KeyStatus.of(keyring).compartments().get(1).retired()).containsExactly(1);
        new Recovery(keyring).recover(shares.subList(2, 5), true);
        assertThat(keyring.unwrap(copiedBefore, "thing 3")).as("what was copied before opens with the shares").isEqualTo(dataKey(3));
    }

    @Test
    void withoutRecoverySharesTheOldKeyIsKept() {
        Keyring keyring = Keyring.open(data, Map.of());
        WrappedKey old = keyring.wrap(Compartment.SOURCES, dataKey(5), "x");
        Rotation.Done done = new Rotation(keyring, new KeptFingerprints(DATABASE.source()), List.of()).rotate(Compartment.SOURCES);
        assertThat(done.retired()).isEmpty();
        assertThat(keyring.unwrap(old, "x")).isEqualTo(dataKey(5));
        assertThat(keyring.wrap(Compartment.SOURCES, dataKey(5), "x").version()).isEqualTo(2);
    }

    @Test
    void aKeyFolderThatIsLostOrAnothersIsNoticed() throws IOException {
        try (TestDatabase database = TestDatabase.fresh()) {
            var beans = new KeysConfiguration();
            var place = new DataPlace(data);
            beans.keyring(place, database.source());
            assertThat(beans.keyring(place, database.source()).canRead(Compartment.PUBLIC)).isTrue();
            Path aside = Files.move(data.resolve("keys"), data.resolve("aside"));
            assertThatThrownBy(() -> beans.keyring(place, database.source())).isInstanceOf(Refusal.class).hasMessageContaining("keys are missing");
            assertThat(data.resolve("keys")).doesNotExist();
            Keyring.open(data, Map.of());
            assertThatThrownBy(() -> beans.keyring(place, database.source())).isInstanceOf(Refusal.class).hasMessageContaining("sources 1");
            Files.move(data.resolve("keys"), data.resolve("others"));
            Files.move(aside, data.resolve("keys"));
            assertThat(beans.keyring(place, database.source()).canRead(Compartment.PUBLIC)).isTrue();
        }
    }
}
