package org.stele.commandline;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.stele.database.Refusal;
import org.stele.demonstration.Demonstration;
import org.stele.demonstration.Headline;
import org.stele.demonstration.MonthReport;
import org.stele.demonstration.SampleEvidence;
import org.stele.reports.Editions;
import org.stele.reports.Reports;
import org.stele.statistics.Statistics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Shows the whole way from records to figures on invented people, in a data folder of its own. */
@Command(name = "demo", description = {"Loads the synthetic demonstration (once), prints its figures, writes its report and serves the site.",
        "Its people are invented; the sums they come to are those published for Syria in 2020. It has a data folder of its own, data-demo in "
        + "the project's folder; --data names another, which must be empty or hold the demonstration."},
        footer = {"", "Examples:", "  stele demo", "  stele demo --once                 everything but the site, then ends",
            "  stele demo --port 9000 --data /tmp/demo"})
final class DemoCommand implements Callable<Integer> {

    /** How many ports after the first are tried when nobody asked for a certain one. */
    private static final int TRIES = 20;
    private static final int PORT = 8080;

    @ParentCommand
    private SteleCommand stele;

    @Spec
    private CommandSpec spec;

    @Option(names = "--once", description = "do all but serve the site")
    private boolean once;

    @Option(names = "--port", description = "the site's port (default: " + PORT + ", or the next one that is free)")
    private @Nullable Integer port;

    @Override
    public Integer call() throws InterruptedException, IOException {
        Path data = stele.data() == null ? Path.of(System.getProperty("stele.home", ""), "data-demo").toAbsolutePath() : stele.data();
        try (OpenRegister register = once ? stele.open(data) : stele.openServing(data, "server.port=" + freePort(), "server.address=127.0.0.1")) {
            load(register.get(Demonstration.class));
            evidence(register);
            say("");
            new Headline(register.get(Statistics.class)).lines().forEach(this::say);
            report(register, data);
            if (!once) {
                serve(register);
            }
            return 0;
        }
    }

    private void load(Demonstration demonstration) {
        switch (demonstration.state()) {
            case EMPTY -> {
                long began = System.nanoTime();
                Progress progress = new Progress(spec.commandLine().getErr());
                Demonstration.Loaded loaded = demonstration.load(progress::day);
                progress.end();
                say("Loaded the synthetic demonstration: %,d victims in %,d incidents, %,d statements, by %,d changes, in %.1f s."
                        .formatted(loaded.victims(), loaded.incidents(), loaded.statements(), loaded.changes(), (System.nanoTime() - began) / 1e9));
            }
            case LOADED -> say("The synthetic demonstration is loaded already.");
            case ANOTHER -> say("This folder holds the synthetic demonstration of another version of the program; it stays as it is. For this version's, name a new folder with --data.");
            case OCCUPIED -> throw new Refusal("This register already holds records. The demonstration is loaded into an empty one only: name another folder with --data.");
        }
    }

    /** Only into a demonstration of this version: the records it is attached to are those. */
    private void evidence(OpenRegister register) throws IOException {
        if (register.get(Demonstration.class).state() == Demonstration.State.LOADED) {
            long began = System.nanoTime();
            int added = register.get(SampleEvidence.class).add();
            if (added > 0) {
                say("Took %d items of evidence into the vault, pictures drawn by the program among them, in %.1f s.".formatted(added, (System.nanoTime() - began) / 1e9));
            }
        }
    }

    private void report(OpenRegister register, Path data) {
        long began = System.nanoTime();
        spec.commandLine().getErr().println("Writing the report in both languages …");
        spec.commandLine().getErr().flush();
        List<Path> files = new MonthReport(register.get(Reports.class), register.get(Editions.class)).writeTo(data.resolve("reports"));
        say("");
        say("The report of " + Headline.MONTH + ", in %.1f s:".formatted((System.nanoTime() - began) / 1e9));
        files.forEach(file -> say("  " + file));
    }

    private void serve(OpenRegister register) throws InterruptedException {
        say("");
        String site = "http://localhost:" + register.get(Environment.class).getProperty("local.server.port");
        say("To see the desk, sign in at " + site + "/en/desk with one of these codes, each good once:");
        DeskAccounts.renewed(register).forEach(account -> say("  " + account));
        say("The site is at " + site + "/ (Ctrl-C stops it)");
        new CountDownLatch(1).await();
    }

    /** The port asked for; else the first free one, said so if it is not the usual. */
    private int freePort() {
        if (port != null) {
            return port;
        }
        for (int candidate = PORT; candidate < PORT + TRIES; candidate++) {
            try (ServerSocket socket = new ServerSocket(candidate, 1, InetAddress.ofLiteral("127.0.0.1"))) {
                if (candidate != PORT) {
                    say("Port " + PORT + " is in use by another program; the site takes " + socket.getLocalPort() + ".");
                }
                return candidate;
            } catch (IOException inUse) {
                // The next one, then.
            }
        }
        throw new Refusal("The ports from " + PORT + " to " + (PORT + TRIES - 1) + " are all in use. Name a free one with --port.");
    }

    private void say(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }

    /** One line that moves on a terminal, one for each month elsewhere. */
    private static final class Progress {
        private static final int WIDTH = 40;
        private final PrintWriter err;
        private final boolean terminal = System.console() != null && System.console().isTerminal();
        private int month;

        Progress(PrintWriter err) {
            this.err = err;
        }

        void day(LocalDate day, int done, int of) {
            if (terminal) {
                int filled = WIDTH * done / of;
                err.print("\rLoading " + "█".repeat(filled) + "░".repeat(WIDTH - filled) + " " + day + " ");
            } else if (day.getYear() == 2020 && day.getMonthValue() != month) {
                month = day.getMonthValue();
                err.println("Loading " + day.getYear() + "-" + "%02d".formatted(month) + " …");
            }
            err.flush();
        }

        void end() {
            if (terminal) {
                err.println();
                err.flush();
            }
        }
    }
}
