package org.stele.inspection;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The program that decodes films, where it is installed. It is called as a process of its own, held as every other that opens a stranger's
 * file; told what kind of file it gets, so that it guesses nothing; and given one pipe in and one out, so that a film that names other files
 * or addresses gets none.
 *
 * @param path    where it is
 * @param version as it says itself
 */
public record Ffmpeg(Path path, String version) {
    /** Seconds of the film between two stills. */
    static final int EVERY = 1;
    /** The most memory it may address, in MiB: most of it is room for its libraries. */
    private static final int SPACE = 1536;
    private static final int THREADS = 2;
    private static final int MOST_PIXELS = 50_000_000;
    /** Media types and what the program calls the forms of their files. */
    private static final Map<String, String> FORMS = Map.ofEntries(Map.entry("video/mp4", "mov"), Map.entry("video/quicktime", "mov"),
            Map.entry("application/mp4", "mov"), Map.entry("video/3gpp", "mov"), Map.entry("video/3gpp2", "mov"), Map.entry("video/x-m4v", "mov"),
            Map.entry("video/x-matroska", "matroska"), Map.entry("application/x-matroska", "matroska"), Map.entry("video/webm", "matroska"),
            Map.entry("video/x-msvideo", "avi"), Map.entry("video/mpeg", "mpeg"), Map.entry("video/mp2t", "mpegts"), Map.entry("video/x-flv", "flv"),
            Map.entry("video/x-ms-wmv", "asf"), Map.entry("video/x-ms-asf", "asf"), Map.entry("video/ogg", "ogg"), Map.entry("video/theora", "ogg"));

    private static final class Here {
        static final Optional<Ffmpeg> FOUND = find(System.getenv("PATH"));
    }

    /** The one on this machine, found out once. */
    public static Optional<Ffmpeg> here() {
        return Here.FOUND;
    }

    static Optional<Ffmpeg> find(@Nullable String places) {
        return Arrays.stream((places == null ? "" : places).split(File.pathSeparator)).filter(place -> !place.isEmpty()).map(place -> Path.of(place, "ffmpeg"))
                .filter(each -> each.isAbsolute() && Files.isExecutable(each)).flatMap(each -> version(each).stream().map(found -> new Ffmpeg(each, found))).findFirst();
    }

    private static Optional<String> version(Path program) {
        try {
            ProcessBuilder asking = new ProcessBuilder(program.toString(), "-version").redirectErrorStream(true);
            asking.environment().clear();
            Process process = asking.start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readNBytes(1 << 12), StandardCharsets.UTF_8);
            boolean ended = process.waitFor(10, TimeUnit.SECONDS);
            process.destroyForcibly();
            String[] words = said.lines().findFirst().orElse("").split(" ");
            return ended && words.length > 2 && words[0].equals("ffmpeg") ? Optional.of(words[2]) : Optional.empty();
        } catch (IOException notHere) {
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** Whether it is asked for films of this media type. */
    static boolean opens(String type) {
        return FORMS.containsKey(type);
    }

    /** Whether the file consists of boxes with the places of pictures in it, which may stand in an order that no pipe can serve. */
    static boolean inBoxes(String type) {
        return "mov".equals(FORMS.get(type));
    }

    /**
     * Starts decoding: stills come out of the process as {@link Frame}s.
     *
     * @param keysOnly whether only pictures that stand by themselves are decoded: many times faster, up to some seconds less exact
     */
    Process start(Isolation isolation, String type, boolean keysOnly, Duration time) throws IOException {
        List<String> command = new ArrayList<>(List.of(path.toString(), "-v", "error", "-nostdin", "-protocol_whitelist", "pipe", "-max_pixels",
                Integer.toString(MOST_PIXELS), "-threads", Integer.toString(THREADS)));
        if (keysOnly) {
            command.addAll(List.of("-skip_frame", "nokey"));
        }
        command.addAll(List.of("-f", String.valueOf(FORMS.get(type)), "-i", "pipe:0", "-map", "0:v:0", "-an", "-sn", "-dn", "-filter_threads", "1", "-vf", filter(),
                "-c:v", "ppm", "-f", "image2pipe", "pipe:1"));
        return isolation.start(command, time.multipliedBy(THREADS), SPACE);
    }

    /** One picture a second, turned as the film says, no side longer than a thumbnail's. */
    private static String filter() {
        int side = Limits.THUMBNAIL;
        return "fps=1/" + EVERY + ",scale=w='min(" + side + ",iw)':h='min(" + side + ",ih)':force_original_aspect_ratio=decrease";
    }

    /** What it was told, for who wants to make the same again. */
    String how(boolean keysOnly) {
        return "ffmpeg " + version + (keysOnly ? " -skip_frame nokey" : "") + " -vf \"" + filter() + "\"";
    }
}
