package org.stele.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** Films made up for tests, by the program that also takes them apart. */
public final class Filmed {

    private Filmed() {
    }

    /** The program, or the test is skipped and says so. */
    public static Ffmpeg ffmpeg() {
        Assumptions.assumeTrue(Ffmpeg.here().isPresent(), "Skipped: the program ffmpeg is not installed (Debian: apt install ffmpeg). No still was tried.");
        return Ffmpeg.here().orElseThrow();
    }

    /**
     * A film that shows scenes of {@link Drawn}, each for so many seconds.
     *
     * @param folder for its pictures and itself
     * @param name   its ending says its form
     */
    public static byte[] film(Path folder, List<Integer> scenes, int seconds, String name, String... settings) throws IOException, InterruptedException {
        Path pictures = Files.createTempDirectory(folder, "scenes");
        for (int n = 0; n < scenes.size(); n++) {
            Files.write(pictures.resolve(n + ".png"), Drawn.as("png", Drawn.scene(scenes.get(n), 640, 360)));
        }
        Path file = pictures.resolve(name);
        List<String> command = new ArrayList<>(List.of(ffmpeg().path().toString(), "-v", "error", "-framerate", "1/" + seconds, "-i",
                pictures.resolve("%d.png").toString(), "-r", "10", "-pix_fmt", "yuv420p"));
        command.addAll(Arrays.asList(settings));
        command.add(file.toString());
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
        return Files.readAllBytes(file);
    }
}
