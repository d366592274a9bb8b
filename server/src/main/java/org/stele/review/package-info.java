/**
 * What happens to a message until a person is documented: the queue of cases, findings with their grounds, how sources are assessed,
 * the codebook's minimum as a gate, four eyes, merging and unmerging. The register learns of a finding only when a second person has
 * verified it. May touch messages, intake, register and what lies below.
 */
@NullMarked
package org.stele.review;

import org.jspecify.annotations.NullMarked;
