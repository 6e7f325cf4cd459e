package io.github.workload4j.cli.purchase;

import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.NodeSpec;
import io.github.workload4j.api.core.NodeStatus;
import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.core.Taint;
import io.github.workload4j.api.format.TextFormat;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.cli.screen.JsonTree;
import io.github.workload4j.cli.screen.JsonTree.Malformed;
import io.github.workload4j.cli.screen.TextFile;
import io.github.workload4j.gang.purchase.NodeOffer;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a catalogue of nodes, a line or an object each: {@code name}, {@code price}, {@code atMost}, resources, labels
 * and taints. Strict: nothing that it does not know, and nothing twice.
 */
final class CatalogueReader {

    private static final int MOST_OFFERS = 10_000;
    private static final Set<String> COLUMNS =
            Set.of("name", "price", "atMost", "cpu", "memory", "ephemeral-storage", "pods");
    private static final String LABEL = "label:";
    private static final String TAINT = "taint:";

    /** What a node holds of pods if its line does not say. */
    private static final Quantity PODS = Quantity.of(110);

    private final String place;
    private final Map<String, Quantity> allocatable = new LinkedHashMap<>();
    private final Map<String, String> labels = new LinkedHashMap<>();
    private final List<Taint> taints = new ArrayList<>();
    private @Nullable String name;
    private @Nullable BigDecimal price;
    private int atMost = NodeOffer.UNLIMITED;

    private CatalogueReader(String place) {
        this.place = place;
    }

    /**
     * {@return the offers, in the order of the file}
     *
     * @throws IOException if the file cannot be read, or is neither CSV nor JSON
     * @throws Malformed if it says something else than it should
     * @throws IllegalArgumentException if a price or a number is out of range
     */
    static List<NodeOffer> read(Path file) throws IOException {
        String text = TextFile.read(file);
        String start = text.stripLeading();
        List<NodeOffer> offers = start.startsWith("[") || start.startsWith("{") ? json(text) : csv(text);
        if (offers.isEmpty()) {
            throw new IOException("no offers (expected: one or more)");
        }
        if (offers.size() > MOST_OFFERS) {
            throw new IOException(offers.size() + " offers (expected: " + MOST_OFFERS + " at most)");
        }
        return offers;
    }

    private static List<NodeOffer> csv(String text) {
        List<NodeOffer> offers = new ArrayList<>();
        List<CsvLine> lines = CsvLine.of(text);
        List<String> header = lines.isEmpty() ? List.of() : lines.get(0).cells();
        Set<String> columns = new HashSet<>();
        for (String column : header) {
            String place = "line " + lines.get(0).number();
            requireKnown(place, column);
            if (!columns.add(column)) {
                throw new Malformed(place, column + " twice", "each column once");
            }
        }
        Set<String> names = new HashSet<>();
        for (CsvLine line : lines.subList(Math.min(1, lines.size()), lines.size())) {
            CatalogueReader reader = new CatalogueReader("line " + line.number());
            if (line.cells().size() != header.size()) {
                throw new Malformed(
                        reader.place, line.cells().size() + " cells", header.size() + ", as the first line");
            }
            for (int i = 0; i < header.size(); i++) {
                reader.put(header.get(i), line.cells().get(i));
            }
            offers.add(reader.offer(names));
        }
        return offers;
    }

    private void put(String column, String cell) {
        if (cell.isEmpty()) {
            return;
        }
        if (column.startsWith(LABEL)) {
            label(column.substring(LABEL.length()), cell);
        } else if (column.startsWith(TAINT)) {
            int colon = cell.lastIndexOf(':');
            taint(column.substring(TAINT.length()), cell.substring(0, Math.max(0, colon)), cell.substring(colon + 1));
        } else {
            field(column, cell);
        }
    }

    private void field(String column, String value) {
        switch (column) {
            case "name" -> name = value;
            case "price" -> price = decimal(value);
            case "atMost" -> atMost = count(value);
            default -> resource(column, value);
        }
    }

    private BigDecimal decimal(String value) {
        try {
            if (value.length() <= 40) {
                return new BigDecimal(value);
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new Malformed(place + ": price", value, "a number such as 3.06");
    }

    private int count(String value) {
        if (value.matches("[1-9][0-9]{0,8}")) {
            return Integer.parseInt(value);
        }
        throw new Malformed(place + ": atMost", value, "a number from 1 on");
    }

    /** Fails if a column is none that a catalogue has. */
    private static void requireKnown(String place, String column) {
        boolean known = COLUMNS.contains(column)
                || column.startsWith("hugepages-")
                || column.startsWith(LABEL)
                || column.startsWith(TAINT)
                || column.indexOf('/') > 0;
        if (!known) {
            throw new Malformed(
                    place,
                    column,
                    "name, price, atMost, cpu, memory, pods, ephemeral-storage, hugepages-SIZE,"
                            + " a resource with a domain such as nvidia.com/gpu, label:KEY, taint:KEY");
        }
    }

    private void resource(String resource, String value) {
        try {
            Quantity amount = Quantity.parse(value);
            if (amount.signum() >= 0) {
                allocatable.put(resource, amount);
                return;
            }
        } catch (IllegalArgumentException e) {
            // Said below.
        }
        throw new Malformed(place + ": " + resource, value, "a quantity such as 4, 500m or 16Gi");
    }

    private void label(String key, String value) {
        requireFormat(LABEL, key, value);
        labels.put(key, value);
    }

    private void taint(String key, String value, String effect) {
        if (!Set.of("NoSchedule", "PreferNoSchedule", "NoExecute").contains(effect)) {
            throw new Malformed(place + ": " + TAINT + key, effect, "VALUE:EFFECT, such as gpu:NoSchedule");
        }
        requireFormat(TAINT, key, value);
        taints.add(new Taint(key, value, effect));
    }

    private void requireFormat(String what, String key, String value) {
        for (String message : TextFormat.LABEL_KEY.messages(key, TextFormat.BYTES)) {
            throw new Malformed(place + ": " + what + key, key, message);
        }
        for (String message : TextFormat.LABEL_VALUE.messages(value, TextFormat.BYTES)) {
            throw new Malformed(place + ": " + what + key, value, message);
        }
    }

    private NodeOffer offer(Set<String> names) {
        if (name == null || price == null) {
            throw new Malformed(place, name == null ? "no name" : "no price", "a name and a price");
        }
        if (!names.add(name)) {
            throw new Malformed(place + ": name", name + " again", "a name of its own");
        }
        allocatable.putIfAbsent("pods", PODS);
        try {
            return new NodeOffer(
                    new Node(
                            ObjectMeta.builder().name(name).labels(labels).build(),
                            new NodeSpec(false, taints),
                            new NodeStatus(Map.of(), allocatable)),
                    price,
                    atMost);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(place + ": " + e.getMessage(), e);
        }
    }

    private static List<NodeOffer> json(String text) throws IOException {
        List<NodeOffer> offers = new ArrayList<>();
        Set<String> names = new HashSet<>();
        List<@Nullable Object> items = JsonTree.list(JsonTree.read(text), "the catalogue");
        for (int i = 0; i < items.size(); i++) {
            String place = "[" + i + "]";
            CatalogueReader reader = new CatalogueReader(place);
            for (Map.Entry<String, @Nullable Object> member :
                    JsonTree.object(items.get(i), place).entrySet()) {
                reader.member(member.getKey(), member.getValue());
            }
            offers.add(reader.offer(names));
        }
        return offers;
    }

    private void member(String member, @Nullable Object value) {
        String inside = place + "." + member;
        switch (member) {
            case "name", "price", "atMost" -> field(member, JsonTree.plain(value, inside));
            case "allocatable" ->
                JsonTree.object(value, inside)
                        .forEach((resource, amount) ->
                                resource(resource, JsonTree.plain(amount, inside + "." + resource)));
            case "labels" ->
                JsonTree.object(value, inside)
                        .forEach((key, label) -> label(key, JsonTree.text(label, inside + "." + key)));
            case "taints" ->
                JsonTree.list(value, inside).forEach(taint -> {
                    String at = inside + "[" + taints.size() + "]";
                    Map<String, @Nullable Object> parts = JsonTree.object(taint, at);
                    taint(
                            JsonTree.text(parts.get("key"), at + ".key"),
                            JsonTree.text(parts.getOrDefault("value", ""), at + ".value"),
                            JsonTree.text(parts.get("effect"), at + ".effect"));
                });
            default -> throw new Malformed(place, member, "name, price, atMost, allocatable, labels, taints");
        }
    }
}
