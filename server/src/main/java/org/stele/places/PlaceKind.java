package org.stele.places;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.stele.history.Kind;
import org.stele.language.Text;

/** How places are kept. */
final class PlaceKind implements Kind<Place> {

    static final PlaceKind PLACE = new PlaceKind();

    @Override
    public String table() {
        return "place";
    }

    @Override
    public List<String> columns() {
        return List.of("code", "level", "parent", "name_en", "name_ar", "aliases", "latitude", "longitude", "source");
    }

    @Override
    public List<?> values(Place place) {
        return Arrays.asList(place.code(), place.level(), place.parent(), place.name().en(), place.name().ar(), place.aliases(),
                place.latitude(), place.longitude(), place.source());
    }

    @Override
    public Place read(ResultSet row) throws SQLException {
        return new Place(row.getString("code"), row.getInt("level"), row.getString("parent"),
                new Text(row.getString("name_en"), row.getString("name_ar")), List.of((String[]) row.getArray("aliases").getArray()),
                row.getObject("latitude", Double.class), row.getObject("longitude", Double.class), row.getString("source"));
    }
}
