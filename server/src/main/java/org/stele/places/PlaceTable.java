package org.stele.places;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.stele.language.Text;

/**
 * A table of places as the United Nations publish them (common operational datasets), in CSV. Columns are known by their heads, in
 * any order: {@code pcode, name_en, name_ar, adm1_pcode, adm2_pcode …, lat, lon}, or the newer {@code ADM2_PCODE, ADM2_EN, ADM2_AR}
 * where the deepest level is that of the rows.
 *
 * @param file    its name
 * @param level   of all its rows
 * @param rows    what could be read
 * @param rejects what could not, and why
 */
public record PlaceTable(String file, int level, List<Row> rows, List<Reject> rejects) {

    private static final Pattern CODE_OF_LEVEL = Pattern.compile("adm(?:in)?_?(\\d)_?pcode");

    /**
     * A row that can be taken.
     *
     * @param number its number in the file, the heads being row 1
     */
    public record Row(int number, Place place) {
    }

    /**
     * A row that cannot be taken.
     *
     * @param row    number of the row in the file, the heads being row 1
     * @param column its head, as the file has it; empty if the whole row is meant
     */
    public record Reject(String file, int row, String column, String reason) {
    }

    /**
     * @param file   its name, for messages
     * @param level  of its rows, or 0 to tell it by the heads
     * @param source where it comes from, with its licence
     * @throws IllegalArgumentException if the heads or the quotes cannot be understood
     */
    public static PlaceTable read(String file, String csv, int level, String source) {
        List<List<String>> rows = rows(file, csv);
        if (rows.isEmpty()) {
            throw new IllegalArgumentException(file + " is empty: its first row must name the columns");
        }
        return new Reading(file, rows.getFirst(), level, source).read(rows);
    }

    private static List<List<String>> rows(String file, String csv) {
        try {
            return Csv.read(csv);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ", " + e.getMessage(), e);
        }
    }

    /** One reading: which column is what. */
    private static final class Reading {
        private final String file;
        private final String source;
        private final List<String> heads;
        private final int level;
        private final int code;
        private final int parent;
        private final int english;
        private final int arabic;
        private final int latitude;
        private final int longitude;
        private final List<Row> places = new ArrayList<>();
        private final Set<String> codes = new HashSet<>();
        private final List<Reject> rejects = new ArrayList<>();

        Reading(String file, List<String> given, int wanted, String source) {
            this.file = file;
            this.source = source;
            this.heads = given.stream().map(head -> head.strip().toLowerCase(Locale.ROOT)).toList();
            int deepest = heads.stream().map(CODE_OF_LEVEL::matcher).filter(Matcher::matches).mapToInt(head -> Integer.parseInt(head.group(1))).max().orElse(0);
            boolean own = heads.contains("pcode");
            this.level = wanted > 0 ? wanted : own ? deepest + 1 : deepest;
            if (level < 1) {
                throw new IllegalArgumentException(file + ": no column holds codes: name one 'pcode', or 'adm1_pcode' for the widest level");
            }
            this.code = own ? heads.indexOf("pcode") : codeColumn(level);
            this.parent = level == 1 ? -1 : codeColumn(level - 1);
            this.english = column("name_en", "adm" + level + "_en", "admin" + level + "name_en");
            this.arabic = column("name_ar", "adm" + level + "_ar", "admin" + level + "name_ar");
            this.latitude = heads.indexOf("lat");
            this.longitude = heads.indexOf("lon");
        }

        private int codeColumn(int of) {
            return IntStream.range(0, heads.size()).filter(i -> {
                Matcher head = CODE_OF_LEVEL.matcher(heads.get(i));
                return head.matches() && Integer.parseInt(head.group(1)) == of;
            }).findFirst().orElseThrow(() -> new IllegalArgumentException(file + ": no column holds the codes of level " + of + ": name it 'adm" + of + "_pcode'"));
        }

        private int column(String... names) {
            for (String name : names) {
                if (heads.contains(name)) {
                    return heads.indexOf(name);
                }
            }
            throw new IllegalArgumentException(file + ": no column '" + names[0] + "' (or " + String.join(", ", List.of(names).subList(1, names.length)) + ")");
        }

        PlaceTable read(List<List<String>> rows) {
            for (int i = 1; i < rows.size(); i++) {
                if (rows.get(i).stream().anyMatch(cell -> !cell.isBlank())) {
                    row(i + 1, rows.get(i));
                }
            }
            return new PlaceTable(file, level, List.copyOf(places), List.copyOf(rejects));
        }

        private void row(int number, List<String> cells) {
            if (cells.size() != heads.size()) {
                rejects.add(new Reject(file, number, "", "has %d cells, the heads are %d: a comma within a cell that is not in quotes?".formatted(cells.size(), heads.size())));
                return;
            }
            String id = cell(cells, code);
            String above = parent < 0 ? "" : cell(cells, parent);
            int column = id.isEmpty() ? code : parent >= 0 && above.isEmpty() ? parent : cell(cells, english).isEmpty() ? english : cell(cells, arabic).isEmpty() ? arabic : -1;
            if (column >= 0) {
                rejects.add(new Reject(file, number, heads.get(column), "is empty: fill it in"));
            } else if (!codes.add(id)) {
                rejects.add(new Reject(file, number, heads.get(code), "'" + id + "' stands in an earlier row: keep one of them"));
            } else {
                try {
                    places.add(new Row(number, new Place(id, level, parent < 0 ? null : above, new Text(cell(cells, english), cell(cells, arabic)), List.of(),
                            degrees(cells, latitude, 90), degrees(cells, longitude, 180), source)));
                } catch (NumberFormatException e) {
                    rejects.add(new Reject(file, number, "lat, lon", "must be degrees, such as 33.5102 and 36.29128"));
                }
            }
        }

        private static @Nullable Double degrees(List<String> cells, int column, int most) {
            String cell = column < 0 ? "" : cell(cells, column);
            if (cell.isEmpty()) {
                return null;
            }
            double degrees = Double.parseDouble(cell);
            if (!(Math.abs(degrees) <= most)) {
                throw new NumberFormatException();
            }
            return degrees;
        }

        private static String cell(List<String> cells, int column) {
            return column < cells.size() ? cells.get(column).strip() : "";
        }
    }
}
