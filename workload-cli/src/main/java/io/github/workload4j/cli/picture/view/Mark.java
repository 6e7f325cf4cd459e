package io.github.workload4j.cli.picture.view;

/** The sign for one kind of pod: told apart by shape. */
public enum Mark {
    /** A disc. */
    CIRCLE,
    /** A square on its side. */
    SQUARE,
    /** A triangle that points up. */
    TRIANGLE,
    /** A square on its corner. */
    DIAMOND,
    /** A cross of two bars. */
    CROSS,
    /** A triangle that points down; stands for all kinds for which there is no other sign. */
    WEDGE;

    /**
     * {@return the outline as path data}
     *
     * <p>Centre and radius in tenths of a pixel.
     */
    public String path(int cx, int cy, int r) {
        PathData path = new PathData();
        switch (this) {
            case CIRCLE -> path.circle(cx, cy, r);
            case SQUARE -> path.rectangle(cx - r * 9 / 10, cy - r * 9 / 10, r * 18 / 10, r * 18 / 10);
            case TRIANGLE -> path.polygon(cx, cy - r, cx + r, cy + r * 8 / 10, cx - r, cy + r * 8 / 10);
            case DIAMOND ->
                path.polygon(cx, cy - r * 11 / 10, cx + r * 11 / 10, cy, cx, cy + r * 11 / 10, cx - r * 11 / 10, cy);
            case CROSS -> {
                int t = r * 4 / 10;
                path.polygon(
                        cx - t, cy - r, cx + t, cy - r, cx + t, cy - t, cx + r, cy - t, cx + r, cy + t, cx + t, cy + t,
                        cx + t, cy + r, cx - t, cy + r, cx - t, cy + t, cx - r, cy + t, cx - r, cy - t, cx - t, cy - t);
            }
            default -> path.polygon(cx - r, cy - r * 8 / 10, cx + r, cy - r * 8 / 10, cx, cy + r);
        }
        return path.data();
    }
}
