package org.stele.inspection;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** How the two processes write to each other: numbers and texts with their lengths first. What is read is held to bounds, for the other side may be taken over. */
final class Wire {
    /** What the answer is made of; each part begins with its ordinal as one byte. */
    enum Part { TYPE, CLAIM, FINDING, FINGERPRINT, VIEW, TEXT, MEMBER, DONE }

    private Wire() {
    }

    static void text(DataOutputStream out, String text) throws IOException {
        bytes(out, text.getBytes(StandardCharsets.UTF_8));
    }

    static void bytes(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static String text(DataInputStream in, int most) throws IOException {
        // A character takes at most three bytes, or four for two.
        return new String(bytes(in, most * 3), StandardCharsets.UTF_8);
    }

    static byte[] bytes(DataInputStream in, int most) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > most) {
            throw new IOException("a part of " + length + " bytes, where at most " + most + " are expected");
        }
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new IOException("a part that ends early");
        }
        return bytes;
    }

    static void fingerprint(DataOutputStream out, Fingerprint fingerprint) throws IOException {
        out.writeByte(fingerprint.quality());
        for (PictureHash hash : fingerprint.hashes()) {
            out.writeLong(hash.first());
            out.writeLong(hash.second());
            out.writeLong(hash.third());
            out.writeLong(hash.fourth());
        }
    }

    static Fingerprint fingerprint(DataInputStream in) throws IOException {
        int quality = in.readUnsignedByte();
        List<PictureHash> hashes = new ArrayList<>();
        for (int i = 0; i < Turn.values().length; i++) {
            hashes.add(new PictureHash(in.readLong(), in.readLong(), in.readLong(), in.readLong()));
        }
        return new Fingerprint(hashes, quality);
    }

    static void view(DataOutputStream out, View view) throws IOException {
        text(out, view.type());
        out.writeInt(view.width());
        out.writeInt(view.height());
        text(out, view.how());
        bytes(out, view.bytes());
    }

    static View view(DataInputStream in) throws IOException {
        String type = text(in, 100);
        int width = in.readInt();
        int height = in.readInt();
        String how = text(in, Limits.VALUE);
        byte[] bytes = bytes(in, Limits.ANSWER);
        if (!type.equals("image/png") && !type.equals("image/jpeg") || width < 1 || height < 1) {
            throw new IOException("a picture of type " + Shown.text(type));
        }
        return new View(bytes, type, width, height, how);
    }

    static void finding(DataOutputStream out, Finding finding) throws IOException {
        out.writeByte(finding.what().ordinal());
        out.writeByte(finding.values().size());
        for (Object value : finding.values()) {
            out.writeBoolean(value instanceof Long);
            if (value instanceof Long number) {
                out.writeLong(number);
            } else {
                text(out, Shown.atMost(Limits.VALUE, String.valueOf(value)));
            }
        }
    }

    static Finding finding(DataInputStream in) throws IOException {
        What what = constant(What.values(), in.readUnsignedByte());
        int count = in.readUnsignedByte();
        List<Object> values = new ArrayList<>();
        while (values.size() < count) {
            values.add(in.readBoolean() ? (Object) in.readLong() : text(in, Limits.VALUE + 1));
        }
        return new Finding(what, values);
    }

    static <E extends Enum<E>> E constant(E[] values, int ordinal) throws IOException {
        if (ordinal >= values.length) {
            throw new IOException("a part of kind " + ordinal);
        }
        return values[ordinal];
    }
}
