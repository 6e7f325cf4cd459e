package io.github.workload4j.cli.picture;

import io.github.workload4j.cli.picture.view.ClusterRow;
import io.github.workload4j.cli.picture.view.ClusterRow.Standing;
import io.github.workload4j.cli.picture.view.ClusterRows;
import io.github.workload4j.cli.picture.view.Fill;
import io.github.workload4j.cli.picture.view.VerdictWords;
import java.util.ArrayList;
import java.util.List;

/**
 * Clusters and what they say to one group, a row each below a heading for those that stand together, laid out.
 *
 * @param rows the clusters that are shown
 * @param labels texts outside of rows
 * @param height height
 */
record ClusterPanel(List<Row> rows, List<Label> labels, int height) {

    static final int SMALL = 12;

    /** Width of a bar for all that a cluster has. */
    static final int BAR = 260;

    private static final int THICK = 14;
    private static final int TEXT = 14;
    private static final int LINE = 18;
    private static final int ICON = 20;
    private static final int GAP = 10;
    private static final int NUMBER = 40;
    private static final int NAME = NUMBER + ICON + 2 * GAP;
    private static final int BARS = 380;
    private static final int BEYOND = 30;
    private static final int REASON = BARS + BAR + BEYOND + 2 * GAP;
    private static final int MOST_LINES = 5;

    /** A cluster, its sign, its texts, and the place of its bar. */
    record Row(ClusterRow cluster, Box icon, List<Label> labels, Box bar) {}

    /** {@return a panel with at most so many rows, and one of each standing at least} */
    static ClusterPanel of(ClusterRows clusters, int width, int most) {
        List<Row> rows = new ArrayList<>();
        List<Label> labels = new ArrayList<>();
        int y = 0;
        List<Standing> standings = clusters.standings();
        List<Integer> shares = clusters.shares(Math.max(most, standings.size()));
        for (int s = 0; s < standings.size(); s++) {
            Standing standing = standings.get(s);
            int count = clusters.count(standing);
            labels.add(faint(NUMBER + GAP, y + LINE, width, standing.heading(count)));
            y += LINE + GAP;
            int first = clusters.first(standing);
            for (int r = first; r < first + shares.get(s); r++) {
                Row row = row(clusters.rows().get(r), r + 1, y, width);
                rows.add(row);
                y = row.labels().stream()
                                .mapToInt(label -> label.box().bottom())
                                .max()
                                .orElse(y)
                        + GAP;
            }
            if (shares.get(s) < count) {
                String more = "and " + VerdictWords.grouped(count - shares.get(s)) + " more";
                labels.add(faint(NAME, y + SMALL, width, more));
                y += LINE + GAP;
            }
        }
        return new ClusterPanel(rows, labels, y);
    }

    private static Label faint(int x, int baseline, int width, String text) {
        return Label.of(x, baseline, width - x, SMALL, Label.Weight.FAINT, text);
    }

    private static Row row(ClusterRow cluster, int place, int y, int width) {
        int first = y + TEXT;
        int second = first + LINE;
        int wide = BARS - NAME - GAP;
        List<Label> labels = new ArrayList<>();
        labels.add(Label.toTheRight(NUMBER, first, NUMBER, SMALL, Label.Weight.FAINT, place + "."));
        String name = cluster.cluster();
        int cut = fitting(name, wide);
        labels.add(Label.of(NAME, first, wide, TEXT, Label.Weight.STRONG, name.substring(0, cut)));
        labels.add(Label.of(NAME, second, wide, TEXT, Label.Weight.STRONG, name.substring(cut)));
        int word = cut < name.length() ? second + LINE : second;
        labels.add(Label.of(NAME, word, wide, SMALL, Label.Weight.PLAIN, cluster.word()));
        Fill fill = cluster.fill();
        if (fill != null) {
            labels.add(faint(BARS, second, REASON - GAP, fill.words()));
        }
        List<String> lines = new ArrayList<>();
        for (String reason : cluster.reasons()) {
            if (lines.size() < MOST_LINES) {
                lines.addAll(Label.wrapped(reason, SMALL, width - REASON, MOST_LINES - lines.size()));
            }
        }
        for (int l = 0; l < lines.size(); l++) {
            labels.add(Label.of(REASON, first + l * LINE, width - REASON, SMALL, Label.Weight.PLAIN, lines.get(l)));
        }
        return new Row(cluster, new Box(NUMBER + GAP, y + 2, ICON, ICON), labels, new Box(BARS, y + 3, BAR, THICK));
    }

    /** {@return how much of a name fits into a line; names differ anywhere, so that long ones take two} */
    private static int fitting(String name, int width) {
        int fitting = 0;
        while (fitting < name.length()) {
            int next = name.offsetByCodePoints(fitting, 1);
            if (Label.width(name.substring(0, next), TEXT, Label.Weight.STRONG) > width) {
                break;
            }
            fitting = next;
        }
        return fitting;
    }

    void draw(Markup out) {
        labels.forEach(label -> label.draw(out));
        for (Row row : rows) {
            out.open("g").leaf("title", title(row.cluster()));
            new VerdictIcon(out).draw(row.cluster().verdict(), row.icon());
            row.labels().forEach(label -> label.draw(out));
            Fill fill = row.cluster().fill();
            if (fill != null) {
                bar(out, row.bar(), fill);
            }
            out.closeLine();
        }
    }

    private static String title(ClusterRow cluster) {
        Fill fill = cluster.fill();
        return cluster.cluster() + ": " + cluster.word() + "\n" + (fill == null ? "" : fill.words() + "\n")
                + String.join("\n", cluster.reasons());
    }

    /** What is asked and not taken is an outline, from where the free part begins; it may stick out. */
    private static void bar(Markup out, Box box, Fill fill) {
        double total = fill.total();
        int used = total == 0 ? 0 : (int) Math.round(box.width() * (Math.max(0, fill.used()) / total));
        if (total > 0) {
            box.draw(out, "track", 0);
            new Box(box.x(), box.y(), used, box.height()).draw(out, "used", 0);
        }
        boolean lands = fill.taken() > 0;
        double wide = total == 0 ? Double.MAX_VALUE : box.width() * ((lands ? fill.taken() : fill.asked()) / total);
        int room = box.width() - used + (lands ? 0 : BEYOND);
        int shown = (int) Math.max(1, Math.min(room, Math.round(wide)));
        Box asked = new Box(box.x() + used, box.y(), shown, box.height());
        if (lands) {
            asked.draw(out, "added", 0);
        } else {
            new Box(asked.x(), asked.y() - 2, shown, asked.height() + 4).draw(out, "missing", 0);
        }
    }
}
