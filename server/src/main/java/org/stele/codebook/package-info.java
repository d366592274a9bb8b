/** What the words mean: reads and checks the declared definitions of a programme. Pure; knows only {@code language}. */
@NullMarked
package org.stele.codebook;

import org.jspecify.annotations.NullMarked;
