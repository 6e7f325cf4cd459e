package io.github.workload4j.cli.picture;

import io.github.workload4j.cli.picture.view.Domain;
import io.github.workload4j.cli.picture.view.GroupView;
import io.github.workload4j.cli.picture.view.Kind;
import io.github.workload4j.cli.picture.view.NodeView;
import io.github.workload4j.cli.picture.view.PathData;
import io.github.workload4j.cli.picture.view.VerdictWords;
import java.util.List;

/** Writes a laid-out panel as SVG elements. Signs differ in shape and pattern, so that colour is never needed. */
final class PanelDrawing {

    private static final int BARS_HEIGHT = 17;
    private static final int BARS_BORDER = 4;
    private static final int SMALL_BORDER = 2;
    private static final int MARK = 30;
    private static final int MOST_MARKS = 4;
    private static final int MARK_PITCH = 70;

    /** Devices of a node that are drawn one by one; of more there is a bar. */
    private static final int MOST_BOXES = 16;

    private final Markup out;
    private final GroupView view;
    private final RoomTexts texts;

    PanelDrawing(Markup out, GroupView view) {
        this.out = out;
        this.texts = new RoomTexts(view);
        this.view = view;
    }

    void draw(Panel panel) {
        if (panel.icon().width() > 0) {
            new VerdictIcon(out).draw(view.verdict(), panel.icon());
        }
        panel.labels().forEach(this::label);
        Tally tally = panel.tally();
        if (tally != null) {
            draw(tally);
        }
        panel.rows().forEach(this::draw);
        panel.legend().forEach(this::draw);
        Room map = panel.map();
        if (map != null) {
            draw(map, 0);
        }
        panel.closeUps().forEach(room -> draw(room, 1));
        out.line();
    }

    private void label(Label label) {
        label.draw(out);
    }

    private void text(String text, String css, int x, int y, int size) {
        Label.draw(out, text, css, x, y, size);
    }

    private void rect(String css, Box box, int radius) {
        box.draw(out, css, radius);
    }

    private void path(String css, PathData path) {
        if (!path.isEmpty()) {
            path(css, path.data());
        }
    }

    private void path(String css, String data) {
        out.empty("path", "class", css, "d", data);
    }

    private void draw(Tally tally) {
        Box box = tally.box();
        int x = box.x();
        String[] css = {"used", "added", "waiting", "missing"};
        int[] lengths = {tally.running(), tally.placed(), tally.waiting(), tally.missing()};
        for (int i = 0; i < css.length; i++) {
            if (lengths[i] > 0) {
                rect(css[i], new Box(x, box.y(), lengths[i], box.height()), 0);
                x += lengths[i];
            }
        }
        if (tally.needed() >= 0) {
            int at = (box.x() + tally.needed()) * 10;
            path("tick", new PathData().line(at, box.y() * 10 - 30, at, box.bottom() * 10 + 30));
        }
        label(tally.label());
    }

    private void draw(FitRow row) {
        out.open("g").leaf("title", NodeTitles.of(row.fit()));
        label(row.name());
        if (row.fits().width() > 0) {
            rect("added", row.fits(), 0);
        }
        if (row.missing().width() > 0) {
            rect("missing", row.missing(), 0);
        }
        label(row.count());
        label(row.shortage());
        out.closeLine();
    }

    private void draw(Room room, int depth) {
        Domain domain = room.domain();
        out.open("g");
        if (!domain.isWhole()) {
            out.leaf("title", NodeTitles.of(domain, view));
            String css = room.rooms().isEmpty() && room.tiles().isEmpty() && depth > 0 ? "inner" : "outer";
            rect(room.chosen() ? css + " chosen" : css, room.box(), 4);
        }
        room.labels().forEach(this::label);
        out.line();
        room.rooms().forEach(inner -> draw(inner, depth + 1));
        room.cells().forEach(this::draw);
        room.tiles().stream()
                .filter(tile -> !tile.domain().isOutOfTheQuestion())
                .forEach(this::draw);
        drawOutOfTheQuestion(room.tiles());
        for (Room.Pile pile : room.piles()) {
            label(pile.before());
            rect("pile", pile.box(), 0);
            label(pile.after());
        }
        out.closeLine();
    }

    private void draw(Room.Cell cell) {
        NodeView node = cell.node();
        out.open("g").leaf("title", NodeTitles.of(node, view));
        cell(cell.box(), node);
        out.closeLine();
    }

    private void cell(Box box, NodeView node) {
        String css = switch (node.state()) {
            case USABLE -> "node";
            case TOO_SMALL -> "node small";
            default -> "node closed";
        };
        boolean small = box.height() < FloorPlan.CELL_HEIGHT;
        rect(node.isNew() ? css + " new" : css, box, small ? 2 : 3);
        int bars = view.resources().size();
        if (bars > 0) {
            bars(box, node, bars, small);
        }
        if (view.placed() == 0) {
            marks(box, node.room(), false);
        } else {
            marks(box, node.placed(), true);
        }
    }

    private void bars(Box box, NodeView node, int bars, boolean small) {
        int border = small ? SMALL_BORDER : BARS_BORDER;
        int inner = (box.width() - 2 * border) * 10;
        int gap = small ? 10 : 20;
        int width = (inner - (bars - 1) * gap) / bars;
        int top = (box.y() + border) * 10;
        int height = (small ? box.height() - 2 * border : BARS_HEIGHT) * 10;
        PathData tracks = new PathData();
        PathData used = new PathData();
        PathData added = new PathData();
        PathData lids = new PathData();
        for (int r = 0; r < bars; r++) {
            int x = (box.x() + border) * 10 + r * (width + gap);
            if (node.total()[r] <= 0) {
                tracks.rectangle(x, top + height - 10, width, 10);
                continue;
            }
            if (node.isUsable() && node.lacking()[r]) {
                lids.rectangle(x - 8, top - 10, width + 16, 25);
            }
            if (view.resources().get(r).isDevices() && node.total()[r] <= MOST_BOXES && !small) {
                boxes(node, r, new Box(x, top, width, height), tracks, used, added);
                continue;
            }
            int full = height(node.used()[r], node.total()[r], height);
            int more = Math.min(height - full, height(node.added()[r], node.total()[r], height));
            tracks.rectangle(x, top, width, height);
            if (full > 0) {
                used.rectangle(x, top + height - full, width, full);
            }
            if (more > 0) {
                added.rectangle(x, top + height - full - more, width, more);
            }
        }
        path("track", tracks);
        path("used", used);
        path("added", added);
        path("lid", lids);
    }

    /** A box for each device, from below: those that are held, those that the group gets, those that are free. */
    private static void boxes(NodeView node, int resource, Box box, PathData tracks, PathData used, PathData added) {
        int devices = (int) node.total()[resource];
        int columns = devices <= 3 ? 1 : devices <= 8 ? 2 : 4;
        int width = (box.width() - (columns - 1) * 10) / columns;
        int pitch = (box.height() + 10) / ((devices + columns - 1) / columns);
        for (int d = 0; d < devices; d++) {
            PathData kind = d < node.used()[resource]
                    ? used
                    : d < node.used()[resource] + node.added()[resource] ? added : tracks;
            int y = box.bottom() + 10 - (d / columns + 1) * pitch;
            kind.rectangle(box.x() + d % columns * (width + 10), y, width, pitch - 10);
        }
    }

    private static int height(long part, long whole, int height) {
        if (part <= 0) {
            return 0;
        }
        double share = Math.min(1, (double) part / whole);
        return Math.max(5, (int) Math.round(share * height));
    }

    /** As many signs as pods while they fit; else the sign and how many; of too many kinds the first, and a plus. */
    private void marks(Box box, int[] pods, boolean filled) {
        int all = 0;
        int kinds = 0;
        for (int some : pods) {
            all += some;
            kinds += some > 0 ? 1 : 0;
        }
        int x = (box.x() + BARS_BORDER) * 10 + MARK;
        int y = (box.bottom() - 7) * 10;
        StringBuilder signs = new StringBuilder();
        int left = kinds > MOST_MARKS ? MOST_MARKS - 1 : MOST_MARKS;
        for (int k = 0; k < pods.length; k++) {
            int drawn = Math.min(left, all <= MOST_MARKS ? pods[k] : Math.min(1, pods[k]));
            left -= drawn;
            for (int i = 0; i < drawn; i++) {
                signs.append(view.kinds().get(k).mark().path(x, y, MARK));
                x += MARK_PITCH;
            }
            if (drawn > 0 && all > MOST_MARKS && kinds <= 2) {
                String count = pods[k] > 999 || kinds == 2 && pods[k] > 9 ? "+" : String.valueOf(pods[k]);
                text(count, "", (x - MARK) / 10, box.bottom() - 4, 9);
                x += 70;
            }
        }
        if (kinds > MOST_MARKS) {
            text("+", "", (x - MARK) / 10, box.bottom() - 4, 9);
        }
        if (!signs.isEmpty()) {
            path(filled ? "here" : "room", signs.toString());
        }
    }

    private void drawOutOfTheQuestion(List<Room.Tile> tiles) {
        PathData squares = new PathData();
        int count = 0;
        for (Room.Tile tile : tiles) {
            if (tile.domain().isOutOfTheQuestion()) {
                Box box = tile.box();
                squares.rectangle(box.x() * 10, box.y() * 10, box.width() * 10, box.height() * 10);
                count++;
            }
        }
        if (count > 0) {
            String text =
                    VerdictWords.counted(count, "domain") + " in which no node can take a pod, even if it were empty";
            out.open("g").leaf("title", text);
            path("node small", squares);
            out.closeLine();
        }
    }

    private void draw(Room.Tile tile) {
        Domain domain = tile.domain();
        out.open("g").leaf("title", NodeTitles.of(domain, view));
        tile(tile.box(), domain, tile.letter());
        out.closeLine();
    }

    private void tile(Box box, Domain domain, String letter) {
        rect("node", box, 2);
        int scarce = RoomTexts.scarcest(view);
        if (scarce >= 0 && domain.sum().total()[scarce] > 0) {
            int height = (box.height() - 2) * 10;
            int full = height(domain.sum().used()[scarce], domain.sum().total()[scarce], height);
            int more = Math.min(
                    height - full,
                    height(domain.sum().added()[scarce], domain.sum().total()[scarce], height));
            int x = (box.x() + 1) * 10;
            int bottom = (box.bottom() - 1) * 10;
            int width = (box.width() - 2) * 10;
            if (full > 0) {
                path("used", new PathData().rectangle(x, bottom - full, width, full));
            }
            if (more > 0) {
                path("added", new PathData().rectangle(x, bottom - full - more, width, more));
            }
        }
        if (view.isChosen(domain) || domain.sum().placedPods() > 0) {
            rect("mine", box, 2);
        }
        String text = letter.isEmpty() ? texts.roomInTile(domain) : letter;
        if (!text.isEmpty()) {
            String css = letter.isEmpty() ? "halo middle" : "strong halo middle";
            text(text, css, box.x() + box.width() / 2, box.bottom() - 4, letter.isEmpty() ? 9 : 11);
        }
    }

    private void draw(LegendItem item) {
        Box icon = item.icon();
        int cx = icon.x() * 10 + icon.width() * 5;
        int cy = icon.y() * 10 + icon.height() * 5;
        Kind kind = item.kind();
        switch (item.sign()) {
            case KIND -> {
                if (kind != null) {
                    path("kind", kind.mark().path(cx, cy, 55));
                }
            }
            case NODE -> cell(icon, sample(NodeView.State.USABLE));
            case TOO_SMALL -> cell(icon, sample(NodeView.State.TOO_SMALL));
            case CLOSED -> cell(icon, sample(NodeView.State.CLOSED));
            case TILE -> {
                rect("node", icon, 2);
                path(
                        "used",
                        new PathData()
                                .rectangle(icon.x() * 10 + 10, cy, icon.width() * 10 - 20, icon.height() * 5 - 10));
            }
            case NEW -> rect("node new", icon, 3);
            case USED -> rect("used", icon, 1);
            case ADDED -> rect("added", icon, 1);
            case LACKING -> {
                rect("track", new Box(icon.x() + 3, icon.y(), 10, 16), 0);
                path("used", new PathData().rectangle(icon.x() * 10 + 30, icon.y() * 10 + 50, 100, 110));
                path("lid", new PathData().rectangle(icon.x() * 10 + 20, icon.y() * 10 - 10, 120, 25));
            }
            case ROOM ->
                path(
                        "room",
                        view.kinds().isEmpty()
                                ? "M0 0"
                                : view.kinds().get(0).mark().path(cx, cy, 45));
            default -> rect("inner chosen", icon, 3);
        }
        label(item.label());
    }

    private NodeView sample(NodeView.State state) {
        int resources = view.resources().size();
        long[] total = new long[resources];
        long[] used = new long[resources];
        for (int r = 0; r < resources; r++) {
            total[r] = view.resources().get(r).isDevices() ? 8 : 10;
            used[r] = state == NodeView.State.USABLE ? List.of(3L, 5L, 7L, 4L).get(r % 4) : 4L;
        }
        int kinds = view.kinds().size();
        return new NodeView(
                "",
                false,
                state,
                "",
                total,
                used,
                new long[resources],
                new int[kinds],
                new int[kinds],
                new boolean[resources],
                List.of());
    }
}
