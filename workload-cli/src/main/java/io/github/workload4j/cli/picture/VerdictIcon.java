package io.github.workload4j.cli.picture;

import io.github.workload4j.cli.picture.view.PathData;
import io.github.workload4j.gang.Verdict;

/** The sign of a verdict: another shape for each. */
final class VerdictIcon {

    private final Markup out;

    VerdictIcon(Markup out) {
        this.out = out;
    }

    void draw(Verdict verdict, Box box) {
        int x = box.x() * 10;
        int y = box.y() * 10;
        int s = box.width() * 10;
        int cx = x + s / 2;
        int cy = y + s / 2;
        int u = s / 24;
        out.open("g", "aria-hidden", "true");
        if (verdict instanceof Verdict.Feasible) {
            shape("yes", new PathData().circle(cx, cy, s / 2));
            glyph(new PathData()
                    .line(cx - 5 * u, cy, cx - u, cy + 4 * u)
                    .line(cx - u, cy + 4 * u, cx + 6 * u, cy - 5 * u));
        } else if (verdict instanceof Verdict.Infeasible) {
            int c = 7 * u;
            shape(
                    "no",
                    new PathData()
                            .polygon(
                                    x + c, y, x + s - c, y, x + s, y + c, x + s, y + s - c, x + s - c, y + s, x + c,
                                    y + s, x, y + s - c, x, y + c));
            glyph(new PathData()
                    .line(cx - 5 * u, cy - 5 * u, cx + 5 * u, cy + 5 * u)
                    .line(cx - 5 * u, cy + 5 * u, cx + 5 * u, cy - 5 * u));
        } else if (verdict instanceof Verdict.Undetermined) {
            shape("open", new PathData().polygon(cx, y - u, x + s + u, cy, cx, y + s + u, x - u, cy));
            glyph(new PathData()
                    .line(cx - 3 * u, cy - 3 * u, cx, cy - 6 * u)
                    .line(cx, cy - 6 * u, cx + 3 * u, cy - 3 * u)
                    .line(cx + 3 * u, cy - 3 * u, cx, cy)
                    .line(cx, cy, cx, cy + 2 * u)
                    .line(cx, cy + 6 * u, cx, cy + 6 * u + 1));
        } else if (verdict instanceof Verdict.Gated) {
            shape("wait", new PathData().rectangle(x + u, y + u, s - 2 * u, s - 2 * u));
            glyph(new PathData()
                    .line(cx - 3 * u, cy - 5 * u, cx - 3 * u, cy + 5 * u)
                    .line(cx + 3 * u, cy - 5 * u, cx + 3 * u, cy + 5 * u));
        } else if (verdict instanceof Verdict.Errored) {
            shape("no", new PathData().polygon(cx, y, x + s, y + s - u, x, y + s - u));
            glyph(new PathData().line(cx, cy - 2 * u, cx, cy + 4 * u).line(cx, cy + 8 * u, cx, cy + 8 * u + 1));
        } else {
            shape("yes", new PathData().circle(cx, cy, s / 2));
            glyph(new PathData()
                    .line(cx - 5 * u, cy - 3 * u, cx + 5 * u, cy - 3 * u)
                    .line(cx - 5 * u, cy + 3 * u, cx + 5 * u, cy + 3 * u));
        }
        out.close();
    }

    private void shape(String css, PathData path) {
        out.empty("path", "class", css, "d", path.data());
    }

    private void glyph(PathData path) {
        out.empty("path", "class", "glyph", "d", path.data());
    }
}
