package org.stele.backup;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.stele.database.Refusal;

/** The server that runs on a data folder, as a command sees it that wants a backup. */
public final class RunningServer implements AutoCloseable {
    private final SocketChannel socket;

    private RunningServer(SocketChannel socket) {
        this.socket = socket;
    }

    /** The server that listens; nothing where none runs, also where one was killed. */
    public static Optional<RunningServer> on(Path data) throws IOException {
        try {
            var address = UnixDomainSocketAddress.of(Files.readString(data.resolve(BackupSocket.WHERE)));
            return Optional.of(new RunningServer(SocketChannel.open(address)));
        } catch (NoSuchFileException | java.net.SocketException none) {
            return Optional.empty();
        }
    }

    /**
     * Asks for a backup and waits until it is written.
     *
     * @throws Refusal with the server's words if it would not
     * @throws IOException if the server went away meanwhile: whether there is a backup then is for {@code stele backup list} to say
     */
    public BackupResult backup(BackupOrder order, Consumer<String> progress) throws IOException {
        ByteBuffer asked = ByteBuffer.wrap((BackupSocket.JSON.writeValueAsString(order) + "\n").getBytes(StandardCharsets.UTF_8));
        while (asked.hasRemaining()) {
            socket.write(asked);
        }
        BufferedReader in = new BufferedReader(Channels.newReader(socket, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            BackupSocket.Answer answer = BackupSocket.JSON.readValue(line, BackupSocket.Answer.class);
            if (answer.refused() != null) {
                throw new Refusal(answer.refused());
            }
            if (answer.result() != null) {
                return answer.result();
            }
            progress.accept(String.valueOf(answer.progress()));
        }
        throw new IOException("The server ended before the backup was written. 'stele backup list' says what is there; its log may say "
                + "why");
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
