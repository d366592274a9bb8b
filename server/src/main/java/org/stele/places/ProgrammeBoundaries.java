package org.stele.places;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stele.codebook.DeclaredFile;
import org.stele.codebook.Entry;
import org.stele.codebook.FaultyCodebook;
import org.stele.codebook.Faults;
import org.stele.codebook.Word;
import org.stele.drawing.Area;
import org.stele.drawing.Area.Ring;
import org.stele.language.Text;

/** What a programme declares beside its codebook on the shapes of its country: files, and which shape is which place. */
final class ProgrammeBoundaries {

    private final Files files;
    private final Gazetteer gazetteer;

    private ProgrammeBoundaries(Files files, Gazetteer gazetteer) {
        this.files = files;
        this.gazetteer = gazetteer;
    }

    /** Gives the text of a TopoJSON file by its name. */
    interface Files {
        /** @throws IllegalArgumentException if there is none */
        String text(String name);
    }

    /** @throws FaultyCodebook with every fault found */
    static BoundarySet read(String name, String text, Files files, Gazetteer gazetteer) {
        return DeclaredFile.read(name, text, "the boundaries", new ProgrammeBoundaries(files, gazetteer)::read);
    }

    private BoundarySet read(Entry top, Faults faults) {
        top.word("programme");
        Text credit = top.text("credit");
        Map<String, List<Ring>> shapes = shapes(top.word("file"), faults);
        List<Area> areas = new ArrayList<>();
        Entry codes = top.entry("areas");
        for (String mark : List.copyOf(codes.keys())) {
            Word code = codes.word(mark);
            gazetteer.place(code.value()).ifPresentOrElse(place -> areas.add(new Area(place.code(), place.name(), shape(shapes, mark, code.line(), faults))),
                    () -> faults.at(code.line(), "'%s' is no place of this programme: correct the code, or declare it under 'places'".formatted(code.value())));
        }
        List<Area> unnumbered = new ArrayList<>();
        if (top.has("unnumbered")) {
            Entry names = top.entry("unnumbered");
            for (String mark : List.copyOf(names.keys())) {
                unnumbered.add(new Area(mark, names.text(mark), shape(shapes, mark, names.lineOf(mark), faults)));
            }
        }
        List<Area> ground = new ArrayList<>();
        for (Word file : top.words("ground")) {
            shapes(file, faults).forEach((mark, rings) -> ground.add(new Area(file.value().replaceFirst("\\..*", "") + "." + mark, new Text(mark, mark), rings)));
        }
        top.close();
        return new BoundarySet(areas, unnumbered, ground, credit);
    }

    private Map<String, List<Ring>> shapes(Word file, Faults faults) {
        try {
            return TopoJson.read(files.text(file.value()));
        } catch (RuntimeException e) {
            faults.at(file.line(), "the shapes of '%s' cannot be read: %s".formatted(file.value(), e.getMessage()));
            return new LinkedHashMap<>();
        }
    }

    private static List<Ring> shape(Map<String, List<Ring>> shapes, String mark, int line, Faults faults) {
        List<Ring> rings = shapes.getOrDefault(mark, List.of());
        if (rings.isEmpty() && !shapes.isEmpty()) {
            faults.at(line, "the file has no shape '%s': it has %s".formatted(mark, String.join(", ", shapes.keySet())));
        }
        return rings;
    }
}
