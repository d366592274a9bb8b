package org.stele.inspection;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.stele.language.Language;

/**
 * Looks at files, each in a process of its own that is held by {@link Isolation} and {@link Limits}. At most so many at once as allowed;
 * others wait. Safe for use by several threads.
 */
public final class Inspector {
    /** Names this way of looking; another number means that findings may differ. */
    public static final String TOOL = "stele inspection 1";

    private final Limits limits;
    private final Isolation isolation;
    private final Stills stills;
    private final Semaphore free;

    /** One file at a time, with the usual limits, without network where this machine allows that. */
    public Inspector() {
        this(Limits.USUAL, Isolation.here(), Ffmpeg.here(), 1);
    }

    Inspector(Limits limits, Isolation isolation, Optional<Ffmpeg> ffmpeg, int atOnce) {
        this.limits = limits;
        this.isolation = isolation;
        this.stills = new Stills(limits, isolation, ffmpeg);
        this.free = new Semaphore(atOnce, true);
    }

    /**
     * Looks at a file. Whatever is wrong with it is a finding and no failure.
     *
     * @param name as claimed; used to compare types and never as a path
     * @throws IOException where the original cannot be read, or no process be started; then nothing is known and it can be asked again
     */
    public Inspection inspect(Original original, String name) throws IOException {
        free.acquireUninterruptibly();
        try {
            long start = System.nanoTime();
            CellProcess.Outcome outcome = new CellProcess(limits, isolation).ask(new Cell.Question(Cell.Task.INSPECT, name, List.of()), original);
            Stills.Taken taken = Stills.concerns(outcome.answer().type()) ? stills.of(original, outcome.answer().type()) : Stills.Taken.NONE;
            Inspection found = outcome.answer().inspection(isolation.held(limits), Duration.ofNanos(System.nanoTime() - start)).with(taken);
            return outcome.cut() == null ? found : found.with(outcome.cut());
        } finally {
            free.release();
        }
    }

    /**
     * A copy of a picture with regions filled with black, as PNG: all other pixels are as they were, and none of the metadata is left.
     *
     * @param regions in pixels of the picture as it is shown, at least one
     * @throws Impossible where no such copy can be made, with the reason; nothing was made
     * @throws IOException where the original cannot be read
     */
    public View blackOut(Original original, List<Region> regions) throws IOException, Impossible {
        if (regions.isEmpty()) {
            throw new Impossible(Finding.of(What.REGION_NONE));
        }
        CellProcess.Outcome outcome = ask(new Cell.Question(Cell.Task.BLACK_OUT, "", regions), original);
        View made = outcome.answer().view();
        if (made == null || outcome.cut() != null) {
            List<Finding> findings = outcome.answer().findings();
            throw new Impossible(outcome.cut() != null ? outcome.cut() : findings.isEmpty() ? Finding.of(What.PICTURE_NONE) : findings.getLast());
        }
        return made;
    }

    /** Why something cannot be made of a file. */
    public static final class Impossible extends Exception {
        private final transient Finding why;

        Impossible(Finding why) {
            super(why.words(Language.EN));
            this.why = why;
        }

        /** To be said in the language of whoever asked. */
        public Finding why() {
            return why;
        }
    }

    private CellProcess.Outcome ask(Cell.Question question, Original original) throws IOException {
        free.acquireUninterruptibly();
        try {
            return new CellProcess(limits, isolation).ask(question, original);
        } finally {
            free.release();
        }
    }
}
