package org.stele.review;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the organisation is about to hold true of a person or an incident, while it is being found out.
 *
 * @param caseId  the case
 * @param record  id of the victim or incident in the register, once there is one
 * @param content the finding, as the register will take it
 * @param grounds for each field why, in words; the fields are named as in the register's facts
 * @param told    what tells of it
 * @param dropped whether it was taken out of the case
 * @param <R>     {@link org.stele.register.Victim} or {@link org.stele.register.Incident}
 */
public record Finding<R>(long caseId, @Nullable Long record, R content, Map<String, String> grounds, List<Told> told, boolean dropped) {

    public Finding {
        grounds = Map.copyOf(grounds);
        told = told.stream().distinct().toList();
    }

    /** The same with another content and grounds for the fields that changed; grounds that are blank are taken away. */
    public Finding<R> with(R next, Map<String, String> because) {
        Map<String, String> all = new java.util.TreeMap<>(grounds);
        because.forEach((field, words) -> {
            if (words.isBlank()) {
                all.remove(field);
            } else {
                all.put(field, words.strip());
            }
        });
        return new Finding<>(caseId, record, next, all, told, dropped);
    }

    Finding<R> recordedAs(long id) {
        return new Finding<>(caseId, id, content, grounds, told, dropped);
    }

    Finding<R> in(long otherCase) {
        return new Finding<>(otherCase, record, content, grounds, told, dropped);
    }

    Finding<R> toldBy(List<Told> all) {
        return new Finding<>(caseId, record, content, grounds, all, dropped);
    }

    Finding<R> takenOut() {
        return new Finding<>(caseId, record, content, grounds, told, true);
    }
}
