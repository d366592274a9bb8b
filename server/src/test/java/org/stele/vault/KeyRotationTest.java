package org.stele.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.stele.SteleApplication;
import org.stele.database.TestDatabase;
import org.stele.history.Changes;
import org.stele.keys.Compartment;
import org.stele.keys.Recovery;
import org.stele.keys.Rotation;

/** The whole application: a rotation finds the blobs' keys by itself. */
class KeyRotationTest {
    @TempDir
    Path data;

    @Test
    void aRotationWrapsTheKeysOfOriginalsAgainAndReadsNoOriginal() throws IOException {
        try (TestDatabase database = TestDatabase.fresh();
                var application = new SpringApplicationBuilder(SteleApplication.class).web(WebApplicationType.NONE).lazyInitialization(true)
                        .properties("stele.db-url=" + database.url(), "stele.data=" + data).run()) {
            Vault vault = application.getBean(Vault.class);
            List<Blob> blobs = new ArrayList<>();
            for (int number = 0; number < 5; number++) {
                Compartment compartment = number == 4 ? Compartment.WORKING : Compartment.CONFIDENTIAL;
                try (Deposit deposit = vault.deposit(compartment, new ByteArrayInputStream(new byte[] {(byte) number}), bytes -> { })) {
                    blobs.add(application.getBean(Changes.class).make("Tester", "to try", change -> vault.register(change, deposit)));
                }
            }
            application.getBean(Recovery.class).makeShares();
            List<Path> files;
            try (var all = Files.walk(data.resolve("vault"))) {
                files = all.filter(Files::isRegularFile).toList();
            }
            // Were a blob read, its absence would be noticed.
            for (Path file : files) {
                Files.move(file, data.resolve("away-" + file.getFileName()));
            }
            Rotation.Done done = application.getBean(Rotation.class).rotate(Compartment.CONFIDENTIAL);
            assertThat(done.exchanged()).containsEntry("originals", 4L);
            assertThat(done.retired()).containsExactly(1);
            for (Path file : files) {
                Files.move(data.resolve("away-" + file.getFileName()), file);
            }
            for (int number = 0; number < 5; number++) {
                try (var bytes = Channels.newInputStream(vault.open(blobs.get(number)))) {
                    assertThat(bytes.readAllBytes()).containsExactly(number);
                }
            }
            assertThat(database.sql().sql("select count(*) from blob_key where wrapped like 'confidential.2.%'").query(Long.class).single()).isEqualTo(4);
        }
    }
}
