package io.github.workload4j.cli.capacity;

import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.cli.input.ValueText;
import io.github.workload4j.cli.screen.JsonTree;
import io.github.workload4j.cli.screen.JsonTree.Malformed;
import io.github.workload4j.cli.screen.TextFile;
import io.github.workload4j.gang.Assignment;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.timetable.Reservation;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads reservations, a list in YAML or JSON: {@code name}, {@code from}, {@code until}, and either {@code nodes} with
 * the {@code resources} kept on each of them (all that is allocatable, if none are named), or a {@code placement} of
 * pods that wait, as answers have it. Strict: nothing that it does not know, and no name or node twice.
 */
final class ReservationReader {

    private static final String KNOWN = "name, from, until, nodes, resources, placement";

    private final ClusterSnapshot snapshot;

    ReservationReader(ClusterSnapshot snapshot) {
        this.snapshot = snapshot;
    }

    /**
     * {@return the reservations, in the order of the file}
     *
     * @throws IOException if the file cannot be read, or is neither YAML nor JSON
     * @throws Malformed if it says something else than it should
     * @throws IllegalArgumentException if a time or an amount is out of range
     */
    List<Reservation> read(Path file) throws IOException {
        Object all = ValueText.read(TextFile.read(file));
        if (!(all instanceof List<?> items)) {
            throw new Malformed("the reservations", all, "a list, each with " + KNOWN);
        }
        List<Reservation> reservations = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < items.size(); i++) {
            String place = "[" + i + "]";
            try {
                reservations.add(reservation(JsonTree.object(items.get(i), place), place));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(place + ": " + e.getMessage(), e);
            }
            String name = reservations.get(i).name();
            if (name.isBlank() || !names.add(name)) {
                throw new Malformed(place + ".name", name.isBlank() ? "none" : name + " again", "a name of its own");
            }
        }
        return reservations;
    }

    private Reservation reservation(Map<String, @Nullable Object> members, String place) {
        for (String member : members.keySet()) {
            if (!List.of(KNOWN.split(", ")).contains(member)) {
                throw new Malformed(place, member, KNOWN);
            }
        }
        String name = JsonTree.text(members.get("name"), place + ".name");
        Instant from = moment(members, "from", place);
        Instant until = moment(members, "until", place);
        if (members.containsKey("nodes") == members.containsKey("placement")) {
            throw new Malformed(
                    place,
                    members.containsKey("nodes") ? "nodes and placement" : "neither nodes nor placement",
                    "one of them");
        }
        if (members.containsKey("placement")) {
            if (members.containsKey("resources")) {
                throw new Malformed(place, "resources", "none beside a placement: its pods say what they ask");
            }
            return Reservation.of(
                    name, from, until, snapshot, placement(members.get("placement"), place + ".placement"));
        }
        Map<String, Map<String, Long>> taken = new LinkedHashMap<>();
        int number = 0;
        for (Object node : JsonTree.list(members.get("nodes"), place + ".nodes")) {
            String inside = place + ".nodes[" + number++ + "]";
            int at = snapshot.indexOf(JsonTree.text(node, inside));
            if (at < 0) {
                throw new Malformed(inside, node, "a node of the inputs");
            }
            Map<String, Long> kept = members.containsKey("resources")
                    ? amounts(members.get("resources"), place + ".resources")
                    : all(at);
            if (taken.put(snapshot.node(at).metadata().name(), kept) != null) {
                throw new Malformed(inside, node + " again", "each node once");
            }
        }
        return new Reservation(name, from, until, taken);
    }

    private static Instant moment(Map<String, @Nullable Object> members, String name, String place) {
        String text = JsonTree.text(members.get(name), place + "." + name);
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new Malformed(place + "." + name, text, "a time such as 2026-12-01T03:00:00Z");
        }
    }

    private static Map<String, Long> amounts(@Nullable Object value, String place) {
        Map<String, Long> amounts = new LinkedHashMap<>();
        JsonTree.object(value, place).forEach((resource, written) -> {
            String inside = place + "." + resource;
            String text = JsonTree.plain(written, inside);
            try {
                Quantity amount = Quantity.parse(text);
                if (amount.signum() >= 0) {
                    amounts.put(resource, amount(resource, amount));
                    return;
                }
            } catch (IllegalArgumentException e) {
                // Said below.
            }
            throw new Malformed(inside, text, "a quantity such as 4, 500m or 16Gi");
        });
        return amounts;
    }

    private Map<String, Long> all(int node) {
        Map<String, Long> amounts = new LinkedHashMap<>();
        snapshot.node(node)
                .status()
                .allocatable()
                .forEach((resource, amount) -> amounts.put(resource, Math.max(0, amount(resource, amount))));
        return amounts;
    }

    private static long amount(String resource, Quantity amount) {
        return resource.equals("cpu") ? amount.millis() : amount.units();
    }

    private static List<Assignment> placement(@Nullable Object value, String place) {
        List<Assignment> placement = new ArrayList<>();
        int number = 0;
        for (Object item : JsonTree.list(value, place)) {
            String inside = place + "[" + number++ + "]";
            Map<String, @Nullable Object> members = JsonTree.object(item, inside);
            String pod = JsonTree.text(members.get("pod"), inside + ".pod");
            int slash = pod.indexOf('/');
            placement.add(new Assignment(
                    slash < 0 ? "default" : pod.substring(0, slash),
                    pod.substring(slash + 1),
                    JsonTree.text(members.get("node"), inside + ".node")));
        }
        return placement;
    }
}
