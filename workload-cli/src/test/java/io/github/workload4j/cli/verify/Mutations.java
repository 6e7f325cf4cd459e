package io.github.workload4j.cli.verify;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.workload4j.cli.screen.JsonTree;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingGroup;
import io.github.workload4j.gang.packing.PodClass;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Small changes of proofs, as JSON, and of the questions they are about. */
final class Mutations {

    private static final JsonFactory FACTORY = new JsonFactory();

    private final Random random;

    Mutations(long seed) {
        this.random = new Random(seed);
    }

    /** {@return a proof with one or two changes: of a number, of a set of nodes, of branches} */
    String ofProof(String proof) throws IOException {
        Object tree = JsonTree.read(proof);
        for (int i = random.nextInt(3); i >= 1; i--) {
            change(tree);
        }
        change(tree);
        return write(tree);
    }

    private void change(@Nullable Object tree) {
        List<Runnable> changes = new ArrayList<>();
        List<Map<String, Object>> proofs = new ArrayList<>();
        collect(tree, changes, proofs);
        if (proofs.size() > 1 && random.nextInt(8) == 0) {
            Map<String, Object> one = proofs.get(random.nextInt(proofs.size()));
            Map<String, Object> other = new LinkedHashMap<>(proofs.get(random.nextInt(proofs.size())));
            if (!holds(other, one)) {
                one.clear();
                one.putAll(copy(other));
            }
        } else if (!proofs.isEmpty() && random.nextInt(4) == 0) {
            wrap(proofs.get(random.nextInt(proofs.size())));
        } else if (!changes.isEmpty()) {
            changes.get(random.nextInt(changes.size())).run();
        }
    }

    /** Puts cases around a proof, of which each is refuted in the same way: often that is true as well. */
    private void wrap(Map<String, Object> proof) {
        Map<String, Object> inside = copy(proof);
        Map<String, Object> body = new LinkedHashMap<>();
        String kind;
        switch (random.nextInt(5)) {
            case 4 -> {
                kind = "level";
                body.put("spread", small());
                body.put("pods", small());
                body.put("reached", inside);
                body.put("missed", copy(inside));
            }
            case 0 -> {
                kind = "noneOrOne";
                body.put("class", small());
                body.put("nodes", otherNodes(random.nextInt(3) + "," + (3 + random.nextInt(2))));
                body.put("limit", small());
                body.put("none", inside);
                body.put("one", copy(inside));
            }
            case 1 -> {
                kind = "apart";
                body.put("conflict", small());
                body.put("domain", small());
                body.put("withoutA", inside);
                body.put("withoutB", copy(inside));
            }
            case 2 -> {
                kind = "placedOrNot";
                body.put("group", small());
                body.put("placed", inside);
                body.put("not", copy(inside));
            }
            default -> {
                kind = "inDomains";
                List<Object> cases = new ArrayList<>();
                for (int domain = random.nextInt(3); domain >= 0; domain--) {
                    List<Object> domains = new ArrayList<>(List.of(BigDecimal.valueOf(domain)));
                    cases.add(new LinkedHashMap<>(Map.of("domains", domains, "why", copy(inside))));
                }
                body.put("group", small());
                body.put("cases", cases);
            }
        }
        proof.clear();
        proof.put(kind, body);
    }

    private BigDecimal small() {
        return BigDecimal.valueOf(random.nextInt(3));
    }

    /** A proof put into itself would never end. */
    private static boolean holds(Object whole, Object part) {
        if (whole == part) {
            return true;
        }
        Iterable<?> inside = whole instanceof Map<?, ?> members
                ? members.values()
                : whole instanceof List<?> items ? items : List.of();
        for (Object one : inside) {
            if (one != null && holds(one, part)) {
                return true;
            }
        }
        return false;
    }

    @SuppressWarnings("unchecked")
    private static <T> T copy(T tree) {
        if (tree instanceof Map<?, ?> members) {
            Map<Object, Object> copy = new LinkedHashMap<>();
            members.forEach((name, value) -> copy.put(name, copy(value)));
            return (T) copy;
        }
        if (tree instanceof List<?> items) {
            List<Object> copy = new ArrayList<>();
            items.forEach(item -> copy.add(copy(item)));
            return (T) copy;
        }
        return tree;
    }

    @SuppressWarnings("unchecked")
    private void collect(@Nullable Object tree, List<Runnable> changes, List<Map<String, Object>> proofs) {
        if (tree instanceof Map<?, ?>) {
            Map<String, Object> members = (Map<String, Object>) tree;
            if (members.size() == 1 && !members.containsKey("points")) {
                proofs.add(members);
            }
            if (members.containsKey("points") && !members.containsKey("sharedPoints")) {
                changes.add(() -> members.put("sharedPoints", new ArrayList<>(List.of(small()))));
            }
            members.forEach((name, value) -> {
                if (value instanceof BigDecimal number) {
                    changes.add(() -> members.put(name, other(number)));
                } else if (value instanceof String nodes) {
                    changes.add(() -> members.put(name, otherNodes(nodes)));
                }
                collect(value, changes, proofs);
            });
        } else if (tree instanceof List<?>) {
            List<Object> items = (List<Object>) tree;
            for (int i = 0; i < items.size(); i++) {
                int at = i;
                int to = random.nextInt(items.size());
                if (items.get(i) instanceof BigDecimal number) {
                    changes.add(() -> items.set(at, other(number)));
                }
                changes.add(() -> items.remove(at));
                changes.add(() -> items.add(to, copy(items.get(at))));
                changes.add(() -> items.set(to, items.set(at, items.get(to))));
                collect(items.get(i), changes, proofs);
            }
        }
    }

    private BigDecimal other(BigDecimal number) {
        return switch (random.nextInt(8)) {
            case 0 -> BigDecimal.valueOf(-1);
            case 1 -> BigDecimal.ZERO;
            case 2 -> number.multiply(BigDecimal.TEN);
            case 3 -> BigDecimal.valueOf(random.nextLong());
            case 4, 5 -> number.subtract(BigDecimal.ONE);
            default -> number.add(BigDecimal.ONE);
        };
    }

    private String otherNodes(String nodes) {
        return switch (random.nextInt(5)) {
            case 0 -> "";
            case 1 -> nodes + "," + random.nextInt(8);
            case 2 -> String.valueOf(random.nextInt(8));
            case 3 -> random.nextInt(3) + "-" + random.nextInt(8);
            default -> nodes.replaceFirst("\\d+", String.valueOf(random.nextInt(4)));
        };
    }

    /** {@return a question with one change: of what is free, of what is asked, of how many there are or have to be} */
    Packing ofQuestion(Packing packing) {
        int nodes = packing.nodes().count();
        switch (random.nextInt(3)) {
            case 0 -> {
                long[] free = new long[packing.nodes().resources()];
                int node = random.nextInt(nodes);
                for (int r = 0; r < free.length; r++) {
                    free[r] = packing.nodes().free(r, node) + random.nextInt(4) - 1;
                }
                return packing.on(packing.nodes().with(node, free));
            }
            case 1 -> {
                List<PodClass> classes = new ArrayList<>(packing.classes());
                int j = random.nextInt(classes.size());
                PodClass old = classes.get(j);
                long[] request = old.request().clone();
                int r = random.nextInt(request.length);
                request[r] = Math.max(0, request[r] + random.nextInt(3) - 1);
                int count = Math.max(Math.max(1, old.min()), old.count() + random.nextInt(3) - 1);
                classes.set(j, new PodClass(request, count, old.eligible(), old.maxPerNode(), old.min()));
                return with(packing, classes, packing.root());
            }
            default -> {
                PackingGroup root = changed(packing.root());
                return with(packing, packing.classes(), root);
            }
        }
    }

    private static Packing with(Packing packing, List<PodClass> classes, PackingGroup root) {
        return new Packing(packing.nodes(), classes, packing.conflicts(), root, packing.limits(), packing.spreads());
    }

    private PackingGroup changed(PackingGroup group) {
        List<PackingGroup> children = new ArrayList<>(group.children());
        if (!children.isEmpty() && random.nextBoolean()) {
            int c = random.nextInt(children.size());
            children.set(c, changed(children.get(c)));
            return new PackingGroup(group.minimum(), group.classes(), children, group.domainOf());
        }
        int[] domainOf = group.domainOf();
        if (domainOf != null && random.nextBoolean()) {
            domainOf = domainOf.clone();
            domainOf[random.nextInt(domainOf.length)] = random.nextInt(3) - 1;
        }
        return new PackingGroup(group.minimum() + random.nextInt(3) - 1, group.classes(), children, domainOf);
    }

    /** {@return a tree as JSON} */
    static String write(@Nullable Object tree) throws IOException {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            write(tree, json);
        }
        return out.toString();
    }

    private static void write(@Nullable Object tree, JsonGenerator json) throws IOException {
        if (tree instanceof Map<?, ?> members) {
            json.writeStartObject();
            for (Map.Entry<?, ?> member : members.entrySet()) {
                json.writeFieldName(member.getKey().toString());
                write(member.getValue(), json);
            }
            json.writeEndObject();
        } else if (tree instanceof List<?> items) {
            json.writeStartArray();
            for (Object item : items) {
                write(item, json);
            }
            json.writeEndArray();
        } else if (tree instanceof BigDecimal number) {
            json.writeNumber(number);
        } else if (tree instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else if (tree == null) {
            json.writeNull();
        } else {
            json.writeString(tree.toString());
        }
    }
}
