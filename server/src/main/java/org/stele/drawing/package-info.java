/** Charts and maps drawn as SVG, the same on a web page and in print. Pure: knows words and numbers, nothing of victims or databases. */
@NullMarked
package org.stele.drawing;

import org.jspecify.annotations.NullMarked;
