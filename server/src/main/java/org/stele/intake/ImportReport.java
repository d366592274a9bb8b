package org.stele.intake;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an import did, or would do. Every row read is in exactly one of four counts.
 *
 * @param sha256      of the file
 * @param dryRun      whether it was only tried: nothing was written then
 * @param read        rows of the file, without the heading and blank rows
 * @param added       new victims
 * @param changed     rows that say something else than before: a new statement, and where the mapped fields differ a new version
 * @param repeated    rows that say what they said before: nothing was added
 * @param rejected    rows that could not be taken; kept in the register's table and in the rejects file
 * @param reasons     why, most frequent first
 * @param unmatched   places in words that fit no place of the gazetteer; kept as words
 * @param ambiguous   places in words that fit several; kept as words
 * @param conflicts   of changed rows with findings that somebody had corrected: the finding was kept
 * @param conflictCount how many there are; only the first are listed
 * @param sourceRevised fields of the source that the mapping declares otherwise than before: the source got a new version
 * @param incidentsRevised incidents of which the row that told them first now says something else: each got a new version
 * @param disagreements of rows with what the incident they belong to holds; the incident was kept
 * @param disagreementCount how many there are; only the first are listed
 * @param rejectsFile where the rejected rows were written; none if there are none
 */
public record ImportReport(
        String file,
        String sha256,
        String mapping,
        String source,
        boolean dryRun,
        long read,
        long added,
        long changed,
        long repeated,
        long rejected,
        List<ReasonCount> reasons,
        List<OpenPlace> unmatched,
        List<OpenPlace> ambiguous,
        List<Conflict> conflicts,
        long conflictCount,
        List<String> sourceRevised,
        long incidentsRevised,
        List<Disagreement> disagreements,
        long disagreementCount,
        @Nullable String rejectsFile,
        Duration took) {

    /** @throws IllegalStateException if a row was lost on the way, which must never be */
    public ImportReport {
        if (added + changed + repeated + rejected != read) {
            throw new IllegalStateException("%d rows were read, but %d new + %d changed + %d repeated + %d rejected is %d"
                    .formatted(read, added, changed, repeated, rejected, added + changed + repeated + rejected));
        }
    }

    /** How many rows were rejected for one reason. */
    public record ReasonCount(Reason reason, long rows) {
    }

    /**
     * A place in words that could not be told for sure.
     *
     * @param within     code of the place that is sure, or none
     * @param candidates code and name of the places it could be
     */
    public record OpenPlace(String text, @Nullable String within, long rows, List<String> candidates) {
    }

    /** What a finding is about. */
    public enum About { SOURCE, VICTIM, INCIDENT }

    /**
     * A field whose row – or for a source, whose mapping – changed after somebody had corrected the finding: the finding was kept, and
     * a person must decide.
     *
     * @param key the row's; empty for a source
     * @param id  of the source, the victim or the incident
     */
    public record Conflict(String key, About about, long id, String field, String before, String now, String kept) {
    }

    /**
     * A field of an incident of which a row says something else than the incident holds: what was told first was kept.
     *
     * @param key      the row's
     * @param incident the source's own mark of it
     */
    public record Disagreement(String key, String incident, String field, String said, String kept) {
    }

    /** Accepted rows: new and changed. */
    public long accepted() {
        return added + changed;
    }

    /** Rows a second. */
    public long rate() {
        return Math.round(read / Math.max(took.toMillis() / 1000.0, 0.001));
    }
}
