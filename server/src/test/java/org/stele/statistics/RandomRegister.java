package org.stele.statistics;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.stele.codebook.Codebook;
import org.stele.codebook.CountingRules.DateBasis;
import org.stele.database.TestDatabase;
import org.stele.history.Changes;
import org.stele.history.Kind;
import org.stele.history.Moment;
import org.stele.history.Revision;
import org.stele.register.AgeRange;
import org.stele.register.Attribution;
import org.stele.register.CivilianStatus;
import org.stele.register.CountRange;
import org.stele.register.DateRange;
import org.stele.register.Incident;
import org.stele.register.PersonName;
import org.stele.register.PlaceRef;
import org.stele.register.Sex;
import org.stele.register.Standing;
import org.stele.register.TestKinds;
import org.stele.register.Victim;
import org.stele.register.Words;

/** A register with a random history: records opened and revised, findings and attributions changed, codebooks replaced. */
final class RandomRegister {

    private static final Kind<Victim> VICTIMS = TestKinds.victims();
    private static final Kind<Incident> INCIDENTS = TestKinds.incidents();

    private final Random random;
    private final Changes changes;
    private final List<Integer> victimVersions = new ArrayList<>();
    private final List<Integer> incidentVersions = new ArrayList<>();
    private long firstVictim;
    private long firstIncident;
    private final NavigableMap<Long, Codebook> codebooks = new TreeMap<>();

    RandomRegister(TestDatabase database, int seed) {
        this.random = new Random(seed);
        this.changes = new Changes(database.source());
        codebooks.put(0L, codebook("1"));
    }

    Changes changes() {
        return changes;
    }

    Function<Moment, Codebook> codebooks() {
        return moment -> codebooks.floorEntry(moment.change()).getValue();
    }

    /** Opens and revises some records in one change; now and then another codebook comes into force with it. */
    Moment change() {
        if (random.nextInt(8) == 0) {
            codebooks.put(changes.latest().change() + 1, codebook("" + codebooks.size() + 1));
        }
        return changes.make("tester", "random", change -> {
            List<Incident> incidents = many(random.nextInt(6), this::incident);
            if (!incidents.isEmpty()) {
                long first = change.open(INCIDENTS, incidents);
                firstIncident = incidentVersions.isEmpty() ? first : firstIncident;
                incidents.forEach(incident -> incidentVersions.add(1));
            }
            List<Victim> victims = many(random.nextInt(40), this::victim);
            if (!victims.isEmpty()) {
                long first = change.open(VICTIMS, victims);
                firstVictim = victimVersions.isEmpty() ? first : firstVictim;
                victims.forEach(victim -> victimVersions.add(1));
            }
            int before = victimVersions.size() - victims.size();
            change.revise(VICTIMS, revisions(before, random.nextInt(20), firstVictim, victimVersions, this::victim));
            change.revise(INCIDENTS, revisions(incidentVersions.size() - incidents.size(), random.nextInt(4), firstIncident, incidentVersions, this::incident));
            return new Moment(change.number(), change.at());
        });
    }

    private <R> List<Revision<R>> revisions(int records, int count, long first, List<Integer> versions, Supplier<R> next) {
        List<Revision<R>> revisions = new ArrayList<>();
        random.ints(count, 0, Math.max(records, 1)).distinct().filter(record -> record < records).forEach(record -> {
            revisions.add(new Revision<>(first + record, versions.get(record), next.get()));
            versions.set(record, versions.get(record) + 1);
        });
        return revisions;
    }

    private interface Supplier<R> {
        R get();
    }

    private static <R> List<R> many(int count, Supplier<R> one) {
        List<R> many = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            many.add(one.get());
        }
        return many;
    }

    private Codebook codebook(String version) {
        return TestProgramme.codebook(version, TestProgramme.rules(15 + random.nextInt(5), 2 + random.nextInt(4),
                random.nextBoolean() ? Set.of("civilian") : Set.of("civilian", "unknown"), random.nextInt(3) == 0 ? DateBasis.DEATH : DateBasis.DOCUMENTATION));
    }

    private Victim victim() {
        Standing standing = switch (random.nextInt(8)) {
            case 0 -> new Standing.Received();
            case 1 -> new Standing.Excluded(pick("natural", "private"), random.nextBoolean() ? null : day());
            default -> new Standing.Documented(day());
        };
        Long incident = incidentVersions.isEmpty() || random.nextInt(3) == 0 ? null : firstIncident + random.nextInt(Math.min(12, incidentVersions.size()));
        return new Victim(standing, PersonName.UNKNOWN, Sex.values()[random.nextInt(3)], age(), random.nextInt(5) > 0 ? CivilianStatus.CIVILIAN
                : CivilianStatus.values()[random.nextInt(3)], null, groups(), null, death(), place(), place(),
                pick("shelling", "shooting", "torture", null), pick("landmine", "rifle", "a-thing-not-in-the-codebook", null), incident, attribution(), null, false);
    }

    private Incident incident() {
        int least = random.nextInt(3);
        return new Incident(random.nextInt(4) == 0 ? null : day(), death(), place(), Words.NONE, pick("shelling", null), pick("landmine", null), attribution(),
                new CountRange(least, random.nextBoolean() ? null : least + random.nextInt(3)), new CountRange(random.nextInt(20), null), null, Words.NONE, false);
    }

    private AgeRange age() {
        return switch (random.nextInt(4)) {
            case 0 -> AgeRange.UNKNOWN;
            case 1 -> AgeRange.child(18);
            case 2 -> AgeRange.adult(18);
            default -> {
                int age = random.nextInt(40);
                yield new AgeRange(age, age + random.nextInt(3));
            }
        };
    }

    private List<String> groups() {
        return switch (random.nextInt(5)) {
            case 0 -> List.of("medical");
            case 1 -> List.of("media", "medical");
            default -> List.of();
        };
    }

    private DateRange death() {
        return switch (random.nextInt(4)) {
            case 0 -> DateRange.UNKNOWN;
            case 1 -> DateRange.month(YearMonth.from(day()));
            case 2 -> {
                LocalDate day = day();
                yield DateRange.between(day, day.plusDays(random.nextInt(60)));
            }
            default -> DateRange.day(day());
        };
    }

    private PlaceRef place() {
        return new PlaceRef(pick("T1", "T11", "T12", "T2", "T21", "T32", null), null);
    }

    private Attribution attribution() {
        String[] parties = {"north", "north-army", "north-guard", "guard-east", "south", "west", "league"};
        return switch (random.nextInt(4)) {
            case 0 -> Attribution.undetermined(pick("landmine", "bombing", "gunfire", "not-specified"), List.of("north"));
            case 1 -> Attribution.joint(random.ints(0, parties.length).distinct().limit(2 + random.nextInt(2)).mapToObj(n -> parties[n]).toList());
            default -> Attribution.to(parties[random.nextInt(parties.length)]);
        };
    }

    private LocalDate day() {
        return LocalDate.of(2019, 11, 1).plusDays(random.nextInt(460));
    }

    @SafeVarargs
    private <T> @Nullable T pick(@Nullable T... of) {
        return of[random.nextInt(of.length)];
    }
}
