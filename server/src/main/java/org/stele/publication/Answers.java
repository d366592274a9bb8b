package org.stele.publication;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.stele.codebook.Codebook;
import org.stele.history.Changes;
import org.stele.history.Moment;
import org.stele.page.Unanswerable;
import org.stele.register.Codebooks;
import org.stele.statistics.Answer;
import org.stele.statistics.Question;
import org.stele.statistics.Statistics;

/**
 * Answers for many readers of the same pages: what was counted for one is kept for the next, until the register changes. A settled
 * moment never changes, so what is kept is never wrong.
 */
@Component
class Answers {

    /** Answers kept; a page asks five to ten questions. */
    private static final int KEPT = 1_000;

    private final Statistics statistics;
    private final Codebooks codebooks;
    private final Changes changes;
    private final Map<Question, Answer> kept = latest();
    private final Map<Long, Codebook> rules = latest();
    private final Gallery gallery = new Gallery();

    Answers(Statistics statistics, Codebooks codebooks, Changes changes) {
        this.statistics = statistics;
        this.codebooks = codebooks;
        this.changes = changes;
    }

    /** The moment that a page speaks of: the last change, or what was known at an instant.
     *  @throws Unanswerable for an instant in the future */
    Moment moment(@Nullable Instant asOf) {
        try {
            return asOf == null ? changes.latest() : changes.settled(asOf);
        } catch (IllegalArgumentException e) {
            throw new Unanswerable(e.getMessage(), e);
        }
    }

    /** @param question with the instant of its moment: two readers of the same state ask the same question */
    Answer to(Question question) {
        synchronized (kept) {
            Answer known = kept.get(question);
            if (known != null) {
                return known;
            }
        }
        Answer answer;
        try {
            answer = statistics.answer(question);
        } catch (IllegalArgumentException e) {
            throw new Unanswerable(e.getMessage(), e);
        }
        synchronized (kept) {
            kept.put(question, answer);
        }
        return answer;
    }

    /** The drawings made of answers. */
    Gallery gallery() {
        return gallery;
    }

    /** The codebook whose rules hold at a moment.
     *  @throws NothingYet before there is one */
    Codebook codebook(Moment moment) {
        return known(moment).orElseThrow(NothingYet::new);
    }

    /** The same; empty before there is one. */
    Optional<Codebook> known(Moment moment) {
        synchronized (rules) {
            Codebook known = rules.get(moment.change());
            if (known != null) {
                return Optional.of(known);
            }
        }
        Optional<Codebook> found = codebooks.inForce(moment).map(adopted -> adopted.record().codebook());
        found.ifPresent(codebook -> {
            synchronized (rules) {
                rules.put(moment.change(), codebook);
            }
        });
        return found;
    }

    /** Keeps what was asked for last. */
    private static <K, V> Map<K, V> latest() {
        return new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > KEPT;
            }
        };
    }
}
