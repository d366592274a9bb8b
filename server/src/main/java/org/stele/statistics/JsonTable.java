package org.stele.statistics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.stele.codebook.Codebook;
import org.stele.language.Text;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** An answer as JSON. Rows hold codes; the axes hold the codes' names in both languages, and the values at zero too. */
final class JsonTable {

    private static final JsonMapper MAPPER = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private JsonTable() {
    }

    static String write(Answer answer, Codebook codebook) {
        QuestionSyntax syntax = new QuestionSyntax(codebook.placeLevels());
        Names names = new Names(codebook);
        Map<String, Object> scope = new LinkedHashMap<>();
        scope.put("asOf", answer.moment().at().toString());
        scope.put("change", answer.moment().change());
        scope.put("codebook", answer.codebook());
        scope.put("dateBasis", codebook.counting().dateBasis().name().toLowerCase(Locale.ROOT));
        scope.put("placeBasis", codebook.counting().placeBasis().name().toLowerCase(Locale.ROOT));
        scope.put("countedStatuses", codebook.counting().countedStatuses().stream().sorted().toList());
        scope.put("adultAge", codebook.counting().adultAge());
        scope.put("massacreThreshold", codebook.counting().massacreThreshold());
        List<Object> axes = new ArrayList<>();
        for (int i = 0; i < answer.axes().size(); i++) {
            Dimension dimension = answer.question().by().get(i);
            axes.add(Map.of("dimension", syntax.name(dimension), "name", both(names.dimension(dimension)), "values",
                    answer.axes().get(i).stream().map(value -> Map.of("code", value.code(), "name", both(value.label()))).toList()));
        }
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("question", syntax.query(answer.question()));
        whole.put("scope", scope);
        whole.put("axes", axes);
        whole.put("rows", answer.rows().stream().map(row -> Map.of("key", row.key().stream().map(Answer.Value::code).toList(),
                "figures", figures(answer, row.figures()))).toList());
        whole.put("totals", figures(answer, answer.totals()));
        return MAPPER.writeValueAsString(whole) + "\n";
    }

    private static Map<String, Long> figures(Answer answer, List<Long> figures) {
        Map<String, Long> named = new LinkedHashMap<>();
        for (int i = 0; i < figures.size(); i++) {
            named.put(answer.question().measures().get(i).code(), figures.get(i));
        }
        return named;
    }

    private static Map<String, String> both(Text text) {
        return Map.of("en", text.en(), "ar", text.ar());
    }
}
