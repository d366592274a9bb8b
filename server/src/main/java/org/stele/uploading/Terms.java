package org.stele.uploading;

import java.time.Duration;

/**
 * On what terms a face of the program takes uploads.
 *
 * @param longest  bytes that one file may have
 * @param mostOpen uploads that one owner may have under way
 * @param kept     for how long an upload is kept after the last piece came, in whole seconds
 */
public record Terms(long longest, int mostOpen, Duration kept) {

    public Terms {
        if (longest < 0 || mostOpen < 1 || kept.toSeconds() < 1) {
            throw new IllegalArgumentException("Nothing could be sent on these terms: " + longest + " bytes, " + mostOpen + " uploads, " + kept);
        }
    }
}
