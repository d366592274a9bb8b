package org.stele.demonstration;

import java.time.LocalDate;
import java.util.List;

/** What the register is to hold of one record, from when on: the first state opens it, each other one takes the place of the one before. */
record Story<R>(List<State<R>> states) {

    /**
     * One state.
     *
     * @param day    the day in whose evening it is recorded
     * @param reason why, for the history
     */
    record State<R>(LocalDate day, String reason, R record) {
    }

    Story {
        states = List.copyOf(states);
        for (int i = 1; i < states.size(); i++) {
            if (!states.get(i - 1).day.isBefore(states.get(i).day)) {
                throw new IllegalArgumentException("A later state is not of a later day: " + states);
            }
        }
    }

    State<R> first() {
        return states.getFirst();
    }

    R last() {
        return states.getLast().record;
    }
}
