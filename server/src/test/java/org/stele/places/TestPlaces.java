package org.stele.places;

import java.util.ArrayList;
import java.util.List;
import org.stele.codebook.CodebookFile;
import org.stele.language.Text;

/** A small gazetteer: the programme's governorates, and a few finer places that share names as real ones do. */
final class TestPlaces {

    private TestPlaces() {
    }

    static List<Place> governorates() {
        return ProgrammePlaces.read("places.yaml", CodebookFile.supplied("syria", "places.yaml"));
    }

    static List<Place> all() {
        List<Place> places = new ArrayList<>(governorates());
        add(places, "SY0202", 2, "SY02", "Al Bab", "الباب");
        add(places, "SY020200", 3, "SY0202", "Al Bab", "مركز الباب");
        add(places, "C1202", 4, "SY020200", "Al Bab", "الباب");
        add(places, "SY0302", 2, "SY03", "Duma", "دوما");
        add(places, "SY030200", 3, "SY0302", "Duma", "مركز دوما");
        add(places, "C2330", 4, "SY030200", "Duma", "دوما");
        add(places, "SY1300", 2, "SY13", "As-Sweida", "السويداء");
        add(places, "SY130001", 3, "SY1300", "Mazra'a", "المزرعة");
        add(places, "C6236", 4, "SY130001", "Duma", "دوما");
        add(places, "SY0404", 2, "SY04", "Ar-Rastan", "الرستن");
        add(places, "SY040400", 3, "SY0404", "Ar-Rastan", "مركز الرستن");
        add(places, "C2870", 4, "SY040400", "Ar-Rastan", "الرستن");
        add(places, "C2606", 4, "SY040400", "Maydan", "الميدان");
        add(places, "SY0500", 2, "SY05", "Hama", "حماة");
        add(places, "SY050000", 3, "SY0500", "Hama", "مركز حماة");
        add(places, "C2987", 4, "SY050000", "Hama", "حماة");
        add(places, "C4805", 4, "SY130001", "Hama", "حماة");
        add(places, "C3001", 4, "SY050000", "Harbanifse", "حربنفسه");
        add(places, "C3002", 4, "SY050000", "Latmana", "اللطامنة");
        add(places, "C3003", 4, "SY050000", "Latmin", "لطمين");
        add(places, "C3004", 4, "SY050000", "Karim", "الكريم");
        add(places, "C3005", 4, "SY050000", "Karim", "كريم");
        return places;
    }

    static void add(List<Place> places, String code, int level, String parent, String english, String arabic) {
        places.add(new Place(code, level, parent, new Text(english, arabic), List.of(), null, null, "test"));
    }
}
