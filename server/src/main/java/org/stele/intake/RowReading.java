package org.stele.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stele.places.Gazetteer;
import org.stele.register.Incident;
import org.stele.register.Victim;

/**
 * Turns the rows of one file into drafts, one after the other, and marks each so that it is known again. A list without keys gets
 * marks from what a row says and how often it has said it: two rows alike are two people not identified, never one.
 */
final class RowReading {

    private final Mapping mapping;
    private final VictimReading victims;
    private final @Nullable IncidentReading incidents;
    private final RowWords words;
    private final RowMarks marks;
    private final int[] key;
    private final Blanks blanks;
    private final Seen keys = new Seen();
    private final Seen contents = new Seen();

    RowReading(Mapping mapping, Columns columns, Gazetteer gazetteer, PlaceTally tally) {
        this.mapping = mapping;
        this.victims = new VictimReading(mapping, columns, gazetteer, tally);
        this.incidents = mapping.incident() == null ? null : new IncidentReading(mapping.incident(), columns);
        this.words = new RowWords(columns);
        this.marks = new RowMarks(columns);
        this.blanks = new Blanks(mapping.blanks());
        this.key = mapping.key().stream().mapToInt(columns::place).toArray();
    }

    Draft of(Row row) {
        String text = words.of(row);
        RowMarks.Mark content = marks.of(row);
        String unkeyed = key.length == 0 ? content.hex() + "#" + occurrence(content) : null;
        if (row.misfit() != null) {
            return rejected(row, text, content, unkeyed, List.of(new Reason("", "", row.misfit(), "correct the row in the file and import it again")));
        }
        Row read = blanks.without(row);
        if (saysNothing(read)) {
            return rejected(row, text, content, unkeyed, List.of(new Reason("", "", "the row says nothing" + (key.length == 0 ? "" : " but its key"),
                    "fill it in, or leave it out of the list")));
        }
        return unkeyed != null ? map(row, read, text, unkeyed, content, unkeyed) : keyed(row, read, text, content);
    }

    private Draft keyed(Row row, Row read, String text, RowMarks.Mark content) {
        String mark = RowKeys.join(read, key);
        if (mark == null) {
            return rejected(row, text, content, null, List.of(new Reason(String.join(", ", mapping.key()), "", "the row has no key",
                    "give it one, or write a mapping without key for this list")));
        }
        if (mark.length() > RowKeys.LONGEST) {
            return rejected(row, text, content, null, List.of(new Reason(String.join(", ", mapping.key()), mark,
                    "the key is longer than " + RowKeys.LONGEST + " characters", "name a column that marks the row, not one that describes it")));
        }
        RowMarks.Mark keyMark = marks.of(mark);
        long before = keys.get(keyMark);
        long says = content.low() == Seen.NONE ? 0 : content.low();
        if (before == says) {
            return new Draft.Repeated(row, text, mark);
        }
        if (before != Seen.NONE) {
            return rejected(row, text, content, null, List.of(new Reason(String.join(", ", mapping.key()), mark,
                    "an earlier row of this file has the same key and says something else", "keep the row that is right, or give one of them another key")));
        }
        Draft draft = map(row, read, text, mark, content, null);
        if (draft instanceof Draft.Taken) {
            keys.put(keyMark, says);
        }
        return draft;
    }

    private Draft map(Row row, Row read, String text, String mark, RowMarks.Mark content, @Nullable String unkeyed) {
        VictimReading.Result result = victims.of(read);
        Victim victim = result.victim();
        if (victim == null) {
            return rejected(row, text, content, unkeyed, result.reasons());
        }
        String incidentKey = incidents == null ? null : incidents.key(read);
        Incident incident = null;
        if (incidents != null && incidentKey != null) {
            try {
                incident = incidents.of(read, victim);
            } catch (Unmapped e) {
                return rejected(row, text, content, unkeyed, List.of(e.reason));
            }
        }
        return new Draft.Taken(row, text, mark, victim, incidentKey, incident);
    }

    /** A rejected row is known again by what it says, for its key may be what is wrong with it. */
    private Draft rejected(Row row, String text, RowMarks.Mark content, @Nullable String unkeyed, List<Reason> reasons) {
        return new Draft.Rejected(row, text, unkeyed != null ? unkeyed : content.hex() + "#" + occurrence(content), reasons);
    }

    private long occurrence(RowMarks.Mark content) {
        long count = contents.get(content);
        long next = count == Seen.NONE ? 1 : count + 1;
        contents.put(content, next);
        return next;
    }

    private boolean saysNothing(Row row) {
        for (int i = 0; i < row.cells().size(); i++) {
            if (!row.cell(i).isBlank() && !isKey(i)) {
                return false;
            }
        }
        return true;
    }

    private boolean isKey(int column) {
        for (int place : key) {
            if (place == column) {
                return true;
            }
        }
        return false;
    }
}
