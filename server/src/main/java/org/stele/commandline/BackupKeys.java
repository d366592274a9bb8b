package org.stele.commandline;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stele.backup.BackupIndex;
import org.stele.database.Refusal;
import org.stele.keys.Identity;
import org.stele.keys.Keyring;
import org.stele.keys.RecoveryShares;

/** With what a backup is opened: an identity file, three shares, or what this machine has. */
record BackupKeys(PrintWriter err, @Nullable Path data) {
    List<Identity> identities(BackupIndex index, @Nullable Path file, @Nullable List<Path> shares) throws IOException {
        if (file != null) {
            try {
                return List.of(Identity.parse(Files.readString(file)));
            } catch (IllegalArgumentException e) {
                throw new Refusal(e.getMessage() + " (" + file + ").");
            }
        }
        if (shares == null && data != null && Keyring.isIn(data) && Keyring.open(data).identity().isPresent()) {
            return List.of(Keyring.open(data).identity().get());
        }
        if (shares == null) {
            Identity given = Identity.fromEnvironment().orElse(null);
            if (given != null) {
                return List.of(given);
            }
            err.println("The backup is opened with three recovery shares (or with --identity FILE).");
            err.flush();
        }
        return List.of(RecoveryShares.combine(new TypedShares(err).several(shares == null ? List.of() : shares), index.shares()));
    }
}
