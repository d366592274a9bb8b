package org.stele.messages;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stele.keys.LockedCompartment;
import org.stele.messages.Held.Fault;
import org.stele.messages.Held.Why;

/** What somebody may do who came back with a receipt code. */
final class Return {

    private final Reception reception;
    private final Messages messages;
    private final Consents consents;

    Return(Reception reception, Messages messages, Consents consents) {
        this.reception = reception;
        this.messages = messages;
        this.consents = consents;
    }

    Optional<Message> find(Typed typed) {
        return Receipt.typed(typed.of("receipt")).flatMap(receipt -> reception.kept(() -> messages.by(receipt)));
    }

    /** A token for the page that is shown next: the one it came with if that is to be sent once more. */
    FormToken open(Typed typed, @Nullable Held held) {
        boolean again = held != null && held.why() != Why.OLD;
        return reception.token(typed).filter(known -> again)
                .orElseGet(() -> reception.open(Receipt.typed(typed.of("receipt")).orElseGet(Receipt::fresh)));
    }

    /** A token for a page on which nobody has come back yet. */
    FormToken none() {
        return reception.open(Receipt.fresh());
    }

    /**
     * Lets in what is to be added or changed.
     *
     * @throws Held if it is not taken yet, or never more
     */
    Message admit(Typed typed) {
        Message message = find(typed).orElseThrow(() -> Held.fields(Map.of("receipt", new Fault("no-code", 0))));
        FormToken token = reception.token(typed).orElseThrow(() -> Held.because(Why.OLD));
        if (messages.isWithdrawn(message.id())) {
            throw Held.because(Why.WITHDRAWN);
        }
        if (typed.of("words").length() > Line.LONGEST) {
            throw Held.fields(Map.of("words", new Fault("too-long", Line.LONGEST)));
        }
        reception.admit(token, typed);
        return message;
    }

    /** The token is the mark of the line: a page that is sent twice says it once. */
    void say(Message message, Typed typed) {
        reception.kept(() -> {
            messages.add(message.id(), typed.of("words"), typed.of("token"));
            return true;
        });
    }

    /** Sets what was answered otherwise than it stands; what was allowed before is taken back by a no. */
    void change(Message message, Typed typed) {
        reception.kept(() -> {
            Map<Use, Consent.State> now = states(message);
            typed.consent().forEach((use, given) -> {
                Consent.State before = now.get(use);
                boolean was = before == Consent.State.GIVEN;
                if (was != given || before == null) {
                    Consent.State next = given ? Consent.State.GIVEN : was ? Consent.State.WITHDRAWN : Consent.State.REFUSED;
                    consents.set(new Consent(message.id(), use, next), Messages.SENDER, "the sender of message " + message.id() + " changes what is allowed");
                }
            });
            return true;
        });
    }

    void withdraw(Message message, Typed typed) {
        if (typed.of("sure").isEmpty()) {
            throw Held.fields(Map.of("sure", new Fault("not-sure", 0)));
        }
        if (typed.of("withdraw-words").length() > Line.LONGEST) {
            throw Held.fields(Map.of("withdraw-words", new Fault("too-long", Line.LONGEST)));
        }
        reception.kept(() -> {
            messages.withdraw(message.id(), typed.of("withdraw-words"));
            return true;
        });
    }

    /** What the sender sees. Where this machine may take messages in and not read them, what was said is left out. */
    Conversation conversation(Message message) {
        List<Line> lines = List.of();
        boolean locked = false;
        try {
            lines = messages.lines(message.id());
        } catch (LockedCompartment e) {
            locked = true;
        }
        return new Conversation(message, lines, locked, states(message), messages.items(message.id()).size(), messages.isWithdrawn(message.id()));
    }

    private Map<Use, Consent.State> states(Message message) {
        Map<Use, Consent.State> states = new EnumMap<>(Use.class);
        consents.of(message.id()).forEach(each -> states.put(each.record().use(), each.record().state()));
        return states;
    }
}
