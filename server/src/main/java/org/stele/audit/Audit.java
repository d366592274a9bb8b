package org.stele.audit;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.stele.sealing.Fault;
import org.stele.sealing.OutsideCheckpoint;
import org.stele.sealing.Verification;
import org.stele.vault.ByteCheck;

/**
 * Checks all of the archive: every record against the sealed log, the log against its checkpoints and against those that outsiders kept, the
 * editions' files and figures, and the bytes of the originals. Needs no network. Changes nothing but the note of when it was last done.
 */
public final class Audit {

    private static final String LEAVE_IT = "Change nothing by hand. Keep this machine and the last backups as they are, find out who had access since that time, and restore"
            + " from a backup that 'stele verify' finds sound.";

    private final Verification register;
    private final EditionAudit editions;
    private final ByteAudit bytes;
    private final VouchedCheckpoints vouched;
    private final LastAudit last;
    private final InstantSource clock;

    Audit(Verification register, EditionAudit editions, ByteAudit bytes, VouchedCheckpoints vouched, LastAudit last, InstantSource clock) {
        this.register = register;
        this.editions = editions;
        this.bytes = bytes;
        this.vouched = vouched;
        this.last = last;
        this.clock = clock;
    }

    /** What is told while it goes on. */
    public interface Progress {
        /** @param unit what is counted: {@code entries}, {@code figures}, {@code MB} */
        void at(String unit, long done, long of);
    }

    /**
     * Checks everything.
     *
     * @param given checkpoints that were kept elsewhere, beside those that witnesses and authorities vouched for on this machine
     * @param quick leaves out the bytes of the originals
     */
    public Audited run(List<OutsideCheckpoint> given, boolean quick, Progress progress) {
        java.time.Instant began = clock.instant();
        List<Finding> findings = new ArrayList<>();
        List<OutsideCheckpoint> outside = new ArrayList<>(given.stream().map(vouched::named).toList());
        outside.addAll(vouched.kept(findings));
        Verification.Report report = register.run(outside, (done, of) -> progress.at("entries", done, of));
        report.faults().stream().map(Audit::finding).forEach(findings::add);
        EditionAudit.Checked checked = editions.run(findings, progress);
        ByteCheck.Reading read = quick ? new ByteCheck.Reading(0, 0, List.of(), Map.of()) : bytes.run(findings, progress);
        Audited audited = new Audited(began, report.entries(), report.checkpoint(), outside.stream().map(OutsideCheckpoint::name).toList(), checked.editions(), checked.figures(),
                checked.files(), read.copies(), read.bytes(), read.notRead(), quick, List.copyOf(findings));
        last.keep(audited);
        return audited;
    }

    private static Finding finding(Fault fault) {
        return new Finding("register", fault.what(), "", fault.words(), LEAVE_IT);
    }
}
