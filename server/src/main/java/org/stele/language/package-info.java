/** What English and Arabic need: texts in both, number words, plurals, lists, dates. Pure; every room may use it, it uses none. */
@NullMarked
package org.stele.language;

import org.jspecify.annotations.NullMarked;
