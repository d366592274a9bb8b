package org.stele.drawing;

/** One hue, ordered by lightness, so that every drawing keeps its meaning when printed in grey. Contrast of INK and SOFT on
 *  white is above 4.5 to 1; STRONG, PALE and the parts are told apart at least 3 to 1 or by a white gap and their numbers. */
final class Palette {
    static final String INK = "#1c2226";
    static final String SOFT = "#586269";
    static final String RULE = "#aab3b9";
    static final String STRONG = "#1f4a66";
    static final String PALE = "#a9c0cf";
    static final String GROUND = "#ecedeb";
    static final String HATCH = "#fefefe";
    static final String PAPER = "#ffffff";

    private static final String[] PARTS = {"#16384f", "#4f83a5", "#a3c0d2", "#d6e2ea", "#8a9299", "#c3c8cc"};
    private static final String[] STEPS = {"#dce8ef", "#b3cddc", "#7ea8c1", "#477c9b", "#22536f", "#0d2f45"};

    private Palette() {
    }

    /** The colour of the n-th part of a bar; after six they repeat, and six is already too many to read. */
    static String part(int index, int of) {
        return of == 1 ? STRONG : PARTS[index % PARTS.length];
    }

    /** The colour of the n-th of some classes, pale to dark, over the whole range however few they are. */
    static String step(int index, int of) {
        return STEPS[of == 1 ? 3 : (int) Math.round(index * (STEPS.length - 1.0) / (of - 1))];
    }

    /** Black or white, whichever reads better on a colour. */
    static String on(String colour) {
        int rgb = Integer.parseInt(colour.substring(1), 16);
        double luminance = 0.2126 * channel(rgb >> 16) + 0.7152 * channel(rgb >> 8) + 0.0722 * channel(rgb);
        return luminance > 0.3 ? INK : PAPER;
    }

    private static double channel(int rgb) {
        double value = (rgb & 0xFF) / 255.0;
        return value <= 0.03928 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
