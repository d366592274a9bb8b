package org.stele.vault;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Where everything stands, as last known.
 *
 * @param declared  whether the organisation has written down a plan
 * @param blobs     that are to be kept
 * @param planned   of them, those with as many copies in as many places as the plan wants
 * @param safe      of them, those with at least {@link CopyPlan#SAFE} copies that were read back
 * @param unsafeDay of them, those with fewer although they have been here for more than a day
 * @param lost      of them, those of which no copy is known to be right
 * @param troubles  what somebody has to look after; empty if all is well
 */
public record CopyStatus(boolean declared, long blobs, long bytes, long planned, long safe, long unsafeDay, long lost, List<At> locations,
        List<Trouble> troubles) {

    /**
     * One location.
     *
     * @param seen     when it was last reached; never, if absent
     * @param away     since when it cannot be reached; absent if it could, or never was
     * @param why      why it is away
     * @param held     copies that were read back and are right
     * @param pending  copies that are to be written
     * @param bad      copies that are missing, damaged or unreadable
     * @param overdue  copies that were not read whole for longer than the plan allows
     * @param oldest   when the copy that waits longest was last read whole
     * @param round    end of the last round of work on it
     * @param findings what the store does otherwise than it says
     */
    public record At(String name, String kind, String place, boolean offline, @Nullable Instant seen, @Nullable Instant away, @Nullable String why,
            long held, long bytes, long pending, long bad, long overdue, @Nullable Instant oldest, @Nullable Instant round, List<String> findings) {
    }

    /**
     * One thing to look after.
     *
     * @param kind   a word that stays the same, for programs and for translation
     * @param subject the location it is about; empty if about all
     * @param count  how many; 0 where there is nothing to count
     * @param detail more, in English as it was found
     */
    public record Trouble(String kind, String subject, long count, String detail) {
        @Override
        public String toString() {
            return switch (kind) {
                case "no-plan" -> "no plan is written down: say in vault.yaml where copies shall lie (docs/operations.md)";
                case "unattainable" -> "the plan cannot be met: " + detail;
                case "away" -> subject + " is away: " + detail;
                case "never" -> subject + " was never reached" + (detail.isEmpty() ? "" : ": " + detail);
                case "finding" -> "the store '" + subject + "' " + detail;
                case "bad" -> "%s has %,d bad %s that could not be mended yet".formatted(subject, count, count == 1 ? "copy" : "copies");
                case "overdue" -> "%s has %,d %s overdue for reading; bring it if it is away".formatted(subject, count, count == 1 ? "copy" : "copies");
                case "unsafe" -> "%,d %s had fewer than %d copies for more than a day, so one disk's failure could lose them".formatted(count, count == 1 ? "original has" : "originals have", CopyPlan.SAFE);
                case "below" -> "%,d %s fewer copies than planned, for more than a day".formatted(count, count == 1 ? "original has" : "originals have");
                case "lost" -> "FROZEN: of %,d %s no right copy is known; look for old disks, backups, the source".formatted(count, count == 1 ? "original" : "originals");
                default -> kind + " " + subject + " " + detail;
            };
        }
    }

    /** Whether nobody has to do anything. */
    public boolean well() {
        return troubles.isEmpty();
    }

    static CopyStatus of(DataSource source, CopyPlan plan) {
        JdbcClient sql = JdbcClient.create(source);
        Totals totals = totals(sql, plan);
        List<At> locations = locations(sql, plan, totals.blobs());
        return new CopyStatus(plan.declared(), totals.blobs(), totals.bytes(), totals.planned(), totals.safe(), totals.unsafeDay(), totals.lost(), locations,
                troubles(plan, totals, locations));
    }

    private record Totals(long blobs, long bytes, long planned, long safe, long unsafeDay, long belowDay, long lost) {
    }

    private static Totals totals(JdbcClient sql, CopyPlan plan) {
        return sql.sql("""
                with plan as (select * from unnest(:names::text[], :places::text[], :offline::boolean[]) as p(location, place, offline)),
                     kept as (select b.id, b.length, b.recorded_at < clock_timestamp() - interval '1 day' as old from blob b
                               where not exists (select from deletion d where d.blob = b.id and d.begun_at is not null)),
                     held as (select c.blob, count(*) as copies, count(distinct p.place) as places, count(*) filter (where p.offline) as offline
                                from copy c join plan p using (location) where c.state = 'held' group by c.blob),
                     known as (select k.*, coalesce(h.copies, 0) as copies,
                                      coalesce(h.copies >= :copies and h.places >= :distinct and h.offline >= :away, false) as met,
                                      h.blob is null and exists (select from copy c where c.blob = k.id) as lost
                                 from kept k left join held h on h.blob = k.id)
                select count(*), coalesce(sum(length), 0), count(*) filter (where met), count(*) filter (where copies >= :safe),
                       count(*) filter (where copies < :safe and old), count(*) filter (where not met and old), count(*) filter (where lost) from known""")
                .param("names", plan.locations().stream().map(PlannedLocation::name).toArray(String[]::new))
                .param("places", plan.locations().stream().map(PlannedLocation::place).toArray(String[]::new))
                .param("offline", plan.locations().stream().map(PlannedLocation::offline).toArray(Boolean[]::new))
                .param("copies", plan.copies()).param("distinct", plan.places()).param("away", plan.offline()).param("safe", CopyPlan.SAFE)
                .query((row, n) -> new Totals(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5), row.getLong(6), row.getLong(7)))
                .single();
    }

    private static List<At> locations(JdbcClient sql, CopyPlan plan, long blobs) {
        Instant now = sql.sql("select clock_timestamp()").query(java.time.OffsetDateTime.class).single().toInstant();
        List<At> all = new ArrayList<>();
        for (PlannedLocation each : plan.locations()) {
            all.add(at(sql, each, blobs, CopyTable.before(now, plan.daysBetweenChecks(each))));
        }
        return all;
    }

    private static At at(JdbcClient sql, PlannedLocation planned, long blobs, Instant before) {
        record Count(long held, long bytes, long bad, long overdue, @Nullable Instant oldest) {
        }
        Count count = sql.sql("""
                select count(*) filter (where c.state = 'held'), coalesce(sum(b.cipher_length) filter (where c.state = 'held'), 0),
                       count(*) filter (where c.state <> 'held'),
                       count(*) filter (where c.state = 'held' and (c.verified_at < :before or c.verified_at > clock_timestamp())),
                       min(c.verified_at) filter (where c.state = 'held') as oldest
                  from copy c join blob b on b.id = c.blob
                 where c.location = :name and not exists (select from deletion d where d.blob = b.id and d.begun_at is not null)""")
                .param("name", planned.name()).param("before", before.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new Count(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), CopyTable.instant(row, "oldest"))).single();
        return sql.sql("""
                select l.*, (select max(ended_at) from copy_round r where r.location = l.name) as round from location l where name = :name""")
                .param("name", planned.name()).query((row, n) -> new At(planned.name(), planned.means().kind(), planned.place(), planned.offline(),
                        CopyTable.instant(row, "seen_at"), CopyTable.instant(row, "away_since"), row.getString("away_why"), count.held(), count.bytes(),
                        blobs - count.held() - count.bad(), count.bad(), count.overdue(), count.oldest(), CopyTable.instant(row, "round"), findings(row)))
                .optional().orElseGet(() -> new At(planned.name(), planned.means().kind(), planned.place(), planned.offline(), null, null, null, 0, 0, blobs,
                        0, 0, null, null, List.of()));
    }

    private static List<String> findings(ResultSet row) throws SQLException {
        return List.of((String[]) row.getArray("findings").getArray());
    }

    private static List<Trouble> troubles(CopyPlan plan, Totals totals, List<At> locations) {
        List<Trouble> troubles = new ArrayList<>();
        add(troubles, "lost", "", totals.lost());
        if (!plan.declared()) {
            troubles.add(new Trouble("no-plan", "", 0, ""));
        } else {
            plan.unattainable().forEach(why -> troubles.add(new Trouble("unattainable", "", 0, why)));
        }
        for (At at : locations) {
            if (at.away() != null && !at.offline()) {
                troubles.add(new Trouble("away", at.name(), 0, String.valueOf(at.why())));
            } else if (at.seen() == null && totals.blobs() > 0) {
                troubles.add(new Trouble("never", at.name(), 0, ""));
            }
            at.findings().forEach(each -> troubles.add(new Trouble("finding", at.name(), 0, each)));
            add(troubles, "bad", at.name(), at.bad());
            add(troubles, "overdue", at.name(), at.overdue());
        }
        add(troubles, "unsafe", "", totals.unsafeDay());
        add(troubles, "below", "", totals.belowDay() - totals.unsafeDay());
        return troubles;
    }

    private static void add(List<Trouble> troubles, String kind, String subject, long count) {
        if (count > 0) {
            troubles.add(new Trouble(kind, subject, count, ""));
        }
    }
}
