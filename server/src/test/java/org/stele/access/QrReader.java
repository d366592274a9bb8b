package org.stele.access;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads our drawing of a QR code as a phone does, with another maker's code. */
final class QrReader {

    private static final int PIXELS = 4;

    private QrReader() {
    }

    static String read(String svg) throws Exception {
        Matcher box = Pattern.compile("viewBox=\"0 0 (\\d+) ").matcher(svg);
        box.find();
        int side = Integer.parseInt(box.group(1)) * PIXELS;
        int[] picture = new int[side * side];
        Arrays.fill(picture, 0xffffff);
        Matcher dark = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z").matcher(svg);
        while (dark.find()) {
            for (int i = 0; i < PIXELS * PIXELS; i++) {
                int x = Integer.parseInt(dark.group(1)) * PIXELS + i % PIXELS;
                int y = Integer.parseInt(dark.group(2)) * PIXELS + i / PIXELS;
                picture[y * side + x] = 0;
            }
        }
        return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(side, side, picture))),
                Map.of(DecodeHintType.TRY_HARDER, true)).getText();
    }
}
