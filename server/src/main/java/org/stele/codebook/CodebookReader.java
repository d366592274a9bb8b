package org.stele.codebook;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stele.language.Text;

/** Turns the blocks of a file into a codebook, noting every fault on the way. */
final class CodebookReader {

    private static final Set<String> STATUSES = Set.of("civilian", "combatant", "unknown");

    private final Faults faults;
    private final Codes codes;

    CodebookReader(Faults faults) {
        this.faults = faults;
        this.codes = new Codes(faults);
    }

    Codebook read(Entry top) {
        Codebook codebook = new Codebook(
                codes.define("codebook", top.word("codebook")),
                top.word("version").value(),
                top.date("issued"),
                top.text("title"),
                organisation(top.entry("organisation")),
                counting(top.entry("counting")),
                top.entries("parties", "party", false).stream().map(this::party).toList(),
                top.entries("other-parties", "category of other parties", false).stream().map(this::category).toList(),
                top.entries("alliances", "alliance", true).stream().map(this::alliance).toList(),
                terms(top, "methods", "method", false),
                terms(top, "weapons", "weapon", false),
                top.entries("groups", "group", true).stream().map(this::group).toList(),
                terms(top, "exclusions", "exclusion", false),
                top.entries("source-kinds", "source kind", false).stream().map(this::sourceKind).toList(),
                terms(top, "channels", "channel", true),
                top.entries("place-levels", "place level", false).stream().map(this::placeLevel).toList(),
                wording(top.entry("wording")));
        top.close();
        codes.check();
        new Consistency(codebook, codes, faults).check();
        return codebook;
    }

    private Organisation organisation(Entry entry) {
        Organisation organisation = new Organisation(entry.text("name"), entry.text("brief"));
        entry.close();
        return organisation;
    }

    private CountingRules counting(Entry entry) {
        CountingRules rules = new CountingRules(
                entry.number("adult-age", 1, 30),
                entry.number("massacre-threshold", 1, 1_000),
                entry.choice("date-basis", CountingRules.DateBasis.class),
                entry.choice("place-basis", CountingRules.PlaceBasis.class),
                statuses(entry),
                Set.copyOf(codes.refer("method", entry.words("torture-methods"), "'torture-methods'")),
                Set.copyOf(codes.refer("weapon", entry.words("landmine-weapons"), "'landmine-weapons'")),
                new VerificationRules(entry.flag("two-person-verification", null), entry.number("independent-sources", 1, 10),
                        entry.flag("unidentified-needs-picture", null)),
                entry.flag("two-person-release", null));
        entry.close();
        return rules;
    }

    private Set<String> statuses(Entry entry) {
        Set<String> counted = new HashSet<>();
        for (Word status : entry.words("counted-statuses")) {
            if (!STATUSES.contains(status.value())) {
                faults.at(status.line(), "'%s' is no status of a victim: use civilian, combatant, unknown".formatted(status.value()));
            }
            counted.add(status.value());
        }
        if (counted.isEmpty()) {
            faults.at(entry.lineOf("counted-statuses"), "'counted-statuses' is empty, so nobody would be counted: name at least one of civilian, combatant, unknown");
        }
        return counted;
    }

    private Party party(Entry entry) {
        Word code = entry.word("code");
        @Nullable String parent = entry.has("part-of") ? codes.refer("party", entry.word("part-of"), "party '" + code.value() + "'") : null;
        Party party = new Party(codes.define("party", code), parent, names(entry.entry("names")), entry.textOrNone("footnote"),
                entry.dateOrNone("valid-from"), entry.dateOrNone("valid-to"), entry.flag("print-at-zero", false));
        entry.close();
        return party;
    }

    private PartyNames names(Entry entry) {
        PartyNames names = new PartyNames(entry.text("full"), entry.text("brief"), entry.text("in-sentence"), entry.text("un"));
        entry.close();
        return names;
    }

    private OtherCategory category(Entry entry) {
        Word code = entry.word("code");
        String from = "category '" + code.value() + "'";
        OtherCategory category = new OtherCategory(codes.define("category of other parties", code), entry.text("name"),
                entry.number("precedence", 1, 1_000),
                codes.refer("weapon", entry.words("weapons"), from), codes.refer("method", entry.words("methods"), from));
        entry.close();
        return category;
    }

    private Alliance alliance(Entry entry) {
        Word code = entry.word("code");
        Alliance alliance = new Alliance(codes.define("alliance", code), entry.text("name"),
                codes.refer("party", entry.words("parties"), "alliance '" + code.value() + "'"));
        entry.close();
        return alliance;
    }

    private List<Term> terms(Entry top, String key, String what, boolean mayBeEmpty) {
        return top.entries(key, what, mayBeEmpty).stream().map(entry -> {
            Term term = new Term(codes.define(what, entry.word("code")), entry.text("name"), entry.textOrNone("note"));
            entry.close();
            return term;
        }).toList();
    }

    private Group group(Entry entry) {
        Group group = new Group(codes.define("group", entry.word("code")), entry.text("name"), entry.flag("own-section", false));
        entry.close();
        return group;
    }

    private SourceKind sourceKind(Entry entry) {
        SourceKind kind = new SourceKind(codes.define("source kind", entry.word("code")), entry.text("name"), entry.number("rank", 1, 100));
        entry.close();
        return kind;
    }

    private PlaceLevel placeLevel(Entry entry) {
        PlaceLevel level = new PlaceLevel(codes.define("place level", entry.word("code")), entry.text("name"), entry.text("plural"));
        entry.close();
        return level;
    }

    private Wording wording(Entry entry) {
        Map<String, Text> texts = new LinkedHashMap<>();
        for (String name : List.copyOf(entry.keys())) {
            texts.put(name, entry.text(name));
        }
        return new Wording(texts);
    }
}
