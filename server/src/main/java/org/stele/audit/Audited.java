package org.stele.audit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stele.tlog.Checkpoint;

/**
 * What an audit came to.
 *
 * @param at         when it began
 * @param entries    entries of the sealed log that were compared with their records
 * @param checkpoint the published checkpoint; none where nothing was ever published
 * @param outside    the checkpoints kept by others that the log was compared with, as they are called in sentences
 * @param editions   editions whose figures were asked again
 * @param figures    figures asked again
 * @param files      files of editions read again
 * @param copies     copies of originals that were read whole and were right; none if bytes were left out
 * @param bytes      bytes of all copies read
 * @param notRead    locations whose copies were not read, each with the reason
 * @param quick      whether the bytes of originals were left out
 * @param findings   what is not as it was sealed, the first first; empty if all is
 */
public record Audited(Instant at, long entries, @Nullable Checkpoint checkpoint, List<String> outside, int editions, long figures, long files, long copies,
                      long bytes, Map<String, String> notRead, boolean quick, List<Finding> findings) {

    public boolean good() {
        return findings.isEmpty();
    }
}
