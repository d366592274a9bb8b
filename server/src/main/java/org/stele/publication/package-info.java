/** The public site: figures, drawings, downloads, reports and the methodology. Everything here is open; it never shows a name. */
@NullMarked
package org.stele.publication;

import org.jspecify.annotations.NullMarked;
