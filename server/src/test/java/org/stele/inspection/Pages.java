package org.stele.inspection;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files made up for tests: web archives, zips, PNG chunks and the like. */
public final class Pages {

    private Pages() {
    }

    interface Filling {
        void fill(ZipOutputStream zip) throws IOException;
    }

    static byte[] zip(Filling filling) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            filling.fill(zip);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
        return bytes.toByteArray();
    }

    static void member(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** One record of a page, with the digests of its block and payload. */
    static byte[] record(String address, String date, String payload, String blockDigest) {
        byte[] block = utf8("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + payload);
        String digest = blockDigest.isEmpty() ? sha256(block) : blockDigest;
        byte[] head = utf8("WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: " + address + "\r\nWARC-Date: " + date
                + "\r\nContent-Type: application/http; msgtype=response\r\nWARC-Block-Digest: sha256:" + digest + "\r\nWARC-Payload-Digest: sha256:"
                + sha256(utf8(payload)) + "\r\nContent-Length: " + block.length + "\r\n\r\n");
        return joined(List.of(head, block, utf8("\r\n\r\n")));
    }

    static byte[] gzip(byte[] bytes) {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
        return packed.toByteArray();
    }

    static byte[] joined(List<byte[]> parts) {
        var all = new ByteArrayOutputStream();
        parts.forEach(all::writeBytes);
        return all.toByteArray();
    }

    /** A chunk of a PNG with its checksum. */
    static byte[] chunk(String name, byte[] body) {
        var crc = new CRC32();
        crc.update(utf8(name));
        crc.update(body);
        return joined(List.of(number(body.length), utf8(name), body, number((int) crc.getValue())));
    }

    static byte[] number(int value) {
        return new byte[] {(byte) (value >> 24), (byte) (value >> 16), (byte) (value >> 8), (byte) value};
    }

    /** A box of a film. */
    static byte[] box(String name, byte[]... contents) {
        byte[] body = joined(List.of(contents));
        return joined(List.of(number(body.length + 8), name.getBytes(StandardCharsets.ISO_8859_1), body));
    }

    /** A film of the MP4 kind that says when it was made and how long it plays, and has no picture in it. */
    static byte[] film(long secondsSince1904, int seconds) {
        byte[] header = joined(List.of(number(0), number((int) secondsSince1904), number((int) secondsSince1904), number(1000), number(seconds * 1000),
                new byte[80]));
        return joined(List.of(box("ftyp", utf8("isom"), number(512), utf8("isommp41")), box("mdat", new byte[100_000]), box("moov", box("mvhd", header))));
    }

    /** A JPEG with an EXIF block of these entries: time, maker, orientation, 33.5 N 36.25 E. */
    public static byte[] withExif(byte[] jpeg, String time, String make, int orientation) {
        var tiff = new ByteArrayOutputStream();
        // Big-endian; the main directory of four entries at 8, then the texts, then the directory of places.
        tiff.writeBytes(utf8("MM"));
        tiff.writeBytes(new byte[] {0, 42});
        tiff.writeBytes(number(8));
        int after = 8 + 2 + 4 * 12 + 4;
        byte[] timeBytes = utf8(time + "\0");
        byte[] makeBytes = utf8(make + "\0");
        int places = after + timeBytes.length + makeBytes.length;
        tiff.writeBytes(new byte[] {0, 4});
        entry(tiff, 0x010f, 2, makeBytes.length, number(after + timeBytes.length));
        entry(tiff, 0x0112, 3, 1, new byte[] {0, (byte) orientation, 0, 0});
        entry(tiff, 0x0132, 2, timeBytes.length, number(after));
        entry(tiff, 0x8825, 4, 1, number(places));
        tiff.writeBytes(number(0));
        tiff.writeBytes(timeBytes);
        tiff.writeBytes(makeBytes);
        int degrees = places + 2 + 4 * 12 + 4;
        tiff.writeBytes(new byte[] {0, 4});
        entry(tiff, 1, 2, 2, new byte[] {'N', 0, 0, 0});
        entry(tiff, 2, 5, 3, number(degrees));
        entry(tiff, 3, 2, 2, new byte[] {'E', 0, 0, 0});
        entry(tiff, 4, 5, 3, number(degrees + 24));
        tiff.writeBytes(number(0));
        for (int each : new int[] {33, 1, 30, 1, 0, 1, 36, 1, 15, 1, 0, 1}) {
            tiff.writeBytes(number(each));
        }
        return withSegment(jpeg, 0xe1, joined(List.of(utf8("Exif\0\0"), tiff.toByteArray())));
    }

    private static void entry(ByteArrayOutputStream tiff, int tag, int kind, int count, byte[] value) {
        tiff.writeBytes(new byte[] {(byte) (tag >> 8), (byte) tag, 0, (byte) kind});
        tiff.writeBytes(number(count));
        tiff.writeBytes(value);
    }

    /** A JPEG with one more segment at its beginning. */
    static byte[] withSegment(byte[] jpeg, int marker, byte[] body) {
        var start = new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) marker, (byte) (body.length + 2 >> 8), (byte) (body.length + 2)};
        return joined(List.of(start, body, Arrays.copyOfRange(jpeg, 2, jpeg.length)));
    }
}
