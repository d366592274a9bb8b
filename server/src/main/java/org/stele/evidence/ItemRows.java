package org.stele.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.stele.history.Kind;

/** How items are kept. */
final class ItemRows implements Kind<Item> {

    @Override
    public String table() {
        return "evidence_item";
    }

    @Override
    public List<String> columns() {
        return List.of("blob", "form", "title", "confidential", "original", "made_how");
    }

    @Override
    public List<?> values(Item item) {
        return Arrays.asList(item.blob(), item.form().code(), item.title(), item.confidential(), item.original(), item.madeHow());
    }

    @Override
    public Item read(ResultSet row) throws SQLException {
        long original = row.getLong("original");
        return new Item(row.getLong("blob"), Form.of(row.getString("form")), row.getString("title"), row.getBoolean("confidential"),
                original == 0 ? null : original, row.getString("made_how"));
    }
}
