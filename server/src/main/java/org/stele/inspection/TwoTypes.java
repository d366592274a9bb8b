package org.stele.inspection;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Files made to be read in two ways, so that one program shows a picture and another runs or unpacks something. */
final class TwoTypes {
    private static final int NEAR = 1024;

    private TwoTypes() {
    }

    /** What of it. */
    static List<What> check(String type, byte[] head, byte[] tail, long length) {
        List<What> faults = new ArrayList<>();
        String start = new String(head, 0, Math.min(head.length, NEAR), StandardCharsets.ISO_8859_1);
        boolean zip = Types.is(type, "application/zip");
        if (!zip && ZipList.endsAsZip(tail)) {
            faults.add(What.ENDS_AS_ZIP);
        }
        if (!type.equals("application/pdf") && !type.startsWith("text/") && start.contains("%PDF-")) {
            faults.add(What.PDF_WITHIN);
        }
        String lower = start.toLowerCase(Locale.ROOT);
        if ((type.startsWith("image/") && !type.startsWith("image/svg") || type.startsWith("video/") || type.startsWith("audio/") || zip)
                && (lower.contains("<script") || lower.contains("<html") || lower.contains("<!doctype html"))) {
            faults.add(What.PAGE_WITHIN);
        }
        return faults;
    }
}
