package org.stele.places;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.stele.drawing.Area.Point;
import org.stele.drawing.Area.Ring;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads GeoJSON (RFC 7946): degrees on WGS 84. */
final class GeoJson {

    private GeoJson() {
    }

    /**
     * A feature with its properties as words.
     *
     * @param number its place in the file, from 1
     */
    record Feature(int number, Map<String, String> properties, List<Ring> rings) {
    }

    /** @throws IllegalArgumentException if the text is no GeoJSON collection of features */
    static List<Feature> read(String json) {
        JsonNode file;
        try {
            file = JsonMapper.builder().build().readTree(json);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("This is not JSON: " + e.getOriginalMessage());
        }
        if (!file.path("type").asString("").equals("FeatureCollection")) {
            throw new IllegalArgumentException("This is not a GeoJSON collection of features: its 'type' must be FeatureCollection");
        }
        List<Feature> features = new ArrayList<>();
        for (JsonNode feature : file.path("features")) {
            Map<String, String> properties = new TreeMap<>();
            feature.path("properties").properties().forEach(property -> properties.put(property.getKey(), property.getValue().asString("")));
            features.add(new Feature(features.size() + 1, properties, rings(feature.path("geometry"))));
        }
        return features;
    }

    private static List<Ring> rings(JsonNode geometry) {
        List<Ring> rings = new ArrayList<>();
        switch (geometry.path("type").asString("")) {
            case "Polygon" -> geometry.path("coordinates").forEach(ring -> rings.add(ring(ring)));
            case "MultiPolygon" -> geometry.path("coordinates").forEach(polygon -> polygon.forEach(ring -> rings.add(ring(ring))));
            case "GeometryCollection" -> geometry.path("geometries").forEach(part -> rings.addAll(rings(part)));
            default -> { }
        }
        return rings;
    }

    private static Ring ring(JsonNode coordinates) {
        List<Point> points = new ArrayList<>();
        coordinates.forEach(point -> points.add(new Point(point.path(0).asDouble(), point.path(1).asDouble())));
        return new Ring(points);
    }
}
