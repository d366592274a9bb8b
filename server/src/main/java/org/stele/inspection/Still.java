package org.stele.inspection;

import org.jspecify.annotations.Nullable;

/**
 * One picture of a film.
 *
 * @param second      of the film at which it is seen, from 0
 * @param fingerprint as the picture is shown
 * @param view        the picture itself, at most 512 pixels on a side; of most stills only the fingerprint is kept
 */
public record Still(int second, Fingerprint fingerprint, @Nullable View view) {

    /** The same with the fingerprint alone. */
    Still withoutView() {
        return new Still(second, fingerprint, null);
    }
}
