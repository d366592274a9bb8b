package org.stele.places;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stele.drawing.Area.Point;
import org.stele.drawing.Area.Ring;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads TopoJSON: shapes as rings of arcs that neighbours share, each arc a chain of whole-number steps on a grid. */
final class TopoJson {

    private final JsonNode topology;
    private final List<List<Point>> arcs = new ArrayList<>();

    private TopoJson(JsonNode topology) {
        this.topology = topology;
        JsonNode scale = topology.path("transform").path("scale");
        JsonNode translate = topology.path("transform").path("translate");
        for (JsonNode arc : topology.path("arcs")) {
            List<Point> points = new ArrayList<>();
            long x = 0;
            long y = 0;
            for (JsonNode step : arc) {
                x += step.path(0).asLong();
                y += step.path(1).asLong();
                points.add(new Point(x * scale.path(0).asDouble() + translate.path(0).asDouble(), y * scale.path(1).asDouble() + translate.path(1).asDouble()));
            }
            arcs.add(points);
        }
    }

    /** The rings of every shape of the file, by the shape's own mark, or by its number where it has none. */
    static Map<String, List<Ring>> read(String json) {
        TopoJson file = new TopoJson(JsonMapper.builder().build().readTree(json));
        Map<String, List<Ring>> shapes = new LinkedHashMap<>();
        for (JsonNode object : file.topology.path("objects")) {
            for (JsonNode geometry : object.has("geometries") ? object.path("geometries") : List.of(object)) {
                shapes.merge(geometry.path("id").asString("#" + shapes.size()), file.rings(geometry), TopoJson::both);
            }
        }
        return shapes;
    }

    private List<Ring> rings(JsonNode geometry) {
        List<Ring> rings = new ArrayList<>();
        switch (geometry.path("type").asString("")) {
            case "Polygon" -> geometry.path("arcs").forEach(ring -> rings.add(ring(ring)));
            case "MultiPolygon" -> geometry.path("arcs").forEach(polygon -> polygon.forEach(ring -> rings.add(ring(ring))));
            default -> { }
        }
        return rings;
    }

    /** A number below zero means the arc whose place is its complement, walked backwards; arcs share their end points. */
    private Ring ring(JsonNode numbers) {
        List<Point> points = new ArrayList<>();
        for (JsonNode number : numbers) {
            int n = number.asInt();
            List<Point> arc = n >= 0 ? arcs.get(n) : arcs.get(~n).reversed();
            points.addAll(points.isEmpty() ? arc : arc.subList(1, arc.size()));
        }
        return new Ring(points);
    }

    private static List<Ring> both(List<Ring> a, List<Ring> b) {
        List<Ring> both = new ArrayList<>(a);
        both.addAll(b);
        return both;
    }
}
