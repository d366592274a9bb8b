package org.stele.access;

/**
 * Somebody who may come to the desk.
 *
 * @param name       what the person signs in with, and what changes are recorded under
 * @param open       whether the person may still come in
 * @param generation grows with every change of role or password: what was begun before ends
 */
public record Account(String name, Role role, boolean open, int generation) {
}
