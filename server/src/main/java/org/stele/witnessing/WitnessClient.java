package org.stele.witnessing;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.stele.tlog.Checkpoint;
import org.stele.tlog.Hash;
import org.stele.tlog.Log;
import org.stele.tlog.Note;
import org.stele.tlog.Policy;
import org.stele.tlog.Witness;

/** Asks one witness for its cosignature (C2SP tlog-witness). Remembers between times how far the witness has seen the log. */
final class WitnessClient {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int LONGEST_REPLY = 1 << 16;

    private final Policy.KnownWitness witness;
    private final URI address;
    private final HttpClient http;
    private long seen;

    /** @throws IllegalArgumentException if the policy gives no address for the witness */
    WitnessClient(Policy.KnownWitness witness, HttpClient http) {
        this.witness = witness;
        this.http = http;
        String prefix = witness.url().orElseThrow(() -> new IllegalArgumentException("The policy gives no address for the witness " + witness.name()));
        this.address = URI.create(prefix.endsWith("/") ? prefix + "add-checkpoint" : prefix + "/add-checkpoint");
    }

    String name() {
        return witness.name();
    }

    /**
     * The checkpoint with the witness's cosignature.
     *
     * @throws NotWitnessed if the witness refuses, or what it gives is not its cosignature of this checkpoint
     * @throws IOException  if it cannot be reached
     */
    Note cosigned(Log log, Note checkpoint) throws IOException, InterruptedException {
        long size = Checkpoint.parse(checkpoint.text()).size();
        Reply reply = send(log, checkpoint, size);
        if (reply.status == 409 && reply.text.strip().matches("[0-9]{1,18}") && Long.parseLong(reply.text.strip()) != seen) {
            seen = Long.parseLong(reply.text.strip());
            if (seen > size) {
                throw new NotWitnessed(witness.name() + " has seen this log with " + seen + " entries, now it has " + size + ": the log was rewritten or put back");
            }
            reply = send(log, checkpoint, size);
        }
        if (reply.status != 200) {
            throw new NotWitnessed(witness.name() + " answered " + reply.status + ": " + reply.text.strip());
        }
        Note answered;
        try {
            answered = Note.parse(checkpoint.text() + "\n" + reply.text);
        } catch (IllegalArgumentException e) {
            throw new NotWitnessed(witness.name() + " sent what is no signature: " + e.getMessage());
        }
        Note.Signature good = answered.signatures().stream().filter(each -> witness.key().verifies(checkpoint, each)).findFirst()
                .orElseThrow(() -> new NotWitnessed(witness.name() + " sent a signature that is not by its key"));
        seen = size;
        return checkpoint.with(good);
    }

    private Reply send(Log log, Note checkpoint, long size) throws IOException, InterruptedException {
        // A size that the witness states wrongly gives no proof; it will refuse, and its answer says so.
        List<Hash> proof = seen == 0 || seen >= size ? List.of() : log.consistency(seen, size);
        HttpRequest request = HttpRequest.newBuilder(address).timeout(PATIENCE)
                .POST(HttpRequest.BodyPublishers.ofString(Witness.request(seen, proof, checkpoint))).build();
        HttpResponse<InputStream> response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            return new Reply(response.statusCode(), new String(body.readNBytes(LONGEST_REPLY), StandardCharsets.UTF_8));
        }
    }

    private record Reply(int status, String text) {
    }
}
