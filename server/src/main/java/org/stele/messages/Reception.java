package org.stele.messages;

import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.stele.codebook.SourceKind;
import org.stele.language.Language;
import org.stele.messages.Held.Fault;
import org.stele.messages.Held.Why;
import org.stele.register.Codebooks;

/** Takes what the public form sends: first what holds off programs and floods, then what is needed, then the message is durable. */
final class Reception {

    private static final Logger LOG = LoggerFactory.getLogger(Reception.class);
    /** The codebook's kind of source for what comes by the form, until somebody has verified who tells. */
    private static final String PUBLIC_FORM = "public-form";

    private final Messages messages;
    private final FormTokens tokens;
    private final Flood flood;
    private final FormLimits limits;
    private final Codebooks codebooks;
    private final InstantSource clock;

    Reception(Messages messages, FormTokens tokens, Flood flood, FormLimits limits, Codebooks codebooks, InstantSource clock) {
        this.messages = messages;
        this.tokens = tokens;
        this.flood = flood;
        this.limits = limits;
        this.codebooks = codebooks;
        this.clock = clock;
    }

    /** A token for a form that is opened now. */
    FormToken open(Receipt receipt) {
        return tokens.issue(receipt, flood.bits());
    }

    /** The token a form came with, if this register issued it. */
    Optional<FormToken> token(Typed typed) {
        return Receipt.typed(typed.of("receipt")).flatMap(receipt -> tokens.read(typed.of("token"), receipt));
    }

    /**
     * Takes the message that a form holds. What was taken before under the same receipt stays as it is.
     *
     * @return the message, which is durable
     * @throws Held if it is not taken yet
     */
    Message take(Typed typed, Language language) {
        FormToken token = token(typed).orElseThrow(() -> Held.because(Why.OLD));
        return kept(() -> {
            Optional<Message> before = messages.by(token.receipt());
            if (before.isPresent()) {
                return before.get();
            }
            Map<String, Fault> faults = faults(typed);
            if (!faults.isEmpty()) {
                throw Held.fields(faults);
            }
            admit(token, typed);
            Taken taken = messages.take(new NewMessage(typed.channel(), token.receipt().digest(), language, sourceKind(), typed.about().isEmpty() ? null : typed.about(),
                    typed.telling(), typed.contact(), typed.consent(), token.receipt(), List.of()), Messages.SENDER);
            return messages.find(taken.message()).orElseThrow();
        });
    }

    /** Lets in what a sender who came back sends. */
    void admit(FormToken token, Typed typed) {
        switch (token.age(clock.instant(), limits)) {
            case TOO_SOON -> throw Held.because(Why.SOON);
            case TOO_OLD -> throw Held.because(Why.OLD);
            case RIGHT -> {
                Duration wait = flood.enter(Work.isDone(token, typed.of("work")));
                if (!wait.isZero()) {
                    throw Held.until(wait);
                }
            }
        }
    }

    /** Does what reads and writes the register. What it cannot keep now is not lost: the page comes back with it. */
    <T> T kept(Supplier<T> work) {
        try {
            return work.get();
        } catch (DataAccessException | TransactionException e) {
            LOG.error("What the public form sent could not be kept; its sender was asked to send it again", e);
            throw Held.because(Why.FAILED);
        }
    }

    private static Map<String, Fault> faults(Typed typed) {
        Map<String, Fault> faults = new LinkedHashMap<>();
        if (!typed.tellsEnough()) {
            faults.put(ToldField.WHAT_HAPPENED.code(), new Fault(typed.about().isEmpty() ? "nothing" : "nothing-wrong", 0));
        }
        typed.tooLong().forEach((field, longest) -> faults.put(field, new Fault("too-long", longest)));
        if (!typed.consent().containsKey(Use.VERIFY)) {
            faults.put("consent-" + Use.VERIFY.code(), new Fault("unanswered", 0));
        }
        return faults;
    }

    /** Another programme's codebook may call it otherwise: then the lowest of its kinds. */
    private String sourceKind() {
        return codebooks.inForce().map(version -> version.record().codebook().sourceKinds()).filter(kinds -> !kinds.isEmpty())
                .map(kinds -> kinds.stream().map(SourceKind::code).filter(PUBLIC_FORM::equals).findFirst().orElse(kinds.getLast().code()))
                .orElse(PUBLIC_FORM);
    }
}
