package org.stele.demonstration;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What the sums tell people apart by. */
enum Person {
    CHILD, WOMAN, MAN;

    /** So many of each. */
    static List<Person> list(int children, int women, int men) {
        List<Person> people = new ArrayList<>(Collections.nCopies(children, CHILD));
        people.addAll(Collections.nCopies(women, WOMAN));
        people.addAll(Collections.nCopies(men, MAN));
        return people;
    }
}
