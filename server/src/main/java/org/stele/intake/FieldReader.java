package org.stele.intake;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stele.register.CountRange;
import org.stele.register.DateRange;

/** Reads the parts that fields of a mapping have in common: columns, values, dates, counts. */
final class FieldReader {

    /** Word of a mapping for "this is not known". */
    static final String UNKNOWN = "unknown";

    private final LocalDate today;

    /** @param today the day of the import: no date of a death lies after it */
    FieldReader(LocalDate today) {
        this.today = today;
    }

    /**
     * A field whose values are given a meaning each. Without {@code values} the cells must be meanings themselves.
     *
     * @param meaning of a word of the mapping; none if it has no such word
     * @param allowed the words it has, for the message
     */
    <T> Field<T> values(Block parent, String key, T unknown, Function<String, @Nullable T> meaning, String allowed) {
        Block block = parent.block(key);
        if (block == null) {
            return Field.constant(unknown);
        }
        if (block.has("constant")) {
            T constant = meaning.apply(block.word("constant", allowed));
            if (constant == null) {
                block.fault("constant", "'constant' of %s must be one of %s".formatted(block.name(), allowed));
            }
            block.close();
            return Field.constant(constant == null ? unknown : constant);
        }
        String column = block.word("column", "the name of a column");
        ValueMap<T> map = block.has("values") ? map(block, meaning, allowed) : null;
        block.close();
        T blank = map == null ? unknown : map.exact().getOrDefault("", unknown);
        return Field.cell(column, blank, cell -> {
            T found = map == null ? meaning.apply(Spelling.of(cell)) : map.find(cell);
            if (found == null) {
                throw Unmapped.value(column, cell);
            }
            return found;
        });
    }

    /** The block {@code values}: what stands in a cell, and its meaning. */
    <T> ValueMap<T> map(Block block, Function<String, @Nullable T> meaning, String allowed) {
        ValueMap.Builder<T> map = new ValueMap.Builder<>();
        Block values = block.block("values");
        if (values != null) {
            values.each((value, line) -> {
                String word = values.isWord(value) ? values.wordOrNone(value) : null;
                T found = word == null ? null : meaning.apply(word);
                if (found == null) {
                    values.fault(line, "%s: '%s' is given the meaning '%s', but must be one of %s".formatted(values.name(), value, word, allowed));
                } else {
                    add(map, values, value, line, found);
                }
            });
        }
        return map.build();
    }

    static <T> void add(ValueMap.Builder<T> map, Block values, String value, int line, T meaning) {
        try {
            if (!map.add(value, meaning)) {
                values.fault(line, "%s: '%s' stands twice, perhaps in another case: keep one".formatted(values.name(), value));
            }
        } catch (PatternSyntaxException e) {
            values.fault(line, "%s: '%s' is no regular expression: %s".formatted(values.name(), value, e.getDescription()));
        }
    }

    /** Codes of a list of the codebook; "unknown" for none: what is not known is not a term, even where a list has one of that name. */
    static Function<String, @Nullable Optional<String>> codes(List<String> codes) {
        Set<String> known = new HashSet<>(codes);
        return word -> word.equals(UNKNOWN) ? Optional.empty() : known.contains(word) ? Optional.of(word) : null;
    }

    static String allowed(List<String> codes) {
        return String.join(", ", codes.stream().filter(code -> !code.equals(UNKNOWN)).toList()) + ", unknown";
    }

    static <E extends Enum<E>> Function<String, @Nullable E> choice(Class<E> type) {
        return word -> {
            for (E constant : type.getEnumConstants()) {
                if (constant.name().toLowerCase(Locale.ROOT).equals(word)) {
                    return constant;
                }
            }
            return null;
        };
    }

    static @Nullable Optional<Boolean> yesOrNo(String word) {
        return switch (word) {
            case "yes", "true", "1" -> Optional.of(true);
            case "no", "false", "0" -> Optional.of(false);
            case UNKNOWN -> Optional.empty();
            default -> null;
        };
    }

    Field<Optional<Boolean>> truth(Block parent, String key) {
        return values(parent, key, Optional.empty(), FieldReader::yesOrNo, "yes, no, unknown");
    }

    Field<Boolean> flag(Block parent, String key) {
        return values(parent, key, false, word -> {
            Optional<Boolean> truth = yesOrNo(word);
            return truth == null ? null : truth.orElse(false);
        }, "yes, no");
    }

    Field<Optional<String>> text(Block parent, String key) {
        if (parent.isWord(key)) {
            return Field.text(parent.word(key, "the name of a column"));
        }
        Block block = parent.block(key);
        if (block == null) {
            return Field.constant(Optional.empty());
        }
        Field<Optional<String>> field = block.has("constant") ? Field.constant(Optional.of(block.word("constant", "the words")))
                : Field.text(block.word("column", "the name of a column"));
        block.close();
        return field;
    }

    Field<DateRange> date(Block parent, String key) {
        Block block = parent.block(key);
        return block == null ? Field.constant(DateRange.UNKNOWN) : date(block);
    }

    Field<DateRange> date(Block block) {
        String column = block.word("column", "the name of a column");
        List<String> texts = block.has("patterns") ? block.words("patterns") : List.of("yyyy-MM-dd");
        List<DateField.Pattern> patterns = new ArrayList<>();
        for (String text : texts) {
            try {
                patterns.add(DateField.Pattern.of(text));
            } catch (IllegalArgumentException e) {
                block.fault("patterns", "'%s' is no pattern of a date: write it like dd/MM/yyyy".formatted(text));
            }
        }
        DateField field = new DateField(column, patterns, unknowns(block), day(block, "not-before", DateField.EARLIEST), today);
        block.close();
        return field.field();
    }

    static LocalDate day(Block block, String key, LocalDate absent) {
        String word = block.wordOrNone(key);
        try {
            return word == null ? absent : LocalDate.parse(word);
        } catch (DateTimeParseException e) {
            block.fault(key, "'%s' of %s is '%s', but must be a day of the calendar written 2020-11-30".formatted(key, block.name(), word));
            return absent;
        }
    }

    static Set<String> unknowns(Block block) {
        return block.words("unknown").stream().map(Spelling::of).collect(Collectors.toSet());
    }

    Field<CountRange> count(Block parent, String key) {
        Block block = parent.block(key);
        if (block == null) {
            return Field.constant(CountRange.NONE);
        }
        String min = block.word("min", "the name of a column");
        String max = block.wordOrNone("max");
        block.close();
        return new CountField(min, max);
    }

    static @Nullable Pattern separators(Block block) {
        List<String> separators = block.words("separators");
        return separators.isEmpty() ? null : Pattern.compile(separators.stream().map(Pattern::quote).collect(Collectors.joining("|")));
    }
}
