package org.stele.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.stele.database.Refusal;
import org.stele.vault.Annex;
import org.stele.vault.CopyPlan;
import org.stele.vault.CopyPlanFile;

/**
 * Opens the place that a word names: a folder by its path, or {@code location:NAME} for a location of the vault's plan, in which backups
 * lie in a folder {@code stele-backup} of their own.
 *
 * @param plan        where the locations are written down: {@code vault.yaml}; read only when one is named
 * @param environment where credentials that the plan names by a variable are found
 */
public record BackupPlaces(Path plan, Map<String, String> environment) {
    private static final String LOCATION = "location:";
    private static final String BELOW = "stele-backup";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long RESERVE = 64L << 20;

    /** The locations in the plan of a data folder. */
    public static BackupPlaces of(Path data) {
        return new BackupPlaces(data.resolve(CopyPlanFile.NAME), System.getenv());
    }

    /** The word with a path made whole, so that it means the same to another process. @throws Refusal if it is neither */
    public static String whole(String word) {
        if (word.startsWith(LOCATION)) {
            return word;
        }
        if (word.isBlank() || word.indexOf('\0') >= 0) {
            throw new Refusal("'" + word + "' names no place for backups: give the path of a folder, or location:NAME for a location of "
                    + "vault.yaml.");
        }
        return Path.of(word).toAbsolutePath().normalize().toString();
    }

    /** To write backups there: what is missing is made. @throws Refusal if it cannot be reached, or holds other things */
    public BackupPlace toWrite(String word) throws IOException {
        return word.startsWith(LOCATION) ? BackupPlace.at(annex(word)) : BackupPlace.in(Path.of(word));
    }

    /** Only to read. @throws Refusal if there are no backups, or it cannot be reached */
    public BackupPlace toRead(String word) throws IOException {
        return word.startsWith(LOCATION) ? BackupPlace.reading(annex(word)) : BackupPlace.existing(Path.of(word));
    }

    private Annex annex(String word) throws IOException {
        CopyPlan read = CopyPlanFile.read(plan);
        if (!read.declared()) {
            throw new Refusal("There is no plan " + plan + ", so nobody knows where '" + word.substring(LOCATION.length())
                    + "' is. Name the file with --plan; it holds no secret, and what of it is needed can be written anew "
                            + "(docs/operations.md).");
        }
        return Annex.at(read, word.substring(LOCATION.length()), BELOW, environment, PATIENCE, RESERVE);
    }
}
