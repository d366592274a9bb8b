/** Places: a versioned hierarchy with codes and names in both scripts, matching of free text against it, and boundaries to draw. */
@NullMarked
package org.stele.places;

import org.jspecify.annotations.NullMarked;
