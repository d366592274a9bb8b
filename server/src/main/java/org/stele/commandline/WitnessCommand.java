package org.stele.commandline;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.stele.database.Refusal;
import org.stele.tlog.VerifierKey;
import org.stele.witnessing.WitnessServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs a witness for the logs of other organisations. */
@Command(name = "witness", description = {"Watches the logs of other organisations: cosigns a checkpoint only if their log has merely grown.",
    "It sees how many entries a log has and a digest of them, nothing about anybody. It needs no database and no data folder, only"
        + " a folder of its own."},
        footer = {"", "Examples:", "  stele witness --folder /srv/witness --name witness.example.org --log register.example+1a2b3c4d+AbCd...",
            "  stele witness ... --address 0.0.0.0 --port 8090     where the log can reach it; put TLS before it",
            "", "The key it prints goes into the file 'witnesses' in the data folder of the organisation that is watched.",
            "The folder holds what it remembers. Who loses it must begin with a new name and key."})
final class WitnessCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--folder", required = true, paramLabel = "DIR", description = "where it keeps its key and what it has seen")
    private Path folder;

    @Option(names = "--name", required = true, paramLabel = "NAME", description = "its name, for instance its address without https://")
    private String name;

    @Option(names = "--log", required = true, paramLabel = "KEY", description = "public key of a log to watch, as 'stele log status' prints it; may be given several times")
    private List<String> logs;

    @Option(names = "--address", paramLabel = "HOST", defaultValue = "127.0.0.1", description = "where it listens (${DEFAULT-VALUE})")
    private String address;

    @Option(names = "--port", paramLabel = "N", defaultValue = "8090", description = "and on which port (${DEFAULT-VALUE})")
    private int port;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Map<String, VerifierKey> known = new LinkedHashMap<>();
        for (String log : logs) {
            try {
                VerifierKey key = VerifierKey.parse(log);
                known.put(key.name(), key);
            } catch (IllegalArgumentException e) {
                throw new Refusal("'" + log + "' is no key of a log: " + e.getMessage(), e);
            }
        }
        try (WitnessServer witness = WitnessServer.start(folder, name, known, new InetSocketAddress(address, port), InstantSource.system())) {
            spec.commandLine().getOut().println("witness " + name + " watches " + String.join(", ", known.keySet()) + " at http://" + address + ":" + witness.port());
            spec.commandLine().getOut().println("its key: " + witness.key());
            spec.commandLine().getOut().flush();
            new CountDownLatch(1).await();
        }
        return 0;
    }
}
