package org.stele.demonstration;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Turns the sums into incidents and deaths in custody, each with its place, its day and the children, women and men killed. */
final class Drafting {

    /** Least number of killed of a massacre, in the codebook these sums were published under. */
    static final int MASSACRE = 5;

    private final Targets targets;
    private final Told told;
    private final Likelihoods likelihoods;
    private final Map<String, double[]> sizes;
    private final Dice dice = Dice.forPurpose("drafting");
    private final List<Draft> drafts = new ArrayList<>();

    private Drafting(Targets targets, Told told, Likelihoods likelihoods) {
        this.targets = targets;
        this.told = told;
        this.likelihoods = likelihoods;
        this.sizes = new HashMap<>();
        Sheet.read("likely-sizes.csv").rows().forEach(row -> sizes.put(row.get("kind"), IntStream.range(1, MASSACRE)
                .mapToObj(size -> row.get(String.valueOf(size))).mapToDouble(cell -> cell.isEmpty() ? 0 : Double.parseDouble(cell)).toArray()));
    }

    /** All of them, in order of day. */
    static List<Draft> of(Targets targets, Told told, Likelihoods likelihoods) {
        var drafting = new Drafting(targets, told, likelihoods);
        targets.places().forEach(drafting::span);
        drafting.drafts.sort(Comparator.comparing(Draft::day));
        return List.copyOf(drafting.drafts);
    }

    /** What of one cell is still to be placed. */
    private record Rest(Cell cell, boolean custody, Deque<Person> people) {
    }

    private void span(Targets.PlaceSum span) {
        int[] room = likelihoods.places().stream().mapToInt(place -> span.killed().get(place)).toArray();
        List<Rest> rests = new ArrayList<>();
        for (Quota quota : targets.quotas()) {
            if (span.months().contains(quota.cell().month())) {
                rests.add(attacks(quota, room));
                rests.add(custody(quota, room));
            }
        }
        rests.removeIf(rest -> rest.people.isEmpty());
        double[][] likely = rests.stream().map(rest -> likelihoods.of(rest.custody ? rest.cell.custodyKind() : rest.cell.kind())).toArray(double[][]::new);
        int[][] table = Margins.fill(likely, rests.stream().mapToInt(rest -> rest.people.size()).toArray(), room, dice);
        for (int r = 0; r < table.length; r++) {
            for (int place = 0; place < room.length; place++) {
                scatter(rests.get(r), likelihoods.places().get(place), table[r][place]);
            }
        }
    }

    private Rest attacks(Quota quota, int[] room) {
        Cell cell = quota.cell();
        List<Told.Event> events = told.events().stream().filter(event -> event.cell().equals(cell)).toList();
        int children = quota.toll().children() - quota.tortureChildren();
        int women = quota.toll().women();
        int men = quota.attacked() - children - women;
        for (Told.Event event : events) {
            List<Person> people = event.people().stream().map(Told.One::person).toList();
            place(new Draft(cell, event.place().code(), event.day(), people, false, event, null), room);
            children -= event.count(Person.CHILD);
            women -= event.count(Person.WOMAN);
            men -= event.count(Person.MAN);
        }
        Deque<Person> people = new ArrayDeque<>(dice.shuffled(Person.list(children, women, men)));
        massacres(cell, quota.massacres() - events.size(), people, room);
        return new Rest(cell, false, people);
    }

    private void massacres(Cell cell, int number, Deque<Person> people, int[] room) {
        if (people.size() < number * MASSACRE) {
            throw new IllegalStateException(cell + ": " + people.size() + " killed are too few for " + number + " massacres");
        }
        int spare = Math.max(0, people.size() * 2 / 3 - number * MASSACRE);
        for (int i = 0; i < number; i++) {
            int size = MASSACRE + Math.min(dice.below(7), spare / number);
            double[] likely = likelihoods.of(cell.kind()).clone();
            for (int place = 0; place < likely.length; place++) {
                likely[place] = room[place] >= 4 * size ? likely[place] : 0;
            }
            place(new Draft(cell, likelihoods.places().get(dice.weighted(likely)), day(cell), take(people, size), false, null, null), room);
        }
    }

    private Rest custody(Quota quota, int[] room) {
        Cell cell = quota.cell();
        List<Told.Case> cases = cell.category() != null ? List.of() : told.cases().stream()
                .filter(one -> one.party().equals(cell.party()) && YearMonth.from(one.day()).equals(cell.month())).toList();
        for (Told.Case one : cases) {
            place(new Draft(cell, one.place(), one.day(), List.of(Person.MAN), true, null, one), room);
        }
        int men = quota.torture() - quota.tortureChildren() - cases.size();
        return new Rest(cell, true, new ArrayDeque<>(Person.list(quota.tortureChildren(), 0, men)));
    }

    private void place(Draft draft, int[] room) {
        room[likelihoods.places().indexOf(draft.place())] -= draft.people().size();
        drafts.add(draft);
    }

    /** Deals those of one cell killed in one governorate into incidents, none of which is a massacre, or into cases of custody. */
    private void scatter(Rest rest, String place, int number) {
        for (int left = number; left > 0; ) {
            int size = rest.custody ? 1 : Math.min(left, 1 + dice.weighted(sizes.get(rest.cell.kind())));
            drafts.add(new Draft(rest.cell, place, day(rest.cell), take(rest.people, size), rest.custody, null, null));
            left -= size;
        }
    }

    private static List<Person> take(Deque<Person> people, int number) {
        List<Person> taken = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            taken.add(people.removeFirst());
        }
        return List.copyOf(taken);
    }

    private LocalDate day(Cell cell) {
        return cell.month().atDay(dice.between(1, cell.month().lengthOfMonth()));
    }
}
