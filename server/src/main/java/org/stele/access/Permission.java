package org.stele.access;

/** What an account may be allowed to do. */
public enum Permission {
    /** Come to the desk at all: every open account. */
    ENTER,
    /** Read victims, incidents and statements, and the lists behind figures. */
    READ_CASES,
    /** See who a confidential source is. */
    READ_SOURCES,
    /** Take lists of cases out of the register as files. */
    EXPORT_CASES,
    /** Open the bytes of evidence; confidential ones for a stated reason. */
    READ_EVIDENCE,
    /** Take evidence in, and say what it bears on. */
    ADD_EVIDENCE,
    /** See where the copies of originals lie and how they do; nothing of what is in them. */
    SEE_COPIES,
    /** Ask for the deletion of an original everywhere, agree to another's asking, or stop it. */
    DELETE_EVIDENCE
}
