package io.github.workload4j.cli.picture;

import io.github.workload4j.cli.picture.view.Domain;
import io.github.workload4j.cli.picture.view.GroupView;
import io.github.workload4j.cli.picture.view.Told;
import io.github.workload4j.cli.picture.view.VerdictWords;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.words.ReleaseText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * Verdicts about groups as one file that needs nothing else: no network, no script, no font of its own. It follows the
 * reader's choice of dark or light, and says by shape, pattern and word what it says by colour.
 *
 * <p>The same snapshot and verdicts give the same bytes. Files stay below about two megabytes whatever the size of the
 * cluster. At most {@value FloorPlan#MOST_CELLS} nodes are drawn one by one; larger clusters are drawn by domain. Of
 * very many groups some are told in words only.
 */
public final class Picture {

    private static final int HEAVIEST = 1_500_000;
    private static final int CELL_WEIGHT = 500;
    private static final int TILE_WEIGHT = 330;

    private final List<GroupView> views;
    private final int nodes;

    private Picture(List<GroupView> views, int nodes) {
        this.views = views;
        this.nodes = nodes;
    }

    /**
     * {@return the picture of some groups, those that are bad news first, otherwise in their order}
     *
     * @param nodes how many nodes the cluster has
     */
    public static Picture of(List<Told> all, int nodes) {
        GroupView[] views = new GroupView[all.size()];
        long weight = 0;
        for (boolean fits : new boolean[] {false, true}) {
            for (int v = 0; v < views.length; v++) {
                Told told = all.get(v);
                if (told.verdict() instanceof Verdict.Feasible == fits) {
                    views[v] = weight > HEAVIEST ? GroupView.inWords(told) : GroupView.of(told);
                    weight += weight(views[v]);
                    views[v] = weight > HEAVIEST ? GroupView.inWords(told) : views[v];
                }
            }
        }
        List<GroupView> ordered = new ArrayList<>(List.of(views));
        ordered.sort(Comparator.comparing(
                view -> view.verdict() instanceof Verdict.Feasible || view.verdict() instanceof Verdict.Satisfied));
        return new Picture(ordered, nodes);
    }

    private static long weight(GroupView view) {
        Domain whole = view.whole();
        if (whole == null) {
            return 0;
        }
        if (FloorPlan.isDetailed(whole)) {
            return (long) CELL_WEIGHT * whole.sum().nodes();
        }
        long tiles = whole.leaves().stream()
                .filter(domain -> !domain.isOutOfTheQuestion())
                .limit(FloorPlan.MOST_TILES)
                .count();
        return TILE_WEIGHT * tiles + FloorPlan.MOST_CELLS_CLOSE_UP * CELL_WEIGHT;
    }

    /**
     * Writes the picture as SVG, or else as an HTML page.
     *
     * @throws UncheckedIOException if {@code out} throws
     */
    public void draw(boolean asSvg, Appendable out) {
        try {
            if (asSvg) {
                writeSvg(out);
            } else {
                writeHtml(out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes the picture as SVG.
     *
     * @throws IOException if {@code out} does
     */
    public void writeSvg(Appendable out) throws IOException {
        write(out, markup -> new SvgFile(views, nodes).write(markup));
    }

    /**
     * Writes the picture as an HTML page: the same drawings, and tables with every number in them.
     *
     * @throws IOException if {@code out} does
     */
    public void writeHtml(Appendable out) throws IOException {
        write(out, markup -> new HtmlPage(views, nodes).write(markup));
    }

    private static void write(Appendable out, Consumer<Markup> writer) throws IOException {
        try {
            writer.accept(new Markup(out));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** {@return what stands below the groups: how many are not shown, and for which release the answers are} */
    static List<String> notes(List<GroupView> views, int shown) {
        List<String> notes = new ArrayList<>();
        if (shown < views.size()) {
            notes.add("and " + VerdictWords.counted(views.size() - shown, "more group") + ", not shown");
        }
        notes.addAll(ReleaseText.lines(
                views.stream().map(view -> view.verdict().about().release()).toList()));
        return notes;
    }

    /** {@return how many groups have which verdict, such as {@code 3 fit, 1 does not fit}} */
    static String summary(List<GroupView> views, int nodes) {
        String[] words = {"feasible", "infeasible", "undetermined", "gated", "error", "satisfied"};
        String[][] said = {
            {"fits", "fit"},
            {"does not fit", "do not fit"},
            {"is not decided", "are not decided"},
            {"may not be tried yet", "may not be tried yet"},
            {"contradicts a rule of groups", "contradict a rule of groups"},
            {"has nothing to place", "have nothing to place"}
        };
        List<String> parts = new ArrayList<>();
        for (int w = 0; w < words.length; w++) {
            String word = words[w];
            long count = views.stream()
                    .filter(view ->
                            view.addition() == null && view.verdict().word().equals(word))
                    .count();
            if (count > 0) {
                parts.add(VerdictWords.grouped(count) + " " + said[w][count == 1 ? 0 : 1]);
            }
        }
        for (boolean bought : new boolean[] {true, false}) {
            long later = views.stream()
                    .map(GroupView::addition)
                    .filter(addition -> addition != null && addition.nodes().isEmpty() != bought)
                    .count();
            if (later > 0) {
                parts.add(VerdictWords.grouped(later) + " would fit with "
                        + (bought ? "more nodes" : "pods moved to other nodes"));
            }
        }
        String of = VerdictWords.counted(views.size(), "group") + " on " + VerdictWords.counted(nodes, "node");
        return parts.isEmpty()
                ? "No group waits on " + VerdictWords.counted(nodes, "node")
                : of + ": " + String.join(", ", parts);
    }
}
