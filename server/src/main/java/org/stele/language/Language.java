package org.stele.language;

import java.util.Locale;

/** A language Stele is written in. English and Arabic are equals: every screen and every document exists in both. */
public enum Language {
    EN("en", false),
    AR("ar", true);

    private final String tag;
    private final boolean rightToLeft;

    Language(String tag, boolean rightToLeft) {
        this.tag = tag;
        this.rightToLeft = rightToLeft;
    }

    /** The language of a BCP 47 tag's first part; English for anything that is not Arabic. */
    public static Language of(Locale locale) {
        return locale.getLanguage().equals(AR.tag) ? AR : EN;
    }

    /** The language named by exactly this tag.
     *  @throws IllegalArgumentException for a language Stele is not written in */
    public static Language ofTag(String tag) {
        for (Language language : values()) {
            if (language.tag.equals(tag)) {
                return language;
            }
        }
        throw new IllegalArgumentException("No language '" + tag + "': use en or ar");
    }

    /** BCP 47 tag, for {@code lang} attributes and file names. */
    public String tag() {
        return tag;
    }

    public Locale locale() {
        return Locale.forLanguageTag(tag);
    }

    public boolean rightToLeft() {
        return rightToLeft;
    }

    /** {@code ltr} or {@code rtl}, as HTML writes it. */
    public String direction() {
        return rightToLeft ? "rtl" : "ltr";
    }
}
