package org.stele.messages;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.stele.evidence.Consent;
import org.stele.evidence.Form;
import org.stele.evidence.Provenance;
import org.stele.evidence.Receiving;
import org.stele.evidence.Submission;
import org.stele.vault.VaultFull;

/** Takes the files that come with a message: from the wire into the vault, and to the message they came with, one after the other. */
final class FormFiles {

    private static final Logger LOG = LoggerFactory.getLogger(FormFiles.class);
    private static final String BY_FORM = "message by public form";

    private final Receiving receiving;
    private final Messages messages;
    private final Consents consents;
    private final Flood flood;
    private final FormLimits limits;

    FormFiles(Receiving receiving, Messages messages, Consents consents, Flood flood, FormLimits limits) {
        this.receiving = receiving;
        this.messages = messages;
        this.consents = consents;
        this.flood = flood;
        this.limits = limits;
    }

    /**
     * Takes one file. When this says that it was kept, it is durable and belongs to the message.
     *
     * @return why it was not kept, as a code of words; null if it was
     * @throws IOException if its sender is gone
     */
    @Nullable String take(Message message, @Nullable String name, InputStream bytes) throws IOException {
        List<Long> before = messages.items(message.id());
        if (before.size() >= limits.files()) {
            return "too-many";
        }
        if (!flood.untilFiles().isZero()) {
            return "later";
        }
        MeasuredStream measured = new MeasuredStream(bytes, limits.fileBytes(), flood::read);
        try {
            long item = receiving.add(submission(message, name), measured, taken -> { }).item();
            messages.attach(message.id(), List.of(item));
            return null;
        } catch (VaultFull e) {
            LOG.error("A file sent by the public form found no room: {}", e.getMessage());
            return "no-room";
        } catch (IOException | DataAccessException | TransactionException e) {
            if (measured.isTooLong()) {
                return "too-big";
            }
            if (e instanceof IOException gone && measured.isBroken()) {
                throw gone;
            }
            LOG.error("A file sent by the public form could not be kept; its sender was told", e);
            return "failed";
        }
    }

    private Submission submission(Message message, @Nullable String name) {
        Provenance provenance = Provenance.of(Map.of("kind", message.sourceKind(), "source", BY_FORM, "obtained-by", "public form",
                "obtained-at", message.receivedAt().toString(), "consent", scope(message.id()).code()), name);
        // A page saved from the web needs the address it was saved from, which who sends it here need not know.
        Form guess = Form.guess(name);
        return new Submission(provenance, guess == Form.PAGE ? Form.DOCUMENT : guess, null, true, List.of(), Messages.SENDER,
                "came with message " + message.id());
    }

    /** How far what the sender said goes for the files. */
    private Consent scope(long message) {
        boolean courts = given(message, Use.COURTS) && given(message, Use.UN);
        Consent most = courts && given(message, Use.DETAILS) ? Consent.PUBLICATION : courts ? Consent.COURTS : Consent.INTERNAL;
        return given(message, Use.VERIFY) ? most : Consent.NOT_ASKED;
    }

    private boolean given(long message, Use use) {
        return consents.allows(List.of(message), use);
    }
}
