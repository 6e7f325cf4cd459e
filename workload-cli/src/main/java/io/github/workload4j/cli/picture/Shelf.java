package io.github.workload4j.cli.picture;

/** Puts boxes side by side, and below each other where the width ends. */
final class Shelf {

    private final int maxWidth;
    private final int gap;
    private final int rowGap;
    private int x;
    private int y;
    private int rowHeight;
    private int width;

    Shelf(int maxWidth, int gap, int rowGap) {
        this.maxWidth = maxWidth;
        this.gap = gap;
        this.rowGap = rowGap;
    }

    /**
     * {@return the place of the next box of that size}
     *
     * <p>One that is wider than the shelf gets a row of its own.
     */
    Box place(int boxWidth, int boxHeight) {
        if (x > 0 && x + boxWidth > maxWidth) {
            x = 0;
            y += rowHeight + rowGap;
            rowHeight = 0;
        }
        Box box = new Box(x, y, boxWidth, boxHeight);
        x += boxWidth + gap;
        rowHeight = Math.max(rowHeight, boxHeight);
        width = Math.max(width, box.right());
        return box;
    }

    /** {@return width of all that was placed} */
    int width() {
        return width;
    }

    /** {@return height of all that was placed} */
    int height() {
        return y + rowHeight;
    }
}
