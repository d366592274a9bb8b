package org.stele.bench.evidence;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stele.bench.Register;
import org.stele.codebook.CodebookFile;
import org.stele.evidence.Form;
import org.stele.evidence.Outcome;
import org.stele.evidence.Provenance;
import org.stele.evidence.Received;
import org.stele.evidence.Receiving;
import org.stele.evidence.Sent;
import org.stele.evidence.Submission;
import org.stele.history.Changes;
import org.stele.keys.Compartment;
import org.stele.register.Codebooks;
import org.stele.vault.BlobName;
import org.stele.vault.Copies;
import org.stele.vault.CopyProgress;
import org.stele.vault.CopyReport;
import org.stele.vault.Deposit;
import org.stele.vault.Folder;
import org.stele.vault.Vault;

/** Taking in and fixity, on a data folder of their own. */
final class VaultSpeed {

    /** Digits of a blob's name. */
    private static final int NAME = 64;

    private final Path work;
    private final Path data;
    private final int turns;

    /** @param turns how often everything is done; the round over all copies once */
    VaultSpeed(Path work, int turns) {
        this.work = work;
        this.turns = turns;
        this.data = work.resolve("data");
    }

    /** @param originals each set is taken in and read alone; a round then reads all there are so far */
    void run(List<Originals> originals) throws Exception {
        try (Register register = Register.open(data)) {
            register.get(Changes.class).make("benchmark", "adopt a codebook",
                    change -> register.get(Codebooks.class).adopt(change, CodebookFile.supplied("syria")));
            List<String> taken = new ArrayList<>();
            List<String> read = new ArrayList<>();
            for (Originals each : originals) {
                taken.addAll(takingIn(each, register));
                read.add(fixity(each, last(each.files().size(), register), register.get(Folder.class)));
                read.add(round(register));
            }
            head("Taking in", "read + SHA-256 + write + fsync");
            taken.forEach(System.out::println);
            head("Fixity", "read + SHA-256");
            read.forEach(System.out::println);
        }
    }

    private static void head(String title, String baseline) {
        System.out.printf("%n### %s%n%n| what | %s, MiB/s | Stele, MiB/s | of it, median of the turns | lowest to highest | load |%n%s%n", title, baseline, Pair.HEAD);
    }

    private static List<BlobName> last(int count, Register register) {
        return JdbcClient.create(register.get(DataSource.class)).sql("select name from blob order by id desc limit :count").param("count", count)
                .query(String.class).list().stream().map(BlobName::new).toList();
    }

    private List<String> takingIn(Originals originals, Register register) throws Exception {
        List<Deposit> deposits = new ArrayList<>();
        List<Pair> pairs = Pair.of(turns, copying(originals), durable(originals, register.get(Vault.class), deposits), items(originals, register.get(Receiving.class)),
                together(originals, register.get(Receiving.class)));
        drop(deposits);
        List<String> rows = new ArrayList<>();
        rows.add(pairs.get(0).row(originals.name() + ": encrypted and durable, one by one", originals.bytes()));
        rows.add(pairs.get(1).row(originals.name() + ": whole items, each committed alone", originals.bytes()));
        rows.add(pairs.get(2).row(originals.name() + ": whole items, as by `stele evidence add FOLDER`", originals.bytes()));
        return rows;
    }

    /** Encrypted, summed before and after, forced and named; not yet told to the register, so that closing drops it again, off the clock. */
    private static Pair.Work durable(Originals originals, Vault vault, List<Deposit> deposits) {
        return () -> {
            drop(deposits);
            Machine.forget(originals.files());
            return () -> {
                for (Path file : originals.files()) {
                    try (InputStream in = Files.newInputStream(file)) {
                        deposits.add(vault.deposit(Compartment.CONFIDENTIAL, in, read -> { }));
                    }
                }
            };
        };
    }

    private static void drop(List<Deposit> deposits) throws IOException {
        for (Deposit each : deposits) {
            each.close();
        }
        deposits.clear();
    }

    /** The whole: item, provenance and events of custody committed, one change for each file. */
    private static Pair.Work items(Originals originals, Receiving receiving) {
        return () -> {
            Machine.forget(originals.files());
            return () -> {
                for (Path file : originals.files()) {
                    try (InputStream in = Files.newInputStream(file)) {
                        receiving.add(submission(file), new SequenceInputStream(unlikeAnyBefore(), in), read -> { });
                    }
                }
            };
        };
    }

    /** The same for all files of a folder: several side by side, small ones committed together. Each is told when it is durable. */
    private static Pair.Work together(Originals originals, Receiving receiving) {
        return () -> {
            Machine.forget(originals.files());
            long length = originals.bytes() / originals.files().size();
            List<Sent> sent = originals.files().stream().map(file -> new Sent(submission(file), length,
                    () -> new SequenceInputStream(unlikeAnyBefore(), Files.newInputStream(file)))).toList();
            return () -> receiving.addAll(sent, read -> { }, outcome -> {
                if (!(outcome instanceof Outcome.Taken(Sent each, Received received)) || received.known()) {
                    throw new IllegalStateException("Not taken in as new: " + outcome);
                }
            });
        };
    }

    private static Submission submission(Path file) {
        Provenance told = Provenance.of(Map.of("kind", "open-source", "source", "benchmark", "obtained-by", "benchmark", "obtained-at", "2020-11-24",
                "consent", "internal"), file.getFileName().toString());
        return new Submission(told, Form.OTHER, null, false, List.of(), "benchmark", "benchmark");
    }

    /** The same bytes again would be a known item. */
    private static InputStream unlikeAnyBefore() {
        return new ByteArrayInputStream(Long.toHexString(System.nanoTime()).getBytes(StandardCharsets.US_ASCII));
    }

    private Pair.Work copying(Originals originals) throws IOException {
        Path folder = Files.createDirectories(work.resolve("copied"));
        return () -> {
            for (Path each : Machine.filesBelow(folder)) {
                Files.delete(each);
            }
            Machine.forget(originals.files());
            return () -> Machine.copy(originals.files(), folder);
        };
    }

    /** Copies at the main location read one after the other, as many as there are originals. */
    private String fixity(Originals originals, List<BlobName> names, Folder folder) throws Exception {
        List<Path> files = names.stream().map(name -> folder.path().resolve(name.path())).toList();
        return Pair.of(turns, reading(files), () -> {
            Machine.forget(files);
            return () -> {
                for (BlobName name : names) {
                    if (!folder.digest(name, read -> { }).sha256().equals(name.sha256())) {
                        throw new IllegalStateException(name + " is damaged");
                    }
                }
            };
        }).getFirst().row(originals.name() + ": copies read", originals.bytes());
    }

    /** The whole: every copy there is, with what is recorded of each. */
    private String round(Register register) throws Exception {
        List<Path> files = Machine.filesBelow(register.get(Folder.class).path()).stream().filter(file -> file.getFileName().toString().length() == NAME).toList();
        long bytes = 0;
        for (Path file : files) {
            bytes += Files.size(file);
        }
        Copies copies = register.get(Copies.class);
        // A copy counts once it was read back; that is not the round that is timed.
        copies.replicate(null, "benchmark", "benchmark", CopyProgress.NONE);
        return Pair.of(turns, reading(files), () -> {
            Machine.forget(files);
            return () -> {
                CopyReport report = copies.check(null, true, Duration.ofHours(1), "benchmark", "benchmark", CopyProgress.NONE);
                long read = report.work().values().stream().mapToLong(CopyReport.Work::checked).sum();
                if (read != files.size()) {
                    throw new IllegalStateException("Of %d copies %d were read: %s".formatted(files.size(), read, report));
                }
            };
        }).getFirst().row("a round of fixity over all %,d copies, %.1f GiB".formatted(files.size(), bytes / (double) (1 << 30)), bytes);
    }

    private static Pair.Work reading(List<Path> files) {
        return () -> {
            Machine.forget(files);
            return () -> Machine.read(files);
        };
    }
}
