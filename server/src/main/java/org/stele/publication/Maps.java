package org.stele.publication;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.stele.drawing.AreaMap;
import org.stele.drawing.AreaMap.Shaded;
import org.stele.history.Changes;
import org.stele.history.Moment;
import org.stele.places.Boundaries;
import org.stele.places.BoundarySet;
import org.stele.statistics.Answer;
import org.stele.statistics.Dimension;
import org.stele.statistics.Measure;

/** Draws an answer by places as a map. */
@Component
class Maps {

    private final Boundaries boundaries;
    private final Changes changes;

    Maps(Boundaries boundaries, Changes changes) {
        this.boundaries = boundaries;
        this.changes = changes;
    }

    /** Nothing without shapes to draw, or where nobody was counted. Older figures are drawn on today's shapes. */
    Optional<Picture> places(View view, Answer answer, Measure measure, String caption) {
        if (answer.total(measure) == 0) {
            return Optional.empty();
        }
        Moment now = changes.latest();
        return view.answers().gallery().get(new Gallery.Title("map", answer.question(), measure, view.page().language(), caption, now.change()),
                () -> boundaries.inForce(now).filter(set -> !set.empty()).map(set -> draw(set, view, answer, measure, caption)));
    }

    private static Picture draw(BoundarySet set, View view, Answer answer, Measure measure, String caption) {
        Pictures pictures = new Pictures(view);
        List<Shaded> areas = set.areas().stream().map(area -> new Shaded(area, pictures.datum(answer, measure, area.code()))).toList();
        List<String> notes = new ArrayList<>();
        long unknown = answer.cell(measure, Dimension.UNKNOWN);
        if (unknown > 0) {
            notes.add(view.say("publication.unknown-place", unknown));
        }
        notes.add(view.page().say(set.credit()));
        return Picture.of(view.page(), caption, view.dated(), new AreaMap(caption, areas, set.unnumbered(), set.ground(), notes));
    }
}
