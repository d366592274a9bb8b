package org.stele.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.stele.database.Durable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The {@link BackupState} of a data folder, in a file of it, so that it can be read while another process holds the register. */
public record StateFile(Path data) {
    private static final String NAME = "backup-state.json";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Object ONE_AT_A_TIME = new Object();

    /** As last written; nothing is known where there is no such file, or it cannot be read. */
    public BackupState read() throws IOException {
        try {
            return JSON.readValue(Files.readAllBytes(data.resolve(NAME)), BackupState.class);
        } catch (NoSuchFileException | JacksonException none) {
            return BackupState.NOTHING;
        }
    }

    void done(BackupState.Done done, boolean planned) throws IOException {
        change(state -> new BackupState(state.plan(), done, planned ? done : state.lastPlanned(), planned ? null : state.failed()));
    }

    void failed(BackupState.Failed failed) throws IOException {
        change(state -> new BackupState(state.plan(), state.last(), state.lastPlanned(), failed));
    }

    /** What the server that starts was told; what was done by another plan does not count for it. */
    void planned(BackupState.@Nullable Plan plan) throws IOException {
        change(state -> {
            boolean same = plan != null && state.plan() != null && plan.isLike(state.plan());
            return same ? new BackupState(new BackupState.Plan(plan.every(), plan.to(), plan.keep(), state.plan().since()), state.last(),
                    state.lastPlanned(), state.failed())
                    : new BackupState(plan, state.last(), null, null);
        });
    }

    private void change(UnaryOperator<BackupState> change) throws IOException {
        synchronized (ONE_AT_A_TIME) {
            BackupState before = read();
            BackupState after = change.apply(before);
            if (!after.equals(before)) {
                Durable.replace(data.resolve(NAME), JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(after));
            }
        }
    }
}
