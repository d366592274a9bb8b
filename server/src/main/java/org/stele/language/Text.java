package org.stele.language;

/** The same words in both languages. Neither may be blank: a missing translation is a fault of the data, found when it is read. */
public record Text(String en, String ar) {
    public Text {
        if (en.isBlank() || ar.isBlank()) {
            throw new IllegalArgumentException("A text needs both languages: en='" + en + "', ar='" + ar + "'");
        }
    }

    public String in(Language language) {
        return switch (language) {
            case EN -> en;
            case AR -> ar;
        };
    }
}
