package org.stele.witnessing;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stele.database.Refusal;
import org.stele.tlog.Checkpoint;
import org.stele.tlog.Log;
import org.stele.tlog.Note;
import org.stele.tlog.Policy;

/**
 * Shows checkpoints to the witnesses and time-stamp authorities that the data folder declares, and keeps what they give. A witness or an
 * authority that is away delays nobody: the checkpoint is then short of it, the {@link Attestation} says so, and the next one asks again.
 */
public final class Witnessing {

    /** How often a checkpoint is stamped at most. */
    private static final Duration BETWEEN_STAMPS = Duration.ofHours(1);

    private final Outsiders outsiders;
    private final Attestations kept;
    private final List<WitnessClient> witnesses;
    private final HttpClient http;
    private final InstantSource clock;
    private final Map<String, Instant> lastStamps;

    /** @throws Refusal if one of the two files is there and cannot be understood */
    public Witnessing(Path dataFolder, InstantSource clock) {
        this.outsiders = Outsiders.declaredIn(dataFolder);
        this.kept = new Attestations(dataFolder);
        this.clock = clock;
        this.http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).version(HttpClient.Version.HTTP_1_1).build();
        try {
            this.witnesses = outsiders.policy().map(Policy::witnesses).orElse(List.of()).stream().map(each -> new WitnessClient(each, http)).toList();
        } catch (IllegalArgumentException e) {
            throw new Refusal(dataFolder.resolve(Outsiders.WITNESSES) + ": " + e.getMessage(), e);
        }
        this.lastStamps = new LinkedHashMap<>(kept.lastStamps(outsiders.authorities()));
    }

    /** Whether anybody is declared who could vouch. */
    public boolean declared() {
        return !witnesses.isEmpty() || !outsiders.authorities().isEmpty();
    }

    /**
     * Shows the log's last checkpoint to all of them, and keeps what they give. Each is asked in turn and has twenty seconds.
     */
    public Attestation show(Log log) throws InterruptedException {
        Note checkpoint = log.signedCheckpoint().orElseThrow();
        long size = Checkpoint.parse(checkpoint.text()).size();
        List<String> missing = new ArrayList<>();
        Note cosigned = kept.cosigned(size).filter(note -> note.text().equals(checkpoint.text())).orElse(checkpoint);
        for (WitnessClient witness : witnesses) {
            try {
                cosigned = merged(cosigned, witness.cosigned(log, checkpoint));
            } catch (NotWitnessed e) {
                missing.add(e.getMessage());
            } catch (IOException e) {
                missing.add(witness.name() + " could not be reached: " + e);
            }
        }
        // What is stamped is what the log signed then, byte for byte; a later signature of the same text would be other bytes.
        Note stamped = kept.checkpoint(size).filter(note -> note.text().equals(checkpoint.text())).orElse(checkpoint);
        Map<String, byte[]> stamps = stamp(Attestations.bytes(stamped), missing);
        if (declared()) {
            kept.keep(stamped, cosigned, stamps);
            if (witnessed(cosigned)) {
                kept.forgetUnstamped(size);
            }
        }
        return attestation(size, missing).orElseGet(() -> new Attestation(Checkpoint.parse(checkpoint.text()), true, Map.of(), Map.of(), missing));
    }

    /** What is kept of the newest checkpoint that was shown; empty if none was. */
    public Optional<Attestation> latest() {
        List<Long> sizes = kept.sizes();
        return sizes.isEmpty() ? Optional.empty() : attestation(sizes.getLast(), List.of());
    }

    /**
     * All that is kept, oldest first, its signatures and time stamps checked anew.
     *
     * @throws NotStamped if a kept time stamp does not hold (any more)
     */
    public List<Attestation> all() {
        return kept.sizes().stream().flatMap(size -> attestation(size, List.of()).stream()).toList();
    }

    private Optional<Attestation> attestation(long size, List<String> missing) {
        return kept.cosigned(size).map(note -> {
            Map<String, Instant> cosigned = new LinkedHashMap<>();
            outsiders.policy().map(Policy::witnesses).orElse(List.of())
                    .forEach(witness -> witness.key().cosigned(note).ifPresent(at -> cosigned.put(witness.name(), at)));
            Map<String, TimeStamp> stamps = new LinkedHashMap<>();
            byte[] stamped = Attestations.bytes(kept.checkpoint(size).orElse(note));
            kept.stamps(size).forEach((name, reply) -> outsiders.authorities().stream().filter(each -> each.name().equals(name)).findFirst()
                    .ifPresent(authority -> stamps.put(name, TimeStamp.checked(reply, stamped, authority.trusted()))));
            return new Attestation(Checkpoint.parse(note.text()), witnessed(note), cosigned, stamps, missing);
        });
    }

    private boolean witnessed(Note note) {
        return outsiders.policy().map(policy -> policy.witnessed(note)).orElse(true);
    }

    private Map<String, byte[]> stamp(byte[] checkpoint, List<String> missing) throws InterruptedException {
        Map<String, byte[]> stamps = new LinkedHashMap<>();
        for (TimeStampAuthority authority : outsiders.authorities()) {
            Instant last = lastStamps.get(authority.name());
            if (last != null && Duration.between(last, clock.instant()).compareTo(BETWEEN_STAMPS) < 0) {
                continue;
            }
            try {
                byte[] reply = authority.stamp(checkpoint, http);
                stamps.put(authority.name(), reply);
                lastStamps.put(authority.name(), clock.instant());
            } catch (NotStamped e) {
                missing.add(authority.name() + " gave no time stamp: " + e.getMessage());
            } catch (IOException e) {
                missing.add(authority.name() + " could not be reached: " + e);
            }
        }
        return stamps;
    }

    /** The note with the signatures of both, each signer once. */
    private static Note merged(Note first, Note second) {
        Note all = first;
        for (Note.Signature signature : second.signatures()) {
            if (first.signatures().stream().noneMatch(each -> each.name().equals(signature.name()) && each.key() == signature.key())) {
                all = all.with(signature);
            }
        }
        return all;
    }
}
