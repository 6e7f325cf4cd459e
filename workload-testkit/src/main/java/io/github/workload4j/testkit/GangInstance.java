package io.github.workload4j.testkit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingGroup;
import io.github.workload4j.gang.packing.PackingNodes;
import io.github.workload4j.gang.packing.PodClass;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

/**
 * A gang question in a file, with what is known of its answer.
 *
 * <p>The file is a JSON object, gzipped if its name ends so: {@code id}; {@code nodes} with {@code alloc} and
 * {@code used} by resource, {@code labels} and, for equal nodes, {@code replicas}; {@code classes} with {@code count},
 * {@code req} by resource and, if so, {@code selector} (allowed values by label), {@code maxPerNode}, {@code min};
 * {@code minCount}; {@code topologyKey}, the label of which all pods share a value, or null; {@code known} with a
 * {@code verdict}.
 *
 * @param id family and name, such as {@code openb/fill80-rack}
 * @param packing the question
 * @param verdict feasible, infeasible or unknown
 */
public record GangInstance(String id, Packing packing, String verdict) {

    /**
     * Reads one file.
     *
     * @throws IOException if it cannot be read or is not JSON
     */
    public static GangInstance read(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file);
                InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
                JsonParser parser = new JsonFactory().createParser(plain)) {
            parser.nextToken();
            return from(map(value(parser)));
        }
    }

    /**
     * Reads all files of a directory, ordered by name.
     *
     * @throws IOException if one cannot be read or is not JSON
     */
    public static List<GangInstance> readAll(Path directory) throws IOException {
        List<GangInstance> all = new ArrayList<>();
        try (var files = Files.list(directory)) {
            for (Path file : files.filter(one -> one.toString().endsWith(".json.gz"))
                    .sorted()
                    .toList()) {
                all.add(read(file));
            }
        }
        return all;
    }

    private static GangInstance from(Map<?, ?> json) {
        List<Map<?, ?>> nodes = new ArrayList<>();
        for (Object node : list(json.get("nodes"))) {
            Object replicas = map(node).get("replicas");
            for (long i = replicas == null ? 1 : number(replicas); i > 0; i--) {
                nodes.add(map(node));
            }
        }
        long[][] free = new long[list(json.get("resources")).size()][nodes.size()];
        for (int n = 0; n < nodes.size(); n++) {
            for (int r = 0; r < free.length; r++) {
                free[r][n] = number(list(nodes.get(n).get("alloc")).get(r))
                        - number(list(nodes.get(n).get("used")).get(r));
            }
        }
        List<PodClass> classes = new ArrayList<>();
        for (Object podClass : list(json.get("classes"))) {
            classes.add(podClass(map(podClass), nodes));
        }
        List<Integer> all = IntStream.range(0, classes.size()).boxed().toList();
        int minCount = (int) number(json.get("minCount"));
        Object key = json.get("topologyKey");
        PackingGroup root =
                new PackingGroup(minCount, all, List.of(), key == null ? null : domains(nodes, key.toString()));
        Packing packing = new Packing(PackingNodes.of(nodes.size(), free), classes, List.of(), root);
        return new GangInstance(
                json.get("id").toString(),
                packing,
                map(json.get("known")).get("verdict").toString());
    }

    private static PodClass podClass(Map<?, ?> json, List<Map<?, ?>> nodes) {
        long[] request =
                list(json.get("req")).stream().mapToLong(GangInstance::number).toArray();
        Object maxPerNode = json.get("maxPerNode");
        Object min = json.get("min");
        long[] eligible = null;
        if (json.get("selector") != null) {
            eligible = new long[nodes.size() + 63 >> 6];
            for (int n = 0; n < nodes.size(); n++) {
                Map<?, ?> labels = map(nodes.get(n).get("labels"));
                boolean matches = map(json.get("selector")).entrySet().stream()
                        .allMatch(allowed -> list(allowed.getValue()).contains(labels.get(allowed.getKey())));
                eligible[n >> 6] |= matches ? 1L << n : 0;
            }
        }
        return new PodClass(
                request,
                (int) number(json.get("count")),
                eligible,
                maxPerNode == null ? Integer.MAX_VALUE : (int) number(maxPerNode),
                min == null ? 0 : (int) number(min));
    }

    private static int[] domains(List<Map<?, ?>> nodes, String key) {
        Map<Object, Integer> numbers = new HashMap<>();
        return nodes.stream()
                .mapToInt(node -> {
                    Object value = map(node.get("labels")).get(key);
                    return value == null ? -1 : numbers.computeIfAbsent(value, any -> numbers.size());
                })
                .toArray();
    }

    private static Object value(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            Map<String, Object> members = new LinkedHashMap<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                parser.nextToken();
                if (parser.currentToken() != JsonToken.VALUE_NULL) {
                    members.put(name, value(parser));
                }
            }
            return members;
        }
        if (token == JsonToken.START_ARRAY) {
            List<Object> items = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(value(parser));
            }
            return items;
        }
        return token == JsonToken.VALUE_NUMBER_INT ? (Object) parser.getLongValue() : parser.getText();
    }

    private static Map<?, ?> map(Object value) {
        return (Map<?, ?>) value;
    }

    private static List<?> list(Object value) {
        return (List<?>) value;
    }

    private static long number(Object value) {
        return (Long) value;
    }
}
