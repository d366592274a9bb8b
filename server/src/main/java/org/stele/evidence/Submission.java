package org.stele.evidence;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What comes with the bytes of an item.
 *
 * @param provenance   where it came from; never absent
 * @param form         what sort of thing it is; guessed from the file's name if absent
 * @param title        what it is, in words
 * @param confidential whether it is to be read for a stated reason only
 * @param attach       records it bears on
 * @param by           who puts it into the register
 * @param reason       why, for the history
 */
public record Submission(Provenance provenance, @Nullable Form form, @Nullable String title, boolean confidential, List<Reference> attach,
        String by, String reason) {

    public Submission {
        attach = List.copyOf(attach);
        title = title == null || title.isBlank() ? null : title.strip();
    }

    /** The same with another provenance. */
    Submission from(Provenance told) {
        return new Submission(told, form, title, confidential, attach, by, reason);
    }

    /** The same as a page, unless another form was said. */
    Submission pageUnlessSaid() {
        return new Submission(provenance, form == null ? Form.PAGE : form, title, confidential, attach, by, reason);
    }

    Form formOrGuess() {
        return form != null ? form : Form.guess(provenance.fileName());
    }
}
