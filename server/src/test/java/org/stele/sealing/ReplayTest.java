package org.stele.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.stele.SteleApplication;
import org.stele.access.Accounts;
import org.stele.access.By;
import org.stele.access.Role;
import org.stele.database.Refusal;
import org.stele.database.TestDatabase;
import org.stele.erasure.Erasures;
import org.stele.erasure.Subject;
import org.stele.evidence.Form;
import org.stele.evidence.Item;
import org.stele.evidence.Items;
import org.stele.evidence.Provenance;
import org.stele.evidence.Reading;
import org.stele.evidence.Receiving;
import org.stele.evidence.Reference;
import org.stele.evidence.Submission;
import org.stele.history.Changes;
import org.stele.history.Revision;
import org.stele.history.StaleVersion;
import org.stele.history.Version;
import org.stele.keys.Compartment;
import org.stele.keys.Rotation;
import org.stele.register.AgeRange;
import org.stele.register.Attribution;
import org.stele.register.CivilianStatus;
import org.stele.register.CountRange;
import org.stele.register.DateRange;
import org.stele.register.Incident;
import org.stele.register.Incidents;
import org.stele.register.PersonName;
import org.stele.register.PlaceRef;
import org.stele.register.Sex;
import org.stele.register.Standing;
import org.stele.register.Statement;
import org.stele.register.Statements;
import org.stele.register.Victim;
import org.stele.register.Victims;
import org.stele.register.Words;
import org.stele.vault.Act;
import org.stele.vault.Copies;
import org.stele.vault.CopyProgress;

/**
 * Whatever is done in whatever order: every change of a row has exactly one entry, and what the entries say, one after the other, is
 * what the database holds.
 */
class ReplayTest {

    private static final int COMMANDS = 150;
    private static final List<String> PEOPLE = List.of("amal", "basim", "chloe");

    @TempDir
    Path data;

    final TestDatabase database = TestDatabase.fresh();
    final SealedState state = new SealedState(database);
    ConfigurableApplicationContext application;
    Random dice = new Random();

    /** What is done; may be refused, and then nothing may have changed. */
    private interface Command {
        void run() throws Exception;
    }

    @Test
    void theLogToldAgainIsTheDatabase() throws Exception {
        long seed = System.nanoTime();
        dice = new Random(seed);
        ConfigurableApplicationContext opened = new SpringApplicationBuilder(SteleApplication.class).web(WebApplicationType.NONE).lazyInitialization(true)
                .properties("stele.db-url=" + database.url(), "stele.data=" + data.resolve("data")).run();
        application = opened;
        try (database; opened) {
            for (String name : PEOPLE) {
                get(Accounts.class).add(name, Role.ARCHIVIST, "four words apart here " + name, by());
            }
            Map<String, String> told = new TreeMap<>(state.rows());
            long known = state.entries(0).size();
            Map<String, Integer> done = new TreeMap<>();
            for (int n = 0; n < COMMANDS; n++) {
                Map<String, Command> commands = commands();
                String name = List.copyOf(commands.keySet()).get(dice.nextInt(commands.size()));
                boolean refused = refused(commands.get(name));
                done.merge(refused ? name + " (refused)" : name, 1, Integer::sum);
                known = replay(told, known, "command %d, %s, seed %d".formatted(n, name, seed));
            }
            assertThat(told).as("seed %d", seed).isEqualTo(state.rows());
            Sequencer sequencer = application.getBean(Sequencer.class);
            sequencer.publish();
            assertThat(application.getBean(Verification.class).run((at, of) -> { }).faults()).as("seed %d", seed).isEmpty();
            assertThat(done.keySet()).as("seed %d", seed).hasSizeGreaterThan(15);
            System.out.println("replayed, seed " + seed + ": " + done);
        }
    }

    /** Takes the new entries into what was told, and holds them against what changed. Returns how many entries there are. */
    private long replay(Map<String, String> told, long known, String what) throws Exception {
        Map<String, String> now = state.rows();
        List<SealedState.Entry> entries = state.entries(known);
        TreeSet<String> changed = new TreeSet<>(told.keySet());
        changed.addAll(now.keySet());
        changed.removeIf(row -> now.containsKey(row) && now.get(row).equals(told.get(row)));
        assertThat(entries.stream().map(SealedState.Entry::row)).as("one entry for each row that changed, by " + what)
                .containsExactlyInAnyOrderElementsOf(changed);
        for (SealedState.Entry entry : entries) {
            String form = now.get(entry.row());
            assertThat(SealedState.commits(entry, form)).as("entry %d says what %s is, after %s", entry.index(), entry.row(), what)
                    .isTrue();
            if (form == null) {
                told.remove(entry.row());
            } else {
                told.put(entry.row(), form);
            }
        }
        return known + entries.size();
    }

    private static boolean refused(Command command) throws Exception {
        try {
            command.run();
            return false;
        } catch (Refusal | StaleVersion | Items.NoSuchItem | java.util.NoSuchElementException | java.io.IOException refused) {
            return true;
        }
    }

    private Map<String, Command> commands() {
        Map<String, Command> all = new HashMap<>();
        register(all);
        evidence(all);
        accounts(all);
        decisions(all);
        return new TreeMap<>(all);
    }

    private void register(Map<String, Command> all) {
        all.put("victims opened", () -> change(change -> {
            List<Victim> fresh = new ArrayList<>();
            for (int i = 0; i <= dice.nextInt(4); i++) {
                fresh.add(victim());
            }
            return get(Victims.class).open(change, fresh);
        }));
        all.put("victim revised", () -> revise("victim", false));
        all.put("victim revised too late", () -> revise("victim", true));
        all.put("incident opened", () -> change(change -> get(Incidents.class).open(change, List.of(incident()))));
        all.put("statements added", () -> change(change -> {
            int count = 1 + dice.nextInt(3);
            long first = get(Statements.class).takeIds(change, count);
            List<Statement> said = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                said.add(new Statement(first + i, 1L, any("victim"), null, change.at(), "line " + i, "key " + first + i, words()));
            }
            get(Statements.class).add(change, said);
            return first;
        }));
        all.put("a change that fails", () -> change(change -> {
            get(Incidents.class).open(change, List.of(incident()));
            throw new Refusal("changed my mind");
        }));
    }

    private void evidence(Map<String, Command> all) {
        all.put("item added", () -> add("bytes " + dice.nextLong()));
        all.put("item came again", () -> add("the same bytes"));
        all.put("item attached", () -> get(Items.class).attach(any("evidence_item"), Reference.victim(1 + dice.nextInt(3)), person(),
                "to try"));
        all.put("item detached", () -> get(Items.class).detach(any("evidence_item"), Reference.victim(1 + dice.nextInt(3)), person(),
                "to try"));
        all.put("item described", () -> {
            Version<Item> item = get(Items.class).current(any("evidence_item"));
            get(Items.class).describe(item.id(), item.number(), Form.PHOTO, words(), dice.nextBoolean(), person(), "to try");
        });
        all.put("item read", () -> get(Reading.class).open(any("evidence_item"), Act.READ, person(), "to try").close());
        all.put("keys rotated", () -> get(Rotation.class).rotate(dice.nextBoolean() ? Compartment.CONFIDENTIAL : Compartment.WORKING));
    }

    private void accounts(Map<String, Command> all) {
        Accounts accounts = get(Accounts.class);
        all.put("account added", () -> accounts.add("clerk" + dice.nextInt(20), Role.CLERK, "four words apart here", by()));
        all.put("role changed", () -> accounts.setRole("clerk" + dice.nextInt(20), dice.nextBoolean() ? Role.EDITOR : Role.ANALYST, by()));
        all.put("account locked", () -> accounts.disable("clerk" + dice.nextInt(20), by()));
        all.put("account reopened", () -> accounts.reopen("clerk" + dice.nextInt(20), by()));
        all.put("password changed", () -> accounts.setPassword("clerk" + dice.nextInt(20), words() + words(), by()));
    }

    private void decisions(Map<String, Command> all) {
        Erasures erasures = get(Erasures.class);
        all.put("erasure asked", () -> erasures.ask(switch (dice.nextInt(3)) {
            case 0 -> new Subject(Subject.Kind.VICTIM, any("victim"));
            case 1 -> new Subject(Subject.Kind.STATEMENT, any("statement"));
            default -> new Subject(Subject.Kind.ITEM, any("evidence_item"));
        }, "a law", person()));
        all.put("erasure confirmed", () -> erasures.confirm(any("erasure_request"), person()));
        all.put("erasure withdrawn", () -> erasures.withdraw(any("erasure_request"), person()));
        all.put("deletion asked", () -> get(Copies.class).deletions().ask(null, List.of(any("blob")), person(), "a law"));
        all.put("deletion agreed", () -> get(Copies.class).deletions().agree(any("deletion"), person()));
        all.put("deletion withdrawn", () -> get(Copies.class).deletions().withdraw(any("deletion"), person(), "thought again"));
        all.put("copies made", () -> get(Copies.class).replicate(null, person(), "to try", CopyProgress.NONE));
    }

    private void revise(String table, boolean late) {
        Version<Victim> victim = get(Victims.class).current(any(table)).orElseThrow();
        change(change -> {
            get(Victims.class).revise(change, List.of(new Revision<>(victim.id(), late ? victim.number() + 1 : victim.number(), victim())));
            return 0L;
        });
    }

    private long change(java.util.function.Function<org.stele.history.Change, Long> work) {
        return get(Changes.class).make(person(), "to try", work);
    }

    private void add(String bytes) throws java.io.IOException {
        Map<String, String> told = Map.of("kind", "witness", "source", words(), "obtained-by", "amal", "obtained-at", "2020-11-24",
                "consent", "internal");
        get(Receiving.class).add(new Submission(Provenance.of(told, "a.jpg"), null, words(), dice.nextBoolean(), List.of(), person(),
                "to try"),
                new ByteArrayInputStream(bytes.getBytes()), taken -> { });
    }

    private Victim victim() {
        return new Victim(new Standing.Documented(LocalDate.of(2020, 11, 1 + dice.nextInt(28))), new PersonName(words(), dice.nextBoolean()
                ? "اسم \"" + words() : null),
                Sex.FEMALE, AgeRange.of(dice.nextInt(90)), CivilianStatus.CIVILIAN, null, List.of(), dice.nextBoolean() ? words() : null,
                DateRange.day(LocalDate.of(2020, 11, 1)), PlaceRef.of("R1"), PlaceRef.UNKNOWN, "shooting", null, null,
                        Attribution.to("crown"), null, dice.nextBoolean());
    }

    private Incident incident() {
        return new Incident(LocalDate.of(2020, 11, 20), DateRange.day(LocalDate.of(2020, 11, 8)), PlaceRef.of("R3"), new Words(words(),
                null), "shooting", "rifle",
                Attribution.to("crown"), new CountRange(0, dice.nextInt(5)), new CountRange(2, 4), "crown", Words.NONE, dice.nextBoolean());
    }

    /** Some id of a table. */
    private long any(String table) {
        List<Long> ids = database.sql().sql("select distinct id from " + table + " order by id").query(Long.class).list();
        if (ids.isEmpty()) {
            throw new java.util.NoSuchElementException("no " + table + " yet");
        }
        return ids.get(dice.nextInt(ids.size()));
    }

    private String words() {
        return List.of("a \\ word", "كلمة", "two\nlines", "quote \" here", "ordinary words", "é\u0301").get(dice.nextInt(6))
                + dice.nextInt(1000);
    }

    private String person() {
        return PEOPLE.get(dice.nextInt(PEOPLE.size()));
    }

    private By by() {
        return new By(person(), "to try");
    }

    private <T> T get(Class<T> type) {
        return application.getBean(type);
    }
}
