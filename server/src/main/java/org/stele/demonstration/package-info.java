/** The demonstration programme: a year of invented people whose sums are the published ones, and its loading. May use every room below. */
@NullMarked
package org.stele.demonstration;

import org.jspecify.annotations.NullMarked;
