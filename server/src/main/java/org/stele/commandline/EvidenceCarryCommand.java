package org.stele.commandline;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stele.database.Refusal;
import org.stele.evidence.Carried;
import org.stele.evidence.Carrying;
import org.stele.evidence.Wrapping;
import org.stele.keys.KeyStatus;
import org.stele.keys.Keyring;
import org.stele.keys.Recipient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Writes items to a disk that stands alone. */
@Command(name = "carry", sortOptions = false,
        description = "Writes every item to a disk that stands alone, as OCFL 1.1 objects: readable for decades without this program. A second run adds what is new.",
        footer = {"", "Examples:", "  stele evidence carry /media/disk-7                 sealed to the recovery keys of this archive",
            "  stele evidence carry /media/disk-7 --to age1…      sealed to somebody else, who alone can open it",
            "  stele evidence carry /media/disk-7 --clear --reason 'hand-over to the court, receipt 12/2026'",
            "  stele evidence carry --check /media/disk-7         reads the whole disk again; needs no register", "",
            "Exit code 1 if an item could not be written, or, with --check, if anything on the disk is not as it was written."})
final class EvidenceCarryCommand implements Callable<Integer> {

    @ParentCommand
    private EvidenceCommand evidence;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "the disk's folder: an empty one, or one written before")
    private Path folder;

    @Option(names = "--to", paramLabel = "AGE", description = "seal to this public key of age; may be repeated (default: the recovery keys)")
    private @Nullable List<String> to;

    @Option(names = "--clear", description = "do not seal: whoever holds the disk reads everything; needs --reason")
    private boolean clear;

    @Option(names = "--label", paramLabel = "TEXT", description = "what the disk is called in the chain of custody (default: the folder's name)")
    private @Nullable String label;

    @Option(names = "--reason", paramLabel = "TEXT", description = "why, for the chain of custody")
    private @Nullable String reason;

    @Option(names = "--check", description = "write nothing: read the whole disk and compare")
    private boolean check;

    @Option(names = "--json", description = "print a JSON object instead of lines")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        return check ? checked() : carried();
    }

    private int carried() throws IOException {
        if (clear && (reason == null || reason.isBlank())) {
            throw new Refusal("--clear puts everything on the disk readable for whoever holds it. Say why with --reason, or leave --clear away.");
        }
        if (clear && to != null) {
            throw new Refusal("--clear seals to nobody, --to seals to somebody. Use one of them.");
        }
        String name = label != null ? label : String.valueOf(folder.toAbsolutePath().normalize().getFileName());
        String why = reason != null ? reason : "copy on the offline disk " + name;
        ProgressBar bar = new ProgressBar(err(), System.console() != null && System.console().isTerminal(), "items");
        Carried carried;
        try (OpenRegister register = evidence.stele().open()) {
            Wrapping wrapping = wrapping(register);
            if (clear) {
                err().println("WARNING: what is written to " + folder + " can be read by whoever holds it: names, sources, originals. Keep it locked away.");
                err().flush();
            }
            carried = register.get(Carrying.class).carry(folder, wrapping, name, EvidenceCommand.by(), why, bar::at);
        } finally {
            bar.end();
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(JsonMapper.builder().build().writeValueAsString(carried));
        } else {
            out.println("%,d items added, %,d extended, %,d as they were (%s read)%s".formatted(carried.added(), carried.extended(), carried.unchanged(),
                    Sizes.of(carried.bytes()), carried.deleted() == 0 ? "" : "; %,d were deleted by law and not written".formatted(carried.deleted())));
            carried.failed().forEach(each -> out.println("NOT " + each));
        }
        out.flush();
        return carried.failed().isEmpty() ? 0 : 1;
    }

    private Wrapping wrapping(OpenRegister register) {
        if (clear) {
            return new Wrapping.Clear();
        }
        List<String> keys = to != null ? to : KeyStatus.of(register.get(Keyring.class)).recovery();
        if (keys.isEmpty()) {
            throw new Refusal("There is nobody to seal the disk to: this archive has no recovery keys yet. Make them, name somebody with --to age1…,"
                    + " or use --clear with a reason.");
        }
        try {
            return new Wrapping.Sealed(keys.stream().map(Recipient::new).toList());
        } catch (IllegalArgumentException e) {
            throw new Refusal(String.valueOf(e.getMessage()), e);
        }
    }

    private int checked() throws IOException {
        long[] last = {System.nanoTime()};
        List<String> faults = Carrying.check(folder, done -> {
            if (System.nanoTime() - last[0] > 5_000_000_000L) {
                last[0] = System.nanoTime();
                err().println("%,d items read".formatted(done));
                err().flush();
            }
        });
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(JsonMapper.builder().build().writeValueAsString(faults));
        } else {
            faults.forEach(each -> out.println("NOT " + each));
            if (faults.isEmpty()) {
                out.println("Every file on " + folder + " is as it was written.");
            }
        }
        out.flush();
        return faults.isEmpty() ? 0 : 1;
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
