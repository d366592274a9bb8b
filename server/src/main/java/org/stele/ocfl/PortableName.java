package org.stele.ocfl;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Set;

/** Names that every disk can keep, also those formatted for Windows and for cameras. A file's own name steers nothing but this. */
public final class PortableName {
    private static final int LONGEST_BYTES = 150;
    private static final String FORBIDDEN = "/\\:*?\"<>|";
    private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul");

    private PortableName() {
    }

    /** The name if it is fit, else the nearest that is; never empty. Different names may come to the same one. */
    public static String of(String name) {
        StringBuilder fit = new StringBuilder();
        // One form of writing letters with marks: disks differ in which they keep.
        Normalizer.normalize(name, Normalizer.Form.NFC).codePoints().map(PortableName::fit).forEach(fit::appendCodePoint);
        String result = shortened(fit.toString().strip());
        while (result.startsWith(".") || result.startsWith(" ") || result.startsWith("-")) {
            result = result.substring(1);
        }
        while (result.endsWith(".") || result.endsWith(" ")) {
            result = result.substring(0, result.length() - 1);
        }
        if (result.isEmpty()) {
            return "file";
        }
        return device(result) ? "_" + result : result;
    }

    /** Whether the name stands as it is. */
    public static boolean is(String name) {
        return !name.isEmpty() && of(name).equals(name);
    }

    private static int fit(int letter) {
        int kind = Character.getType(letter);
        boolean steering = kind == Character.CONTROL || kind == Character.FORMAT || kind == Character.SURROGATE || kind == Character.UNASSIGNED
                || kind == Character.LINE_SEPARATOR || kind == Character.PARAGRAPH_SEPARATOR;
        return steering || FORBIDDEN.indexOf(letter) >= 0 ? '_' : letter;
    }

    /** Keeps the ending, by which people and programs know what a file is. */
    private static String shortened(String name) {
        if (bytes(name) <= LONGEST_BYTES) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String ending = dot > 0 && bytes(name.substring(dot)) <= 20 ? name.substring(dot) : "";
        String stem = name.substring(0, name.length() - ending.length());
        while (bytes(stem) + bytes(ending) > LONGEST_BYTES) {
            stem = stem.substring(0, stem.offsetByCodePoints(stem.length(), -1));
        }
        return stem + ending;
    }

    private static boolean device(String name) {
        String stem = name.split("\\.", 2)[0].strip().toLowerCase(java.util.Locale.ROOT);
        return DEVICES.contains(stem) || stem.matches("(com|lpt)[0-9¹²³]");
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
