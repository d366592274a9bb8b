package org.stele.access;

/** Something that a page of one's own account will not do as things stand. Nothing was changed. */
final class NotDone extends RuntimeException {

    private final String key;

    /** @param key of the words that say why, in both languages */
    NotDone(String key) {
        super(key);
        this.key = key;
    }

    String key() {
        return key;
    }
}
