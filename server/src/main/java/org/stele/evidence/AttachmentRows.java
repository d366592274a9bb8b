package org.stele.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.stele.history.Kind;

/** How attachments are kept. */
final class AttachmentRows implements Kind<Attachment> {

    @Override
    public String table() {
        return "attachment";
    }

    @Override
    public List<String> columns() {
        return List.of("item", "subject", "withdrawn");
    }

    @Override
    public List<?> values(Attachment attachment) {
        return List.of(attachment.item(), attachment.subject().toString(), attachment.withdrawn());
    }

    @Override
    public Attachment read(ResultSet row) throws SQLException {
        return new Attachment(row.getLong("item"), Reference.of(row.getString("subject")), row.getBoolean("withdrawn"));
    }
}
