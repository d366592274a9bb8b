package org.stele.review;

import java.util.List;
import java.util.stream.Collectors;

/** A step that was not taken; nothing was written. */
public final class Obstructed extends RuntimeException {

    private final transient List<Obstacle> obstacles;

    Obstructed(List<Obstacle> obstacles) {
        super(obstacles.stream().map(Obstacle::toString).collect(Collectors.joining("; ")));
        this.obstacles = List.copyOf(obstacles);
    }

    Obstructed(Obstacle.Kind kind, Object... parameters) {
        this(List.of(Obstacle.of(kind, parameters)));
    }

    /** All that stands in the way, at least one. */
    public List<Obstacle> obstacles() {
        return obstacles;
    }
}
