package org.stele.reports;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.stele.document.Span;
import org.stele.language.Lists;
import org.stele.language.Share;
import org.stele.reports.Figures.Breakdown;
import org.stele.statistics.Answer;
import org.stele.statistics.Dimension;

/** The sentence on the governorates hit hardest: three ranks, ties named together, the share and the direction computed. */
final class GovernorateSentences {

    private static final int RANKS = 3;

    private GovernorateSentences() {
    }

    /** Empty when nobody was killed in a known governorate. */
    static Optional<List<Span>> ranking(Writing writing) {
        List<List<Answer.Value>> ranks = ranks(writing);
        if (ranks.isEmpty()) {
            return Optional.empty();
        }
        List<Answer.Value> first = ranks.getFirst();
        Figure top = killed(writing, first.getFirst(), "");
        long total = writing.figure("killed").value();
        Map<String, Object> values = new HashMap<>(Map.of(
                "share", Marks.mark(new Share(top.value(), total).nearly(writing.language()), writing.addresses().apply(top)),
                "followed", followed(writing, ranks)));
        if (first.size() > 1) {
            values.put("places", names(writing, first));
            return Optional.of(writing.say("governorates-equal", values));
        }
        values.put("place", Wheres.withLevel(writing, first.getFirst().label()));
        long before = writing.figures().find("killed" + Breakdown.PLACES.key(first.getFirst().code()) + "-previous").map(Figure::value).orElse(0L);
        values.put("direction", Trend.direction(top.value(), before).name());
        return Optional.of(writing.say("governorate", values));
    }

    /** How many were killed nobody knows where; empty when the place of all is known. */
    static Optional<List<Span>> unknown(Writing writing) {
        return writing.figures().find("killed" + Breakdown.PLACES.key(Dimension.UNKNOWN)).filter(figure -> figure.value() > 0)
                .map(figure -> writing.say("governorate-unknown", Map.of("n", figure.value(), "victims", writing.counted("victim", figure))));
    }

    private static String followed(Writing writing, List<List<Answer.Value>> ranks) {
        String followed = ranks.size() < 2 ? "" : writing.part("governorate-followed", Map.of("second", names(writing, ranks.get(1))));
        return ranks.size() < 3 ? followed : followed + writing.part("governorate-then", Map.of("third", names(writing, ranks.get(2))));
    }

    private static String names(Writing writing, List<Answer.Value> places) {
        return Lists.and(places.stream().map(value -> value.label().in(writing.language())).toList(), writing.language());
    }

    /** Places by their number, highest first; only with somebody killed, unknown left out. */
    private static List<List<Answer.Value>> ranks(Writing writing) {
        var byNumber = writing.figures().values(Breakdown.PLACES).stream()
                .filter(value -> !value.code().equals(Dimension.UNKNOWN) && killed(writing, value, "").value() > 0)
                .collect(Collectors.groupingBy(value -> killed(writing, value, "").value(), TreeMap::new, Collectors.toList()));
        return byNumber.descendingMap().values().stream().limit(RANKS).toList();
    }

    private static Figure killed(Writing writing, Answer.Value place, String suffix) {
        return writing.figures().of("killed", Breakdown.PLACES, place.code(), suffix);
    }
}
