package org.stele.commandline;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.stele.backup.BackupPlaces;
import org.stele.database.DataFolder;
import picocli.CommandLine.Option;

/** The option that says where locations are written down; on a fresh machine no data folder has them. */
final class BackupPlan {
    @Option(names = "--plan", paramLabel = "FILE", description = "where location:NAME is written down (default: vault.yaml of the data "
            + "folder)")
    private @Nullable Path plan;

    BackupPlaces places(SteleCommand stele) {
        return plan == null ? BackupPlaces.of(DataFolder.choose(stele.data())) : new BackupPlaces(plan, System.getenv());
    }
}
