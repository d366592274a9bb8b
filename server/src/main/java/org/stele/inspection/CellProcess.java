package org.stele.inspection;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One {@link Cell}, from this side: starts it, feeds it, listens to it, and ends it when its time is over. */
final class CellProcess {
    /** The most memory the process may address, in MiB; what it really takes is held below 512 by the sizes in {@link #java}. */
    private static final int SPACE = 3072;

    private final Limits limits;
    private final Isolation isolation;

    CellProcess(Limits limits, Isolation isolation) {
        this.limits = limits;
        this.isolation = isolation;
    }

    /** What became of one question. */
    record Outcome(Answer answer, @Nullable Finding cut) {
    }

    /** Asks about a file. Throws only where the file itself cannot be read or no process be started. */
    Outcome ask(Cell.Question question, Original original) throws IOException {
        var process = new HeldProcess(isolation.start(java(), limits.time(), SPACE), limits.time(), out -> {
            question.write(new DataOutputStream(out));
            HeldProcess.copy(original, out);
        });
        var answer = new Answer();
        String broken = null;
        try {
            answer.read(new DataInputStream(new BufferedInputStream(new Bounded(process.answer(), Limits.ANSWER + (16 << 20)))));
        } catch (IOException cut) {
            broken = cut.getMessage();
        } finally {
            if (!answer.done()) {
                // Whoever does not answer as agreed is not waited for, unless it is dying by itself.
                process.exited(2);
            }
            process.end();
        }
        return new Outcome(answer, answer.done() ? null : reason(process, broken));
    }

    private Finding reason(HeldProcess process, @Nullable String broken) {
        int exit = process.exited(5);
        String complaint = process.complaint();
        if (process.late()) {
            return Finding.of(What.STOPPED_TIME, limits.time().toSeconds());
        }
        if (exit == 3 || complaint.contains("OutOfMemoryError") || complaint.contains("memory")) {
            return Finding.of(What.STOPPED_MEMORY);
        }
        return exit == 152 ? Finding.of(What.STOPPED_PROCESSOR, limits.time().toSeconds())
                : Finding.of(What.STOPPED_OTHERWISE, (exit >= 128 ? "signal " + (exit - 128) : "exit code " + exit) + ", " + broken);
    }

    /** The same program again, with no more of it on the class path than the cell needs. */
    private List<String> java() {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx" + limits.heap() + "m",
                "-Xss512k", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:MaxMetaspaceSize=64m", "-XX:CompressedClassSpaceSize=32m",
                "-XX:ReservedCodeCacheSize=32m", "-XX:MaxDirectMemorySize=8m", "-XX:+ExitOnOutOfMemoryError", "-XX:-UsePerfData", "-XX:-CreateCoredumpOnCrash",
                "-XX:+SuppressFatalErrorMessage", "-XX:+DisableAttachMechanism", "-Xshare:auto", "-Djava.awt.headless=true", "-Djava.io.tmpdir=/nonexistent",
                "-Duser.timezone=UTC", "--enable-native-access=ALL-UNNAMED"));
        List<String> places = places();
        if (places.stream().anyMatch(place -> place.contains("!"))) {
            command.addAll(List.of("-jar", places.getFirst().substring(0, places.getFirst().indexOf('!')), Cell.ARGUMENT));
        } else {
            command.addAll(List.of("-cp", String.join(System.getProperty("path.separator"), places), Cell.class.getName()));
        }
        return command;
    }

    private static List<String> places() {
        Stream<Class<?>> forTypesAndClaims = Stream.of(Cell.class, org.apache.tika.mime.MimeTypes.class, org.apache.commons.io.IOUtils.class,
                org.slf4j.LoggerFactory.class, com.drew.imaging.ImageMetadataReader.class, com.adobe.internal.xmp.XMPMeta.class,
                tools.jackson.core.JsonParser.class);
        Stream<Class<?>> forWebP = Stream.of(com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi.class, com.twelvemonkeys.imageio.ImageReaderBase.class,
                com.twelvemonkeys.imageio.metadata.CompoundDirectory.class, com.twelvemonkeys.lang.Validate.class,
                com.twelvemonkeys.io.enc.DecodeException.class, com.twelvemonkeys.image.ImageUtil.class);
        return Stream.concat(forTypesAndClaims, forWebP).map(CellProcess::place).distinct().toList();
    }

    private static String place(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        URL url = source.getLocation();
        String text = url.toString();
        if (text.startsWith("jar:nested:")) {
            // Within the one jar: jar:nested:/path/stele.jar/!BOOT-INF/lib/name.jar!/
            return text.substring("jar:nested:".length()).replaceFirst("/!", "!");
        }
        try {
            return Path.of(url.toURI()).toString();
        } catch (URISyntaxException odd) {
            throw new IllegalStateException(text, odd);
        }
    }
}
