package org.stele.evidence;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.stele.keys.Age;
import org.stele.keys.Recipient;
import org.stele.ocfl.Content;

/** How what leaves the house on a disk is kept from whom it is not meant for. */
public sealed interface Wrapping {

    /** Everything but numbers and dates sealed as age files: whoever finds the disk learns no name and no source. */
    record Sealed(List<Recipient> to) implements Wrapping {
        public Sealed {
            if (to.isEmpty()) {
                throw new IllegalArgumentException("Nobody is named to whom to seal it");
            }
            to = List.copyOf(to);
        }
    }

    /** Readable by whoever holds the disk: only where the disk itself is locked away or encrypted. */
    record Clear() implements Wrapping {
    }

    /** What is added to the name of each file. */
    default String ending() {
        return this instanceof Sealed ? ".age" : "";
    }

    /** One word, as the disk says it of itself. */
    default String word() {
        return this instanceof Sealed ? "age" : "clear";
    }

    /** The bytes as they are to lie on the disk. */
    default Content.Bytes wrap(Content.Bytes plain) {
        return switch (this) {
            case Clear clear -> plain;
            case Sealed(List<Recipient> to) -> out -> {
                try (OutputStream sealing = Age.seal(new Unclosed(out), to)) {
                    plain.writeTo(sealing);
                }
            };
        };
    }

    /** Sealing ends by closing; the file is the writer's to close. */
    final class Unclosed extends java.io.FilterOutputStream {
        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int count) throws IOException {
            out.write(bytes, offset, count);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
