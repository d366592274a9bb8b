package org.stele.register;

import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stele.history.Change;

/** Whether the people in this register are made up. If so, every page, file and document made from it must say so. */
public final class Demonstrations {

    private static final String TABLE = "demonstration";

    private final JdbcClient sql;
    private volatile boolean known;

    Demonstrations(DataSource dataSource) {
        this.sql = JdbcClient.create(dataSource);
    }

    /** Cheap once it is true: a register never stops being a demonstration. */
    public boolean isDemonstration() {
        if (!known) {
            known = digest().isPresent();
        }
        return known;
    }

    /** Names exactly the demonstration that was loaded; empty for a register of real records. */
    public Optional<String> digest() {
        return sql.sql("select digest from demonstration").query(String.class).optional();
    }

    /** Marks the register for good. */
    public void mark(Change change, String digest) {
        change.append(TABLE, List.of("one", "digest", "recorded_at"), List.of(List.of(true, digest, change.at())));
    }
}
