/**
 * Who may do what: accounts, what they sign in with, roles, and the one table of which door is open to whom. Knows the database, the
 * keys by which the secrets of authenticator apps are encrypted, the sealed log, and the frame of the
 * pages; the rooms behind the doors it knows only by their addresses.
 */
@NullMarked
package org.stele.access;

import org.jspecify.annotations.NullMarked;
