package org.stele.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DescriptionFirstTest {
    private final Random random = new Random(14496);

    private static byte[] served(byte[] file) throws IOException {
        return DescriptionFirst.of(() -> new ByteArrayInputStream(file)).open().readAllBytes();
    }

    private byte[] noise(int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] description(long... places) {
        ByteBuffer narrow = ByteBuffer.allocate(8 + 4 * places.length).putInt(0).putInt(places.length);
        ByteBuffer wide = ByteBuffer.allocate(8 + 8 * places.length).putInt(0).putInt(places.length);
        for (long place : places) {
            narrow.putInt((int) place);
            wide.putLong(place);
        }
        return Pages.box("moov", Pages.box("mvhd", new byte[20]), Pages.box("trak", Pages.box("mdia", Pages.box("minf", Pages.box("stbl",
                Pages.box("stsd", new byte[9]), Pages.box("stco", narrow.array()), Pages.box("co64", wide.array()))))));
    }

    private static long place(byte[] file, String box, int n, int width) {
        String all = new String(file, StandardCharsets.ISO_8859_1);
        ByteBuffer bytes = ByteBuffer.wrap(file);
        int at = all.indexOf(box) + 12 + n * width;
        return width == 4 ? bytes.getInt(at) : bytes.getLong(at);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void everyPlaceStillShowsTheSameBytes(int seed) throws IOException {
        random.setSeed(seed);
        byte[] type = seed % 2 == 0 ? Pages.box("ftyp", noise(16)) : new byte[0];
        byte[] before = Pages.joined(List.of(type, Pages.box("free", noise(random.nextInt(50))), Pages.box("mdat", noise(500))));
        byte[] after = Pages.box("mdat", noise(200));
        int length = description(0, 0, 0).length;
        long[] places = {before.length - 400, before.length - 20, before.length + length + 30};
        byte[] film = Pages.joined(List.of(before, description(places), after));

        byte[] served = served(film);

        assertThat(served).hasSameSizeAs(film);
        assertThat(Arrays.copyOf(served, type.length)).isEqualTo(type);
        assertThat(new String(served, type.length + 4, 4)).isEqualTo("moov");
        for (int n = 0; n < places.length; n++) {
            int narrow = (int) place(served, "stco", n, 4);
            assertThat(Arrays.copyOfRange(served, narrow, narrow + 20)).isEqualTo(Arrays.copyOfRange(film, (int) places[n], (int) places[n] + 20));
            assertThat(place(served, "co64", n, 8)).isEqualTo(narrow);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"lying count", "lying length", "cut", "no pictures", "too far"})
    void whatIsNotUnderstoodIsSentAsItIs(String how) throws IOException {
        byte[] pictures = Pages.box("mdat", noise(100));
        byte[] description = description(20, how.equals("too far") ? 0xffffffffL : 30);
        byte[] file = Pages.joined(how.equals("no pictures") ? List.of(description) : List.of(pictures, description));
        int stco = new String(file, StandardCharsets.ISO_8859_1).indexOf("stco");
        switch (how) {
            case "lying count" -> ByteBuffer.wrap(file).putInt(stco + 8, -1);
            case "lying length" -> ByteBuffer.wrap(file).putInt(stco - 4, 5000);
            case "cut" -> file = Arrays.copyOf(file, file.length - 1);
            default -> { }
        }
        byte[] same = file;
        if (!how.equals("too far")) {
            assertThat(served(same)).isEqualTo(same);
        } else {
            assertThat(served(same)).as("a place outside the pictures stays").hasSameSizeAs(same);
        }
    }
}
