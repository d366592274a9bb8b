package org.stele.witnessing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.stele.database.Refusal;
import org.stele.tlog.Policy;

/**
 * Who vouches for this log, as two files of the data folder declare it: {@code witnesses}, a policy (C2SP tlog-policy), and
 * {@code time-stamp-authorities}, one a line. Neither needs to be there.
 *
 * @param policy      which witnesses there are and how many must cosign; empty if none is declared
 * @param authorities those that stamp
 */
record Outsiders(Optional<Policy> policy, List<TimeStampAuthority> authorities) {

    static final String WITNESSES = "witnesses";
    static final String AUTHORITIES = "time-stamp-authorities";

    /** @throws Refusal if a file is there and cannot be understood, with its line */
    static Outsiders declaredIn(Path dataFolder) {
        return new Outsiders(text(dataFolder.resolve(WITNESSES)).map(text -> understood(dataFolder.resolve(WITNESSES), () -> Policy.parse(text))),
                text(dataFolder.resolve(AUTHORITIES))
                        .map(text -> understood(dataFolder.resolve(AUTHORITIES), () -> TimeStampAuthority.list(text, dataFolder))).orElse(List.of()));
    }

    private static <T> T understood(Path file, java.util.function.Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException e) {
            throw new Refusal(file + ": " + e.getMessage(), e);
        }
    }

    private static Optional<String> text(Path file) {
        try {
            return Optional.of(Files.readString(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new Refusal("Cannot read " + file + ": " + e, e);
        }
    }
}
