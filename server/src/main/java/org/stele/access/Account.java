package org.stele.access;

/**
 * Somebody who may come to the desk.
 *
 * @param name       what the person signs in with, and what changes are recorded under
 * @param open       whether the person may still come in
 * @param generation grows with every change of role, password or second factor: what was begun before ends
 * @param enrolled   whether there is an authenticator or a passkey to sign in with: without one the account sees its own page alone
 */
public record Account(String name, Role role, boolean open, int generation, boolean enrolled) {
}
