package org.stele.inspection;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * How a program that opens strangers' files is held: no network where the system can take it away ({@code unshare}), no environment, no
 * files it could write, limited processor time and memory.
 */
final class Isolation {
    /** The ways of taking the network away, the first that works is used. The second is for who is not root. */
    private static final List<List<String>> WITHOUT_NETWORK = List.of(List.of("unshare", "-n", "--"), List.of("unshare", "-r", "-n", "--"));
    private static final String LIMITED = "ulimit -c 0; ulimit -f 0; ulimit -t $1; ulimit -v $2 2>/dev/null; shift 2; exec \"$@\"";

    private final List<String> prefix;

    private Isolation(List<String> prefix) {
        this.prefix = prefix;
    }

    private static final class Here {
        static final Isolation FOUND = find();
    }

    /** What this machine allows, found out once. */
    static Isolation here() {
        return Here.FOUND;
    }

    /** As on a machine where nobody may take the network away. */
    static Isolation withNetwork() {
        return new Isolation(List.of());
    }

    private static Isolation find() {
        for (List<String> way : WITHOUT_NETWORK) {
            List<String> trial = new ArrayList<>(way);
            trial.add("true");
            try {
                Process process = new ProcessBuilder(trial).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
                if (process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0) {
                    return new Isolation(way);
                }
                process.destroyForcibly();
            } catch (IOException notHere) {
                continue;
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        return withNetwork();
    }

    /** Whether the process has no network. */
    boolean cutsNetwork() {
        return !prefix.isEmpty();
    }

    /**
     * Starts a command held that way.
     *
     * @param time of the processor, after which the system kills it
     * @param space the most memory it may address, in MiB
     */
    Process start(List<String> command, Duration time, int space) throws IOException {
        List<String> whole = new ArrayList<>(prefix);
        whole.addAll(List.of("sh", "-c", LIMITED, "sh", Long.toString(Math.max(1, time.toSeconds())), Integer.toString(space * 1024)));
        whole.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(whole).directory(Path.of("/").toFile());
        // PATH for unshare and sh themselves is the system's default; secrets of this process stay here.
        builder.environment().clear();
        return builder.start();
    }

    /** For the record of an inspection. */
    Held held(Limits limits) {
        return new Held(limits.heap(), limits.time().toSeconds(), !cutsNetwork());
    }
}
