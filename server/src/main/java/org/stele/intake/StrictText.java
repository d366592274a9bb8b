package org.stele.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * The characters of a file in its declared encoding. Bytes that are not of it are an error that names the line: a question mark in
 * place of a letter would change somebody's name in silence.
 */
final class StrictText extends Reader {

    private static final int BLOCK = 1 << 16;

    private final InputStream in;
    private final Charset encoding;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(BLOCK).flip();
    private boolean ended;
    private boolean begun;
    private boolean flushed;
    private long line = 1;

    StrictText(InputStream in, Charset encoding) {
        this.in = in;
        this.encoding = encoding;
        this.decoder = encoding.newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        CharBuffer chars = CharBuffer.wrap(target, offset, length);
        while (chars.position() == 0 && length > 0 && !flushed) {
            if (!ended && (bytes.remaining() == 0 || begun)) {
                fill();
            }
            CoderResult result = decoder.decode(bytes, chars, ended);
            begun = true;
            count(target, offset, chars.position());
            if (result.isError()) {
                throw faulty(result.length());
            }
            if (ended && result.isUnderflow()) {
                decoder.flush(chars);
                flushed = true;
            }
        }
        return chars.position() == 0 && length > 0 ? -1 : chars.position();
    }

    private void fill() throws IOException {
        bytes.compact();
        int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
        if (read < 0) {
            ended = true;
        } else {
            bytes.position(bytes.position() + read);
        }
        bytes.flip();
        if (!begun && encoding.equals(StandardCharsets.UTF_8)) {
            skipByteOrderMark();
        }
    }

    private void skipByteOrderMark() throws IOException {
        while (bytes.remaining() < 3 && !ended) {
            begun = true;
            fill();
        }
        if (bytes.remaining() >= 3 && bytes.get(0) == (byte) 0xEF && bytes.get(1) == (byte) 0xBB && bytes.get(2) == (byte) 0xBF) {
            bytes.position(3);
        }
    }

    private void count(char[] target, int from, int length) {
        for (int i = from; i < from + length; i++) {
            if (target[i] == '\n') {
                line++;
            }
        }
    }

    private FaultyFile faulty(int length) {
        byte[] bad = new byte[Math.min(length, bytes.remaining())];
        bytes.get(bad);
        return FaultyFile.atLine(line, "the bytes %s are not %s: save the file as %s, or declare its encoding in the mapping (file: encoding)"
                .formatted(HexFormat.ofDelimiter(" ").formatHex(bad), encoding, encoding));
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
