/** One model of a document, rendered as a web page and as a tagged PDF. Pure: knows words and drawings, nothing of victims or databases. */
@NullMarked
package org.stele.document;

import org.jspecify.annotations.NullMarked;
