package org.stele.linkage.synthetic;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Lists of made-up people killed in a war, one to six records each, with the errors found between real lists at about the rates found there:
 * habits of spelling, compounds joined or apart, lam-alef inverted by whole sources, slips of letters, missing grandfathers and mothers, ages
 * off by a year, dates off or by month only, swapped names, unidentified people. Siblings share names, place and often the day.
 *
 * @param records    how many records, about
 * @param latin      share of sources that write in Latin letters, 0 to 1
 * @param difficulty 1 for the rates found between real lists
 * @param seed       the same seed gives the same lists
 */
public record SyntheticLists(int records, double latin, double difficulty, long seed) {

    /** Columns of the file; "person" is the truth. */
    public static final String HEADER = "id,person,source,given,father,grandfather,family,mother,sex,age,born,died,place,origin";

    private static final int SOURCES = 10;
    private static final double[] COPIES_UP_TO = {0.55, 0.82, 0.93, 0.98, 0.995, 1};

    /** Takes one record's values, in the order of {@link #HEADER}. */
    public interface Sink {
        void take(List<String> values) throws IOException;
    }

    /** Writes the lists as one comma-separated file. */
    public void write(Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(HEADER + "\n");
            each(values -> {
                out.write(String.join(",", values));
                out.write('\n');
            });
        }
    }

    /** Makes record after record; those of a person do not stand together. */
    public void each(Sink sink) throws IOException {
        var random = new SplittableRandom(seed);
        Victim.Names names = Victim.Names.of(seed);
        List<Source> sources = new ArrayList<>();
        for (int i = 0; i < SOURCES; i++) {
            sources.add(Source.random(i, i < latin * SOURCES, difficulty, random.split()));
        }
        var waiting = new ArrayList<List<String>>();
        int person = 0;
        int made = 0;
        while (made < records) {
            List<Victim> household = random.nextDouble() < 0.01 * difficulty ? List.of() : Victim.household(names, random);
            if (household.isEmpty()) {
                waiting.add(nobody(person++, sources.get(random.nextInt(SOURCES)), random));
                made++;
            }
            for (Victim victim : household) {
                int first = random.nextInt(SOURCES);
                for (int copy = copies(random); copy > 0 && made < records; copy--) {
                    // Another source each time: within a list nobody is twice.
                    waiting.add(record(person, victim, sources.get((first + copy * 3) % SOURCES), random));
                    made++;
                }
                person++;
            }
            if (waiting.size() > 4096) {
                sink.take(numbered(waiting, random));
            }
        }
        while (!waiting.isEmpty()) {
            sink.take(numbered(waiting, random));
        }
    }

    private static int copies(SplittableRandom random) {
        double x = random.nextDouble();
        int copies = 1;
        while (x > COPIES_UP_TO[copies - 1]) {
            copies++;
        }
        return copies;
    }

    /** Takes any of the waiting ones out. */
    private static List<String> numbered(List<List<String>> waiting, SplittableRandom random) {
        int at = random.nextInt(waiting.size());
        List<String> taken = waiting.get(at);
        waiting.set(at, waiting.getLast());
        waiting.removeLast();
        return taken;
    }

    private static List<String> nobody(int person, Source source, SplittableRandom random) {
        String name = source.latin() ? "unidentified" : random.nextBoolean() ? "مجهول الهوية" : "أشلاء";
        LocalDate died = LocalDate.of(2011, 3, 15).plusDays(random.nextInt(5000));
        return List.of(person + "-" + source.name(), "" + person, source.name(), name, "", "", "", "", "", "", "", died.toString(), "p" + random.nextInt(Victim.PLACES), "");
    }

    private static List<String> record(int person, Victim victim, Source source, SplittableRandom random) {
        boolean swapped = random.nextDouble() < source.swaps();
        Stock.Word father = swapped ? victim.grandfather() : victim.father();
        Stock.Word grandfather = swapped ? victim.father() : victim.grandfather();
        LocalDate born = random.nextDouble() < source.bornOff() ? wrong(victim.born(), random) : victim.born();
        LocalDate died = random.nextDouble() < source.diedOff() ? victim.died().plusDays(random.nextInt(1, 5)) : victim.died();
        long age = ChronoUnit.YEARS.between(victim.born(), victim.died()) + (random.nextDouble() < source.ageOff() ? random.nextInt(8) == 0 ? random.nextInt(-5, 6) : 1 : 0);
        return List.of(person + "-" + source.name().substring(5), "" + person, source.name(), name(victim.given(), source, random), name(father, source, random),
                random.nextDouble() < source.noGrandfather() ? "" : name(grandfather, source, random), name(victim.family(), source, random),
                random.nextDouble() < source.noMother() ? "" : name(victim.mother(), source, random) + " " + name(victim.mothersFamily(), source, random), random.nextInt(300) == 0 ? "" : victim.man() ? "M" : "F",
                random.nextInt(20) == 0 ? "" : Long.toString(Math.max(0, age)), random.nextDouble() < source.noBorn() ? "" : born.toString(),
                random.nextDouble() < source.diedByMonth() ? died.toString().substring(0, 7) : died.toString(),
                random.nextDouble() < source.noPlace() ? "" : "p" + (random.nextInt(30) == 0 ? victim.origin() : victim.place()),
                random.nextDouble() < source.noPlace() ? "" : "p" + victim.origin());
    }

    private static LocalDate wrong(LocalDate date, SplittableRandom random) {
        return switch (random.nextInt(3)) {
            case 0 -> date.getDayOfMonth() <= 12 ? LocalDate.of(date.getYear(), date.getDayOfMonth(), Math.min(28, date.getMonthValue())) : date.plusDays(10);
            case 1 -> date.plusYears(random.nextBoolean() ? 1 : -1);
            default -> date.withDayOfYear(1);
        };
    }

    private static String name(Stock.Word word, Source source, SplittableRandom random) {
        String name = source.latin() ? Spelling.latin(word.latin(), random)
                : Spelling.compounds(Spelling.habits(word.arabic(), source.habits(), random), source.joinsCompounds());
        if (source.invertsLamAlef()) {
            name = Spelling.inverted(name);
        }
        return random.nextDouble() < source.slips() ? Spelling.slip(name, random) : name;
    }
}
