package org.stele.inspection;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The stills of a film of unknown length: all fingerprints, and never more than so many pictures, at any time evenly spread over what came. */
final class Spread {
    private final String how;
    private final List<Still> stills = new ArrayList<>();
    private int step = 1;

    /** @param how the program and what it was told */
    Spread(String how) {
        this.how = how;
    }

    void add(Frame frame) throws IOException {
        int number = stills.size();
        int second = number * Ffmpeg.EVERY;
        Fingerprint print = Pdq.of(frame.luma());
        stills.add(new Still(second, print, number % step == 0 ? view(frame, second) : null));
        if (number / step == Limits.STILLS_KEPT) {
            // One more than may be kept: every second one goes.
            step *= 2;
            for (int each = 0; each <= number; each++) {
                if (each % step != 0) {
                    stills.set(each, stills.get(each).withoutView());
                }
            }
        }
    }

    private View view(Frame frame, int second) throws IOException {
        return new View(PictureLook.jpeg(frame.image()), "image/jpeg", frame.width(), frame.height(), "at " + second + " s of the film, one still every "
                + Ffmpeg.EVERY + " s: " + how + ", JPEG quality " + PictureLook.JPEG_QUALITY + " by " + PictureLook.TOOL);
    }

    int size() {
        return stills.size();
    }

    List<Still> stills() {
        return List.copyOf(stills);
    }
}
