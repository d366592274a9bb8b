package org.stele.drawing;

import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.stele.drawing.Canvas.Anchor;
import org.stele.drawing.Canvas.Ink;
import org.stele.drawing.MapLabels.Beside;
import org.stele.drawing.MapLabels.Inside;
import org.stele.drawing.Typeface.Weight;

/** Draws a map: legend, ground, areas, labels, notes. Only words follow the reading direction; the map stays as the world is. */
final class MapSheet {
    private static final double NARROW = 440;
    private static final double PAD = 14;
    private static final double LEADER = 16;
    private static final double NOTE_LINE = 15;

    private final AreaMap map;
    private final Style style;
    private final Canvas canvas;
    private final Shades shades;
    private final Ink name;
    private final Ink number;
    private final List<Area> country = new ArrayList<>();

    MapSheet(AreaMap map, Style style) {
        this.map = map;
        this.style = style;
        this.canvas = new Canvas(style);
        this.shades = Shades.of(map.areas().stream().map(shaded -> shaded.datum().count()).toList());
        double size = narrow() ? 10 : 11.5;
        this.name = Ink.TEXT.sized(size);
        this.number = Ink.NUMBER.sized(size + 1);
        map.areas().forEach(shaded -> country.add(shaded.area()));
        country.addAll(map.unnumbered());
    }

    Svg draw() {
        double top = legend();
        Sides sides = sides(top);
        double height = sides.projection().y(south()) + PAD - top;
        ground(sides.projection(), top, height);
        areas(sides.projection());
        double end = top + height;
        MapWriting writing = new MapWriting(canvas, style, shades, name, number);
        writing.inside(sides.inside());
        if (narrow()) {
            end = writing.list(map.areas(), end + 8);
        } else {
            writing.beside(MapLabels.spread(sides.left(), top + 14, end - 10, LEADER), sides.leftEdge(), true);
            writing.beside(MapLabels.spread(sides.right(), top + 14, end - 10, LEADER), sides.rightEdge(), false);
        }
        return canvas.finish(map.description(), notes(end));
    }

    /** Which labels stand where, and the projection that leaves room for those beside. */
    private record Sides(Projection projection, List<Inside> inside, List<Beside> left, List<Beside> right,
                         double leftEdge, double rightEdge) {
    }

    /** Room at a side makes the country smaller, which may push one more label out: a few rounds settle it. On a narrow sheet
     *  there is no room at the sides; all names stand in a list below instead. */
    private Sides sides(double top) {
        double leftRoom = 0;
        double rightRoom = 0;
        Sides sides = place(Projection.fitting(country, PAD, top + PAD, style.width() - 2 * PAD, tallest()), 0, style.width());
        for (int round = 0; round < 3 && !narrow(); round++) {
            leftRoom = Math.max(leftRoom, room(sides.left()));
            rightRoom = Math.max(rightRoom, room(sides.right()));
            Projection projection = Projection.fitting(country, leftRoom + PAD, top + PAD, style.width() - leftRoom - rightRoom - 2 * PAD, tallest());
            sides = place(projection, leftRoom, style.width() - rightRoom);
        }
        return sides;
    }

    private Sides place(Projection projection, double leftEdge, double rightEdge) {
        List<Inside> inside = new ArrayList<>();
        List<Beside> left = new ArrayList<>();
        List<Beside> right = new ArrayList<>();
        double middle = (leftEdge + rightEdge) / 2;
        for (AreaMap.Shaded shaded : map.areas()) {
            Path2D path = projection.path(shaded.area());
            double numberWidth = number.width(count(shaded)) + 3;
            Point2D both = MapLabels.middle(path, Math.max(name.width(words(shaded)) + 4, numberWidth), 2 * number.size() + 3);
            Point2D alone = both == null && narrow() ? MapLabels.middle(path, numberWidth, number.size()) : null;
            if (both != null || alone != null) {
                inside.add(new Inside(shaded, both != null ? both : alone, both != null));
            } else {
                Point2D heart = MapLabels.heart(path);
                (heart.getX() < middle ? left : right).add(new Beside(shaded, heart, 0));
            }
        }
        return new Sides(projection, inside, left, right, leftEdge, rightEdge);
    }

    private double room(List<Beside> labels) {
        return labels.stream().mapToDouble(l -> MapLabels.width(words(l.shaded()), count(l.shaded()), name, number) + 12).max().orElse(0);
    }

    private double legend() {
        List<Shades.Named> classes = new ArrayList<>(shades.named(style.language(), canvas));
        if (!map.unnumbered().isEmpty()) {
            classes.add(new Shades.Named(Palette.HATCH, Words.NO_NUMBER.in(style.language())));
        }
        double x = 0;
        double y = 0;
        for (Shades.Named each : classes) {
            double entry = 26 + Ink.TEXT.width(each.words()) + 16;
            if (x > 0 && x + entry - 16 > style.width()) {
                x = 0;
                y += 20;
            }
            canvas.rectangle(x, y + 2, 20, 12, Palette.SOFT);
            canvas.rectangle(x + 0.6, y + 2.6, 18.8, 10.8, each.colour());
            if (each.colour().equals(Palette.HATCH)) {
                canvas.raw(Hatching.over(new Rectangle2D.Double(canvas.across(x + 10) - 9.4, y + 2.6, 18.8, 10.8)));
            }
            canvas.text(each.words(), x + 26, y + 12.5, Anchor.START, Ink.TEXT);
            x += entry;
        }
        return y + 26;
    }

    private double south() {
        return country.stream().flatMap(area -> area.rings().stream()).flatMap(ring -> ring.points().stream())
                .mapToDouble(Area.Point::latitude).min().orElseThrow();
    }

    private void ground(Projection projection, double top, double height) {
        Rectangle2D frame = new Rectangle2D.Double(0, top, style.width(), height);
        for (Area area : map.ground()) {
            String data = projection.data(area, frame);
            if (!data.isEmpty()) {
                canvas.raw("<path d=\"" + data + "\" fill=\"" + Palette.GROUND + "\" stroke=\"" + Palette.GROUND
                        + "\" stroke-width=\"1\" fill-rule=\"evenodd\"/>\n");
            }
        }
    }

    /** First a rim around all, of which only the outer half will show: the outline; then the areas, white lines between them;
     *  the empty ones last and in grey lines, since white on near-white would not show. */
    private void areas(Projection projection) {
        for (Area area : country) {
            canvas.raw("<path d=\"" + projection.data(area) + "\" fill=\"none\" stroke=\"" + Palette.SOFT
                    + "\" stroke-width=\"2.4\" stroke-linejoin=\"round\"/>\n");
        }
        for (Area area : map.unnumbered()) {
            shape(projection, area, Palette.HATCH);
            canvas.raw(Hatching.over(projection.path(area)));
        }
        List<AreaMap.Shaded> emptyLast = map.areas().stream()
                .sorted(Comparator.comparing((AreaMap.Shaded shaded) -> shaded.datum().count() == 0)).toList();
        for (AreaMap.Shaded shaded : emptyLast) {
            canvas.open(words(shaded) + ": " + count(shaded), shaded.datum().link());
            shape(projection, shaded.area(), shades.colour(shaded.datum().count()));
            canvas.close(shaded.datum().link());
        }
    }

    private void shape(Projection projection, Area area, String fill) {
        canvas.raw("<path d=\"" + projection.data(area) + "\" fill=\"" + fill + "\" fill-rule=\"evenodd\" stroke=\""
                + (fill.equals(Shades.NONE) ? Palette.RULE : Palette.PAPER) + "\" stroke-width=\"0.8\" stroke-linejoin=\"round\"/>\n");
    }

    private double notes(double top) {
        double y = top + 6;
        for (String note : map.notes()) {
            for (String line : Letters.lines(note, style.width(), Ink.SMALL.size(), Weight.REGULAR)) {
                y += NOTE_LINE;
                canvas.text(line, 0, y, Anchor.START, Ink.SMALL);
            }
        }
        return y + 6;
    }

    /** A country long from north to south must still leave room for its caption on a page. */
    private double tallest() {
        return style.width() * (narrow() ? 1.3 : 0.9);
    }

    private boolean narrow() {
        return style.width() < NARROW;
    }

    private String words(AreaMap.Shaded shaded) {
        return shaded.area().name().in(style.language());
    }

    private String count(AreaMap.Shaded shaded) {
        return canvas.numeral(shaded.datum().count());
    }
}
