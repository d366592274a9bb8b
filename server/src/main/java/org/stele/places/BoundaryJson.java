package org.stele.places;

import java.util.ArrayList;
import java.util.List;
import org.stele.drawing.Area;
import org.stele.drawing.Area.Point;
import org.stele.drawing.Area.Ring;
import org.stele.language.Text;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes a set of boundaries as the JSON the database keeps, and reads it again. */
final class BoundaryJson {

    /** Five decimals of a degree are about a metre, finer than any drawing. */
    private static final double GRID = 1e5;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private BoundaryJson() {
    }

    static String write(BoundarySet set) {
        ObjectNode node = JSON.createObjectNode();
        text(node.putObject("credit"), set.credit());
        areas(node.putArray("areas"), set.areas());
        areas(node.putArray("unnumbered"), set.unnumbered());
        areas(node.putArray("ground"), set.ground());
        return JSON.writeValueAsString(node);
    }

    static BoundarySet read(String json) {
        JsonNode node = JSON.readTree(json);
        return new BoundarySet(areas(node.path("areas")), areas(node.path("unnumbered")), areas(node.path("ground")), text(node.path("credit")));
    }

    private static void areas(ArrayNode list, List<Area> areas) {
        for (Area area : areas) {
            ObjectNode node = list.addObject().put("code", area.code());
            text(node.putObject("name"), area.name());
            ArrayNode rings = node.putArray("rings");
            for (Ring ring : area.rings()) {
                ArrayNode points = rings.addArray();
                ring.points().forEach(point -> points.add(Math.round(point.longitude() * GRID) / GRID).add(Math.round(point.latitude() * GRID) / GRID));
            }
        }
    }

    private static List<Area> areas(JsonNode list) {
        List<Area> areas = new ArrayList<>();
        for (JsonNode node : list) {
            List<Ring> rings = new ArrayList<>();
            for (JsonNode numbers : node.path("rings")) {
                List<Point> points = new ArrayList<>();
                for (int i = 0; i < numbers.size(); i += 2) {
                    points.add(new Point(numbers.get(i).asDouble(), numbers.get(i + 1).asDouble()));
                }
                rings.add(new Ring(points));
            }
            areas.add(new Area(node.path("code").asString(), text(node.path("name")), rings));
        }
        return areas;
    }

    private static void text(ObjectNode node, Text text) {
        node.put("en", text.en()).put("ar", text.ar());
    }

    private static Text text(JsonNode node) {
        return new Text(node.path("en").asString(), node.path("ar").asString());
    }
}
