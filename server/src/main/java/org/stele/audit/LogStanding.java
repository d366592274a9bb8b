package org.stele.audit;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stele.database.DataPlace;
import org.stele.database.Refusal;
import org.stele.sealing.PublishedCheckpoint;
import org.stele.tlog.Checkpoint;
import org.stele.witnessing.Attestation;
import org.stele.witnessing.NotStamped;
import org.stele.witnessing.Witnessing;

/**
 * How the sealed log stands: what is in it, what of it is published, and who beside this machine vouches for it.
 *
 * @param entries      entries written
 * @param published    entries under the last checkpoint
 * @param root         root of those, in base64; empty before the first
 * @param publishedAt  when the last checkpoint was signed; never, if absent
 * @param outside      whether outsiders vouch for it
 * @param since        since when none vouch for what is new, where that is so
 * @param checkpoint   entries under the newest checkpoint that outsiders were shown; 0 if none
 * @param cosigned     who cosigned that one, and when
 * @param stamps       newest time stamp of each authority, whatever checkpoint it is of
 * @param troubles     what is wrong with what outsiders gave, a sentence each
 */
public record LogStanding(long entries, long published, String root, @Nullable Instant publishedAt, Outside outside, @Nullable Instant since,
                          long checkpoint, Map<String, Instant> cosigned, Map<String, Instant> stamps, List<String> troubles) {

    /** A checkpoint this young may still be on its way to the witnesses. */
    private static final Duration ON_ITS_WAY = Duration.ofMinutes(1);

    /** Whether outsiders vouch for the log. */
    public enum Outside {
        /** Nobody is declared who could: whoever has this machine could write the history anew unseen. */
        UNDECLARED,
        /** As many witnesses as the policy asks for have cosigned what is published. */
        WITNESSED,
        /** Not enough of them have. */
        UNWITNESSED
    }

    /** Reads how things stand now. Asks nobody over the network. */
    public static LogStanding now(DataSource dataSource, DataPlace place) {
        JdbcClient sql = JdbcClient.create(dataSource);
        List<String> troubles = new ArrayList<>();
        long entries = sql.sql("select coalesce(max(next), 0) from sealed_block").query(Long.class).single();
        Optional<Checkpoint> checkpoint = PublishedCheckpoint.in(place);
        long published = checkpoint.map(Checkpoint::size).orElse(0L);
        @Nullable Instant publishedAt = at(sql, "select at from log_checkpoint where size = :size", published);
        Witnessing witnessing;
        try {
            witnessing = Witnessing.keptIn(place.path());
        } catch (Refusal e) {
            // A policy that cannot be understood asks for nobody; that must not look as if nobody were asked for.
            return new LogStanding(entries, published, checkpoint.map(each -> each.root().base64()).orElse(""), publishedAt, Outside.UNWITNESSED,
                    publishedAt, 0, Map.of(), Map.of(), List.of(e.getMessage()));
        }
        List<Attestation> newestFirst = newestFirst(witnessing, troubles);
        long witnessed = newestFirst.stream().filter(Attestation::quorum).mapToLong(each -> each.checkpoint().size()).findFirst().orElse(0);
        @Nullable Instant since = at(sql, "select at from log_checkpoint where size > :size order by size limit 1", witnessed);
        Outside outside = !witnessing.asksForWitnesses() ? Outside.UNDECLARED
                : since == null || since.isAfter(Instant.now().minus(ON_ITS_WAY)) ? Outside.WITNESSED : Outside.UNWITNESSED;
        Map<String, Instant> stamps = new LinkedHashMap<>();
        newestFirst.forEach(each -> each.stamps().forEach((authority, stamp) -> stamps.putIfAbsent(authority, stamp.at())));
        return new LogStanding(entries, published, checkpoint.map(each -> each.root().base64()).orElse(""), publishedAt, outside,
                outside == Outside.UNWITNESSED ? since : null, newestFirst.isEmpty() ? 0 : newestFirst.getFirst().checkpoint().size(),
                newestFirst.isEmpty() ? Map.of() : newestFirst.getFirst().cosigned(), stamps, troubles);
    }

    private static List<Attestation> newestFirst(Witnessing witnessing, List<String> troubles) {
        List<Attestation> all = new ArrayList<>();
        for (long size : witnessing.sizes().reversed()) {
            try {
                witnessing.attestation(size).ifPresent(all::add);
            } catch (NotStamped | IllegalArgumentException e) {
                troubles.add("What was given for the checkpoint of %d entries does not hold: %s".formatted(size, e.getMessage()));
            }
        }
        return all;
    }

    private static @Nullable Instant at(JdbcClient sql, String question, long size) {
        return sql.sql(question).param("size", size).query(OffsetDateTime.class).optional().map(OffsetDateTime::toInstant).orElse(null);
    }

    /** How outsiders stand to the log, in a sentence. */
    public String words() {
        return switch (outside) {
            case UNDECLARED -> "no witness is declared: only this machine vouches for the log; keep checkpoints elsewhere (stele log checkpoint) or declare witnesses";
            case WITNESSED -> "witnessed: cosigned by " + String.join(", ", cosigned.keySet());
            case UNWITNESSED -> "UNWITNESSED since " + since + (cosigned.isEmpty() ? "" : "; the last checkpoint that was shown is cosigned by " + String.join(", ", cosigned.keySet()) + " only");
        };
    }
}
