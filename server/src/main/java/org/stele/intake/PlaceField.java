package org.stele.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.stele.places.Gazetteer;
import org.stele.places.Match;
import org.stele.places.Place;
import org.stele.register.PlaceRef;

/**
 * A place by code or in words, widest part first: columns one after the other, each cut at separators. Each part must lie in the
 * one before. Where a part fits no place or several, the code stops at what is sure, the words are kept, and the text is counted for
 * a person to look at.
 *
 * @param columns    widest first
 * @param separators between the parts within a cell; none if a cell is one place
 * @param values     what certain spellings mean, of a whole cell or of a part
 */
record PlaceField(List<String> columns, @Nullable Pattern separators, ValueMap<Meaning> values) {

    /** What the mapping says a spelling means. */
    sealed interface Meaning {
        /** This place of the gazetteer. */
        record Code(String code) implements Meaning {
        }

        /** Not known. */
        record Unknown() implements Meaning {
        }

        /** Known, and outside the gazetteer: another country, a road, a border. */
        record Elsewhere() implements Meaning {
        }
    }

    /** A place, and what of its words stays open. */
    record Placed(PlaceRef place, PlaceTally.@Nullable Open open) {
        static final Placed UNKNOWN = new Placed(PlaceRef.UNKNOWN, null);
    }

    private static final String JOINT = "\u001f";

    Field.Reading<Placed> bind(Columns file, Gazetteer gazetteer, PlaceTally tally) {
        int[] places = columns.stream().mapToInt(file::place).toArray();
        Remembered<Placed> remembered = new Remembered<>(text -> place(text, gazetteer, tally));
        return row -> {
            String text = row.cell(places[0]);
            for (int i = 1; i < places.length; i++) {
                text = text + JOINT + row.cell(places[i]);
            }
            return text.isEmpty() ? Placed.UNKNOWN : remembered.of(text);
        };
    }

    private Placed place(String joined, Gazetteer gazetteer, PlaceTally tally) {
        List<String> parts = new ArrayList<>();
        for (String cell : joined.split(JOINT, -1)) {
            if (!cell.isBlank()) {
                boolean whole = separators == null || values.exact().containsKey(Spelling.of(cell));
                for (String part : whole ? new String[] {cell} : separators.split(cell)) {
                    if (!part.isBlank()) {
                        parts.add(part.strip());
                    }
                }
            }
        }
        return parts.isEmpty() ? Placed.UNKNOWN : place(parts, gazetteer, tally);
    }

    private Placed place(List<String> parts, Gazetteer gazetteer, PlaceTally tally) {
        String words = String.join(", ", parts);
        String sure = null;
        boolean finer = false;
        for (String part : parts) {
            Meaning meaning = values.find(part);
            switch (meaning) {
                case Meaning.Unknown _ -> {
                    return new Placed(sure == null && parts.size() == 1 ? PlaceRef.UNKNOWN : new PlaceRef(sure, words), null);
                }
                case Meaning.Elsewhere _ -> {
                    return new Placed(new PlaceRef(sure, words), null);
                }
                case Meaning.Code code -> {
                    if (sure != null && !code.code().equals(sure) && !lies(gazetteer, code.code(), sure)) {
                        return new Placed(new PlaceRef(sure, words), tally.of(part, sure, List.of()));
                    }
                    sure = code.code();
                    finer |= !values.exact().containsKey(Spelling.of(part));
                }
                case null -> {
                    switch (gazetteer.match(part, 0, sure)) {
                        case Match.Found found -> {
                            sure = found.place().code();
                            finer |= !found.whole();
                        }
                        case Match.Ambiguous several -> {
                            Place common = several.within();
                            return new Placed(new PlaceRef(common == null ? sure : common.code(), words), tally.of(part, sure, several.candidates()));
                        }
                        case Match.Unmatched _ -> {
                            return new Placed(new PlaceRef(sure, words), tally.of(part, sure, List.of()));
                        }
                    }
                }
            }
        }
        // The statement keeps the spelling; the finding needs words only where the code does not say as much.
        return new Placed(finer ? new PlaceRef(sure, words) : PlaceRef.of(String.valueOf(sure)), null);
    }

    private static boolean lies(Gazetteer gazetteer, String code, String within) {
        String at = code;
        while (at != null) {
            if (at.equals(within)) {
                return true;
            }
            at = gazetteer.place(at).map(Place::parent).orElse(null);
        }
        return false;
    }
}
