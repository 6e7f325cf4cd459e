package io.github.workload4j.cli.picture;

/**
 * A rectangle in pixels.
 *
 * @param x left edge
 * @param y upper edge
 * @param width width, 0 or more
 * @param height height, 0 or more
 */
record Box(int x, int y, int width, int height) {

    int right() {
        return x + width;
    }

    int bottom() {
        return y + height;
    }

    Box moved(int dx, int dy) {
        return new Box(x + dx, y + dy, width, height);
    }

    boolean contains(Box other) {
        return other.x >= x && other.y >= y && other.right() <= right() && other.bottom() <= bottom();
    }

    /** Writes it, its corners rounded by a radius. */
    void draw(Markup out, String css, int radius) {
        out.empty("rect", "class", css, "x", x, "y", y, "width", width, "height", height, "rx", radius);
    }

    boolean overlaps(Box other) {
        return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
    }
}
