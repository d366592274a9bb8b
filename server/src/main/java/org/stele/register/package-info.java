/** Victims, incidents, sources and statements, with all their versions, and the codebook in force. Findings and statements stay apart. */
@NullMarked
package org.stele.register;

import org.jspecify.annotations.NullMarked;
