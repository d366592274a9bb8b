package org.stele.statistics;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.stele.codebook.PlaceLevel;

/**
 * Questions as text, for the command line, addresses and files: parameters {@code measure}, {@code by}, {@code where}, {@code month},
 * {@code year}, {@code from}, {@code to}, {@code as-of}, of which {@code where} may be repeated. What is written here reads back as
 * the same question.
 *
 * <pre>measure=victims,children&by=party,month&where=governorate=SY02&year=2020&as-of=2020-12-01T00:00:00Z</pre>
 */
public final class QuestionSyntax {

    /** The names of all parameters, for readers that must tell them from others. */
    public static final List<String> PARAMETERS = List.of("measure", "by", "where", "month", "year", "from", "to", "as-of");

    private final DimensionNames names;

    /** @param levels the codebook's levels of places, whose codes name dimensions: {@code governorate}, {@code governorate-of-origin} */
    public QuestionSyntax(List<PlaceLevel> levels) {
        this.names = new DimensionNames(levels);
    }

    /** @throws IllegalArgumentException naming the dimensions there are */
    public Dimension dimension(String name) {
        return names.dimension(name);
    }

    public String name(Dimension dimension) {
        return names.name(dimension);
    }

    /** Every name that {@link #dimension} takes, for help texts. */
    public List<String> dimensionNames() {
        return names.all();
    }

    /** Reads a question; without {@code measure} it counts victims.
     *  @throws IllegalArgumentException saying which parameter is wrong, and how */
    public Question read(Map<String, List<String>> parameters) {
        List<Measure> measures = list(parameters, "measure").stream().map(Measure::of).toList();
        List<Dimension> by = list(parameters, "by").stream().map(names::dimension).toList();
        List<Filter> where = parameters.getOrDefault("where", List.of()).stream().filter(text -> !text.isBlank()).map(this::filter).toList();
        return new Question(measures.isEmpty() ? List.of(Measure.Basic.VICTIMS) : measures, by, where,
                PeriodText.read(one(parameters, "month"), one(parameters, "year"), one(parameters, "from"), one(parameters, "to")),
                PeriodText.instant(one(parameters, "as-of")));
    }

    /** Writes a question; what stands at its default is left out. */
    public SequencedMap<String, List<String>> write(Question question) {
        SequencedMap<String, List<String>> parameters = new LinkedHashMap<>();
        parameters.put("measure", List.of(String.join(",", question.measures().stream().map(Measure::code).toList())));
        if (!question.by().isEmpty()) {
            parameters.put("by", List.of(String.join(",", question.by().stream().map(names::name).toList())));
        }
        if (!question.where().isEmpty()) {
            parameters.put("where", question.where().stream()
                    .map(filter -> names.name(filter.dimension()) + "=" + String.join(",", filter.values().stream().sorted().toList())).toList());
        }
        PeriodText.write(question.period()).forEach((name, value) -> parameters.put(name, List.of(value)));
        if (question.asOf() != null) {
            parameters.put("as-of", List.of(question.asOf().toString()));
        }
        return parameters;
    }

    /** The question as the query part of an address, without the question mark. */
    public String query(Question question) {
        List<String> parts = new ArrayList<>();
        write(question).forEach((name, values) -> values.forEach(value -> parts.add(name + "=" + encode(value))));
        return String.join("&", parts);
    }

    /** Reads the query part of an address; parameters that are not ours are passed over.
     *  @throws IllegalArgumentException saying which parameter is wrong, and how */
    public Question ofQuery(String query) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String part : query.split("&")) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                parameters.computeIfAbsent(part.substring(0, equals), name -> new ArrayList<>())
                        .add(URLDecoder.decode(part.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return read(parameters);
    }

    /** Reads {@code dimension=value,value}. */
    public Filter filter(String text) {
        int equals = text.indexOf('=');
        if (equals < 1 || equals == text.length() - 1) {
            throw new IllegalArgumentException("A condition is written dimension=value or dimension=value,value, not '" + text + "'");
        }
        return new Filter(names.dimension(text.substring(0, equals).strip()), new LinkedHashSet<>(split(text.substring(equals + 1))));
    }

    private static List<String> list(Map<String, List<String>> parameters, String name) {
        return parameters.getOrDefault(name, List.of()).stream().flatMap(text -> split(text).stream()).toList();
    }

    private static List<String> split(String text) {
        return java.util.Arrays.stream(text.split(",")).map(String::strip).filter(part -> !part.isEmpty()).toList();
    }

    private static String one(Map<String, List<String>> parameters, String name) {
        List<String> values = parameters.getOrDefault(name, List.of()).stream().filter(value -> !value.isBlank()).distinct().toList();
        if (values.size() > 1) {
            throw new IllegalArgumentException("Give " + name + " once, not " + values);
        }
        return values.isEmpty() ? "" : values.getFirst().strip();
    }

    /** Commas and equals signs may stand in a query as they are, which keeps addresses readable. */
    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("%2C", ",").replace("%3D", "=").replace("%3A", ":");
    }
}
