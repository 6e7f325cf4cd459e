package io.github.workload4j.cli.capacity;

import io.github.workload4j.cli.answer.DerivedJson;
import io.github.workload4j.cli.answer.DerivedText;
import io.github.workload4j.cli.answer.InputsJson;
import io.github.workload4j.cli.input.LoadedCluster;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.whatif.Fragmentation;
import io.github.workload4j.gang.whatif.SlotTable;
import io.github.workload4j.gang.words.Amounts;
import io.github.workload4j.gang.words.Cells;
import io.github.workload4j.gang.words.Counted;
import io.github.workload4j.gang.words.DeviceAskText;
import io.github.workload4j.gang.words.JsonLines;
import io.github.workload4j.gang.words.Lines;
import io.github.workload4j.gang.words.ReleaseText;
import io.github.workload4j.gang.words.StopText;
import io.github.workload4j.gang.words.Style;
import io.github.workload4j.gang.words.UnmodelledText;
import io.github.workload4j.gang.words.VerdictJson;
import io.github.workload4j.gang.words.Voice;
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
    private final LoadedCluster cluster;

    SlotsResult(PrintWriter out, Style style, LoadedCluster cluster) {
        this.out = out;
        this.style = style;
        this.cluster = cluster;
    }

    public void text(List<SlotsCommand.Room> rooms) {
        if (rooms.isEmpty()) {
            out.println("no group has a pending pod that may be tried");
        }
        for (SlotsCommand.Room room : rooms) {
            out.println(style.strong(Style.printable(room.group().toString())));
            room.tables().forEach(this::table);
            for (Fragmentation each : room.fragmentation()) {
                out.println("  " + Amounts.name(each.resource()) + ": "
                        + fragmentation(each, room.tables().size()));
            }
            UnmodelledText.lines(room.dependsOn(), room.ignored()).forEach(out::println);
            if (room.open() != null) {
                Lines.wrapped("not counted: " + notLookedAt(room.notLookedAt()), " ", "  ")
                        .forEach(out::println);
                Lines.wrapped(StopText.why(room.open(), Voice.COMMAND), " ", "  ")
                        .forEach(out::println);
            }
            DerivedText.lines(
                            room.group(), cluster, room.beside() ? "counted beside those as placed" : DerivedText.ALONE)
                    .forEach(out::println);
        }
        ReleaseText.lines(rooms.stream().map(SlotsCommand.Room::release).toList())
                .forEach(out::println);
    }

    private static String domain(SlotTable.Slots slots) {
        return Style.value(String.valueOf(slots.domain()));
    }

    private static String notLookedAt(List<String> all) {
        int more = all.size() - MOST_DOMAINS;
        return Style.printable(String.join(", ", all.subList(0, Math.min(MOST_DOMAINS, all.size()))))
                + (more > 0 ? " and " + Counted.of(more) + " more" : "");
    }

    private static String fragmentation(Fragmentation each, int kinds) {
        if (each.free() == 0) {
            return "none free";
        }
        return String.format(
                Locale.ROOT,
                "%s free, %.1f %% of it on nodes that cannot take %s",
                Amounts.free(each.resource(), each.free()),
                100 * each.rate(),
                kinds == 1 ? "such a pod" : "a pod like these, on average");
    }

    private static String fits(SlotTable table) {
        SlotTable.Slots all = table.cluster();
        return all.slots() == 0
                ? "none fits"
                : (table.exact() ? "" : "at most ") + Counted.of(all.slots()) + (all.slots() == 1 ? " fits" : " fit");
    }

    private void table(SlotTable table) {
        List<String> asks = new ArrayList<>();
        for (Map.Entry<String, Long> each : table.kind().request().entrySet()) {
            asks.add(Amounts.named(each.getKey(), each.getValue()));
        }
        DeviceAskText.of(table.claims()).forEach(ask -> asks.add(Style.printable(ask)));
        SlotTable.Slots all = table.cluster();
        out.println("  pods like "
                + Style.printable(table.kind().pod().metadata().name()) + " ("
                + (asks.isEmpty() ? "no requests" : String.join(", ", asks)) + ", "
                + Counted.of(table.kind().count()) + " pending): "
                + style.strong(fits(table))
                + (all.slots() == 0
                        ? all.nodes() == 1 ? " on the one node" : " on any of the " + Counted.of(all.nodes(), "node")
                        : ", on " + Counted.of(all.usable()) + " of " + Counted.of(all.nodes(), "node") + ", at most "
                                + all.most() + " on a node"));
        for (SlotTable.Level level : table.levels()) {
            out.println("    " + Style.printable(level.key()) + ":");
            int width = Cells.widest(level.domains().stream().map(SlotsResult::domain));
            List<SlotTable.Slots> some =
                    level.domains().stream().filter(slots -> slots.slots() > 0).toList();
            for (SlotTable.Slots slots : some.subList(0, Math.min(MOST_DOMAINS, some.size()))) {
                out.println(String.format(
                        Locale.ROOT,
                        "      %s  %5d  on %d of %s",
                        Cells.padded(domain(slots), width),
                        slots.slots(),
                        slots.usable(),
                        Counted.of(slots.nodes(), "node")));
            }
            int more = some.size() - MOST_DOMAINS;
            if (more > 0) {
                out.println("      and " + Counted.of(more, "more domain") + ", none with more room");
            }
            int none = level.domains().size() - some.size();
            if (none > 0) {
                out.println(
                        "      " + Counted.of(none, "domain") + (none == 1 ? " has" : " have") + " no room for one");
            }
        }
    }

    public static void json(List<SlotsCommand.Room> rooms, LoadedCluster cluster, PrintWriter out) {
        try (JsonLines json = new JsonLines(out)) {
            json.objects("groups", rooms, room -> {
                VerdictJson.group(room.group(), json);
                DerivedJson.write(room.group(), cluster, json);
                json.field("beside", room.beside());
                VerdictJson.release(room.release(), json);
                json.objects("shapes", room.tables(), table -> json(table, json))
                        .objects(
                                "fragmentation",
                                room.fragmentation(),
                                each -> json.field("resource", each.resource())
                                        .field("free", each.free())
                                        .json("rate", String.format(Locale.ROOT, "%.4f", each.rate())));
                VerdictJson.dependsOn(room.dependsOn(), json);
                VerdictJson.ignored(room.ignored(), json);
                json.texts("notLookedAt", room.notLookedAt());
                Verdict.Undetermined open = room.open();
                if (open != null) {
                    json.field("stopped", open.stopped().word())
                            .field("objection", open.objection().isEmpty() ? null : open.objection());
                }
            });
            InputsJson.write(cluster, json);
            json.schema("slots");
        }
    }

    private static void json(SlotTable table, JsonLines json) {
        json.field("pod", table.kind().pod().metadata().name())
                .field("pending", table.kind().count())
                .field("exact", table.exact())
                .objects(
                        "requests",
                        table.kind().request(),
                        (resource, amount) -> json.field("resource", resource).field("amount", amount));
        if (!table.claims().isEmpty()) {
            json.texts("devices", DeviceAskText.of(table.claims()));
        }
        json(null, table.cluster(), json);
        json.objects(
                "levels",
                table.levels(),
                level -> json.field("key", level.key())
                        .objects("domains", level.domains(), slots -> json(slots.domain(), slots, json)));
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
