package org.stele.evidence;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stele.inspection.Claim;
import org.stele.inspection.Fingerprint;
import org.stele.inspection.Finding;
import org.stele.inspection.Held;
import org.stele.inspection.Member;

/**
 * What a look at an item's bytes found, as it was recorded.
 *
 * @param id          number of the look
 * @param at          when
 * @param type        media type by the bytes
 * @param claimedType media type that the name's ending promises, if any
 * @param claims      what the file says of itself: nobody has verified it
 * @param findings    what a person should know before relying on it
 * @param members     what an archive or letter says it contains
 * @param fingerprint of a picture
 * @param stills      how many were taken of a film, one a second
 * @param isolation   how the process that opened the file was held
 * @param forgotten   whether all that was found was lawfully erased since
 */
public record Seen(long id, long item, Instant at, String type, @Nullable String claimedType, List<Claim> claims, List<Finding> findings,
        List<Member> members, @Nullable Fingerprint fingerprint, int stills, Held isolation, boolean forgotten) {
}
