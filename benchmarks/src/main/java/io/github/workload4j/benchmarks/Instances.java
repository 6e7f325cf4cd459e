package io.github.workload4j.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingGroup;
import io.github.workload4j.gang.packing.PackingNodes;
import io.github.workload4j.gang.packing.PodClass;
import io.github.workload4j.testkit.GangInstance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Scanner;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Reads instances of a folder or file as questions.
 *
 * <ul>
 *   <li>{@code *.json.gz}: gangs, as {@link GangInstance} reads them.
 *   <li>{@code *.jsonl}: vector bin packing, a line each with {@code name}, {@code capacity}, {@code items} (sizes and
 *   count), {@code optimum}, {@code lower} and {@code best}.
 *   <li>{@code *.txt}: bin packing. One problem: number of items, capacity, sizes. Several: their number, and for each
 *   a name, capacity, number of items, bins, sizes.
 * </ul>
 *
 * <p>Bin packing is asked twice, at the least number of bins known and at one less. Where the least is open it is the
 * best known, and of one problem in a text without bins the sum of sizes by the capacity, rounded up, and one more.
 */
final class Instances {

    private static final String FITS = "feasible";
    private static final String DOES_NOT = "infeasible";
    private static final String OPEN = "unknown";

    private Instances() {}

    static List<GangInstance> read(Path path) throws IOException {
        List<GangInstance> all = new ArrayList<>();
        if (Files.isDirectory(path)) {
            try (var files = Files.list(path)) {
                for (Path file : files.sorted().toList()) {
                    all.addAll(read(file));
                }
            }
        } else if (path.toString().endsWith(".json.gz")) {
            all.add(GangInstance.read(path));
        } else if (path.toString().endsWith(".jsonl")) {
            for (String line : Files.readAllLines(path)) {
                addVectors(new ObjectMapper().readTree(line), all);
            }
        } else if (path.toString().endsWith(".txt")) {
            addTexts(path, all);
        }
        return all;
    }

    private static void addVectors(JsonNode json, List<GangInstance> to) {
        Map<List<Long>, Integer> items = new TreeMap<>(Instances::compare);
        for (JsonNode item : json.get("items")) {
            items.merge(numbers(item.get(0)), item.get(1).asInt(), Integer::sum);
        }
        boolean open = json.get("optimum").isNull();
        int least = json.get(open ? "best" : "optimum").asInt();
        addBins(json.get("name").asText(), numbers(json.get("capacity")), items, least, open ? OPEN : DOES_NOT, to);
    }

    private static int compare(List<Long> a, List<Long> b) {
        return Arrays.compare(a.toArray(Long[]::new), b.toArray(Long[]::new));
    }

    private static List<Long> numbers(JsonNode list) {
        List<Long> numbers = new ArrayList<>();
        list.forEach(number -> numbers.add(number.asLong()));
        return numbers;
    }

    private static void addTexts(Path file, List<GangInstance> to) throws IOException {
        try (Scanner text = new Scanner(file)) {
            int first = text.nextInt();
            if (text.hasNextInt()) {
                String name = file.getFileName().toString().replace(".txt", "");
                addText(name, text.nextInt(), first, 0, text, to);
                return;
            }
            for (int problem = 0; problem < first; problem++) {
                String name = text.next();
                addText(name, text.nextInt(), text.nextInt(), text.nextInt(), text, to);
            }
        }
    }

    private static void addText(String name, int capacity, int count, int bins, Scanner text, List<GangInstance> to) {
        Map<List<Long>, Integer> items = new TreeMap<>(Instances::compare);
        long sum = 0;
        for (int item = 0; item < count; item++) {
            long size = text.nextLong();
            sum += size;
            items.merge(List.of(size), 1, Integer::sum);
        }
        int least = bins > 0 ? bins : Math.toIntExact((sum + capacity - 1) / capacity) + 1;
        addBins(name, List.of((long) capacity), items, least, bins > 0 ? DOES_NOT : OPEN, to);
    }

    private static void addBins(
            String name,
            List<Long> capacity,
            Map<List<Long>, Integer> items,
            int least,
            String oneLess,
            List<GangInstance> to) {
        to.add(new GangInstance(
                name + " in " + least, packing(capacity, items, least), oneLess.equals(OPEN) ? OPEN : FITS));
        if (least > 1) {
            to.add(new GangInstance(name + " in " + (least - 1), packing(capacity, items, least - 1), oneLess));
        }
    }

    static Packing packing(List<Long> capacity, Map<List<Long>, Integer> items, int bins) {
        long[][] free = new long[capacity.size()][bins];
        for (int r = 0; r < free.length; r++) {
            Arrays.fill(free[r], capacity.get(r));
        }
        List<PodClass> classes = new ArrayList<>();
        int pods = 0;
        for (Map.Entry<List<Long>, Integer> item : items.entrySet()) {
            long[] sizes = item.getKey().stream().mapToLong(Long::longValue).toArray();
            classes.add(new PodClass(sizes, item.getValue(), null, Integer.MAX_VALUE, 0));
            pods += item.getValue();
        }
        List<Integer> all = IntStream.range(0, classes.size()).boxed().toList();
        return new Packing(
                PackingNodes.of(bins, free), classes, List.of(), new PackingGroup(pods, all, List.of(), null));
    }
}
