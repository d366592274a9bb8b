package org.stele.access;

import io.nayuki.qrcodegen.QrCode.Ecc;

/** A QR code as one SVG path on white, with the quiet border that cameras want. */
final class QrCode {

    private static final int BORDER = 4;

    private QrCode() {
    }

    /** @param title what the picture is, for who does not see it */
    static String svg(String text, String title) {
        io.nayuki.qrcodegen.QrCode code = io.nayuki.qrcodegen.QrCode.encodeText(text, Ecc.MEDIUM);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M').append(x + BORDER).append(' ').append(y + BORDER).append("h1v1h-1z");
                }
            }
        }
        int side = code.size + 2 * BORDER;
        String named = title.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
        return "<svg class=\"qr\" xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\" shape-rendering=\"crispEdges\">"
                .formatted(side, side, named) + "<rect width=\"%d\" height=\"%d\" fill=\"#fff\"/><path d=\"%s\"/></svg>".formatted(side, side, path);
    }
}
