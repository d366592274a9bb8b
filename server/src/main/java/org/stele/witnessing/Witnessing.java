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

    /** What is kept in a data folder, to be read: nobody is asked anything.
     *  @throws Refusal if one of the two files is there and cannot be understood */
    public static Witnessing keptIn(Path dataFolder) {
        return new Witnessing(dataFolder, InstantSource.system());
    }

    /** Whether anybody is declared who could vouch. */
    public boolean declared() {
        return !witnesses.isEmpty() || !outsiders.authorities().isEmpty();
    }

    /** Whether the policy asks for the cosignature of any witness. */
    public boolean asksForWitnesses() {
        return outsiders.policy().map(Policy::asksForWitnesses).orElse(false);
    }

    /**
     * Shows the log's last checkpoint to all of them, and keeps what they give. Each is asked in turn and has twenty seconds.
     */
    public Attestation show(Log log) throws InterruptedException {
        return show(log, BETWEEN_STAMPS);
    }

    /** The same, and has the checkpoint stamped now, however short a time ago another was: for what leaves the house. */
    public Attestation showAndStamp(Log log) throws InterruptedException {
        return show(log, Duration.ZERO);
    }

    /**
     * What is kept of one checkpoint, as files for others to check.
     *
     * @param checkpoint as the log signed it, the bytes that were stamped
     * @param cosigned   with the witnesses' signatures
     * @param stamps     by the authority's name
     */
    public record Kept(byte[] checkpoint, byte[] cosigned, Map<String, KeptStamp> stamps) {
    }

    /** @param reply   as the authority sent it
     *  @param trusted certificates its own leads to, in PEM */
    public record KeptStamp(byte[] reply, String trusted) {
    }

    /** What is kept of the checkpoint of a size; empty if nobody vouched for it. */
    public Optional<Kept> kept(long size) {
        return kept.checkpoint(size).map(checkpoint -> {
            Map<String, KeptStamp> stamps = new LinkedHashMap<>();
            kept.stamps(size).forEach((name, reply) -> outsiders.authorities().stream().filter(each -> each.name().equals(name)).findFirst()
                    .ifPresent(authority -> stamps.put(name, new KeptStamp(reply, authority.trustedAsPem()))));
            return new Kept(Attestations.bytes(checkpoint), Attestations.bytes(kept.cosigned(size).orElse(checkpoint)), stamps);
        });
    }

    /** Keys of the declared witnesses, in the order of the policy. */
    public List<String> witnessKeys() {
        return outsiders.policy().map(Policy::witnesses).orElse(List.of()).stream().map(witness -> witness.key().toString()).toList();
    }

    private Attestation show(Log log, Duration betweenStamps) throws InterruptedException {
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
        Map<String, byte[]> stamps = stamp(Attestations.bytes(stamped), betweenStamps, missing);
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

    /** Sizes of the checkpoints of which something is kept, in order. */
    public List<Long> sizes() {
        return kept.sizes();
    }

    /**
     * What is kept of the checkpoint of a size, its signatures and time stamps checked anew.
     *
     * @throws NotStamped               if a kept time stamp does not hold (any more)
     * @throws IllegalArgumentException if what is kept is no checkpoint
     */
    public Optional<Attestation> attestation(long size) {
        return attestation(size, List.of());
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

    private Map<String, byte[]> stamp(byte[] checkpoint, Duration between, List<String> missing) throws InterruptedException {
        Map<String, byte[]> stamps = new LinkedHashMap<>();
        for (TimeStampAuthority authority : outsiders.authorities()) {
            Instant last = lastStamps.get(authority.name());
            if (last != null && Duration.between(last, clock.instant()).compareTo(between) < 0) {
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
