package org.stele.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stele.history.Change;
import org.stele.inspection.Claim;
import org.stele.inspection.Finding;
import org.stele.inspection.Fingerprint;
import org.stele.inspection.Inspection;
import org.stele.inspection.Inspector;
import org.stele.inspection.Member;
import org.stele.inspection.PictureHash;

/** How looks at items are kept: a row for each, and one for each claim, finding and member of an archive. */
final class SeenRows {
    private static final String TABLE = "inspection";
    private static final String NOTES = "inspection_note";
    private static final List<String> COLUMNS = List.of("id", "change", "item", "blob", "tool", "type", "claimed_type", "quality", "hashes", "isolation",
            "milliseconds");
    private static final List<String> NOTE_COLUMNS = List.of("id", "change", "inspection", "kind", "about", "value", "tag");

    private final JdbcClient sql;

    SeenRows(JdbcClient sql) {
        this.sql = sql;
    }

    private record Note(String kind, String about, String value, @Nullable String tag) {
    }

    long add(Change change, long item, long blob, Inspection found) {
        long id = change.takeIds(TABLE, 1);
        Fingerprint print = found.fingerprint();
        change.append(TABLE, COLUMNS, List.of(Arrays.asList(id, change.number(), item, blob, Inspector.TOOL, clean(found.type()),
                found.claimedType() == null ? null : clean(found.claimedType()), print == null ? null : print.quality(), print == null ? null : text(print),
                found.isolation(), found.took().toMillis())));
        List<Note> notes = new ArrayList<>();
        found.claims().forEach(each -> notes.add(new Note("claim", code(each.about()), each.value(), each.tag())));
        found.findings().forEach(each -> notes.add(new Note("finding", code(each.kind()), each.detail(), null)));
        found.members().forEach(each -> notes.add(new Note("member", Long.toString(each.length()), each.name(), null)));
        if (!notes.isEmpty()) {
            long first = change.takeIds(NOTES, notes.size());
            List<List<?>> rows = new ArrayList<>();
            for (Note each : notes) {
                rows.add(Arrays.asList(first + rows.size(), change.number(), id, each.kind(), each.about(), clean(each.value()),
                        each.tag() == null ? null : clean(each.tag())));
            }
            change.append(NOTES, NOTE_COLUMNS, rows);
        }
        return id;
    }

    /** The latest look at an item. */
    Optional<Seen> latest(long item) {
        return sql.sql("select i.*, c.at from inspection i join change c on c.number = i.change where i.item = :item order by i.id desc limit 1")
                .param("item", item).query((row, n) -> row(row)).optional().map(this::withNotes);
    }

    private Seen withNotes(Seen seen) {
        List<Claim> claims = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        List<Member> members = new ArrayList<>();
        for (Note note : sql.sql("select kind, about, value, tag from inspection_note where inspection = :id order by id").param("id", seen.id())
                .query((row, n) -> new Note(row.getString("kind"), row.getString("about"), row.getString("value"), row.getString("tag"))).list()) {
            switch (note.kind()) {
                case "claim" -> claims.add(new Claim(Claim.About.valueOf(constant(note.about())), note.value(), String.valueOf(note.tag())));
                case "finding" -> findings.add(new Finding(Finding.Kind.valueOf(constant(note.about())), note.value()));
                default -> members.add(new Member(note.value(), Long.parseLong(note.about())));
            }
        }
        return new Seen(seen.id(), seen.item(), seen.at(), seen.type(), seen.claimedType(), claims, findings, members, seen.fingerprint(), seen.isolation());
    }

    private static Seen row(ResultSet row) throws SQLException {
        String hashes = row.getString("hashes");
        return new Seen(row.getLong("id"), row.getLong("item"), row.getObject("at", OffsetDateTime.class).toInstant(), row.getString("type"),
                row.getString("claimed_type"), List.of(), List.of(), List.of(), hashes == null ? null : print(hashes, row.getInt("quality")),
                row.getString("isolation"));
    }

    private static String text(Fingerprint print) {
        return print.hashes().stream().map(PictureHash::toString).collect(Collectors.joining(" "));
    }

    private static Fingerprint print(String hashes, int quality) {
        return new Fingerprint(Arrays.stream(hashes.split(" ")).map(PictureHash::parse).toList(), quality);
    }

    private static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String constant(String code) {
        return code.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /** The database keeps every character but this one. */
    private static String clean(String text) {
        return text.replace("\0", "‹U+0000›");
    }
}
