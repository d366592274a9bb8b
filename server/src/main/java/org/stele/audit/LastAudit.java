package org.stele.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.stele.database.DataPlace;
import org.stele.database.Durable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A note of the last audit, as a file of the data folder: so that the desk can say when it was. It is a reminder and proves nothing.
 */
public final class LastAudit {

    private static final String FILE = "last-verify.json";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Path file;

    /** @param place the data folder */
    public LastAudit(DataPlace place) {
        this.file = place.path().resolve(FILE);
    }

    /**
     * The note.
     *
     * @param findings how many things were found not to be as they were sealed
     * @param first    the first of them; empty if none
     * @param quick    whether the bytes of originals were left out
     */
    public record Noted(Instant at, boolean good, long entries, long copies, int editions, int outside, boolean quick, int findings, String first) {

        /** The note in a sentence. */
        public String words() {
            return "%s: %s".formatted(at, good ? "%,d entries, %d editions and %s were as they were sealed; compared with %d checkpoints that others vouch for"
                    .formatted(entries, editions, quick ? "no bytes of originals" : "%,d copies of originals".formatted(copies), outside)
                    : findings + " things were NOT as sealed, the first: " + first);
        }
    }

    void keep(Audited audited) {
        Noted note = new Noted(audited.at(), audited.good(), audited.entries(), audited.copies(), audited.editions(), audited.outside().size(), audited.quick(),
                audited.findings().size(), audited.good() ? "" : audited.findings().getFirst().words());
        try {
            Durable.replace(file, MAPPER.writeValueAsString(note).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Could not note the result in " + file, e);
        }
    }

    /** The note of the last audit; empty where none was made, or the file is none any more. */
    public Optional<Noted> read() {
        try {
            return Optional.of(MAPPER.readValue(Files.readString(file), Noted.class));
        } catch (NoSuchFileException | JacksonException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read " + file, e);
        }
    }
}
