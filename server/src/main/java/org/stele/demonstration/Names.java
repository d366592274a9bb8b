package org.stele.demonstration;

import java.util.List;
import java.util.Map;
import org.stele.register.PersonName;
import org.stele.register.Sex;

/** Names composed from the demonstration's own list, the same in both scripts: given name, father's name, family name. */
final class Names {

    private record Part(String latin, String arabic) {
    }

    private final List<Part> male = parts("male");
    private final List<Part> female = parts("female");
    private final List<Part> families = parts("family");
    private final Dice dice = Dice.forPurpose("names");

    private static List<Part> parts(String role) {
        return Sheet.read("names.csv").rows().stream().filter(row -> row.get("role").equals(role)).map(Names::part).toList();
    }

    private static Part part(Map<String, String> row) {
        return new Part(row.get("latin"), row.get("arabic"));
    }

    /** One of the families, by number. */
    int family() {
        return dice.below(families.size());
    }

    PersonName of(Sex sex, int family) {
        Part given = dice.pick(sex == Sex.FEMALE ? female : male);
        Part father = dice.pick(male);
        Part last = families.get(family);
        return new PersonName(given.latin + " " + father.latin + " " + last.latin, given.arabic + " " + father.arabic + " " + last.arabic);
    }
}
