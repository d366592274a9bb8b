package org.stele.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.stele.history.Kind;

/** How merges are kept. */
final class MergeRows implements Kind<Merge> {

    @Override
    public String table() {
        return "victim_merge";
    }

    @Override
    public List<String> columns() {
        return List.of("merged", "merged_was", "kept", "state");
    }

    @Override
    public List<?> values(Merge merge) {
        return List.of(merge.merged(), merge.mergedWas(), merge.kept(), merge.state().code());
    }

    @Override
    public Merge read(ResultSet row) throws SQLException {
        return new Merge(row.getLong("merged"), row.getInt("merged_was"), row.getLong("kept"), Merge.State.of(row.getString("state")));
    }
}
