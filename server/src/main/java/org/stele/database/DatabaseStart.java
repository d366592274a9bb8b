package org.stele.database;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** A database that is being opened on another thread while the rest of the program starts. */
public final class DatabaseStart implements AutoCloseable {
    private final CompletableFuture<Database> opening = new CompletableFuture<>();

    private DatabaseStart() {
    }

    /** Begins to open what {@link Database#open} would; a failure is thrown by {@link #await}. */
    public static DatabaseStart inBackground(@Nullable Path dataFolder, @Nullable String url) {
        var start = new DatabaseStart();
        Thread.ofPlatform().name("open-database").daemon().start(() -> {
            try {
                start.opening.complete(Database.open(dataFolder, url));
            } catch (Throwable e) {
                start.opening.completeExceptionally(e);
            }
        });
        return start;
    }

    public Database await() {
        try {
            return opening.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** Closes the database once it is open; a start that failed has left nothing to close. */
    @Override
    public void close() {
        opening.handle((database, failure) -> {
            if (database != null) {
                database.close();
            }
            return null;
        }).join();
    }
}
