/**
 * Who may do what: accounts, roles, and the one table of which door is open to whom. Knows the database and the frame of the
 * pages; the rooms behind the doors it knows only by their addresses.
 */
@NullMarked
package org.stele.access;

import org.jspecify.annotations.NullMarked;
