package org.stele.register;

/** Sex as recorded; unknown is a value. */
public enum Sex {
    FEMALE, MALE, UNKNOWN
}
