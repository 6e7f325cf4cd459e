package io.github.workload4j.cli.picture.view;

/** Collects the data of an SVG path; all lengths in tenths of a pixel. */
public final class PathData {

    private final StringBuilder data = new StringBuilder();

    public PathData rectangle(int x, int y, int width, int height) {
        return move(x, y)
                .command('h', width)
                .command('v', height)
                .command('h', -width)
                .close();
    }

    /** A closed polygon of the given corners, x and y in turns. */
    public PathData polygon(int... corners) {
        move(corners[0], corners[1]);
        for (int i = 2; i < corners.length; i += 2) {
            data.append('l');
            number(corners[i] - corners[i - 2]).append(' ');
            number(corners[i + 1] - corners[i - 1]);
        }
        return close();
    }

    public PathData circle(int cx, int cy, int r) {
        move(cx - r, cy);
        return arc(r, 2 * r).arc(r, -2 * r).close();
    }

    public PathData line(int x1, int y1, int x2, int y2) {
        move(x1, y1);
        data.append('l');
        number(x2 - x1).append(' ');
        number(y2 - y1);
        return this;
    }

    public boolean isEmpty() {
        return data.isEmpty();
    }

    public String data() {
        return data.toString();
    }

    private PathData arc(int r, int dx) {
        data.append('a');
        number(r).append(' ');
        number(r).append(" 0 1 0 ");
        number(dx).append(" 0");
        return this;
    }

    private PathData move(int x, int y) {
        data.append('M');
        number(x).append(' ');
        number(y);
        return this;
    }

    private PathData command(char command, int length) {
        data.append(command);
        number(length);
        return this;
    }

    private PathData close() {
        data.append('z');
        return this;
    }

    private StringBuilder number(int tenths) {
        if (tenths < 0) {
            data.append('-');
        }
        int absolute = Math.abs(tenths);
        data.append(absolute / 10);
        if (absolute % 10 != 0) {
            data.append('.').append(absolute % 10);
        }
        return data;
    }
}
