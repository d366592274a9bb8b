package org.stele.commandline;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.stele.audit.Audit;
import org.stele.audit.Audited;
import org.stele.audit.Finding;
import org.stele.database.Refusal;
import org.stele.sealing.OutsideCheckpoint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Checks all of the archive against its sealed log, and the log against what others kept of it. */
@Command(name = "verify", sortOptions = false,
        description = {"Checks that everything is what was sealed when it was written: every record against its entry in the sealed log, the entries against the published"
                + " log, the log against every checkpoint that was signed or vouched for, the files and figures of every edition, and the bytes of every copy of an original"
                + " in a folder or on a disk. Needs no network and changes nothing.",
            "It finds what somebody with the database's own password altered, deleted or put in. Who also holds the log's key could write a new log, and all here would"
                + " agree with it: against that give --checkpoint, a file that somebody else kept."},
        footer = {"", "Examples:", "  stele verify", "  stele verify --quick                        without reading the originals' bytes",
            "  stele verify --checkpoint court.txt --checkpoint partner.txt", "  stele verify --json | jq .findings", "",
            "Exit code 1 if anything is not as it was sealed; the first thing that is wrong is named first, with what to do."})
final class VerifyCommand implements Callable<Integer> {

    @ParentCommand
    private SteleCommand stele;

    @Spec
    private CommandSpec spec;

    @Option(names = "--checkpoint", paramLabel = "FILE", description = "a checkpoint of this register's log that was kept elsewhere, as 'stele log checkpoint' prints it or a"
            + " witness keeps it; may be given several times")
    private List<Path> checkpoints = List.of();

    @Option(names = "--quick", description = "leave out the bytes of the originals")
    private boolean quick;

    @Option(names = "--json", description = "print a JSON object instead of lines")
    private boolean json;

    @Override
    public Integer call() {
        List<OutsideCheckpoint> outside = checkpoints.stream().map(VerifyCommand::read).toList();
        Stages stages = new Stages(spec.commandLine().getErr(), System.console() != null && !json);
        Audited audited;
        try (OpenRegister register = stele.open()) {
            audited = register.get(Audit.class).run(outside, quick, stages);
        } finally {
            stages.end();
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(JsonMapper.builder().build().writeValueAsString(asJson(audited)));
        } else if (audited.good()) {
            good(out, audited);
        } else {
            bad(out, audited);
        }
        out.flush();
        return audited.good() ? 0 : 1;
    }

    private static OutsideCheckpoint read(Path file) {
        try {
            return OutsideCheckpoint.read("the checkpoint in " + file, Files.readString(file));
        } catch (NoSuchFileException e) {
            throw new Refusal("There is no file " + file + ".", e);
        } catch (IOException e) {
            throw new Refusal(file + " cannot be read: " + e, e);
        } catch (IllegalArgumentException e) {
            throw new Refusal(file + " holds no checkpoint: " + e.getMessage() + ". Give a file as 'stele log checkpoint' prints it.", e);
        }
    }

    private static void good(PrintWriter out, Audited audited) {
        out.printf("Every record is what was sealed: %,d entries, and the log agrees with every checkpoint that was signed.%n", audited.entries());
        if (audited.checkpoint() != null) {
            out.printf("The last checkpoint covers %,d entries; its root is %s.%n", audited.checkpoint().size(), audited.checkpoint().root().base64());
        }
        audited.outside().forEach(name -> out.println("The log goes on from " + name + "."));
        if (audited.outside().isEmpty()) {
            out.println("It was compared with no checkpoint that somebody else kept: whoever holds the log's key could have written it anew. See --checkpoint.");
        }
        out.printf("%,d editions stand as they were written: %,d figures asked again, %,d files read again.%n", audited.editions(), audited.figures(), audited.files());
        if (audited.quick()) {
            out.println("The bytes of the originals were not read (--quick).");
        } else {
            out.printf("%,d copies of originals were read whole and are right: %s.%n", audited.copies(), Sizes.of(audited.bytes()));
        }
        notRead(out, audited);
    }

    private static void bad(PrintWriter out, Audited audited) {
        out.println("NOT AS IT WAS SEALED. The first of " + (audited.findings().size() == 1 ? "one finding:" : audited.findings().size() + " findings:"));
        Finding first = audited.findings().getFirst();
        out.println("  " + first.words());
        out.println("  What to do: " + first.remedy());
        if (audited.findings().size() > 1) {
            out.println("The others:");
            audited.findings().stream().skip(1).forEach(each -> out.println("  " + each.words() + (each.remedy().equals(first.remedy()) ? "" : " " + each.remedy())));
        }
        notRead(out, audited);
    }

    private static void notRead(PrintWriter out, Audited audited) {
        audited.notRead().forEach((name, why) -> out.println("Copies at '" + name + "' were not read: " + why + "."));
    }

    private static Map<String, Object> asJson(Audited audited) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("good", audited.good());
        all.put("at", audited.at().toString());
        all.put("entries", audited.entries());
        all.put("checkpointSize", audited.checkpoint() == null ? 0 : audited.checkpoint().size());
        all.put("root", audited.checkpoint() == null ? "" : audited.checkpoint().root().base64());
        all.put("outside", audited.outside());
        all.put("editions", audited.editions());
        all.put("figures", audited.figures());
        all.put("files", audited.files());
        all.put("quick", audited.quick());
        all.put("copies", audited.copies());
        all.put("bytes", audited.bytes());
        all.put("notRead", audited.notRead());
        all.put("findings", audited.findings());
        return all;
    }

    /** A bar for each stage, one after the other. */
    private static final class Stages implements Audit.Progress {
        private final PrintWriter err;
        private final boolean terminal;
        private String unit = "";
        private ProgressBar bar;

        Stages(PrintWriter err, boolean terminal) {
            this.err = err;
            this.terminal = terminal;
            this.bar = new ProgressBar(err, terminal);
        }

        @Override
        public void at(String unit, long done, long of) {
            if (!unit.equals(this.unit)) {
                bar.end();
                bar = new ProgressBar(err, terminal, unit);
                this.unit = unit;
            }
            bar.at(done, of);
        }

        void end() {
            bar.end();
        }
    }
}
