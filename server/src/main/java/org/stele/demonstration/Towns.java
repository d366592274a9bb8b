package org.stele.demonstration;

import java.util.List;
import org.stele.register.PlaceRef;

/** The towns that deaths and origins are spread over. */
final class Towns {

    private record Town(String governorate, String latin, String arabic) {
    }

    private final List<Town> towns = Sheet.read("towns.csv").rows().stream()
            .map(row -> new Town(row.get("governorate"), row.get("latin"), row.get("arabic"))).toList();

    /** A town of the governorate, coded by the governorate. */
    PlaceRef in(String governorate, Dice dice) {
        return place(dice.pick(towns.stream().filter(town -> town.governorate.equals(governorate)).toList()));
    }

    PlaceRef anywhere(Dice dice) {
        return place(dice.pick(towns));
    }

    /** The town of a place, as written in Arabic. */
    String arabic(PlaceRef place) {
        return place.arabic() == null ? "مكان معروف" : place.arabic();
    }

    private static PlaceRef place(Town town) {
        return new PlaceRef(town.governorate, town.latin, town.arabic);
    }
}
