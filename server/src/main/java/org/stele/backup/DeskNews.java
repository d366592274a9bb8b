package org.stele.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.stele.vault.BackupNews;

/** What the desk's page of copies says of backups. */
record DeskNews(StateFile state) implements BackupNews {
    @Override
    public News now() {
        try {
            BackupState now = state.read();
            return new News(now.last() == null ? null : now.last().at(), now.last() == null ? "" : now.last().place(),
                    now.due().orElse(null), now.isOverdue(Instant.now()),
                    now.failed() == null ? "" : now.failed().why());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
