package org.stele.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A list of made-up victims as a partner would send it: the same rows for the same number, of any length. Shares of sex, age, party,
 * place and cause are roughly those of a real war's register, because skew decides how fast a cross-tab is.
 */
final class GeneratedList {

    static final String HEADER = "id,name,name_ar,sex,age,status,documented,died,place,origin,cause,weapon,party,group,incident";

    private static final List<String> GIVEN = List.of("Adnan", "Basil", "Dima", "Fadi", "Ghada", "Hadi", "Iman", "Jamil", "Karim", "Lina",
            "Majd", "Nour", "Omar", "Rami", "Salma", "Tariq", "Wael", "Yara", "Zaid", "Hala");
    private static final List<String> GIVEN_AR = List.of("عدنان", "باسل", "ديما", "فادي", "غادة", "هادي", "إيمان", "جميل", "كريم", "لينا",
            "مجد", "نور", "عمر", "رامي", "سلمى", "طارق", "وائل", "يارا", "زيد", "هالة");
    private static final List<String> FAMILY = List.of("al Asmar", "Darwish", "Haddad", "Jabbour", "Khatib", "Mansour", "Najjar", "Qasim",
            "Sabbagh", "Tahhan", "Zaim", "Barakat", "Hamwi", "Shami", "Rifai");
    private static final List<String> FAMILY_AR = List.of("الأسمر", "درويش", "حداد", "جبور", "خطيب", "منصور", "نجار", "قاسم",
            "صباغ", "طحان", "زعيم", "بركات", "حموي", "شامي", "رفاعي");
    private static final List<String> PARTIES = List.of("regime", "regime", "regime", "regime", "regime", "regime", "regime", "russia", "isis",
            "hts", "sna", "sdf", "unknown landmine", "unknown gunfire", "unknown bombing");
    private static final List<String> CAUSES = List.of("shelling", "shelling", "airstrike", "airstrike", "shooting", "shooting", "shooting",
            "torture", "explosion", "execution");
    private static final List<String> WEAPONS = List.of("artillery", "rocket", "barrel-bomb", "firearm", "firearm", "landmine", "", "");
    private static final LocalDate FIRST = LocalDate.of(2011, 3, 15);
    /** Days from the first death to the last. */
    private static final int DAYS = 5000;

    private GeneratedList() {
    }

    static Path write(Path file, int rows) throws IOException {
        var random = new SplittableRandom(20201101);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(HEADER);
            out.write('\n');
            for (int id = 1; id <= rows; id++) {
                out.write(row(id, random));
                out.write('\n');
            }
        }
        return file;
    }

    private static String row(int id, SplittableRandom random) {
        int given = random.nextInt(GIVEN.size());
        int father = random.nextInt(GIVEN.size());
        int family = random.nextInt(FAMILY.size());
        // Most deaths fall into a few bloody years: the mean of two draws leans to the middle.
        int died = (random.nextInt(DAYS) + random.nextInt(DAYS)) / 2;
        int documented = died + (random.nextInt(10) == 0 ? random.nextInt(700) : random.nextInt(4));
        int place = random.nextInt(100) < 60 ? List.of(2, 7, 9, 3, 4).get(random.nextInt(5)) : 1 + random.nextInt(14);
        int origin = random.nextInt(100) < 75 ? place : 1 + random.nextInt(14);
        return "%d,%s %s %s,%s %s %s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s".formatted(
                id, GIVEN.get(given), GIVEN.get(father), FAMILY.get(family), GIVEN_AR.get(given), GIVEN_AR.get(father), FAMILY_AR.get(family),
                random.nextInt(100) < 12 ? "F" : random.nextInt(100) < 98 ? "M" : "",
                random.nextInt(100) < 25 ? "" : Integer.toString(random.nextInt(85)),
                random.nextInt(100) < 93 ? "civilian" : "combatant",
                FIRST.plusDays(documented), FIRST.plusDays(died),
                random.nextInt(100) < 94 ? "SY%02d".formatted(place) : "",
                random.nextInt(100) < 90 ? "SY%02d".formatted(origin) : "",
                CAUSES.get(random.nextInt(CAUSES.size())), WEAPONS.get(random.nextInt(WEAPONS.size())), PARTIES.get(random.nextInt(PARTIES.size())),
                random.nextInt(200) == 0 ? "medical" : "",
                // About three victims an incident, of the same days: a new one every third row.
                "i" + id / 3);
    }
}
