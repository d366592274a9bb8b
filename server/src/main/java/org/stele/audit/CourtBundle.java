package org.stele.audit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stele.database.DataPlace;
import org.stele.database.Refusal;
import org.stele.evidence.Items;
import org.stele.evidence.Opened;
import org.stele.evidence.Reading;
import org.stele.sealing.SealedRow;
import org.stele.sealing.SealedRows;
import org.stele.sealing.Sequencer;
import org.stele.tlog.Checkpoint;
import org.stele.tlog.Log;
import org.stele.tlog.Note;
import org.stele.tlog.ProofFile;
import org.stele.vault.Act;
import org.stele.witnessing.Attestation;
import org.stele.witnessing.Witnessing;

/**
 * A folder for a court or another outsider: an item's bytes as they were received, where they came from, who had them in hand since, and
 * proof that none of that was altered after it was recorded. It is checked with python3 and openssl alone, by the script in it.
 */
public final class CourtBundle {

    private final JdbcClient sql;
    private final DataPlace place;
    private final Items items;
    private final Reading reading;
    private final SealedRows rows;
    private final Sequencer sequencer;
    private final InstantSource clock;

    CourtBundle(DataSource dataSource, DataPlace place, Items items, Reading reading, SealedRows rows, Sequencer sequencer, InstantSource clock) {
        this.sql = JdbcClient.create(dataSource);
        this.place = place;
        this.items = items;
        this.reading = reading;
        this.rows = rows;
        this.sequencer = sequencer;
        this.clock = clock;
    }

    /**
     * What was handed over.
     *
     * @param records number of sealed records in it
     * @param entries size of the log they are proved to be in
     * @param outside what witnesses and time-stamp authorities said of that log, and who of them is missing
     */
    public record Written(Path folder, int records, long entries, Attestation outside) {
    }

    /**
     * Writes a bundle. The hand-over is recorded in the chain of custody before the first byte is written, and is part of what is proved.
     *
     * @param target a folder that is not there yet
     * @throws Items.NoSuchItem if there is none
     * @throws Refusal          if the target is there, or the log cannot be published
     */
    public Written write(long item, Path target, String by, String reason) throws IOException, InterruptedException {
        if (reason.isBlank()) {
            throw new Refusal("Say why with --reason: what leaves the house is recorded with its reason.");
        }
        items.current(item);
        try (BundleFolder folder = new BundleFolder(target); Opened opened = reading.open(item, Act.EXPORTED, by, reason)) {
            String original = "original/" + item;
            if (!folder.stream(original, opened.bytes()).equals(opened.blob().sha256())) {
                throw new Refusal("The bytes of item " + item + " are not those that were received. Nothing is handed over. Run 'stele evidence fixity'.");
            }
            Log log = sequencer.publish().orElseThrow();
            Witnessing witnessing = new Witnessing(place.path(), clock);
            Attestation outside = witnessing.showAndStamp(log);
            long size = log.checkpoint().size();
            Optional<Witnessing.Kept> kept = witnessing.kept(size);
            Note checkpoint = log.signedCheckpoint().orElseThrow();
            byte[] signed = kept.map(Witnessing.Kept::checkpoint).orElse(checkpoint.written().getBytes(StandardCharsets.UTF_8));
            folder.bytes("checkpoint", signed);
            folder.bytes("cosigned", kept.map(Witnessing.Kept::cosigned).orElse(signed));
            List<Map<String, Object>> records = records(folder, log, checkpoint, sealed(item, opened.blob().id()));
            folder.text("custody.txt", CustodyReport.of(opened.item(), opened.blob(), items.provenances(item), items.chain(opened.item())));
            folder.bytes("verify.py", resource("verify.py"));
            folder.bytes("README.txt", resource("README.txt"));
            Map<String, Object> bundle = new LinkedHashMap<>();
            bundle.put("format", 1);
            bundle.put("made", clock.instant().toString());
            bundle.put("log", sequencer.verifier().orElseThrow());
            bundle.put("witnesses", witnessing.witnessKeys());
            bundle.put("originals", List.of(Map.of("item", item, "blob", opened.blob().id(), "file", original)));
            bundle.put("records", records);
            bundle.put("stamps", stamps(folder, kept));
            folder.text("bundle.json", tools.jackson.databind.json.JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(bundle) + "\n");
            folder.finish();
            return new Written(target, records.size(), Checkpoint.parse(checkpoint.text()).size(), outside);
        }
    }

    /** Everything that is recorded of the item: itself and its bytes, where they came from, what they are attached to, and who did what. */
    private List<SealedRow> sealed(long item, long blob) {
        String events = " from custody_event where blob = %d and (item is null or item = ?) order by 1".formatted(blob);
        List<SealedRow> all = new ArrayList<>();
        all.addAll(versions("evidence_item", "select id, version from evidence_item where id = ? order by 1, 2", item));
        all.add(found("blob", List.of(blob)));
        all.addAll(versions("provenance", "select id, version from provenance where item = ? order by 1, 2", item));
        all.addAll(versions("attachment", "select id, version from attachment where item = ? order by 1, 2", item));
        all.addAll(rows("custody_event", "select id" + events, item));
        all.addAll(rows("change", "select distinct change" + events, item));
        return all;
    }

    private List<SealedRow> versions(String table, String question, long item) {
        return sql.sql(question).param(item).query((row, n) -> found(table, List.of(row.getLong(1), row.getInt(2)))).list();
    }

    private List<SealedRow> rows(String table, String question, long item) {
        return sql.sql(question).param(item).query((row, n) -> found(table, List.of(row.getLong(1)))).list();
    }

    private SealedRow found(String table, List<?> key) {
        return rows.find(table, key).orElseThrow(() -> new Refusal(table + " " + key + " has no entry in the sealed log. Run 'stele verify'."));
    }

    private static List<Map<String, Object>> records(BundleFolder folder, Log log, Note checkpoint, List<SealedRow> rows) throws IOException {
        List<Map<String, Object>> records = new ArrayList<>();
        long size = Checkpoint.parse(checkpoint.text()).size();
        for (SealedRow row : rows) {
            String number = "%04d".formatted(records.size() + 1);
            folder.bytes("records/" + number + ".json", row.form());
            folder.text("proofs/" + number + ".tlog-proof", new ProofFile(row.index(), log.inclusion(row.index(), size), checkpoint).written());
            Map<String, Object> record = new LinkedHashMap<>();
            record.put("says", row.table() + " " + row.key());
            record.put("file", "records/" + number + ".json");
            record.put("salt", java.util.HexFormat.of().formatHex(row.salt()));
            record.put("proof", "proofs/" + number + ".tlog-proof");
            records.add(record);
        }
        return records;
    }

    private static List<Map<String, Object>> stamps(BundleFolder folder, Optional<Witnessing.Kept> kept) throws IOException {
        List<Map<String, Object>> stamps = new ArrayList<>();
        for (var stamp : kept.map(Witnessing.Kept::stamps).orElse(Map.of()).entrySet()) {
            String file = "stamps/" + stamp.getKey();
            folder.bytes(file + ".tsr", stamp.getValue().reply());
            folder.text(file + ".pem", stamp.getValue().trusted());
            stamps.add(Map.of("authority", stamp.getKey(), "file", file + ".tsr", "of", "checkpoint", "trusted", file + ".pem"));
        }
        return stamps;
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = CourtBundle.class.getResourceAsStream("/audit/" + name)) {
            return java.util.Objects.requireNonNull(in, name).readAllBytes();
        }
    }
}
