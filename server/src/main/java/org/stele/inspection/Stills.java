package org.stele.inspection;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes stills out of a film: one a second, of each the fingerprint, and of a few, evenly spread, the picture. A film too long to be decoded
 * whole in the time there is is gone through by its key pictures alone.
 */
final class Stills {
    private final Limits limits;
    private final Isolation isolation;
    private final Optional<Ffmpeg> program;

    Stills(Limits limits, Isolation isolation, Optional<Ffmpeg> program) {
        this.limits = limits;
        this.isolation = isolation;
        this.program = program;
    }

    /** What was taken, and what is to be said about it. */
    record Taken(List<Still> stills, List<Finding> findings) {
        static final Taken NONE = new Taken(List.of(), List.of());
    }

    /** Whether this film can be asked for stills at all, on whatever machine. */
    static boolean concerns(String type) {
        return Ffmpeg.opens(type);
    }

    /** Throws only where the original cannot be read or no process be started. */
    Taken of(Original original, String type) throws IOException {
        if (program.isEmpty()) {
            return new Taken(List.of(), List.of(Finding.of(What.STILLS_NO_PROGRAM)));
        }
        Taken whole = run(program.get(), original, type, false);
        if (whole.findings.stream().noneMatch(each -> each.what() == What.STILLS_STOPPED)) {
            return whole;
        }
        Taken keys = run(program.get(), original, type, true);
        if (keys.stills.size() <= whole.stills.size()) {
            return whole;
        }
        List<Finding> findings = new ArrayList<>(List.of(Finding.of(What.STILLS_OF_KEYS)));
        findings.addAll(keys.findings);
        return new Taken(keys.stills, findings);
    }

    private Taken run(Ffmpeg ffmpeg, Original original, String type, boolean keysOnly) throws IOException {
        // Where the description stands behind the pictures, as telephones write it, it is sent before them: nothing is written to any disk for it.
        Original inOrder = Ffmpeg.inBoxes(type) ? DescriptionFirst.of(original) : original;
        var process = new HeldProcess(ffmpeg.start(isolation, type, keysOnly, limits.time()), limits.time(), out -> HeldProcess.copy(inOrder, out));
        var kept = new Spread(ffmpeg.how(keysOnly));
        String broken = "";
        boolean more = false;
        try {
            var pictures = new BufferedInputStream(process.answer(), 1 << 16);
            for (Frame frame = Frame.read(pictures, Limits.THUMBNAIL); frame != null && !more; frame = more ? null : Frame.read(pictures, Limits.THUMBNAIL)) {
                kept.add(frame);
                more = kept.size() == Limits.STILLS;
            }
        } catch (IOException cut) {
            broken = String.valueOf(cut.getMessage());
        } finally {
            process.exited(more ? 0 : 2);
            process.end();
        }
        List<Finding> findings = new ArrayList<>();
        int exit = process.exited(5);
        if (process.late() || exit == 128 + 24) {
            findings.add(Finding.of(What.STILLS_STOPPED, limits.time().toSeconds(), kept.size() * Ffmpeg.EVERY));
        } else if (more) {
            findings.add(Finding.of(What.STILLS_MANY, Limits.STILLS * Ffmpeg.EVERY));
        } else if (kept.size() == 0 || exit != 0) {
            findings.add(Finding.of(What.STILLS_BROKEN, kept.size(), why(process, broken, exit)));
        }
        return new Taken(kept.stills(), findings);
    }

    private static String why(HeldProcess process, String broken, int exit) {
        String said = process.complaint().lines().map(String::strip).filter(line -> !line.isEmpty()).findFirst().orElse(broken);
        return Shown.atMost(300, said.isEmpty() ? "exit code " + exit : said);
    }
}
