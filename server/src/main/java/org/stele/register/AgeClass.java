package org.stele.register;

/** Child or adult at death. */
public enum AgeClass {
    CHILD, ADULT, UNKNOWN
}
