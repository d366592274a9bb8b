package org.stele.access;

/** Something by which somebody shows who they are. */
enum Proof {
    PASSWORD,
    /** Of an authenticator app, or one of the recovery codes on paper. */
    CODE,
    /** A key held by a device that asks its owner for a finger or a PIN: two proofs in one. */
    PASSKEY
}
