/** Editions: reports written from named figures and editable text, reconciled, frozen and released by a second person. Asks {@code
 *  statistics}, reads {@code register}, writes through {@code history}; gives documents their content and leaves their form to them. */
@NullMarked
package org.stele.reports;

import org.jspecify.annotations.NullMarked;
