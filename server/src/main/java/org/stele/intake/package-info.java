/**
 * Takes lists in: reads a file, maps its rows to the register's fields by a declared mapping, and keeps every row word for word as
 * a statement of its source. Writes through {@code register}; knows no country.
 */
@NullMarked
package org.stele.intake;

import org.jspecify.annotations.NullMarked;
