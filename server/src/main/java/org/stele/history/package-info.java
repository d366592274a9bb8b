/** Changes and versions: the only code that writes a versioned record. Knows nothing of what the records mean. */
@NullMarked
package org.stele.history;

import org.jspecify.annotations.NullMarked;
