/** Made-up lists of the killed with the truth beside them, to try a linkage on: the same for the same seed, and nobody's real name. */
@NullMarked
package org.stele.linkage.synthetic;

import org.jspecify.annotations.NullMarked;
