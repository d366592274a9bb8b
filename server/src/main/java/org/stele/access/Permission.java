package org.stele.access;

/** What an account may be allowed to do. Which role may do what stands in {@link RoleTable}. */
public enum Permission {
    /** Come to the desk at all: every open account. */
    ENTER,
    /** Set up and change what one signs in with oneself: password, authenticator, passkeys. */
    OWN_KEYS,
    /** Enter what came in by other ways than the public form: a letter, a call, a visit. */
    ENTER_MESSAGES,
    /** See the queue and what each item in it says. */
    SEE_QUEUE,
    /** Claim an item of the queue, look for what else is known, choose findings and propose them. */
    WORK_CASES,
    /** Document what another person proposed, or return it. Never one's own, whatever the role. */
    VERIFY_CASES,
    /** Read victims, incidents and statements, and the lists behind figures. */
    READ_CASES,
    /** Read what confidential sources said and gave. */
    READ_SOURCES,
    /** Ask, with a reason, to be told who a source is. */
    REVEAL_SOURCES,
    /** Agree that another person is told who a source is. */
    AGREE_REVEAL,
    /** Take lists of cases out of the register as files. */
    EXPORT_CASES,
    /** Ask the register for figures at the desk, and for lists without anybody's identity. */
    COUNT_CASES,
    /** Open the bytes of evidence; confidential ones for a stated reason. */
    READ_EVIDENCE,
    /** Take evidence in, and say what it bears on. */
    ADD_EVIDENCE,
    /** See where the copies of originals lie and how they do; nothing of what is in them. */
    SEE_COPIES,
    /** Ask for the deletion of an original everywhere, agree to another's asking, or stop it. */
    DELETE_EVIDENCE,
    /** Write reports and corrections. */
    EDIT_REPORTS,
    /** Release a report that another person wrote. */
    RELEASE_REPORTS,
    /** See who did what and when, and who read what; nothing of the content. */
    SEE_AUDIT,
    /** Make accounts, change and close them, and help who lost the way in. */
    MANAGE_ACCOUNTS
}
