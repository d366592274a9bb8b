package org.stele;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.stele.places.Programme;
import org.stele.register.AgeRange;
import org.stele.register.Attribution;
import org.stele.register.CivilianStatus;
import org.stele.register.CountRange;
import org.stele.register.Custody;
import org.stele.register.DateRange;
import org.stele.register.Incident;
import org.stele.register.Incidents;
import org.stele.register.PersonName;
import org.stele.register.PlaceRef;
import org.stele.register.Sex;
import org.stele.register.Standing;
import org.stele.register.Victim;
import org.stele.register.Victims;
import org.stele.register.Words;

/**
 * The year 1997 of an invented country whose programme counts by the date of death and the place of origin, calls three killed in one
 * raid a massacre, and counts people whose status is unknown. Most of its dead became known months later, and far from home.
 */
public final class Riverland {

    public static final YearMonth NOVEMBER = YearMonth.of(1997, 11);

    /** What no page and no report of it may say: words of another programme, and of another way to count. */
    public static final String STRANGE = "(?i)syria|SY\\d\\d|governorate|landmine|regime|civilians|\\bSNHR|medical|white helmet|documented (in|since|in each)|documentation|"
            + "سوري|محافظ|المدنيي?ن|مدنياً|لغم|ألغام|النظام|الموثَّقة في|شهر التوثيق";

    private static final String SHIRES = """
            programme: riverland
            source: survey of 1990
            places:
              - {code: R1, name: {en: "Upper Shire", ar: "الإقليم الأعلى"}}
              - {code: R2, name: {en: "Lower Shire", ar: "الإقليم الأسفل"}}
              - {code: R3, name: {en: "Marsh", ar: "المستنقع"}}
            """;

    private static final Attribution CROWN = Attribution.to("crown-guard");
    private static final Attribution RAIDERS = Attribution.undetermined("raiders", List.of());

    private final List<Victim> victims = new ArrayList<>();
    private long raid;

    private Riverland() {
    }

    public static String codebook() {
        try {
            return Files.readString(Path.of("src/test/resources/codebooks/riverland.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A register of it, known as of the last of March 1998. */
    public static ProgrammeUnderTest register() {
        ProgrammeUnderTest register = new ProgrammeUnderTest(codebook(), new Programme("riverland", SHIRES, null, null), LocalDate.of(1997, 1, 1));
        new Riverland().fill(register);
        return register;
    }

    private void fill(ProgrammeUnderTest register) {
        raid = register.on(LocalDate.of(1997, 11, 20), change -> register.get(Incidents.class).open(change, List.of(new Incident(LocalDate.of(1997, 11, 20),
                DateRange.day(LocalDate.of(1997, 11, 8)), PlaceRef.of("R3"), new Words("at the old ferry", "عند المعدية القديمة"), "shooting", "rifle", RAIDERS,
                new CountRange(0, 0), new CountRange(2, 4), "crown", Words.NONE, true))));
        earlier();
        november();
        victims.add(victim("1997-11-09", known(11, 9), "R2", "R2", Sex.MALE, 30, CivilianStatus.COMBATANT, CROWN));
        Victim feud = victim("1997-11-12", known(11, 12), "R1", "R1", Sex.MALE, 40, CivilianStatus.CIVILIAN, RAIDERS);
        victims.add(feud.with(new Standing.Excluded("feud", LocalDate.of(1997, 12, 1))));
        register.on(LocalDate.of(1998, 3, 31), change -> register.get(Victims.class).open(change, victims));
    }

    /** Earlier in the year; some of them documented in November, to which they do not belong. */
    private void earlier() {
        victims.add(victim("1997-11-15", known(2, 3), "R1", "R2", Sex.FEMALE, 50, CivilianStatus.CIVILIAN, CROWN));
        victims.add(victim("1997-11-15", known(6, 21), "R1", "R1", Sex.MALE, 14, CivilianStatus.CIVILIAN, RAIDERS));
        victims.add(victim("1997-11-16", known(10, 2), "R2", "R2", Sex.MALE, 33, CivilianStatus.CIVILIAN, Attribution.to("hill-league")));
        // Between the middle of October and that of November: in the year, and in no single month of it.
        victims.add(victim("1997-12-01", DateRange.between(LocalDate.of(1997, 10, 20), LocalDate.of(1997, 11, 10)), "R2", "R1", Sex.MALE, 61,
                CivilianStatus.CIVILIAN, CROWN));
    }

    /** The month reported on; none of them was documented in it. */
    private void november() {
        for (int age : List.of(9, 28, 35)) {
            victims.add(in(raid, victim("1998-01-10", known(11, 8), "R3", "R1", age == 28 ? Sex.FEMALE : Sex.MALE, age, CivilianStatus.CIVILIAN, RAIDERS)));
        }
        victims.add(in(raid, victim("1998-02-20", known(11, 8), "R3", null, Sex.MALE, 70, CivilianStatus.UNKNOWN, RAIDERS)));
        victims.add(victim("1998-01-15", known(11, 2), "R2", "R2", Sex.FEMALE, 44, CivilianStatus.CIVILIAN, CROWN));
        victims.add(victim("1998-01-15", DateRange.month(NOVEMBER), "R2", "R1", Sex.MALE, 22, CivilianStatus.UNKNOWN, Attribution.joint(List.of("crown", "hill-league"))));
        Victim beaten = victim("1998-01-20", known(11, 25), "R2", "R1", Sex.MALE, 37, CivilianStatus.CIVILIAN, CROWN);
        Custody custody = new Custody(DateRange.month(YearMonth.of(1997, 9)), PlaceRef.of("R1"), "crown", null, null, true, DateRange.UNKNOWN, null, false, true, null);
        victims.add(new Victim(beaten.standing(), new PersonName("Aldo Reed", null), beaten.sex(), beaten.age(), beaten.status(), null, List.of("ferrymen"), null,
                beaten.death(), beaten.deathPlace(), beaten.origin(), "beating", null, null, beaten.attribution(), custody, true));
    }

    private static DateRange known(int month, int day) {
        return DateRange.day(LocalDate.of(1997, month, day));
    }

    private static Victim victim(String documented, DateRange death, String place, @org.jspecify.annotations.Nullable String origin, Sex sex, int age,
                                 CivilianStatus status, Attribution attribution) {
        return new Victim(new Standing.Documented(LocalDate.parse(documented)), PersonName.UNKNOWN, sex, AgeRange.of(age), status, null, List.of(), null, death,
                PlaceRef.of(place), origin == null ? PlaceRef.UNKNOWN : PlaceRef.of(origin), "shooting", "rifle", null, attribution, null, false);
    }

    private static Victim in(long incident, Victim victim) {
        return new Victim(victim.standing(), victim.name(), victim.sex(), victim.age(), victim.status(), null, victim.groups(), null, victim.death(),
                victim.deathPlace(), victim.origin(), victim.method(), victim.weapon(), incident, victim.attribution(), null, false);
    }
}
