/** Personal names as people write them, in Arabic and Latin letters: forms to compare, parts, and an index of spellings. Pure. */
@NullMarked
package org.stele.linkage.names;

import org.jspecify.annotations.NullMarked;
