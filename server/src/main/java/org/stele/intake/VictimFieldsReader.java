package org.stele.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.stele.codebook.Codebook;
import org.stele.codebook.Group;
import org.stele.codebook.OtherCategory;
import org.stele.codebook.Party;
import org.stele.codebook.Term;
import org.stele.register.AgeClass;
import org.stele.register.Attribution;
import org.stele.register.CivilianStatus;
import org.stele.register.DateRange;
import org.stele.register.Sex;
import org.stele.register.Source;

/** Reads the fields of a victim and of its incident from a mapping file, checking every term against the codebook. */
final class VictimFieldsReader {

    private final Codebook codebook;
    private final LocalDate today;
    private final FieldReader fields;
    private final List<String> parties;
    private final List<String> categories;

    VictimFieldsReader(Codebook codebook, LocalDate today) {
        this.codebook = codebook;
        this.today = today;
        this.fields = new FieldReader(today);
        this.parties = codebook.parties().stream().map(Party::code).toList();
        this.categories = codebook.otherParties().stream().map(OtherCategory::code).toList();
    }

    Mapping read(Block top, String name, String digest, Source source, FileFormat.@Nullable Kind kind, FileFormat format, List<String> key, Set<String> blanks) {
        StandingField standing = standing(top);
        Block block = top.block("fields");
        if (block == null) {
            top.fault("fields", "the mapping lacks 'fields': say which column is which field");
            block = top;
        }
        Mapping mapping = new Mapping(name, digest, codebook, source, kind, format, key, blanks, standing,
                name(block),
                fields.values(block, "sex", Sex.UNKNOWN, FieldReader.choice(Sex.class), "female, male, unknown"),
                age(block),
                fields.values(block, "status", CivilianStatus.UNKNOWN, FieldReader.choice(CivilianStatus.class), "civilian, combatant, unknown"),
                fields.text(block, "status-reason"),
                groups(block),
                fields.text(block, "work"),
                fields.date(block, "death"),
                place(block, "death-place"),
                place(block, "origin"),
                term(block, "method", codebook.methods()),
                term(block, "weapon", codebook.weapons()),
                blame(block),
                fields.text(block, "grounds"),
                custody(block),
                incident(top),
                fields.flag(block, "notable"));
        if (block != top) {
            block.close();
        }
        return mapping;
    }

    private Field<Optional<String>> term(Block block, String key, List<Term> terms) {
        return code(block, key, terms.stream().map(Term::code).toList());
    }

    private Field<Optional<String>> code(Block block, String key, List<String> codes) {
        return fields.values(block, key, Optional.empty(), FieldReader.codes(codes), FieldReader.allowed(codes));
    }

    private StandingField standing(Block top) {
        Field<Optional<String>> excluded = code(top, "excluded", codebook.exclusions().stream().map(Term::code).toList());
        if (top.isWord("standing")) {
            if (!top.word("standing", "received").equals("received")) {
                top.fault("standing", "'standing' must be received, or {documented: …}");
            }
            return new StandingField(Field.constant(DateRange.UNKNOWN), excluded);
        }
        Block block = top.block("standing");
        if (block == null) {
            top.fault("standing", "the mapping lacks 'standing': write received, or {documented: {column: …}}");
            return new StandingField(Field.constant(DateRange.UNKNOWN), excluded);
        }
        Field<DateRange> documented;
        if (block.isWord("documented")) {
            documented = Field.constant(DateRange.day(
                    "day-of-import".equals(block.wordOrNone("documented")) ? today : FieldReader.day(block, "documented", today)));
        } else {
            documented = fields.date(block, "documented");
        }
        block.close();
        return new StandingField(documented, excluded);
    }

    private NameField name(Block fieldsBlock) {
        Block block = fieldsBlock.block("name");
        if (block == null) {
            return new NameField(null, null, null, List.of());
        }
        List<Pattern> unidentified = new ArrayList<>();
        for (String text : block.words("unidentified")) {
            try {
                unidentified.add(Pattern.compile(text, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
            } catch (PatternSyntaxException e) {
                block.fault("unidentified", "'%s' is no regular expression: %s".formatted(text, e.getDescription()));
            }
        }
        NameField name = new NameField(block.wordOrNone("latin"), block.wordOrNone("arabic"), block.wordOrNone("either"), unidentified);
        if (name.columns().isEmpty()) {
            block.fault("name", "'name' lacks a column: add latin, arabic or either");
        }
        block.close();
        return name;
    }

    private AgeField age(Block fieldsBlock) {
        Block block = fieldsBlock.block("age");
        String column = block == null ? null : block.word("column", "the name of a column");
        Set<String> unknown = block == null ? Set.of() : FieldReader.unknowns(block);
        if (block != null) {
            block.close();
        }
        Field<AgeClass> classes = fieldsBlock.has("age-class")
                ? fields.values(fieldsBlock, "age-class", AgeClass.UNKNOWN, FieldReader.choice(AgeClass.class), "child, adult, unknown") : null;
        return new AgeField(column, unknown, classes, codebook.counting().adultAge());
    }

    private GroupsField groups(Block fieldsBlock) {
        List<String> codes = codebook.groups().stream().map(Group::code).toList();
        List<GroupsField.Part> parts = new ArrayList<>();
        for (Block block : fieldsBlock.blocks("groups")) {
            ValueMap<Optional<String>> values = fields.map(block, word -> word.equals("none") ? Optional.empty() : codes.contains(word) ? Optional.of(word) : null,
                    String.join(", ", codes) + ", none");
            parts.add(new GroupsField.Part(block.word("column", "the name of a column"), FieldReader.separators(block), values));
            block.close();
        }
        return new GroupsField(List.copyOf(parts));
    }

    private @Nullable PlaceField place(Block fieldsBlock, String key) {
        Block block = fieldsBlock.block(key);
        if (block == null) {
            return null;
        }
        List<String> columns = block.has("columns") ? block.words("columns") : List.of(block.word("column", "the name of a column"));
        ValueMap<PlaceField.Meaning> values = fields.map(block, word -> switch (word) {
            case FieldReader.UNKNOWN -> new PlaceField.Meaning.Unknown();
            case "elsewhere" -> new PlaceField.Meaning.Elsewhere();
            default -> word.isBlank() || word.contains(" ") ? null : new PlaceField.Meaning.Code(word);
        }, "a place's code, unknown, elsewhere");
        PlaceField field = new PlaceField(columns, FieldReader.separators(block), values);
        block.close();
        return field;
    }

    private Field<Blame> blame(Block fieldsBlock) {
        Blame nobody = new Blame.Suggested(List.of());
        Block block = fieldsBlock.block("attribution");
        if (block == null) {
            return Field.constant(nobody);
        }
        String column = block.word("column", "the name of a column");
        ValueMap.Builder<Blame> map = new ValueMap.Builder<>();
        Block values = block.block("values");
        if (values != null) {
            values.each((value, line) -> FieldReader.add(map, values, value, line, blame(values, value, line)));
        } else {
            block.fault("attribution", "'attribution' lacks 'values': say for each value of the column which party it means");
        }
        block.close();
        ValueMap<Blame> built = map.build();
        return Field.cell(column, built.exact().getOrDefault("", nobody), cell -> {
            Blame found = built.find(cell);
            if (found == null) {
                throw Unmapped.value(column, cell);
            }
            return found;
        });
    }

    /** A party; a list of parties for a joint finding; {@code suggested}, a sub-category, or {@code {undetermined: …, candidates: […]}}. */
    private Blame blame(Block values, String value, int line) {
        if (values.isList(value)) {
            List<String> joint = known(values, line, values.words(value));
            if (joint.size() < 2 || new HashSet<>(joint).size() < joint.size()) {
                values.fault(line, "%s: '%s' must name two or more different parties for a joint finding".formatted(values.name(), value));
                return new Blame.Suggested(List.of());
            }
            return new Blame.Said(Attribution.joint(joint));
        }
        String word = values.isWord(value) ? values.wordOrNone(value) : null;
        List<String> candidates = List.of();
        if (word == null) {
            Block block = values.block(value);
            if (block != null) {
                word = block.word("undetermined", "suggested, or a sub-category of other parties");
                candidates = known(values, line, block.words("candidates"));
                block.close();
            }
        } else if (parties.contains(word)) {
            return new Blame.Said(Attribution.to(word));
        }
        if (word != null && categories.contains(word)) {
            return new Blame.Said(Attribution.undetermined(word, candidates));
        }
        if (!"suggested".equals(word) && !FieldReader.UNKNOWN.equals(word)) {
            values.fault(line, "%s: '%s' is given the meaning '%s', but must be a party (%s), a sub-category (%s), suggested, or a list of parties"
                    .formatted(values.name(), value, word, String.join(", ", parties), String.join(", ", categories)));
        }
        return new Blame.Suggested(candidates);
    }

    private List<String> known(Block values, int line, List<String> codes) {
        for (String code : codes) {
            if (!parties.contains(code)) {
                values.fault(line, "%s: the codebook has no party '%s': use one of %s".formatted(values.name(), code, String.join(", ", parties)));
            }
        }
        return codes;
    }

    private @Nullable CustodyFields custody(Block fieldsBlock) {
        Block block = fieldsBlock.block("custody");
        if (block == null) {
            return null;
        }
        CustodyFields custody = new CustodyFields(fields.date(block, "arrest"), place(block, "arrest-place"), code(block, "holder", parties),
                fields.text(block, "facility"), fields.truth(block, "settlement"), fields.truth(block, "disappeared"), fields.date(block, "informed"),
                term(block, "channel", codebook.channels()), fields.truth(block, "body-returned"), fields.truth(block, "healthy-before"),
                fields.truth(block, "neglect"));
        block.close();
        return custody;
    }

    private @Nullable IncidentFields incident(Block top) {
        Block block = top.block("incident");
        if (block == null) {
            return null;
        }
        List<String> key = block.words("key");
        if (key.isEmpty()) {
            block.fault("incident", "'incident' lacks 'key': name the column whose equal cells make one incident");
        }
        IncidentFields incident = new IncidentFields(key, fields.text(block, "spot-en"), fields.text(block, "spot-ar"), fields.count(block, "unrecorded"),
                fields.count(block, "injured"), code(block, "controlled-by", parties), fields.text(block, "account-en"), fields.text(block, "account-ar"),
                fields.flag(block, "notable"));
        block.close();
        return incident;
    }
}
