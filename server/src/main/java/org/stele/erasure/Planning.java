package org.stele.erasure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stele.database.Refusal;
import org.stele.register.Statement;
import org.stele.vault.BytesOfItems;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Finds what of a subject is to be erased. Reads only; what is erased already is left out. */
final class Planning {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient sql;
    private final BytesOfItems bytes;

    Planning(DataSource source, BytesOfItems bytes) {
        this.sql = JdbcClient.create(source);
        this.bytes = bytes;
    }

    /** @throws Refusal if there is no such record */
    ErasurePlan of(Subject subject) {
        return switch (subject.kind()) {
            case VICTIM -> victim(subject);
            case STATEMENT -> statement(subject);
            case ITEM -> item(subject);
        };
    }

    private ErasurePlan victim(Subject subject) {
        List<ErasurePlan.Row> rows = versions("victim", "id = :id", subject);
        List<String> stays = new ArrayList<>();
        for (long statement : sql.sql("select id from statement where victim = :id order by id").param("id", subject.id()).query(Long.class)
                .list()) {
            told(statement, rows);
        }
        List<Long> items = sql.sql("""
                select distinct item from attachment where (subject = :victim or subject in (select 'statement:' || id from statement where
                       victim = :id))
                   and recorded_to = 'infinity' and not withdrawn order by item""").param("victim", subject.toString()).param("id", subject.id()).query(Long.class).list();
        items.forEach(item -> stays.add("evidence item " + item + " is attached and may show who it is; erase it by itself: item:" + item));
        stays.add("dates, ages, codes of places and everything that figures count; released reports and files that left the house");
        stays.add("reasons of changes and queries written down when somebody read: they are not searched for names");
        return new ErasurePlan(subject, rows, List.of(), List.of(), stays);
    }

    private ErasurePlan statement(Subject subject) {
        exists("statement", subject);
        List<ErasurePlan.Row> rows = new ArrayList<>();
        told(subject.id(), rows);
        return new ErasurePlan(subject, rows, List.of(), List.of(),
                List.of("what was found true on its ground: the victim or incident it is about"));
    }

    /** A statement, and what an import keeps beside it under the same key. */
    private void told(long statement, List<ErasurePlan.Row> rows) {
        rows("statement", List.of("id"), "id = :id", Map.of("id", statement), rows);
        sql.sql("select source, key from statement where id = :id and key <> :erased").param("id", statement).param("erased",
                Statement.ERASED)
                .query((row, n) -> Map.<String, Object>of("source", row.getLong(1), "key", row.getString(2))).list().forEach(of -> {
                    rows("incident_key", List.of("source", "key"), "source = :source and teller = :key", of, rows);
                    rows("rejected_row", List.of("source", "mark"), "source = :source and mark = :key", of, rows);
                });
    }

    private ErasurePlan item(Subject subject) {
        exists("evidence_item", subject);
        List<Long> items = sql.sql("""
                with recursive made (id) as (
                    select :id::bigint union select i.id from evidence_item i join made on i.original = made.id)
                select id from made order by id""").param("id", subject.id()).query(Long.class).list();
        List<ErasurePlan.Row> rows = new ArrayList<>();
        for (long item : items) {
            rows("evidence_item", List.of("id", "version"), "id = :id", Map.of("id", item), rows);
            rows("provenance", List.of("id", "version"), "item = :id", Map.of("id", item), rows);
        }
        List<Long> blobs = bytes.of(subject.id()).stream().filter(blob -> sql.sql("select count(*) from blob_key where blob = :blob")
                .param("blob", blob)
                .query(Long.class).single() == 1).toList();
        return new ErasurePlan(subject, rows, items, blobs, List.of(
                "its number, form, digest and length, its chain of custody, and to what it was attached",
                "backups made before hold the encrypted bytes and the key as it was wrapped then: see docs/operations.md, Lawful erasure",
                "copies that were handed over or carried out of the house on disks sealed to others"));
    }

    private void exists(String table, Subject subject) {
        if (sql.sql("select count(*) from " + table + " where id = :id").param("id", subject.id()).query(Long.class).single() == 0) {
            throw new Refusal("There is no " + subject + ". Nothing was changed.");
        }
    }

    private List<ErasurePlan.Row> versions(String table, String where, Subject subject) {
        exists(table, subject);
        List<ErasurePlan.Row> rows = new ArrayList<>();
        rows(table, List.of("id", "version"), where, Map.of("id", subject.id()), rows);
        return rows;
    }

    private void rows(String table, List<String> key, String where, Map<String, Object> params, List<ErasurePlan.Row> rows) {
        List<String> personal = PersonalColumns.OF.getOrDefault(table, List.of());
        sql.sql("select %s, %s from %s where %s order by 1, 2".formatted(String.join(", ", key), String.join(", ", personal), table, where))
                .params(params)
                .query((row, n) -> {
                    List<Object> values = new ArrayList<>();
                    for (String column : key) {
                        values.add(row.getObject(column));
                    }
                    Map<String, @Nullable String> replacements = new LinkedHashMap<>();
                    for (String column : personal) {
                        String value = row.getString(column);
                        String replaced = value == null ? null : replaced(table + "." + column, value);
                        if (value != null && !value.equals(replaced)) {
                            replacements.put(column, replaced);
                        }
                    }
                    return new ErasurePlan.Row(table, values, replacements);
                }).list().stream().filter(row -> !row.replacements().isEmpty() && !rows.contains(row)).forEach(rows::add);
    }

    /** A value that was there is seen to have been, so that whoever was named still counts as named. */
    private static @Nullable String replaced(String column, String value) {
        return switch (column) {
            case "victim.custody" -> withoutWords(value);
            case "rejected_row.reasons" -> "[]";
            case "provenance.captured", "provenance.claimed_sha256" -> null;
            default -> Statement.ERASED;
        };
    }

    /** Of the facts of custody the words: where held, and the place of the arrest. */
    private static String withoutWords(String json) {
        JsonNode custody = JSON.readTree(json);
        if (custody instanceof ObjectNode facts) {
            erase(facts, "facility");
            if (facts.get("arrestPlace") instanceof ObjectNode place) {
                erase(place, "words");
                erase(place, "arabic");
            }
        }
        return custody.equals(JSON.readTree(json)) ? json : JSON.writeValueAsString(custody);
    }

    private static void erase(ObjectNode object, String name) {
        if (object.path(name).isString()) {
            object.put(name, Statement.ERASED);
        }
    }
}
