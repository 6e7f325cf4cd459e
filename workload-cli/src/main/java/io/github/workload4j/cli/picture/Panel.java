package io.github.workload4j.cli.picture;

import io.github.workload4j.cli.picture.view.Domain;
import io.github.workload4j.cli.picture.view.GroupView;
import io.github.workload4j.cli.picture.view.VerdictWords;
import io.github.workload4j.gang.explain.Explanation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The picture of one group, laid out: what goes where, in pixels from its upper left corner.
 *
 * @param view what is shown
 * @param words the verdict in words
 * @param width width
 * @param height height
 * @param icon place of the sign of the verdict
 * @param labels texts outside of rooms
 * @param tally how many of the members run, are placed, wait, are missing; or null if there are none
 * @param rows how many fit in which domain, if that was explained
 * @param legend what the signs mean
 * @param map the cluster, or null if no node was looked at
 * @param closeUps domains of a summarised cluster, their nodes drawn
 */
record Panel(
        GroupView view,
        VerdictWords words,
        int width,
        int height,
        Box icon,
        List<Label> labels,
        @Nullable Tally tally,
        List<FitRow> rows,
        List<LegendItem> legend,
        @Nullable Room map,
        List<Room> closeUps) {

    static final int ICON = 24;
    private static final int TITLE = 20;
    private static final int TEXT = 13;
    private static final int SMALL = 12;
    private static final int LINE = 18;
    private static final int MOST_LINES = 3;
    private static final int GAP = 10;

    Panel {
        labels = List.copyOf(labels);
        rows = List.copyOf(rows);
        legend = List.copyOf(legend);
        closeUps = List.copyOf(closeUps);
    }

    /**
     * {@return a panel of that width and the height it takes}
     *
     * @param titled whether the verdict is said in the panel, not only beside it
     */
    static Panel of(GroupView view, int width, boolean titled) {
        return new Arranging(view, width).panel(titled);
    }

    /** {@return the place of all of it} */
    Box box() {
        return new Box(0, 0, width, height);
    }

    private static final class Arranging {
        private final GroupView view;
        private final int width;
        private final VerdictWords words;
        private final List<Label> labels = new ArrayList<>();
        private int y;

        Arranging(GroupView view, int width) {
            this.view = view;
            this.width = width;
            this.words = VerdictWords.of(view);
        }

        Panel panel(boolean titled) {
            Box icon = new Box(0, 0, titled ? ICON : 0, titled ? ICON : 0);
            if (titled) {
                String title = view.name() + " " + words.headline();
                labels.add(Label.of(ICON + GAP, TITLE, width - ICON - GAP, TITLE, Label.Weight.STRONG, title));
                y = ICON + 8;
                words.sentences().forEach(this::paragraph);
            }
            Tally tally = Tally.of(view, y, width);
            y = tally == null ? y : tally.box().bottom() + GAP;
            List<FitRow> rows = rows();
            Domain whole = view.whole();
            if (whole == null) {
                return new Panel(view, words, width, y, icon, labels, tally, rows, List.of(), null, List.of());
            }
            FloorPlan plan = new FloorPlan(view, width);
            List<Domain> close = plan.worthACloserLook(whole);
            List<LegendItem> legend = LegendItem.of(view, y, width, !close.isEmpty());
            y = legend.stream().mapToInt(item -> item.box().bottom()).max().orElse(y) + GAP;
            heading(FloorPlan.isDetailed(whole) ? "Node by node" : "By domain");
            Room map = plan.map(whole, close);
            Room placed = map.moved(0, y);
            y = placed.box().bottom() + GAP;
            List<Room> closeUps = new ArrayList<>();
            if (!close.isEmpty()) {
                heading(closeUpHeading(whole, close));
                for (Room room : plan.closeUps(close)) {
                    closeUps.add(room.moved(0, y));
                }
                y = closeUps.stream()
                                .mapToInt(room -> room.box().bottom())
                                .max()
                                .orElse(y)
                        + GAP;
            }
            return new Panel(view, words, width, y, icon, labels, tally, rows, legend, placed, closeUps);
        }

        private List<FitRow> rows() {
            Explanation explanation = view.explanation();
            if (explanation == null || explanation.domains().isEmpty()) {
                return List.of();
            }
            line(Label.Weight.FAINT, FitRow.heading(explanation));
            List<FitRow> rows = FitRow.of(explanation, y, width);
            y += rows.size() * FitRow.HEIGHT;
            if (!FitRow.rest(explanation).isEmpty()) {
                line(Label.Weight.FAINT, FitRow.rest(explanation));
            }
            y += GAP;
            return rows;
        }

        private void line(Label.Weight weight, String text) {
            labels.add(Label.of(0, y + SMALL, width, SMALL, weight, text));
            y += LINE;
        }

        private String closeUpHeading(Domain whole, List<Domain> close) {
            boolean landed = view.placed() > 0;
            long candidates = whole.leaves().stream()
                    .filter(domain -> landed ? domain.sum().placedPods() > 0 : new RoomTexts(view).room(domain) > 0)
                    .count();
            String what = landed ? "where pods land" : "with the most room";
            return "Close-up of "
                    + (candidates > close.size()
                            ? close.size() + " of " + VerdictWords.grouped(candidates) + " domains "
                            : close.size() == 1 ? "the domain " : "the " + close.size() + " domains ")
                    + what;
        }

        private void heading(String name) {
            boolean isAlone = view.keys().isEmpty() || name.startsWith("Close");
            line(Label.Weight.FAINT, name + (isAlone ? "" : ": " + String.join(" > ", view.keys())));
        }

        private void paragraph(String text) {
            for (String line : Label.wrapped(text, TEXT, width, MOST_LINES)) {
                labels.add(Label.of(0, y + TEXT, width, TEXT, Label.Weight.PLAIN, line));
                y += LINE;
            }
            y += 2;
        }
    }
}
