package org.stele.evidence;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.stele.history.Changes;
import org.stele.history.Version;
import org.stele.vault.Act;
import org.stele.vault.Blob;
import org.stele.vault.Custody;
import org.stele.vault.CustodyEvent;
import org.stele.vault.Vault;

/** Gives bytes out: who reads them, when and why is committed to the chain of custody before the first byte can be read. */
public final class Reading {

    /** For how long a reading that was begun may go on, piece by piece: a long video is not fetched at once. */
    static final Duration GOES_ON = Duration.ofHours(12);

    /** Stands where none was asked for. */
    static final String NO_REASON = "not confidential, no reason asked";

    private final Changes changes;
    private final Vault vault;
    private final Custody custody;
    private final Items items;
    private final InstantSource clock;

    Reading(Changes changes, Vault vault, Custody custody, Items items, InstantSource clock) {
        this.changes = changes;
        this.vault = vault;
        this.custody = custody;
        this.items = items;
        this.clock = clock;
    }

    /**
     * Opens an item for reading. When this returns, the reading is recorded durably; if it cannot be, nothing is opened.
     *
     * @param by     who reads
     * @param reason why; may be blank for what is not confidential
     * @throws Unsound if a reason is needed and was not given
     * @throws Items.NoSuchItem if there is none
     * @throws org.stele.keys.LockedCompartment if the key is not on this machine; then nothing is recorded, for nothing was read
     */
    public Opened open(long item, Act act, String by, String reason) throws IOException {
        Version<Item> version = items.current(item);
        if (version.record().confidential() && reason.isBlank()) {
            throw new Unsound(Map.of("reason", Fault.of("missing.reason.read")));
        }
        Blob blob = items.blob(version.record());
        SeekableByteChannel bytes = vault.open(blob);
        try {
            long event = changes.make(by, reason.isBlank() ? NO_REASON : reason.strip(),
                    change -> custody.add(change, Custody.Entry.of(blob.id(), item, act, blob.length() + " bytes")));
            return new Opened(event, version, blob, bytes);
        } catch (RuntimeException e) {
            bytes.close();
            throw e;
        }
    }

    /** Goes on with a reading that the same person began not long ago; empty if there is none such. */
    public Optional<Opened> goOn(long item, long event, String by) throws IOException {
        Optional<CustodyEvent> begun = custody.event(event).filter(each -> each.act() == Act.READ && Long.valueOf(item).equals(each.item())
                && each.by().equals(by) && isRecent(each.at()));
        if (begun.isEmpty()) {
            return Optional.empty();
        }
        Version<Item> version = items.current(item);
        Blob blob = items.blob(version.record());
        return Optional.of(new Opened(event, version, blob, vault.open(blob)));
    }

    private boolean isRecent(Instant at) {
        return at.isAfter(clock.instant().minus(GOES_ON));
    }
}
