package org.stele.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GalleryTest {

    /** A film of these scenes, each a still. */
    private static List<Fingerprint> film(int... scenes) {
        return IntStream.of(scenes).mapToObj(seed -> PdqTest.of(Drawn.scene(seed, 200, 150))).toList();
    }

    private static List<Fingerprint> mirrored(List<Integer> scenes) {
        return scenes.stream().map(seed -> PdqTest.of(Drawn.turned(Drawn.scene(seed, 100, 75), Turn.MIRRORED))).toList();
    }

    @Test
    void aClipIsFoundInTheFilmItWasCutFromAndTheFilmByTheClip() {
        var gallery = new Gallery();
        List<Fingerprint> whole = film(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        List<Fingerprint> clip = film(4, 5);
        gallery.add(1, whole);
        gallery.add(2, clip);
        gallery.add(3, film(11, 12, 13, 14));
        assertThat(gallery.like(clip)).extracting(Gallery.Alike::item).containsExactly(1L, 2L);
        assertThat(gallery.like(clip)).allSatisfy(each -> assertThat(each.percent()).isEqualTo(100));
        assertThat(gallery.like(whole)).extracting(Gallery.Alike::item).containsExactlyInAnyOrder(1L, 2L);
        assertThat(gallery.like(mirrored(List.of(4, 5)))).extracting(Gallery.Alike::item).contains(1L, 2L);
    }

    @Test
    void filmsThatShareLessThanHalfAreNoLead() {
        var gallery = new Gallery();
        gallery.add(1, film(1, 2, 3, 4, 5));
        assertThat(gallery.like(film(1, 2, 21, 22, 23))).isEmpty();
        assertThat(gallery.like(film(1, 2, 3, 22, 23))).containsExactly(new Gallery.Alike(1, 0, 60));
        assertThat(gallery.like(film(1, 1, 1, 22, 23))).as("a scene that stands long is most of it").containsExactly(new Gallery.Alike(1, 0, 60));
    }

    @Test
    void aPhotographIsFoundInTheFilmItWasTakenFrom() {
        var gallery = new Gallery();
        gallery.add(1, film(1, 2, 3));
        gallery.add(2, film(2));
        assertThat(gallery.like(film(2))).containsExactly(new Gallery.Alike(1, 0, 100), new Gallery.Alike(2, 0, 100));
        assertThat(gallery.like(film(1, 2, 3))).extracting(Gallery.Alike::item).containsExactly(1L, 2L);
    }

    @Test
    void blankStillsTellNothing() {
        var gallery = new Gallery();
        Fingerprint blank = PdqTest.of(new BufferedImage(200, 100, BufferedImage.TYPE_INT_RGB));
        List<Fingerprint> film = new ArrayList<>(film(1));
        film.addAll(List.of(blank, blank, blank));
        gallery.add(1, List.of(blank, blank));
        gallery.add(2, film);
        assertThat(gallery.like(List.of(blank))).isEmpty();
        assertThat(gallery.like(film(1))).containsExactly(new Gallery.Alike(2, 0, 100));
    }
}
