/**
 * Outsiders who vouch for the sealed log: witnesses who cosign that it only ever grew (C2SP tlog-witness), and time-stamp authorities who
 * state when it had come so far (RFC 3161). Here too is the witness that a partner runs for somebody else's log. The room knows the log
 * only as the library {@code transparency-log}; it keeps files beside it and no table.
 */
@NullMarked
package org.stele.witnessing;

import org.jspecify.annotations.NullMarked;
