package org.stele.audit;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.stele.database.DataPlace;
import org.stele.sealing.OutsideCheckpoint;
import org.stele.tlog.VerifierKey;
import org.stele.witnessing.Attestation;
import org.stele.witnessing.NotStamped;
import org.stele.witnessing.Witnessing;

/** Checkpoints that somebody else vouched for, each called by who did and when. */
final class VouchedCheckpoints {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy HH:mm 'UTC'", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private final DataPlace place;

    VouchedCheckpoints(DataPlace place) {
        this.place = place;
    }

    /** A checkpoint that was handed in, with the witnesses who cosigned it and when added to its name. */
    OutsideCheckpoint named(OutsideCheckpoint given) {
        if (given.note().isEmpty()) {
            return given;
        }
        List<String> by = new ArrayList<>();
        for (String key : Witnessing.keptIn(place.path()).witnessKeys()) {
            VerifierKey witness = VerifierKey.parse(key);
            Optional<Instant> at = witness.cosigned(given.note().get());
            at.ifPresent(when -> by.add("by " + witness.name() + " on " + DAY.format(when)));
        }
        return by.isEmpty() ? given : new OutsideCheckpoint(given.name() + " (cosigned " + String.join(" and ", by) + ")", given.checkpoint(), given.note());
    }

    /** Those that witnesses cosigned or authorities stamped and that are kept on this machine; a stamp that does not hold is a finding. */
    List<OutsideCheckpoint> kept(List<Finding> findings) {
        List<OutsideCheckpoint> all = new ArrayList<>();
        Witnessing witnessing = Witnessing.keptIn(place.path());
        for (long size : witnessing.sizes()) {
            try {
                witnessing.attestation(size).flatMap(VouchedCheckpoints::vouched).ifPresent(all::add);
            } catch (NotStamped | IllegalArgumentException e) {
                findings.add(new Finding("register", "checkpoint of " + size + " entries", "attestations/" + size,
                        "What outsiders vouched for of the checkpoint over %d entries does not hold: %s. A file in attestations/%1$d was altered.".formatted(size, e.getMessage()),
                        "Put the folder back from a backup, or ask the witnesses and authorities for what they gave."));
            }
        }
        return all;
    }

    private static Optional<OutsideCheckpoint> vouched(Attestation attestation) {
        List<String> by = new ArrayList<>();
        attestation.cosigned().forEach((witness, at) -> by.add("cosigned by " + witness + " on " + DAY.format(at)));
        attestation.stamps().forEach((authority, stamp) -> by.add("stamped by " + authority + " on " + DAY.format(stamp.at())));
        return by.isEmpty() ? Optional.empty()
                : Optional.of(new OutsideCheckpoint("the checkpoint " + String.join(" and ", by), attestation.checkpoint(), Optional.empty()));
    }
}
