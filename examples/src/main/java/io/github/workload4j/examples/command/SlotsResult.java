package io.github.workload4j.examples.command;

import io.github.workload4j.gang.whatif.Fragmentation;
import io.github.workload4j.gang.whatif.SlotTable;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The result of {@code workload slots}, for people and for programs. */
final class SlotsResult {

    private static final int MOST_DOMAINS = 12;

    private final PrintWriter out;
    private final Style style;

    SlotsResult(PrintWriter out, Style style) {
        this.out = out;
        this.style = style;
    }

    void text(List<SlotsCommand.Room> rooms) {
        if (rooms.isEmpty()) {
            out.println("no group has a pending pod that may be tried");
        }
        for (SlotsCommand.Room room : rooms) {
            out.println(style.strong(Style.printable(room.group().toString())));
            room.tables().forEach(this::table);
            for (Fragmentation each : room.fragmentation()) {
                out.println(String.format(
                        Locale.ROOT,
                        "  %s: %s free, %.1f %% of it on nodes that cannot take such a pod",
                        Amounts.name(each.resource()),
                        Amounts.of(each.resource(), each.free()),
                        100 * each.rate()));
            }
        }
    }

    private void table(SlotTable table) {
        List<String> asks = new ArrayList<>();
        for (Map.Entry<String, Long> each : table.kind().request().entrySet()) {
            asks.add(Amounts.named(each.getKey(), each.getValue()));
        }
        SlotTable.Slots all = table.cluster();
        out.println("  pods like " + Style.printable(table.kind().pod().metadata().name()) + " ("
                + (asks.isEmpty() ? "no requests" : String.join(", ", asks)) + ", " + table.kind().count() + " pending): "
                + style.strong((table.exact() ? "" : "at most ") + all.slots() + " fit") + ", on " + all.usable() + " of "
                + Counted.of(all.nodes(), "node") + ", at most " + all.most() + " on one");
        for (SlotTable.Level level : table.levels()) {
            out.println("    " + Style.printable(level.key()) + ":");
            int width = level.domains().stream().mapToInt(slots -> String.valueOf(slots.domain()).length()).max().orElse(0);
            for (SlotTable.Slots slots : level.domains().subList(0, Math.min(MOST_DOMAINS, level.domains().size()))) {
                out.println(String.format(
                        "      %-" + Math.max(1, width) + "s  %5d  on %d of %s",
                        Style.printable(String.valueOf(slots.domain())),
                        slots.slots(),
                        slots.usable(),
                        Counted.of(slots.nodes(), "node")));
            }
            int more = level.domains().size() - MOST_DOMAINS;
            if (more > 0) {
                out.println("      and " + Counted.of(more, "domain") + " more, none with more room");
            }
        }
    }

    static void json(List<SlotsCommand.Room> rooms, PrintWriter out) {
        try (JsonLines json = new JsonLines(out)) {
            json.startList("groups");
            for (SlotsCommand.Room room : rooms) {
                json.startObject(null);
                CheckJson.write(room.group(), json);
                json.startList("shapes");
                room.tables().forEach(table -> json(table, json));
                json.endList().startList("fragmentation");
                for (Fragmentation each : room.fragmentation()) {
                    json.startObject(null)
                            .field("resource", each.resource())
                            .field("free", each.free())
                            .json("rate", String.format(Locale.ROOT, "%.4f", each.rate()))
                            .endObject();
                }
                json.endList().endObject();
            }
            json.endList();
        }
    }

    private static void json(SlotTable table, JsonLines json) {
        json.startObject(null)
                .field("pod", table.kind().pod().metadata().name())
                .field("pending", table.kind().count())
                .field("exact", table.exact());
        json(null, table.cluster(), json);
        json.startList("levels");
        for (SlotTable.Level level : table.levels()) {
            json.startObject(null).field("key", level.key()).startList("domains");
            for (SlotTable.Slots slots : level.domains()) {
                json.startObject(null);
                json(slots.domain(), slots, json);
                json.endObject();
            }
            json.endList().endObject();
        }
        json.endList().endObject();
    }

    private static void json(@Nullable String domain, SlotTable.Slots slots, JsonLines json) {
        if (domain != null) {
            json.field("domain", domain);
        }
        json.field("nodes", slots.nodes())
                .field("usable", slots.usable())
                .field("slots", slots.slots())
                .field("mostOnOneNode", slots.most());
    }
}
