package org.stele.messages;

import java.util.Locale;

/** The way by which a message came. */
public enum Channel {
    /** The public form. */
    FORM,
    /** A field team's form, by OpenRosa. */
    FIELD,
    /** A feed that is watched. */
    FEED,
    /** An exported chat. */
    CHAT,
    /** An e-mail file. */
    MAIL,
    /** Somebody of the organisation wrote down what was told in person, by telephone, or in public. */
    DESK,
    /** Somebody reports an error in what was published. */
    CORRECTION;

    /** As the database and addresses write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Channel of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
