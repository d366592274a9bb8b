package org.stele.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stele.language.Language;

/** Files made to do harm. None may do any, each must be told, and after each the next honest file is looked at as ever. */
@Timeout(120)
class HostileFilesTest {

    private static Inspection look(byte[] file, String name) {
        Inspection seen = InspectorTest.look(file, name);
        assertThat(InspectorTest.look(Pages.utf8("plain"), "a.txt").text()).as("the next file").isEqualTo("plain");
        return seen;
    }

    @Test
    void membersThatLeadOutOfAnArchiveAreNamedAndNothingIsUnpacked() {
        byte[] file = Pages.zip(zip -> {
            Pages.member(zip, "../../../../tmp/stele-slipped", Pages.utf8("x"));
            Pages.member(zip, "/etc/stele-slipped", Pages.utf8("x"));
            Pages.member(zip, "..\\..\\stele-slipped", Pages.utf8("x"));
            Pages.member(zip, "C:\\stele-slipped", Pages.utf8("x"));
            Pages.member(zip, "honest.txt", Pages.utf8("x"));
        });
        Inspection seen = look(file, "a.zip");
        assertThat(seen.findings()).anySatisfy(finding -> {
            assertThat(finding.kind()).isEqualTo(Finding.Kind.ARCHIVE_MEMBER);
            assertThat(finding.words(Language.EN)).startsWith("4 members have names that lead out").contains("../../../../tmp/stele-slipped").doesNotContain("honest");
        });
        assertThat(Files.exists(Path.of("/tmp/stele-slipped"))).isFalse();
        assertThat(Files.exists(Path.of("/etc/stele-slipped"))).isFalse();
    }

    @Test
    void linksAndNamesThatComeTwiceAreNamed() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipArchiveOutputStream(bytes)) {
            var link = new ZipArchiveEntry("link");
            link.setUnixMode(0120777);
            zip.putArchiveEntry(link);
            zip.write(Pages.utf8("/etc/passwd"));
            zip.closeArchiveEntry();
            for (int i = 0; i < 2; i++) {
                zip.putArchiveEntry(new ZipArchiveEntry("same.txt"));
                zip.write(i);
                zip.closeArchiveEntry();
            }
        }
        Inspection seen = look(bytes.toByteArray(), "a.zip");
        assertThat(seen.findings()).extracting(finding -> finding.words(Language.EN)).contains("1 member is a link: link", "1 member has the name of another: same.txt");
    }

    @Test
    void anArchiveThatUnpacksToTenGigabytesIsGivenUp() throws IOException {
        byte[] file = bomb(10 * 1024);
        assertThat(file.length).isLessThan(20_000_000);
        Inspection seen = look(file, "bomb.zip");
        assertThat(seen.has(Finding.Kind.BOMB)).isTrue();
        assertThat(seen.has(Finding.Kind.STOPPED)).isFalse();
        assertThat(seen.took()).isLessThan(Duration.ofSeconds(30));
        Inspection nested = look(Pages.zip(zip -> {
            for (int i = 0; i < 10; i++) {
                Pages.member(zip, "inner" + i + ".zip", Arrays.copyOf(file, 1000));
            }
        }), "nested.zip");
        assertThat(nested.findings()).extracting(finding -> finding.words(Language.EN)).contains("10 members are archives themselves: they were not opened.");
    }

    @Test
    void aPictureThatSaysItIsEnormousIsNotOpened() {
        byte[] header = Pages.joined(List.of(Pages.number(100_000), Pages.number(100_000), new byte[] {8, 2, 0, 0, 0}));
        byte[] file = Pages.joined(List.of(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 26, '\n'}, Pages.chunk("IHDR", header),
                Pages.chunk("IDAT", deflated(new byte[1 << 20])), Pages.chunk("IEND", new byte[0])));
        Inspection seen = look(file, "huge.png");
        assertThat(seen.findings()).anySatisfy(finding -> {
            assertThat(finding.kind()).isEqualTo(Finding.Kind.TOO_LARGE);
            assertThat(finding.words(Language.EN)).contains("100000 × 100000");
        });
        assertThat(seen.thumbnail()).isNull();
        assertThat(seen.has(Finding.Kind.STOPPED)).isFalse();
    }

    @Test
    void textsOfAPictureThatUnpackToGigabytesDoNotTakeTheRestWithThem() {
        byte[] png = Drawn.as("png", Drawn.scene(4, 300, 200));
        byte[] text = Pages.chunk("zTXt", Pages.joined(List.of(Pages.utf8("Comment\0\0"), deflatedZeros(3000))));
        byte[] file = Pages.joined(List.of(Arrays.copyOf(png, 33), text, text, Arrays.copyOfRange(png, 33, png.length)));
        Inspection seen = look(file, "text.png");
        assertThat(seen.type()).isEqualTo("image/png");
        // Either the text is passed over and the picture seen, or the process died of it and says so.
        assertThat(seen.thumbnail() != null || seen.has(Finding.Kind.STOPPED)).isTrue();
    }

    @Test
    void aPhotographCutOffAnywhereIsAFindingAndNeverAFailure() {
        byte[] whole = Pages.withExif(Drawn.jpeg(Drawn.scene(2, 400, 300), 0.8f), "2020:11:03 14:22:01", "Ficta", 6);
        for (int length : new int[] {2, 3, 11, 20, 60, 100, 200, 400, 700, whole.length / 2, whole.length - 2}) {
            Inspection seen = InspectorTest.look(Arrays.copyOf(whole, length), "cut.jpg");
            assertThat(seen.has(Finding.Kind.STOPPED)).as("%d bytes", length).isFalse();
            assertThat(seen.findings().isEmpty() && seen.thumbnail() == null && seen.type().equals("image/jpeg")).as("%d bytes, silent", length).isFalse();
        }
    }

    @Test
    void directoriesThatPointAtThemselvesEnd() {
        byte[] file = Pages.withExif(Drawn.jpeg(Drawn.scene(2, 200, 100), 0.8f), "2020:11:03 14:22:01", "Ficta", 1);
        int tiff = 12;
        // The next directory after the first, and the directory of places, are the first again.
        byte[] loop = file.clone();
        System.arraycopy(Pages.number(8), 0, loop, tiff + 8 + 2 + 3 * 12 + 8, 4);
        System.arraycopy(Pages.number(8), 0, loop, tiff + 8 + 2 + 4 * 12, 4);
        Inspection seen = look(loop, "loop.jpg");
        assertThat(seen.claimed(Claim.About.TIME)).contains("2020:11:03 14:22:01");
        assertThat(seen.fingerprint()).isNotNull();
    }

    @Test
    void aFileOfTwoTypesIsNamed() {
        byte[] jpeg = Drawn.jpeg(Drawn.scene(2, 200, 100), 0.8f);
        byte[] zip = Pages.zip(each -> Pages.member(each, "payload.class", Pages.utf8("x")));
        assertThat(look(Pages.joined(List.of(jpeg, zip)), "a.jpg").findings()).extracting(finding -> finding.words(Language.EN))
                .contains("It is image/jpeg from its beginning and a zip archive from its end.");
        assertThat(look(Pages.withSegment(jpeg, 0xfe, Pages.utf8("%PDF-1.4 \n")), "a.jpg").has(Finding.Kind.TWO_TYPES)).isTrue();
        assertThat(look(Pages.withSegment(jpeg, 0xfe, Pages.utf8("<html><script>alert(1)</script>")), "a.jpg").has(Finding.Kind.TWO_TYPES)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/passwd", "/etc/passwd", "photo\u202Egpj.exe", "a\0.jpg", "C:\\boot.ini", "..\\up.txt", "line\nbreak.jpg"})
    void namesThatSteerOrMisleadAreNamedAndShownAsTheyAre(String name) {
        Inspection seen = look(Pages.utf8("plain"), name);
        assertThat(seen.has(Finding.Kind.NAME)).isTrue();
        assertThat(seen.findings()).allSatisfy(finding -> assertThat(Shown.misleads(finding.words(Language.EN))).isFalse());
    }

    @Test
    void namesInArabicAreNoFault() {
        assertThat(InspectorTest.look(Pages.utf8("plain"), "صورة من حلب‌ ١.txt").findings()).isEmpty();
    }

    @Test
    void aWebArchiveOfNonsenseIsBrokenAndNoMore() {
        for (String text : List.of("WARC/1.1\r\nContent-Length: -5\r\n\r\n", "WARC/1.1\r\nContent-Length: 99999999999\r\n\r\nabc", "WARC/1.1\r\n\r\n",
                "WARC/1.1\r\n" + "x".repeat(200_000))) {
            assertThat(look(Pages.utf8(text), "a.warc").has(Finding.Kind.BROKEN)).as(text.substring(0, 10)).isTrue();
        }
    }

    @Test
    void aFilmWhoseBoxesLieIsBrokenAndNoMore() {
        byte[] start = Pages.box("ftyp", Pages.utf8("isom"), Pages.number(512), Pages.utf8("isommp41"));
        assertThat(look(Pages.joined(List.of(start, Pages.number(3), Pages.utf8("moov"))), "a.mp4").has(Finding.Kind.BROKEN)).isTrue();
        assertThat(look(Pages.joined(List.of(start, Pages.number(0x7fffffff), Pages.utf8("moov"), new byte[100])), "a.mp4").has(Finding.Kind.BROKEN)).isTrue();
        assertThat(look(Pages.joined(List.of(start, Pages.number(1), Pages.utf8("mdat"), new byte[] {-1, -1, -1, -1, -1, -1, -1, -1})), "a.mp4")
                .has(Finding.Kind.BROKEN)).isTrue();
    }

    @Test
    void anythingAtAllUnderAnyEndingIsSurvived() {
        var random = new Random(7);
        for (String ending : List.of("jpg", "png", "mp4", "zip", "eml", "html", "warc", "heic", "tiff", "webp")) {
            var bytes = new byte[5000];
            random.nextBytes(bytes);
            assertThat(InspectorTest.look(bytes, "a." + ending).has(Finding.Kind.STOPPED)).as(ending).isFalse();
        }
    }

    @Test
    void aProcessThatHangsIsStoppedAndItsFindingsKept() throws IOException {
        var quick = new Inspector(new Limits(320, Duration.ofSeconds(3)), Isolation.here(), Ffmpeg.here(), 1);
        byte[] start = Drawn.jpeg(Drawn.scene(2, 200, 100), 0.8f);
        Inspection seen = quick.inspect(() -> new SequenceInputStream(new ByteArrayInputStream(start), new Endless()), "slow.txt");
        assertThat(seen.has(Finding.Kind.STOPPED)).isTrue();
        assertThat(seen.findings()).extracting(finding -> finding.words(Language.EN)).anySatisfy(detail -> assertThat(detail).contains("stopped after 3 seconds"));
        assertThat(seen.took()).isLessThan(Duration.ofSeconds(15));
    }

    /** Gives a byte now and then for ever. */
    private static final class Endless extends InputStream {
        @Override
        public int read() {
            try {
                Thread.sleep(20);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return -1;
            }
            return 0;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            into[offset] = (byte) read();
            return 1;
        }
    }

    @Test
    void aProcessThatIsKilledHarmsNothing() throws Exception {
        var killer = Thread.ofPlatform().start(() -> {
            for (int i = 0; i < 400; i++) {
                ProcessHandle.current().descendants().filter(each -> each.info().command().orElse("").endsWith("java")).forEach(ProcessHandle::destroyForcibly);
                try {
                    Thread.sleep(10);
                } catch (InterruptedException over) {
                    return;
                }
            }
        });
        Inspection seen = InspectorTest.INSPECTOR.inspect(() -> new SequenceInputStream(new ByteArrayInputStream(new byte[0]), new Endless()), "a.jpg");
        killer.interrupt();
        killer.join();
        assertThat(seen.has(Finding.Kind.STOPPED)).isTrue();
        assertThat(InspectorTest.look(Pages.utf8("plain"), "a.txt").text()).isEqualTo("plain");
    }

    @Test
    void aPictureThatNeedsMoreMemoryThanThereIsEndsItsProcessOnly() throws IOException {
        var small = new Inspector(new Limits(24, Duration.ofSeconds(30)), Isolation.here(), Ffmpeg.here(), 1);
        byte[] file = Drawn.as("png", Drawn.scene(1, 3000, 3000));
        Inspection seen = small.inspect(() -> new ByteArrayInputStream(file), "a.png");
        assertThat(seen.findings()).extracting(finding -> finding.words(Language.EN)).anySatisfy(detail -> assertThat(detail).contains("more memory"));
        assertThat(seen.type()).isEqualTo("image/png");
    }

    /** What runs inside: tries the network and looks at its environment. */
    static final class Probe {
        private Probe() {
        }

        public static void main(String[] arguments) {
            String network;
            try (var socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), Integer.parseInt(arguments[0])), 2000);
                network = "reached";
            } catch (IOException none) {
                network = "none";
            }
            String written;
            try {
                Files.write(Path.of(arguments[1]), new byte[10]);
                written = "written";
            } catch (IOException none) {
                written = "refused";
            }
            System.out.println(network + " " + written + " " + System.getenv().keySet().stream().filter(name -> !List.of("PWD", "SHLVL", "_", "OLDPWD").contains(name))
                    .toList());
        }
    }

    @Test
    void theProcessHasNoNetworkNoEnvironmentAndWritesNoFile() throws Exception {
        Path file = Files.createTempDirectory("stele-probe").resolve("written");
        try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            List<String> command = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:-UsePerfData", "-XX:CompressedClassSpaceSize=32m",
                    "-Xmx64m", "-cp", Path.of(Probe.class.getProtectionDomain().getCodeSource().getLocation().toURI()).toString(), Probe.class.getName(),
                    Integer.toString(server.getLocalPort()), file.toString());
            assertThat(said(Isolation.withNetwork(), command)).isEqualTo("reached refused []");
            Assumptions.assumeTrue(Isolation.here().cutsNetwork(), "Skipped: this system does not let unshare take the network away.");
            assertThat(said(Isolation.here(), command)).isEqualTo("none refused []");
        } finally {
            Files.deleteIfExists(file);
            Files.delete(file.getParent());
        }
        assertThat(Isolation.withNetwork().held(Limits.USUAL).words(Language.EN)).contains("NOT cut off from the network");
    }

    private static String said(Isolation isolation, List<String> command) throws IOException, InterruptedException {
        Process process = isolation.start(command, Duration.ofSeconds(20), 3072);
        try (BufferedReader out = process.inputReader()) {
            String line = out.readLine();
            process.waitFor();
            return String.valueOf(line);
        }
    }

    private static byte[] deflated(byte[] bytes) {
        var packed = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
        return packed.toByteArray();
    }

    /** A zip archive with one member of so many mebibytes of zeros. */
    private static byte[] bomb(int mebibytes) throws IOException {
        byte[] zeros = zeros(mebibytes);
        var entry = new ZipArchiveEntry("zeros");
        entry.setMethod(ZipEntry.DEFLATED);
        entry.setSize((long) mebibytes << 20);
        entry.setCompressedSize(zeros.length);
        entry.setCrc(0);
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipArchiveOutputStream(bytes)) {
            zip.addRawArchiveEntry(entry, new ByteArrayInputStream(zeros));
        }
        return bytes.toByteArray();
    }

    private static byte[] deflatedZeros(int mebibytes) {
        return Pages.joined(List.of(new byte[] {0x78, (byte) 0x9c}, zeros(mebibytes), new byte[4]));
    }

    /** One deflated mebibyte, over and over: quicker than deflating them all. */
    private static byte[] zeros(int mebibytes) {
        var deflater = new Deflater(9, true);
        deflater.setInput(new byte[1 << 20]);
        var block = new byte[8192];
        int length = deflater.deflate(block, 0, block.length, Deflater.FULL_FLUSH);
        deflater.end();
        var all = new ByteArrayOutputStream();
        for (int i = 0; i < mebibytes; i++) {
            all.write(block, 0, length);
        }
        all.writeBytes(new byte[] {3, 0});
        return all.toByteArray();
    }
}
