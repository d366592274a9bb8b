package org.stele.vault;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works on the copies at one location after the other. The rules it keeps, whatever a location does: a copy counts when it was read
 * back; the blob's name, and no majority, says which bytes are right; bad bytes are moved only when right ones are at hand, and are
 * kept; where no location has right bytes, nothing at all is moved and somebody is called.
 */
final class CopyRound {
    private static final Logger LOG = LoggerFactory.getLogger(CopyRound.class);
    private static final int PAGE = 500;
    /** So many copies may come back as other bytes than were written before a location is not written to any more. */
    private static final int MOST_LIES = 3;
    /** So many bad copies of a round are told one by one; all stand in the chain of custody. */
    private static final int MOST_TOLD = 20;
    private static final DateTimeFormatter LABEL = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final CopyTable table;
    private final Opening opening;
    private final Patience patience;
    private final List<OpenLocation> locations;
    private final CopyLedger ledger;
    private final CopyTally tally;
    private final Instant now;
    private final long begun = System.nanoTime();

    CopyRound(CopyTable table, Opening opening, Patience patience, List<OpenLocation> locations, CopyLedger ledger, CopyTally tally) {
        this.table = table;
        this.opening = opening;
        this.patience = patience;
        this.locations = locations;
        this.ledger = ledger;
        this.tally = tally;
        this.now = table.now();
    }

    /** This part of the work cannot go on. */
    private static final class Lost extends Exception {
        private final boolean gone;

        private Lost(String why, boolean gone) {
            super(why);
            this.gone = gone;
        }

        /** The location cannot be reached any more: of no use for the rest of the round. */
        static Lost gone(String why) {
            return new Lost(why, true);
        }

        /** It takes nothing more; what it holds can be read. */
        static Lost closed(String why) {
            return new Lost(why, false);
        }
    }

    private interface Part {
        void run() throws Lost;
    }

    /** Writes the copies that the location lacks, new ones or anew those that are bad. */
    void fill(OpenLocation at, CopyTable.Lacking which) {
        work(at, () -> {
            long last = Long.MIN_VALUE;
            for (List<Blob> page = table.lacking(at.name(), which, last, PAGE); !page.isEmpty(); page = table.lacking(at.name(), which, last, PAGE)) {
                for (Blob blob : page) {
                    bring(blob, at);
                    last = blob.id();
                    if (tally.lies(at) >= MOST_LIES) {
                        throw Lost.closed("gives back other bytes than it was given, " + MOST_LIES + " times of late: nothing more was written to it");
                    }
                }
                ledger.flush();
            }
        });
    }

    /** Destroys copies of what is to be deleted and whose key is destroyed already. */
    void delete(OpenLocation at, List<Deletion> due, Deletions deletions) {
        work(at, () -> {
            for (Deletion deletion : due) {
                Optional<Blob> blob = table.blob(deletion.blob());
                if (blob.isPresent() && deletions.find(deletion.id()).filter(each -> each.begun() != null).isPresent()) {
                    delete(blob.get(), at, deletion, deletions);
                }
            }
        });
    }

    private void delete(Blob blob, OpenLocation at, Deletion deletion, Deletions deletions) throws Lost {
        if (!present(blob, at) && !table.states(blob.id()).containsKey(at.name())) {
            return;
        }
        try {
            patience.with(at.name(), moved -> {
                at.location().remove(blob.name());
                return null;
            });
            if (present(blob, at)) {
                throw new IOException("it says that it is deleted and has it still");
            }
            deletions.gone(deletion, at.name());
        } catch (IOException e) {
            assertHere(at, e);
            tally.trouble("%s: the copy of %s could not be destroyed: %s. Its key is destroyed: nobody can read it.".formatted(at.name(), blob.name(), e.getMessage()));
        }
    }

    /**
     * Reads copies whole that were last read before an instant, the longest ago first, and repairs the bad ones at once.
     *
     * @param longest how long this round may take, though some be left
     * @param samples so many others are read as well, whichever
     */
    void check(OpenLocation at, Instant before, Duration longest, int samples) {
        work(at, () -> {
            ledger.flush();
            check(table.sample(at.name(), samples), at, longest);
            ledger.flush();
            // Each once: a clock that is set back meanwhile would make those due again that were read a moment ago.
            Set<Long> read = new HashSet<>();
            List<Blob> page = table.readBefore(at.name(), before, PAGE);
            while (page.stream().anyMatch(each -> !read.contains(each.id()))) {
                if (!check(page.stream().filter(each -> read.add(each.id())).toList(), at, longest)) {
                    return;
                }
                ledger.flush();
                page = table.readBefore(at.name(), before, PAGE);
            }
        });
    }

    /** Returns whether there was time for all. */
    private boolean check(List<Blob> blobs, OpenLocation at, Duration longest) throws Lost {
        try (Ahead<Blob, Found> looks = new Ahead<>(blobs, Blob::cipherLength, blob -> look(blob, at))) {
            while (looks.hasNext()) {
                if (System.nanoTime() - begun > longest.toNanos()) {
                    return false;
                }
                Ahead.Done<Blob, Found> look = looks.next();
                check(look.thing(), at, found(look));
            }
            return true;
        }
    }

    private static Found found(Ahead.Done<Blob, Found> look) throws Lost {
        try {
            return look.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case Lost lost -> throw lost;
                case RuntimeException failure -> throw failure;
                case Error failure -> throw failure;
                case null, default -> throw new IllegalStateException(e.getCause());
            }
        }
    }

    private void work(OpenLocation at, Part part) {
        if (!at.isHere()) {
            return;
        }
        Instant started = table.now();
        String trouble = "";
        try {
            part.run();
        } catch (Lost e) {
            trouble = String.valueOf(e.getMessage());
            if (e.gone) {
                at.lose(trouble);
            }
            tally.trouble(at.name() + " " + trouble);
            LOG.warn("The location '{}' {}", at.name(), trouble);
        } finally {
            ledger.flush();
        }
        if (tally.of(at).checked() + tally.of(at).copied() + tally.of(at).bad() > 0 || !trouble.isEmpty()) {
            table.round(at.name(), started, tally.of(at), trouble);
        }
    }

    private void check(Blob blob, OpenLocation at, Found first) throws Lost {
        Found found = first;
        if (!found.right()) {
            // Once more: what a wire or a memory did is not yet what the disk holds.
            Found again = look(blob, at);
            found = again.right() ? again : found;
        }
        tally.checked(at);
        ledger.add(blob, at.name(), Act.CHECKED, found, "");
        if (!found.right()) {
            tally.bad(at);
            if (tally.of(at).bad() <= MOST_TOLD) {
                LOG.warn("The copy of {} at '{}' is {}: {}", blob.name(), at.name(), found.state().code(), found.words());
            }
            ledger.flush();
            mend(blob, at, found);
        }
    }

    /** What the copy is, read whole. */
    private Found look(Blob blob, OpenLocation at) throws Lost {
        try {
            return patience.with(at.name(), moved -> Found.at(at.location(), blob, count -> {
                moved.accept(count);
                tally.moved(at, count);
            }));
        } catch (IOException e) {
            assertHere(at, e);
            return new Found(CopyState.UNREADABLE, "it cannot be read: " + e.getMessage());
        }
    }

    private void assertHere(OpenLocation at, IOException failure) throws Lost {
        if (failure instanceof Patience.Stalled || !opening.stillHere(at)) {
            table.away(at.name(), String.valueOf(failure.getMessage()));
            throw Lost.gone("was lost: " + failure.getMessage());
        }
    }

    private void bring(Blob blob, OpenLocation at) throws Lost {
        CopyState known = table.states(blob.id()).get(at.name());
        Found found = present(blob, at) ? look(blob, at) : new Found(CopyState.MISSING, "it is not there");
        if (found.right()) {
            tally.checked(at);
            ledger.add(blob, at.name(), Act.CHECKED, found, known == null ? "first read whole" : "found right again");
            return;
        }
        if (known != null || found.inTheWay() || at.planned().name().equals(PlannedLocation.MAIN)) {
            if (known != found.state()) {
                ledger.add(blob, at.name(), Act.CHECKED, found, "");
                tally.bad(at);
            }
            mend(blob, at, found);
        } else {
            write(blob, at, Act.COPIED, null);
        }
    }

    private boolean present(Blob blob, OpenLocation at) throws Lost {
        try {
            return patience.with(at.name(), moved -> at.location().length(blob.name())).isPresent();
        } catch (IOException e) {
            assertHere(at, e);
            return true;
        }
    }

    /** Right bytes are in hand before the bad ones are touched. */
    private void mend(Blob blob, OpenLocation at, Found found) throws Lost {
        Optional<OpenLocation> source = soundSource(blob, at);
        if (source.isEmpty()) {
            stuck(blob, at);
            return;
        }
        if (found.inTheWay()) {
            String label = blob.name().sha256() + "." + LABEL.format(now) + "." + found.state().code();
            try {
                patience.with(at.name(), moved -> {
                    at.location().setAside(blob.name(), label);
                    return null;
                });
            } catch (java.nio.file.NoSuchFileException e) {
                // Gone meanwhile: nothing is in the way.
            } catch (IOException e) {
                assertHere(at, e);
                tally.trouble("%s: the bad copy of %s cannot be set aside (%s); it was left as it is".formatted(at.name(), blob.name(), e.getMessage()));
                return;
            }
            ledger.add(blob, at.name(), Act.QUARANTINED, found, "kept as " + Folder.QUARANTINE + "/" + label);
        }
        write(blob, at, Act.REPAIRED, source.get());
    }

    /** Another location whose bytes were read whole a moment ago and are right. */
    private Optional<OpenLocation> soundSource(Blob blob, OpenLocation notThis) {
        for (OpenLocation source : sources(blob, notThis)) {
            if (sound(blob, source, table.states(blob.id()).get(source.name()) == CopyState.HELD)) {
                return Optional.of(source);
            }
        }
        return Optional.empty();
    }

    private boolean sound(Blob blob, OpenLocation source, boolean held) {
        try {
            Found found = source.isHere() ? look(blob, source) : new Found(CopyState.MISSING, "");
            if (source.isHere() && held && !found.right()) {
                tally.bad(source);
                ledger.add(blob, source.name(), Act.CHECKED, found, "");
            }
            return found.right();
        } catch (Lost e) {
            source.lose(String.valueOf(e.getMessage()));
            tally.trouble(source.name() + " " + e.getMessage());
            return false;
        }
    }

    /** Those that are known to hold the blob first, and the nearer before the farther; then all others, for one may have been restored. */
    private List<OpenLocation> sources(Blob blob, OpenLocation notThis) {
        Map<String, CopyState> states = table.states(blob.id());
        List<OpenLocation> sources = new ArrayList<>(locations.stream().filter(each -> each != notThis && each.isHere()).toList());
        sources.sort(Comparator.comparing((OpenLocation each) -> states.get(each.name()) != CopyState.HELD)
                .thenComparing(each -> each.planned().means() instanceof PlannedLocation.InBucket));
        return sources;
    }

    /** @param best known to have the right bytes; none if not known yet */
    private void write(Blob blob, OpenLocation at, Act act, @Nullable OpenLocation best) throws Lost {
        for (OpenLocation source : best == null ? sources(blob, at) : List.of(best)) {
            if (!source.isHere()) {
                continue;
            }
            try {
                patience.with(at.name() + " or " + source.name(), moved -> {
                    try (SourceStream bytes = new SourceStream(source.location(), blob.name(), count -> {
                        moved.accept(count);
                        tally.moved(at, count);
                    })) {
                        at.location().put(blob.name(), blob.cipherLength(), bytes);
                    }
                    return null;
                });
            } catch (SourceStream.Failed | OtherBytes e) {
                // This source is bad or gone: its own check will say so. The next one, then.
                LOG.debug("The copy of {} at '{}' could not be used: {}", blob.name(), source.name(), e.getMessage());
                continue;
            } catch (VaultFull e) {
                throw Lost.closed("is full: " + e.getMessage());
            } catch (Bucket.Refused e) {
                throw Lost.closed("refuses copies: " + e.getMessage());
            } catch (IOException e) {
                assertHere(at, e);
                assertHereOrLose(source, e);
                tally.trouble("%s: the copy of %s could not be written: %s".formatted(at.name(), blob.name(), e.getMessage()));
                return;
            }
            readBack(blob, at, act, source);
            return;
        }
        stuck(blob, at);
    }

    private void assertHereOrLose(OpenLocation source, IOException failure) {
        try {
            assertHere(source, failure);
        } catch (Lost e) {
            source.lose(String.valueOf(e.getMessage()));
        }
    }

    private void readBack(Blob blob, OpenLocation at, Act act, OpenLocation source) throws Lost {
        Found found = look(blob, at);
        if (found.right()) {
            tally.written(at, act);
            ledger.add(blob, at.name(), act, found, "from " + source.name() + ", read back");
        } else {
            Found lie = new Found(found.state(), "written, said to be kept, and then: " + found.words());
            tally.lied(at);
            tally.bad(at);
            tally.trouble("%s: the copy of %s was written and read back otherwise: %s".formatted(at.name(), blob.name(), found.words()));
            ledger.add(blob, at.name(), act, lie, "");
        }
    }

    /** Nothing is moved: whatever bytes there are may be all that is left. */
    private void stuck(Blob blob, OpenLocation at) {
        Map<String, CopyState> states = table.states(blob.id());
        List<String> waiting = locations.stream().filter(each -> !each.isHere() && states.get(each.name()) == CopyState.HELD).map(OpenLocation::name).toList();
        if (waiting.isEmpty()) {
            LOG.error("No location holds the bytes of {}. All copies were left as they are. Somebody must look for it: an old disk, a backup, the source.", blob.name());
            tally.trouble("FROZEN: no location holds the bytes of %s any more; its copies were left as they are".formatted(blob.name()));
        } else {
            tally.trouble("%s: %s waits for %s, which is away and holds it".formatted(at.name(), blob.name(), String.join(", ", waiting)));
        }
    }
}
