/**
 * The frame of every page: its language and address, its words, its layout and its errors. Knows only {@code language}; what it
 * must say of the register it is told by {@link org.stele.page.Site}.
 */
@NullMarked
package org.stele.page;

import org.jspecify.annotations.NullMarked;
