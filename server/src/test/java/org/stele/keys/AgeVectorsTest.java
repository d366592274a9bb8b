package org.stele.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.stele.ReferenceData;

/** The published test vectors of the age format, as far as they are unarmoured and for X25519. */
@Tag("reference-data")
class AgeVectorsTest {
    /** @param expect {@code success}, or in words where it must fail */
    private record Vector(String name, String expect, String payload, List<String> identities, byte[] file) {
        static Vector read(Path path) throws IOException {
            byte[] all = Files.readAllBytes(path);
            int end = new String(all, StandardCharsets.ISO_8859_1).indexOf("\n\n");
            List<String> lines = new String(all, 0, end, StandardCharsets.ISO_8859_1).lines().toList();
            byte[] file = Arrays.copyOfRange(all, end + 2, all.length);
            if (lines.contains("compressed: zlib")) {
                file = new InflaterInputStream(new ByteArrayInputStream(file)).readAllBytes();
            }
            boolean other = lines.stream().anyMatch(line -> line.startsWith("armored") || line.startsWith("passphrase"));
            return new Vector(path.getFileName().toString(), value(lines, "expect: "), value(lines, "payload: "),
                    other ? List.of() : lines.stream().filter(line -> line.startsWith("identity: ")).map(line -> line.substring(10)).toList(), file);
        }

        private static String value(List<String> lines, String name) {
            return lines.stream().filter(line -> line.startsWith(name)).findFirst().map(line -> line.substring(name.length())).orElse("");
        }

        boolean isX25519() {
            return !identities.isEmpty() && identities.stream().allMatch(each -> each.startsWith("AGE-SECRET-KEY-1"));
        }
    }

    private static List<Vector> vectors() throws IOException {
        try (Stream<Path> files = Files.list(ReferenceData.path("age"))) {
            return files.filter(file -> !file.endsWith("README.md")).sorted().map(file -> {
                try {
                    return Vector.read(file);
                } catch (IOException e) {
                    throw new IllegalStateException(file.toString(), e);
                }
            }).filter(Vector::isX25519).toList();
        }
    }

    @Test
    void thereAreAsManyVectorsAsThereShouldBe() throws IOException {
        assertThat(vectors()).hasSize(66);
    }

    @TestFactory
    Stream<DynamicTest> eachVectorOpensOrFailsAsItMust() throws IOException {
        return vectors().stream().map(vector -> DynamicTest.dynamicTest(vector.name() + ": " + vector.expect(), () -> {
            if (vector.expect().equals("success")) {
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(opened(vector));
                assertThat(HexFormat.of().formatHex(digest)).isEqualTo(vector.payload());
            } else if (vector.expect().equals("no match")) {
                assertThatThrownBy(() -> opened(vector)).isInstanceOf(Age.NotForThisIdentity.class);
            } else {
                assertThatThrownBy(() -> opened(vector)).isInstanceOf(IOException.class);
            }
        }));
    }

    private static byte[] opened(Vector vector) throws IOException {
        var plain = new ByteArrayOutputStream();
        try (InputStream in = Age.open(new ByteArrayInputStream(vector.file()), vector.identities().stream().map(Identity::parse).toList())) {
            in.transferTo(plain);
        }
        return plain.toByteArray();
    }
}
