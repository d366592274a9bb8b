package org.stele.commandline;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.env.Environment;
import org.stele.database.DataFolder;
import org.stele.database.Refusal;
import org.stele.keys.Keyring;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Serves the public site and the desk until it is stopped. */
@Command(name = "serve", description = "Serves the public site and the desk until stopped (Ctrl-C).",
        footer = {"", "Examples:", "  stele serve", "  stele serve --port 9000 --data /srv/stele",
            "  stele serve --behind-proxy                        a proxy with TLS stands before it, on this machine; the desk is on port 8081",
            "  stele serve --behind-proxy --desk-name https://desk.example.org    and it hands the desk on to port 8081 by that name",
            "  stele serve --address 0.0.0.0 --behind-proxy=10.1.2.3    the proxy stands on another machine"})
final class ServeCommand implements Callable<Integer> {
    private static final int DESK_PORT = DeskPlace.PORT;

    @ParentCommand
    private SteleCommand stele;

    @Spec
    private CommandSpec spec;

    @Option(names = "--port", defaultValue = "8080", description = "the port; 0 takes a free one (default: ${DEFAULT-VALUE})")
    private int port;

    @Option(names = "--address", defaultValue = "127.0.0.1",
            description = "the address to listen on (default: ${DEFAULT-VALUE}, this machine only)")
    private String address;

    @Option(names = "--behind-proxy", arity = "0..1", fallbackValue = "", paramLabel = "ADDRESS,…", description = {
        "a proxy with TLS stands before it, on this machine or at these addresses (10.1.2.3, 10.1.2.0/24): believe what it forwards",
        "of where requests come from, and send the session's cookie over TLS alone. Without it, nothing forwarded is believed"})
    private @Nullable String proxies;

    @Option(names = "--desk-port",
            description = {"a port of its own for the desk; 0 takes a free one. Without it the desk is at the public pages' port",
        "where these are for this machine only, and else at " + DESK_PORT})
    private @Nullable Integer deskPort;

    @Option(names = "--desk-address", defaultValue = "127.0.0.1",
            description = "the address for the desk's own port (default: ${DEFAULT-VALUE}, this machine only)")
    private String deskAddress;

    @Option(names = "--desk-name", defaultValue = "", paramLabel = "https://NAME",
        description = "where browsers find the desk, if not at http://localhost: passkeys are bound to it")
    private String deskName;

    @Option(names = "--rehearse", hidden = true, description = "start, ask for the front pages, stop: the start script learns from it")
    private boolean rehearse;

    @Override
    public Integer call() throws InterruptedException, IOException {
        List<String> properties = new ArrayList<>(List.of("server.port=" + port, "server.address=" + address));
        if (proxies != null) {
            properties.addAll(BehindProxy.properties(proxies));
        }
        properties.addAll(DeskPlace.properties(deskPort, deskAddress, deskName, proxies == null && DeskPlace.isThisMachine(address)));
        try (OpenRegister register = stele.openServing(properties.toArray(String[]::new))) {
            URI site = URI.create("http://" + (address.equals("0.0.0.0") ? "127.0.0.1" : address) + ":"
                    + register.get(Environment.class).getProperty("local.server.port") + "/");
            if (rehearse) {
                return rehearsed(site);
            }
            var out = spec.commandLine().getOut();
            out.println("Stele is at " + site + (proxies == null ? "" : " for its proxy; the desk is open over TLS only")
                    + " (Ctrl-C stops it)");
            if (properties.stream().anyMatch(each -> each.startsWith("stele.desk.port="))) {
                out.println("The desk is at http://" + (DeskPlace.isThisMachine(deskAddress) ? "localhost" : deskAddress) + ":"
                        + register.get(Environment.class).getProperty("local.desk.port") + "/en/desk and nowhere else");
            }
            out.flush();
            warnOfKeys();
            new CountDownLatch(1).await();
            return 0;
        } catch (RuntimeException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof PortInUseException) {
                    throw new Refusal("Port " + port + " is in use by another program. Name another with --port.", e);
                }
            }
            throw e;
        }
    }

    /** Encrypted things whose keys nobody could bring back are lost with this machine: said at every start until it is put right. */
    private void warnOfKeys() {
        Path folder = DataFolder.choose(stele.data());
        if (Keyring.isIn(folder) && Keyring.open(folder).isWithoutRecovery()) {
            spec.commandLine().getErr().println("WARNING: nobody could bring back the keys of this register if this machine were lost. Make recovery shares: stele keys shares");
            spec.commandLine().getErr().flush();
        }
    }

    /** What the pages answer does not matter here: an empty register may have none. */
    private int rehearsed(URI site) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (String page : List.of("", "en", "ar", "login")) {
                HttpRequest request = HttpRequest.newBuilder(site.resolve(page)).build();
                int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
                spec.commandLine().getOut().println(request.uri() + " " + status);
            }
        }
        return 0;
    }
}
