package org.stele.commandline;

/** Numbers of bytes for people. */
final class Sizes {
    private static final String[] UNITS = {"bytes", "KiB", "MiB", "GiB", "TiB"};

    private Sizes() {
    }

    /** For example {@code 3.2 GiB}. */
    static String of(long bytes) {
        double size = bytes;
        int unit = 0;
        while (size >= 1024 && unit < UNITS.length - 1) {
            size /= 1024;
            unit++;
        }
        return unit == 0 ? "%,d bytes".formatted(bytes) : "%.1f %s".formatted(size, UNITS[unit]);
    }
}
