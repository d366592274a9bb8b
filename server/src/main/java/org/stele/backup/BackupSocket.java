package org.stele.backup;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import jdk.net.ExtendedSocketOptions;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.stele.database.Durable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lets a command of the same user ask the running server for a backup, since only one process can use the embedded database. A socket of
 * the file system that its owner alone may open; where it lies stands in the data folder, which is its owner's alone as well. The system
 * says who asks, and anybody else is turned away.
 */
final class BackupSocket implements DisposableBean {
    /** Names the socket. Its path itself may be too long for one: systems allow some hundred bytes. */
    static final String WHERE = "backup-socket";
    private static final int LONGEST_PATH = 90;
    private static final int LONGEST_ORDER = 1 << 16;
    private static final Logger LOG = LoggerFactory.getLogger(BackupSocket.class);
    static final JsonMapper JSON = JsonMapper.builder().build();
    private final Path data;
    private final BackupWork work;
    private @Nullable ServerSocketChannel socket;
    private @Nullable Path path;

    BackupSocket(Path data, BackupWork work) {
        this.data = data;
        this.work = work;
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof WebServerApplicationContext) {
            try {
                open();
            } catch (IOException | UnsupportedOperationException e) {
                LOG.warn("No backup can be asked for while the server runs: {}", e.toString());
            }
        }
    }

    void open() throws IOException {
        Path wanted = data.resolve("backup.sock");
        Path place = wanted.toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST_PATH ? wanted
                : Files.createTempDirectory("stele-").resolve("backup.sock");
        Files.deleteIfExists(place);
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(place));
        Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rw-------"));
        socket = server;
        path = place;
        Durable.replace(data.resolve(WHERE), place.toString().getBytes(StandardCharsets.UTF_8));
        Thread.ofPlatform().daemon().name("backup-socket").start(() -> listen(server));
    }

    private void listen(ServerSocketChannel server) {
        while (true) {
            try {
                SocketChannel asking = server.accept();
                Thread.ofVirtual().name("backup-asked-for").start(() -> answer(asking));
            } catch (ClosedChannelException e) {
                return;
            } catch (IOException e) {
                LOG.warn("Nobody can ask for a backup any more: {}", e.toString());
                return;
            }
        }
    }

    private void answer(SocketChannel asking) {
        try (asking; OutputStream out = Channels.newOutputStream(asking)) {
            try {
                send(out, answered(asking, out));
            } catch (IOException | SQLException | RuntimeException e) {
                LOG.warn("The backup that was asked for failed: {}", e.toString());
                send(out, Answer.refused(String.valueOf(e.getMessage())));
            }
        } catch (IOException e) {
            LOG.debug("Whoever asked for a backup is gone", e);
        }
    }

    private Answer answered(SocketChannel asking, OutputStream out) throws IOException, SQLException {
        String user = asking.getOption(ExtendedSocketOptions.SO_PEERCRED).user().getName();
        if (!user.equals(Files.getOwner(data).getName())) {
            LOG.warn("{} asked for a backup and was turned away", user);
            return Answer.refused("Only the owner of the data folder may ask for a backup.");
        }
        BackupOrder order = order(new BufferedReader(Channels.newReader(asking, StandardCharsets.UTF_8)));
        LOG.info("A backup to {} was asked for", order.to());
        BackupResult result = work.run(order, false, line -> send(out, Answer.under(line)));
        LOG.info("{}", result.lines().getFirst());
        return Answer.of(result);
    }

    private static BackupOrder order(BufferedReader in) throws IOException {
        var line = new StringBuilder();
        for (int each = in.read(); each >= 0 && each != '\n'; each = in.read()) {
            line.append((char) each);
            if (line.length() > LONGEST_ORDER) {
                throw new IOException("What was asked for is too long");
            }
        }
        return JSON.readValue(line.toString(), BackupOrder.class);
    }

    /** Who asked may have gone; the backup is written all the same. */
    private static void send(OutputStream out, Answer answer) {
        try {
            synchronized (out) {
                out.write((JSON.writeValueAsString(answer) + "\n").getBytes(StandardCharsets.UTF_8));
                out.flush();
            }
        } catch (IOException gone) {
            LOG.debug("Whoever asked for a backup is gone", gone);
        }
    }

    /** One line of an answer: how far it is, or at last why not or what came of it. */
    record Answer(@Nullable String progress, @Nullable String refused, @Nullable BackupResult result) {
        static Answer under(String line) {
            return new Answer(line, null, null);
        }

        static Answer refused(String why) {
            return new Answer(null, why, null);
        }

        static Answer of(BackupResult result) {
            return new Answer(null, null, result);
        }
    }

    @Override
    public void destroy() throws IOException {
        if (socket != null && path != null) {
            socket.close();
            Files.deleteIfExists(data.resolve(WHERE));
            Files.deleteIfExists(path);
        }
    }
}
