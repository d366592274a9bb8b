package org.stele.publication;

import org.stele.drawing.Drawing;
import org.stele.drawing.Style;
import org.stele.page.Page;

/**
 * A drawing as a page shows it: once for wide screens and print, once for phones, since text in a picture does not reflow.
 *
 * @param source what stands under it; empty for nothing
 */
public record Picture(String caption, String source, String broad, String slim) {

    private static final double PAGE = 640;
    private static final double PHONE = 340;

    static Picture of(Page page, String caption, String source, Drawing drawing) {
        return new Picture(caption, source, drawing.draw(Style.web(page.language(), PAGE)).markup(), drawing.draw(Style.web(page.language(), PHONE)).markup());
    }
}
