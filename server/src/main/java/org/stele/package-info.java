/** Stele: each package below is a room of the house; ARCHITECTURE.md draws it. */
@NullMarked
package org.stele;

import org.jspecify.annotations.NullMarked;
