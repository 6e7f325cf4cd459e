package io.github.workload4j.cli.picture;

import io.github.workload4j.cli.picture.view.Domain;
import io.github.workload4j.cli.picture.view.GroupView;
import io.github.workload4j.cli.picture.view.Kind;
import io.github.workload4j.cli.picture.view.NodeView;
import io.github.workload4j.cli.picture.view.VerdictWords;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A sign and what it means.
 *
 * @param sign the sign
 * @param kind the kind of pod it is about, or null
 * @param icon its place
 * @param label the meaning
 */
record LegendItem(Sign sign, @Nullable Kind kind, Box icon, Label label) {

    /** What is explained. */
    enum Sign {
        /** A kind of pod. */
        KIND,
        /** A node and its bars. */
        NODE,
        /** A domain as a tile. */
        TILE,
        /** What is in use. */
        USED,
        /** What the group takes. */
        ADDED,
        /** Too little is left. */
        LACKING,
        /** Room for a pod. */
        ROOM,
        /** A node that is too small. */
        TOO_SMALL,
        /** A node that is not there yet. */
        NEW,
        /** A node that is closed to the group. */
        CLOSED,
        /** A domain that a group goes to. */
        CHOSEN
    }

    private static final int FONT = 12;
    private static final int ROW = 20;
    private static final int GAP = 18;
    private static final int BETWEEN = 6;

    /** {@return the place of sign and meaning} */
    Box box() {
        Box text = label.box();
        int top = Math.min(icon.y(), text.y());
        int bottom = Math.max(icon.bottom(), text.bottom());
        return new Box(icon.x(), top, Math.max(icon.right(), text.right()) - icon.x(), bottom - top);
    }

    /** {@return the legend of a picture: the kinds of pods, a line each, then the signs that occur} */
    static List<LegendItem> of(GroupView view, int top, int width, boolean summarised) {
        List<LegendItem> items = new ArrayList<>();
        int y = top;
        for (Kind kind : view.kinds()) {
            Box icon = new Box(0, y + 2, 16, 16);
            int x = icon.right() + BETWEEN;
            items.add(new LegendItem(
                    Sign.KIND, kind, icon, Label.of(x, y + 14, width - x, FONT, Label.Weight.PLAIN, text(kind, view))));
            y += ROW;
        }
        Domain whole = view.whole();
        if (whole == null) {
            return items;
        }
        Shelf shelf = new Shelf(width, GAP, 0);
        List<NodeView> nodes = whole.leaves().stream()
                .flatMap(domain -> domain.nodes().stream())
                .toList();
        String bars = view.resources().stream()
                .map(each -> each.label() + (each.isDevices() ? " (a box each)" : ""))
                .collect(Collectors.joining(", "));
        boolean detailed = !summarised || !whole.leaves().isEmpty();
        if (FloorPlan.isDetailed(whole) || summarised && detailed) {
            items.add(item(Sign.NODE, shelf, y, width, bars.isEmpty() ? "node" : "node; from the left: " + bars));
        }
        if (!FloorPlan.isDetailed(whole) && !view.keys().isEmpty()) {
            int scarce = RoomTexts.scarcest(view);
            items.add(item(
                    Sign.TILE,
                    shelf,
                    y,
                    width,
                    "domain, filled as far as "
                            + (scarce < 0 ? "it" : view.resources().get(scarce).label()) + " is in use"
                            + (view.placed() > 0 ? "" : "; number: how many pods it has room for")));
        }
        items.add(item(Sign.USED, shelf, y, width, "in use"));
        if (view.placed() > 0) {
            items.add(item(Sign.ADDED, shelf, y, width, "taken by this group"));
        } else {
            items.add(item(Sign.ROOM, shelf, y, width, "room for a pod, on this node alone"));
        }
        if (nodes.stream().anyMatch(node -> node.isUsable() && lacks(node))) {
            items.add(item(Sign.LACKING, shelf, y, width, "lid: less is left than one pod asks for"));
        }
        if (nodes.stream().anyMatch(NodeView::isNew)) {
            items.add(item(Sign.NEW, shelf, y, width, "node that is not there yet"));
        }
        if (nodes.stream().anyMatch(node -> node.state() == NodeView.State.TOO_SMALL)) {
            items.add(item(Sign.TOO_SMALL, shelf, y, width, "too small for a pod, even if empty"));
        }
        if (nodes.stream().anyMatch(node -> node.state() == NodeView.State.CLOSED)) {
            items.add(item(Sign.CLOSED, shelf, y, width, "closed to this group: cordon, taint or selector"));
        }
        if (!view.bound().isEmpty() && view.placed() > 0) {
            items.add(item(Sign.CHOSEN, shelf, y, width, "domain the group goes to"));
        }
        return items;
    }

    private static boolean lacks(NodeView node) {
        for (boolean some : node.lacking()) {
            if (some) {
                return true;
            }
        }
        return false;
    }

    private static LegendItem item(Sign sign, Shelf shelf, int top, int width, String text) {
        boolean isNode = sign == Sign.NODE;
        boolean isSmall = sign == Sign.TOO_SMALL || sign == Sign.CLOSED;
        int iconWidth = isNode ? FloorPlan.CELL_WIDTH : isSmall ? FloorPlan.SMALL_WIDTH : 16;
        int iconHeight = isNode ? FloorPlan.CELL_HEIGHT : isSmall ? FloorPlan.SMALL_HEIGHT : 16;
        int wanted = iconWidth + BETWEEN + Label.width(text, FONT, Label.Weight.PLAIN);
        Box box = shelf.place(Math.min(width, wanted), FloorPlan.CELL_HEIGHT).moved(0, top + 4);
        Box icon = new Box(box.x(), box.y() + (box.height() - iconHeight) / 2, iconWidth, iconHeight);
        int x = icon.right() + BETWEEN;
        int baseline = box.y() + box.height() / 2 + 4;
        return new LegendItem(sign, null, icon, Label.of(x, baseline, box.right() - x, FONT, Label.Weight.PLAIN, text));
    }

    private static String text(Kind kind, GroupView view) {
        StringBuilder text = new StringBuilder();
        text.append(kind.count() == 1 ? kind.name() : VerdictWords.counted(kind.count(), "pod") + " " + kind.name());
        List<String> asks = new ArrayList<>();
        for (int r = 0; r < kind.asks().length; r++) {
            if (kind.asks()[r] > 0) {
                asks.add(view.resources().get(r).named(kind.asks()[r]));
            }
        }
        if (!asks.isEmpty()) {
            text.append(kind.count() == 1 ? ": " : ", each: ").append(String.join(", ", asks));
        }
        if (!kind.group().equals(view.verdict().about().group())) {
            text.append(" (").append(kind.group().name()).append(')');
        }
        if (view.placed() > 0) {
            text.append(" \u00b7 ").append(kind.placed()).append(" placed");
        }
        return text.toString();
    }
}
