package org.stele.demonstration;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The sums that the invented people must come to, read from the resources; each file says what in it is published and what is our
 * choice.
 *
 * @param quotas one for each cell with anyone killed, by month and party
 * @param places sums by governorate for spans of months
 * @param groups members of groups
 */
record Targets(List<Quota> quotas, List<PlaceSum> places, List<Membership> groups) {

    /** Killed by governorate of death, in the months together. */
    record PlaceSum(List<YearMonth> months, Map<String, Integer> killed) {
    }

    /** So many of the cell's victims belong to the group. */
    record Membership(Cell cell, String group, int victims) {
    }

    /** Torture deaths of "other parties" are put here (INC-5). */
    private static final String TORTURE_CATEGORY = "unknown-persons";

    static Targets read() {
        Map<Cell, Integer> massacres = new LinkedHashMap<>();
        for (Map<String, String> row : Sheet.read("massacres-2020.csv").rows()) {
            massacres.put(cell(row), Integer.parseInt(row.get("massacres")));
        }
        Map<String, Map<String, String>> torture = byMonth("torture-2020.csv");
        Map<String, Map<String, String>> others = byMonth("other-parties-2020.csv");
        List<Quota> quotas = new ArrayList<>();
        for (Map<String, String> row : Sheet.read("killed-2020.csv").rows()) {
            String month = row.get("month");
            row.keySet().stream().skip(1).forEach(party -> {
                Toll custody = Toll.of(torture.get(month).get(party));
                if (party.equals(Cell.OTHER)) {
                    quotas.addAll(subCategories(YearMonth.parse(month), Toll.of(row.get(party)), others.get(month), custody, massacres));
                } else if (!row.get(party).isEmpty()) {
                    Cell cell = new Cell(YearMonth.parse(month), party, null);
                    quotas.add(new Quota(cell, Toll.of(row.get(party)), custody.killed(), custody.children(), massacres.getOrDefault(cell, 0)));
                }
            });
        }
        return new Targets(List.copyOf(quotas), placeSums(), memberships());
    }

    /** Deals the children, then the women, that the file does not place among the sub-categories that can take them. */
    private static List<Quota> subCategories(YearMonth month, Toll whole, Map<String, String> row, Toll custody, Map<Cell, Integer> massacres) {
        List<String> categories = row.keySet().stream().skip(1).toList();
        int n = categories.size();
        Toll[] given = categories.stream().map(row::get).map(Toll::of).toArray(Toll[]::new);
        double[] weights = new double[n];
        int[] room = new int[n];
        for (int i = 0; i < n; i++) {
            boolean open = !row.get(categories.get(i)).contains("/");
            int torture = categories.get(i).equals(TORTURE_CATEGORY) ? custody.killed() - custody.children() : 0;
            room[i] = open ? given[i].killed() - torture : 0;
            weights[i] = room[i];
        }
        int[] children = Shares.deal(whole.children() - Arrays.stream(given).mapToInt(Toll::children).sum(), weights, room);
        for (int i = 0; i < n; i++) {
            room[i] -= children[i];
        }
        int[] women = Shares.deal(whole.women() - Arrays.stream(given).mapToInt(Toll::women).sum(), weights, room);
        List<Quota> quotas = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            Cell cell = new Cell(month, Cell.OTHER, categories.get(i));
            boolean tortured = categories.get(i).equals(TORTURE_CATEGORY);
            quotas.add(new Quota(cell, new Toll(given[i].killed(), given[i].children() + children[i], given[i].women() + women[i]),
                    tortured ? custody.killed() : 0, tortured ? custody.children() : 0, massacres.getOrDefault(cell, 0)));
        }
        return quotas;
    }

    private static Map<String, Map<String, String>> byMonth(String name) {
        Map<String, Map<String, String>> rows = new LinkedHashMap<>();
        Sheet.read(name).rows().forEach(row -> rows.put(row.get("month"), row));
        return rows;
    }

    private static List<PlaceSum> placeSums() {
        return Sheet.read("places-2020.csv").rows().stream().map(row -> {
            Map<String, Integer> killed = new LinkedHashMap<>();
            row.forEach((column, cell) -> {
                if (!column.equals("months")) {
                    killed.put(column, Integer.parseInt(cell));
                }
            });
            return new PlaceSum(Arrays.stream(row.get("months").split(" ")).map(YearMonth::parse).toList(), killed);
        }).toList();
    }

    private static List<Membership> memberships() {
        return Sheet.read("groups-2020.csv").rows().stream()
                .map(row -> new Membership(cell(row), row.get("group"), Integer.parseInt(row.get("victims")))).toList();
    }

    private static Cell cell(Map<String, String> row) {
        String category = row.get("sub-category");
        return new Cell(YearMonth.parse(row.get("month")), row.get("party"), category.isEmpty() ? null : category);
    }
}
