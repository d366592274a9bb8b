package org.stele.commandline;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stele.database.Refusal;
import org.stele.evidence.Opened;
import org.stele.evidence.Reading;
import org.stele.vault.Act;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Gives an item's bytes out. */
@Command(name = "read", sortOptions = false, description = {"Writes an item's bytes, as they came, to a file or to standard output.",
        "Who, when and why is committed to the chain of custody before the first byte is written."},
        footer = {"", "Examples:", "  stele evidence read 5 --reason 'to identify the place' --out item-5.mp4",
            "  stele evidence read 5 --reason 'to compare' | sha256sum"})
final class EvidenceReadCommand implements Callable<Integer> {

    @ParentCommand
    private EvidenceCommand evidence;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ITEM", description = "its number")
    private long item;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "why, for the chain of custody")
    private String reason;

    @Option(names = "--out", paramLabel = "FILE", description = "a new file (default: standard output)")
    private @Nullable Path out;

    @Option(names = "--by", paramLabel = "NAME", description = "who reads (default: who runs this)")
    private @Nullable String by;

    @Override
    public Integer call() throws IOException {
        if (reason.isBlank()) {
            throw new Refusal("Say why with --reason: readings are recorded with their reason.");
        }
        if (out == null && System.console() != null && System.console().isTerminal()) {
            throw new Refusal("Name a file with --out: an original's bytes mean nothing on a terminal, and could steer it.");
        }
        if (out != null && Files.exists(out)) {
            throw new Refusal(out + " is there already. Name a new file.");
        }
        try (OpenRegister register = evidence.stele().open();
                Opened opened = register.get(Reading.class).open(item, Act.READ, Answerable.or(by), reason)) {
            if (out == null) {
                try (FileOutputStream standard = new FileOutputStream(FileDescriptor.out)) {
                    copy(opened.bytes(), standard.getChannel());
                }
            } else {
                try (FileChannel file = FileChannel.open(out, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                    copy(opened.bytes(), file);
                    file.force(true);
                } catch (IOException e) {
                    Files.deleteIfExists(out);
                    throw e;
                }
                spec.commandLine().getErr().println("%s: %s, SHA-256 %s; the reading is event %d of the chain of custody".formatted(out,
                        Sizes.of(opened.blob().length()), opened.blob().sha256(), opened.event()));
                spec.commandLine().getErr().flush();
            }
        }
        return 0;
    }

    private static void copy(SeekableByteChannel from, WritableByteChannel to) throws IOException {
        ByteBuffer piece = ByteBuffer.allocate(1 << 20);
        while (from.read(piece) >= 0) {
            piece.flip();
            while (piece.hasRemaining()) {
                to.write(piece);
            }
            piece.clear();
        }
    }
}
