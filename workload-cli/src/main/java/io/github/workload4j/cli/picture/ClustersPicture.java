package io.github.workload4j.cli.picture;

import io.github.workload4j.cli.picture.view.ClusterRow;
import io.github.workload4j.cli.picture.view.ClusterRow.Standing;
import io.github.workload4j.cli.picture.view.ClusterRows;
import io.github.workload4j.cli.picture.view.Fill;
import io.github.workload4j.cli.picture.view.VerdictWords;
import java.util.ArrayList;
import java.util.List;

/**
 * Which of several clusters takes a group, as one file that needs nothing else: a row for each cluster, with its sign,
 * how full it is, and why. Of many clusters the best of each standing have a row, and the others are counted. The same
 * answers give the same bytes.
 */
public final class ClustersPicture {

    private static final int WIDTH = SvgFile.WIDTH - 2 * SvgFile.MARGIN;
    private static final int MOST_GROUPS = 60;
    private static final int MOST_ROWS = 24;
    private static final int MOST_ROWS_IN_ALL = 600;
    private static final int MOST_LISTED = 2_000;
    private static final int TITLE = 20;
    private static final int HEADER = 44;
    private static final int LEGEND = 26;
    private static final int BETWEEN = 28;
    private static final int ICON = 24;

    private final List<ClusterRows> all;
    private final List<String> notes;
    private final int shown;
    private final int rows;

    /**
     * A picture of what clusters say to groups.
     *
     * @param all the groups
     * @param notes what is said below them
     */
    public ClustersPicture(List<ClusterRows> all, List<String> notes) {
        this.all = List.copyOf(all);
        this.shown = Math.min(MOST_GROUPS, all.size());
        this.rows = Math.min(MOST_ROWS, MOST_ROWS_IN_ALL / Math.max(1, shown));
        this.notes = new ArrayList<>();
        if (shown < all.size()) {
            this.notes.add("and " + VerdictWords.counted(all.size() - shown, "more group") + ", not shown");
        }
        this.notes.addAll(notes);
    }

    /** Writes the picture as SVG, or else as an HTML page. */
    public void draw(boolean asSvg, Appendable out) {
        if (asSvg) {
            writeSvg(new Markup(out));
        } else {
            writeHtml(new Markup(out));
        }
    }

    private String summary() {
        if (all.size() == 1) {
            return all.get(0).headline();
        }
        long taken = all.stream().filter(each -> each.count(Standing.TAKES) > 0).count();
        String many = taken == 0
                ? "no group is"
                : taken == all.size()
                        ? "each group is"
                        : VerdictWords.counted(taken, "group") + (taken == 1 ? " is" : " are");
        return all.isEmpty()
                ? "No group has a pending pod"
                : VerdictWords.counted(all.size(), "group") + " and "
                        + VerdictWords.counted(all.get(0).rows().size(), "cluster") + ": " + many
                        + " taken by some cluster";
    }

    private void writeSvg(Markup out) {
        List<ClusterPanel> panels = all.subList(0, shown).stream()
                .map(each -> ClusterPanel.of(each, WIDTH, rows))
                .toList();
        boolean headed = all.size() != 1;
        int top = SvgFile.MARGIN + (headed ? HEADER : 0) + LEGEND;
        int height = top + notes.size() * BETWEEN;
        for (ClusterPanel panel : panels) {
            height += ICON + panel.height() + BETWEEN;
        }
        SvgFile.open(out, height, "title");
        out.leaf("title", summary(), "id", "title").line();
        SvgFile.paper(out, height);
        if (headed) {
            Label.of(SvgFile.MARGIN, SvgFile.MARGIN + 16, WIDTH, 16, Label.Weight.STRONG, summary())
                    .draw(out);
        }
        int y = top - LEGEND;
        for (int p = 0; p < panels.size(); p++) {
            out.open("g", "transform", "translate(" + SvgFile.MARGIN + "," + y + ")")
                    .line();
            ClusterRows clusters = all.get(p);
            new VerdictIcon(out).draw(clusters.rows().get(0).verdict(), new Box(0, 0, ICON, ICON));
            int x = ICON + 10;
            Label.of(x, TITLE, WIDTH - x, TITLE, Label.Weight.STRONG, clusters.headline())
                    .draw(out);
            out.closeLine();
            y += ICON + 10;
            if (p == 0) {
                legend(out, SvgFile.MARGIN, y);
                y += LEGEND;
            }
            out.open("g", "transform", "translate(" + SvgFile.MARGIN + "," + y + ")")
                    .line();
            panels.get(p).draw(out);
            out.closeLine();
            y += panels.get(p).height() + BETWEEN - 10;
        }
        for (String note : notes) {
            Label.of(SvgFile.MARGIN, y, WIDTH, 13, Label.Weight.PLAIN, note).draw(out);
            y += BETWEEN;
        }
        out.closeLine();
    }

    private static void legend(Markup out, int x, int y) {
        String[] css = {"used", "added", "track", "missing"};
        String[] words = {"in use", "what its pods take", "free", "what they ask where they are not placed"};
        int left = x;
        for (int i = 0; i < css.length; i++) {
            new Box(left, y + 2, 16, 12).draw(out, css[i], 0);
            left = legend(out, left + 22, y, words[i]);
        }
        legend(out, left, y, "A bar is all of the resource that is scarcest for them, on nodes that they may use.");
        out.line();
    }

    private static int legend(Markup out, int x, int y, String text) {
        Label label = Label.of(x, y + 12, SvgFile.WIDTH - x, ClusterPanel.SMALL, Label.Weight.FAINT, text);
        label.draw(out);
        return label.box().right() + 18;
    }

    private void writeHtml(Markup out) {
        HtmlPage.open(out, summary());
        for (ClusterRows clusters : all.subList(0, shown)) {
            ClusterPanel panel = ClusterPanel.of(clusters, WIDTH, rows);
            out.open("section").line().open("h2");
            HtmlPage.icon(out, clusters.rows().get(0).verdict());
            out.text(" " + clusters.headline()).closeLine();
            int width = WIDTH + 4;
            int height = panel.height() + LEGEND + 4;
            out.open("figure");
            HtmlPage.svg(
                    out,
                    "picture",
                    width,
                    height,
                    width + " " + height,
                    "role",
                    "img",
                    "aria-label",
                    clusters.headline() + ". The table below says the same.");
            legend(out, 0, 0);
            out.open("g", "transform", "translate(0," + LEGEND + ")").line();
            panel.draw(out);
            out.close().close().closeLine();
            table(out, clusters);
            out.closeLine();
        }
        notes.forEach(note -> out.leaf("p", note).line());
        out.closeLine();
        out.closeLine();
    }

    private void table(Markup out, ClusterRows clusters) {
        List<ClusterRow> listed =
                clusters.rows().subList(0, Math.min(clusters.rows().size(), Math.max(MOST_LISTED / shown, 1)));
        HtmlPage.table(
                out,
                "Clusters, the best first",
                "Cluster",
                "Verdict",
                "Resource",
                "In use",
                "Free",
                "Asked",
                "Taken",
                "Why");
        for (ClusterRow row : listed) {
            Fill fill = row.fill();
            out.open("tr").leaf("th", row.cluster(), "scope", "row").open("td");
            HtmlPage.icon(out, row.verdict());
            out.text(" " + row.word()).close();
            out.leaf("td", fill == null ? "\u2013" : fill.resource().label());
            out.leaf(
                    "td",
                    fill == null || fill.used() < 0 ? "\u2013" : fill.resource().amount(fill.used()));
            out.leaf("td", fill == null ? "\u2013" : fill.resource().amount(fill.free()));
            out.leaf("td", fill == null ? "\u2013" : fill.resource().amount(fill.asked()));
            out.leaf("td", fill == null ? "\u2013" : fill.resource().amount(fill.taken()));
            out.leaf("td", String.join("; ", row.reasons())).closeLine();
        }
        out.close().closeLine();
        int more = clusters.rows().size() - listed.size();
        if (more > 0) {
            out.leaf("p", "and " + VerdictWords.counted(more, "more cluster"), "class", "note")
                    .line();
        }
    }
}
