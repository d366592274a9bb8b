/** How fast evidence is taken in, checked, sealed and backed up, each beside what the machine itself does with the same files in the same run. */
@NullMarked
package org.stele.bench.evidence;

import org.jspecify.annotations.NullMarked;
