/** Questions and figures: every number that leaves the register is counted here, and each can list the exact versions it counts. */
@NullMarked
package org.stele.statistics;

import org.jspecify.annotations.NullMarked;
