package io.github.workload4j.cli.picture;

import io.github.workload4j.cli.picture.view.Domain;
import io.github.workload4j.cli.picture.view.GroupView;
import io.github.workload4j.cli.picture.view.NodeView;
import io.github.workload4j.cli.picture.view.VerdictWords;
import io.github.workload4j.gang.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Makes rooms of domains. A cluster of at most {@value #MOST_CELLS} nodes is drawn node by node. A larger one is
 * summarised: a tile for each domain, piles where a domain has too many nodes for a tile, and close-ups of the domains
 * where pods land or that come nearest.
 */
final class FloorPlan {

    static final int MOST_CELLS = 400;
    static final int MOST_TILES = 2_500;
    static final int MOST_CLOSE_UPS = 12;
    static final int MOST_CELLS_CLOSE_UP = 240;
    private static final int MOST_CELLS_OF_ONE = 64;
    private static final int MOST_NODES_OF_TILE = 200;
    private static final int MOST_COLUMNS = 4;

    static final int CELL_WIDTH = 36;
    static final int CELL_HEIGHT = 34;
    static final int SMALL_WIDTH = 18;
    static final int SMALL_HEIGHT = 15;
    private static final int CELL_GAP = 4;
    private static final int SMALL_GAP = 2;
    private static final int TILE = 16;
    private static final int TILE_GAP = 3;
    private static final int SMALL_TILE = 7;
    private static final int SMALL_TILE_GAP = 2;
    private static final int PAD = 8;
    private static final int HEADER = 22;
    private static final int ROOM_GAP = 8;
    private static final int FONT = 11;
    private static final int NARROW = 200;
    private static final int PILE_HEIGHT = 16;
    private static final int PILE_TEXT = 84;
    private static final int[] PILES = {0, 1, 2, 3, 4, 8, 16, 32};

    private final GroupView view;
    private final int width;
    private final RoomTexts texts;

    FloorPlan(GroupView view, int width) {
        this.view = view;
        this.width = width;
        this.texts = new RoomTexts(view);
    }

    /** {@return whether nodes are drawn one by one} */
    static boolean isDetailed(Domain whole) {
        return whole.sum().nodes() <= MOST_CELLS && whole.leaves().size() <= MOST_CELLS;
    }

    /** {@return the cluster} */
    Room map(Domain whole, List<Domain> closeUps) {
        boolean detailed = isDetailed(whole);
        Domain shown = detailed ? whole : cut(whole);
        if (shown.domains().isEmpty()) {
            return detailed ? cells(shown, shown.nodes(), width) : piles(shown, width);
        }
        Room best = null;
        for (int columns = 1; columns <= MOST_COLUMNS; columns++) {
            Room room = inside(shown, width, columns, closeUps, detailed);
            if (best == null || room.box().height() < best.box().height()) {
                best = room;
            }
        }
        return best;
    }

    /** {@return the domains without domains inside that are worth a closer look, the best first} */
    List<Domain> worthACloserLook(Domain whole) {
        if (isDetailed(whole)) {
            return List.of();
        }
        boolean landed = view.verdict() instanceof Verdict.Feasible;
        List<Domain> candidates = new ArrayList<>(whole.leaves());
        candidates.removeIf(domain -> landed ? domain.sum().placedPods() == 0 : texts.room(domain) == 0);
        candidates.sort(
                Comparator.comparingInt((Domain domain) -> landed ? domain.sum().placedPods() : texts.room(domain))
                        .reversed());
        List<Domain> chosen = new ArrayList<>();
        int cells = 0;
        for (Domain domain : candidates) {
            cells += Math.min(domain.sum().nodes(), MOST_CELLS_OF_ONE);
            if (chosen.size() == MOST_CLOSE_UPS || cells > MOST_CELLS_CLOSE_UP) {
                break;
            }
            chosen.add(domain);
        }
        return chosen;
    }

    /** {@return domains side by side, their nodes drawn} */
    List<Room> closeUps(List<Domain> domains) {
        List<Room> rooms = new ArrayList<>();
        Shelf shelf = new Shelf(width, ROOM_GAP, ROOM_GAP);
        for (int i = 0; i < domains.size(); i++) {
            Domain domain = domains.get(i);
            List<NodeView> drawn = foremost(domain);
            String left = drawn.size() == domain.sum().nodes()
                    ? ""
                    : ", " + VerdictWords.grouped(drawn.size()) + " of "
                            + VerdictWords.counted(domain.sum().nodes(), "node") + " drawn";
            Room room = lettered(cells(domain, drawn, width), letter(i), left);
            Box box = shelf.place(room.box().width(), room.box().height());
            rooms.add(room.moved(box.x(), box.y()));
        }
        return rooms;
    }

    /** Gives a close-up its letter, and says how much of the domain it leaves out. */
    private Room lettered(Room room, String letter, String left) {
        if (room.labels().isEmpty()) {
            return room;
        }
        List<Label> labels = new ArrayList<>(room.labels());
        labels.removeIf(label -> label.weight() == Label.Weight.FAINT);
        if (!left.isEmpty()) {
            labels.subList(1, labels.size()).clear();
        }
        Label name = labels.get(0);
        String text =
                letter + ": " + (left.isEmpty() ? name.text() : room.domain().name() + left);
        int wanted = left.isEmpty() ? 0 : Label.width(text, name.size(), name.weight()) + 2;
        int roomWidth = Math.min(width, Math.max(room.box().width(), wanted + 2 * PAD));
        labels.set(0, Label.of(name.x(), name.baseline(), roomWidth - 2 * PAD, name.size(), name.weight(), text));
        return room.labelled(roomWidth, labels);
    }

    /** Of a large domain only the nodes where pods land, or that have room, are drawn. */
    private List<NodeView> foremost(Domain domain) {
        if (domain.nodes().size() <= MOST_CELLS_OF_ONE) {
            return domain.nodes();
        }
        boolean landed = domain.sum().placedPods() > 0;
        return domain.nodes().stream()
                .filter(node -> landed ? node.placedPods() > 0 : node.hasRoom())
                .limit(MOST_CELLS_OF_ONE)
                .toList();
    }

    /** Leaves out the narrowest domains until no more are left than there may be tiles. */
    private static Domain cut(Domain whole) {
        Domain cut = whole;
        while (cut.leaves().size() > MOST_TILES && !cut.domains().isEmpty()) {
            cut = withoutLeaves(cut);
        }
        return cut;
    }

    private static Domain withoutLeaves(Domain domain) {
        if (domain.domains().stream().allMatch(inner -> inner.domains().isEmpty())) {
            return new Domain(domain.key(), domain.value(), List.of(), List.of(), domain.sum());
        }
        List<Domain> inner = domain.domains().stream()
                .map(each -> each.domains().isEmpty() ? each : withoutLeaves(each))
                .toList();
        return new Domain(domain.key(), domain.value(), inner, List.of(), domain.sum());
    }

    private Room room(Domain domain, int maxWidth, List<Domain> closeUps, boolean detailed) {
        if (domain.domains().isEmpty()) {
            return detailed ? cells(domain, domain.nodes(), maxWidth) : piles(domain, maxWidth);
        }
        boolean tiled = !detailed && domain.domains().stream().allMatch(FloorPlan::isTile);
        return tiled ? tiles(domain, maxWidth, closeUps) : inside(domain, maxWidth, 0, closeUps, detailed);
    }

    private static boolean isTile(Domain domain) {
        return domain.domains().isEmpty() && domain.sum().nodes() <= MOST_NODES_OF_TILE;
    }

    /** A room of rooms: in this many columns of one width, or, with 0, as they come. */
    private Room inside(Domain domain, int maxWidth, int columns, List<Domain> closeUps, boolean detailed) {
        if (!detailed && domain.domains().stream().allMatch(FloorPlan::isTile)) {
            return tiles(domain, maxWidth, closeUps);
        }
        int border = domain.isWhole() ? 0 : PAD;
        int header = domain.isWhole() ? 0 : HEADER;
        int available = maxWidth - 2 * border;
        int column = columns == 0 ? available : (available - (columns - 1) * ROOM_GAP) / columns;
        List<Room> rooms = new ArrayList<>();
        for (Domain inner : promisingFirst(domain.domains())) {
            rooms.add(room(inner, column, closeUps, detailed));
        }
        List<Room> placed = new ArrayList<>();
        Shelf shelf = new Shelf(available, ROOM_GAP, ROOM_GAP);
        for (Room room : evened(rooms, column)) {
            Box box = shelf.place(room.box().width(), room.box().height());
            placed.add(room.moved(border + box.x(), header + box.y()));
        }
        int roomWidth = Math.max(shelf.width() + 2 * border, Math.min(maxWidth, texts.wanted(domain, FONT)));
        int roomHeight = header + shelf.height() + border;
        return finished(domain, roomWidth, roomHeight, levelled(placed), List.of(), List.of(), List.of());
    }

    /** Rooms that begin at one height get the height of the tallest of them. */
    private static List<Room> levelled(List<Room> rooms) {
        List<Room> levelled = new ArrayList<>();
        for (Room room : rooms) {
            int height = rooms.stream()
                    .filter(other -> other.box().y() == room.box().y())
                    .mapToInt(other -> other.box().height())
                    .max()
                    .orElse(0);
            levelled.add(room.sized(room.box().width(), height));
        }
        return levelled;
    }

    /** Domains without a node that could take a pod come last; otherwise the order stays. */
    private static List<Domain> promisingFirst(List<Domain> domains) {
        List<Domain> ordered = new ArrayList<>(domains);
        ordered.sort(Comparator.comparing(Domain::isOutOfTheQuestion));
        return ordered;
    }

    /** Rooms of almost one width get the width of the widest of them. */
    private List<Room> evened(List<Room> rooms, int most) {
        int widest = rooms.stream()
                .mapToInt(room -> room.box().width())
                .filter(w -> w <= most)
                .max()
                .orElse(0);
        return rooms.stream()
                .map(room -> room.box().width() < widest && room.box().width() >= widest * 4 / 5
                        ? room.labelled(widest, texts.header(room.domain(), widest, PAD, HEADER, FONT))
                        : room)
                .toList();
    }

    private Room cells(Domain domain, List<NodeView> nodes, int maxWidth) {
        int header = domain.isWhole() ? 0 : HEADER;
        int border = domain.isWhole() ? 0 : PAD;
        boolean small = domain.isOutOfTheQuestion() && !domain.isWhole();
        int cellWidth = small ? SMALL_WIDTH : CELL_WIDTH;
        int cellHeight = small ? SMALL_HEIGHT : CELL_HEIGHT;
        int gap = small ? SMALL_GAP : CELL_GAP;
        int pitch = cellWidth + gap;
        int most = Math.max(1, (maxWidth - 2 * border + gap) / pitch);
        int square = (int) Math.ceil(Math.sqrt(2.0 * nodes.size()));
        int columns = domain.isWhole() ? most : Math.min(most, Math.max(4, square) * (small ? 2 : 1));
        List<Room.Cell> cells = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            int x = border + i % columns * pitch;
            int y = header + i / columns * (cellHeight + gap);
            cells.add(new Room.Cell(new Box(x, y, cellWidth, cellHeight), nodes.get(i)));
        }
        int used = Math.min(columns, Math.max(1, nodes.size()));
        int wanted = domain.isWhole() ? 0 : Math.min(texts.wanted(domain, FONT), NARROW);
        int roomWidth = Math.min(maxWidth, Math.max(used * pitch - gap + 2 * border, wanted));
        int rows = (nodes.size() + columns - 1) / columns;
        int roomHeight = header + Math.max(0, rows * (cellHeight + gap) - gap) + border;
        return finished(domain, roomWidth, roomHeight, List.of(), cells, List.of(), List.of());
    }

    private Room tiles(Domain domain, int maxWidth, List<Domain> closeUps) {
        int border = domain.isWhole() ? 0 : PAD;
        int header = domain.isWhole() ? 0 : HEADER;
        Shelf shelf = new Shelf(maxWidth - 2 * border, TILE_GAP, TILE_GAP);
        Shelf rest = new Shelf(maxWidth - 2 * border, SMALL_TILE_GAP, SMALL_TILE_GAP);
        List<Room.Tile> tiles = new ArrayList<>();
        List<Domain> ordered = promisingFirst(domain.domains());
        int promising = (int)
                ordered.stream().filter(inner -> !inner.isOutOfTheQuestion()).count();
        for (Domain inner : ordered.subList(0, promising)) {
            int at = indexOf(closeUps, inner);
            tiles.add(new Room.Tile(shelf.place(TILE, TILE).moved(border, header), inner, at < 0 ? "" : letter(at)));
        }
        int below = header + (promising == 0 ? 0 : shelf.height() + TILE_GAP);
        for (Domain inner : ordered.subList(promising, ordered.size())) {
            tiles.add(new Room.Tile(rest.place(SMALL_TILE, SMALL_TILE).moved(border, below), inner, ""));
        }
        int taken = Math.max(shelf.width(), rest.width()) + 2 * border;
        int roomWidth = Math.min(maxWidth, Math.max(taken, texts.wanted(domain, FONT)));
        return finished(domain, roomWidth, below + rest.height() + border, List.of(), List.of(), tiles, List.of());
    }

    private static int indexOf(List<Domain> closeUps, Domain domain) {
        for (int i = 0; i < closeUps.size(); i++) {
            if (closeUps.get(i) == domain) {
                return i;
            }
        }
        return -1;
    }

    /** {@return the letter of a close-up} */
    static String letter(int closeUp) {
        return String.valueOf((char) ('A' + closeUp));
    }

    /** Nodes of one domain, heaped by how many pods of the kind that is hardest to place find room on one. */
    private Room piles(Domain domain, int maxWidth) {
        int kind = texts.hardest();
        int[] nodes = new int[PILES.length];
        for (NodeView node : domain.nodes()) {
            int pile = PILES.length - 1;
            while (pile > 0 && node.room()[kind] < PILES[pile]) {
                pile--;
            }
            nodes[pile]++;
        }
        int most = Math.max(1, IntStream.of(nodes).max().orElse(1));
        int roomWidth = Math.min(maxWidth, 420);
        int longest = roomWidth - 2 * PAD - 2 * PILE_TEXT;
        List<Room.Pile> piles = new ArrayList<>();
        int y = HEADER;
        for (int p = 0; p < PILES.length; p++) {
            if (nodes[p] > 0 && !domain.nodes().isEmpty()) {
                int length = Math.max(1, (int) ((long) longest * nodes[p] / most));
                Box bar = new Box(PAD + PILE_TEXT, y + 3, length, PILE_HEIGHT - 6);
                int baseline = y + PILE_HEIGHT - 4;
                piles.add(new Room.Pile(
                        bar,
                        Label.of(PAD, baseline, PILE_TEXT - 6, FONT, Label.Weight.PLAIN, "room for " + pile(p)),
                        Label.of(
                                bar.right() + 6,
                                baseline,
                                PILE_TEXT - 6,
                                FONT,
                                Label.Weight.PLAIN,
                                VerdictWords.counted(nodes[p], "node"))));
                y += PILE_HEIGHT;
            }
        }
        return finished(domain, roomWidth, y + PAD, List.of(), List.of(), List.of(), piles);
    }

    private static String pile(int p) {
        if (p == PILES.length - 1) {
            return PILES[p] + " or more";
        }
        return PILES[p + 1] == PILES[p] + 1 ? String.valueOf(PILES[p]) : PILES[p] + " to " + (PILES[p + 1] - 1);
    }

    private Room finished(
            Domain domain,
            int roomWidth,
            int roomHeight,
            List<Room> rooms,
            List<Room.Cell> cells,
            List<Room.Tile> tiles,
            List<Room.Pile> piles) {
        boolean headless = domain.isWhole() && piles.isEmpty();
        List<Label> labels = headless ? List.of() : texts.header(domain, roomWidth, PAD, HEADER, FONT);
        return new Room(
                new Box(0, 0, roomWidth, roomHeight),
                domain,
                view.isChosen(domain),
                labels,
                rooms,
                cells,
                tiles,
                piles);
    }
}
