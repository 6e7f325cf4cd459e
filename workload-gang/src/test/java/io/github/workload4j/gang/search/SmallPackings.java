package io.github.workload4j.gang.search;

import io.github.workload4j.gang.packing.Conflict;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingGroup;
import io.github.workload4j.gang.packing.PackingNodes;
import io.github.workload4j.gang.packing.PodClass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Questions of up to four nodes and classes with small numbers and many ties, mixing everything a question may hold.
 */
public final class SmallPackings {

    private final Random random;

    public SmallPackings(long seed) {
        this.random = new Random(seed);
    }

    public Packing next() {
        int nodes = 1 + random.nextInt(4);
        int classes = 1 + random.nextInt(nodes == 4 ? 2 : 3);
        int resources = 1 + random.nextInt(2);
        long unit = random.nextInt(3) == 0 ? 7 : 1;
        long[][] free = new long[resources][nodes];
        for (long[] column : free) {
            int type = random.nextInt(3);
            long same = random.nextInt(6);
            for (int n = 0; n < nodes; n++) {
                column[n] = type == 0 ? same * unit : (random.nextInt(8) - 1) * unit + random.nextInt(2);
            }
        }
        List<PodClass> all = new ArrayList<>();
        for (int j = 0; j < classes; j++) {
            long[] request = new long[resources];
            for (int r = 0; r < resources; r++) {
                request[r] = random.nextInt(4) * unit;
            }
            int count = 1 + random.nextInt(3);
            long[] eligible = random.nextInt(3) > 0 ? null : new long[] {random.nextInt(16)};
            int maxPerNode = random.nextInt(3) > 0 ? Integer.MAX_VALUE : 1 + random.nextInt(2);
            int min = random.nextInt(3) > 0 ? 0 : random.nextInt(count + 1);
            all.add(new PodClass(request, count, eligible, maxPerNode, min));
        }
        List<Conflict> conflicts = new ArrayList<>();
        for (int c = random.nextInt(5) - 2; c > 0; c--) {
            int[] domainOf = random.nextInt(3) == 0 ? null : domains(nodes, 2);
            conflicts.add(new Conflict(random.nextInt(classes), random.nextInt(classes), domainOf));
        }
        List<Integer> numbers =
                new ArrayList<>(IntStream.range(0, classes).boxed().toList());
        if (random.nextInt(10) == 0) {
            numbers.remove(0);
        }
        return new Packing(PackingNodes.of(nodes, free), all, conflicts, group(nodes, numbers, 0));
    }

    private PackingGroup group(int nodes, List<Integer> classes, int depth) {
        int[] domainOf = random.nextInt(3) > 0 ? null : domains(nodes, 3);
        if (depth > 2 || random.nextInt(3) > 0) {
            return new PackingGroup(random.nextInt(5) - 1, classes, List.of(), domainOf);
        }
        List<PackingGroup> children = new ArrayList<>();
        int cut = random.nextInt(classes.size() + 1);
        children.add(group(nodes, classes.subList(0, cut), depth + 1));
        children.add(group(nodes, classes.subList(cut, classes.size()), depth + 1));
        return new PackingGroup(random.nextInt(4) - 1, List.of(), children, domainOf);
    }

    private int[] domains(int nodes, int max) {
        int[] domainOf = new int[nodes];
        for (int n = 0; n < nodes; n++) {
            domainOf[n] = random.nextInt(max + 1) - (random.nextInt(3) == 0 ? 1 : 0);
        }
        return domainOf;
    }

    /** {@return the question in a form that a person can read} */
    public static String describe(Packing packing) {
        StringBuilder text = new StringBuilder();
        for (int r = 0; r < packing.nodes().resources(); r++) {
            text.append("free ")
                    .append(Arrays.toString(packing.nodes().column(r)))
                    .append('\n');
        }
        for (PodClass podClass : packing.classes()) {
            text.append(podClass.count()).append(" x ").append(Arrays.toString(podClass.request()));
            text.append(" on ").append(Arrays.toString(podClass.eligible()));
            text.append(" perNode ")
                    .append(podClass.maxPerNode())
                    .append(" min ")
                    .append(podClass.min())
                    .append('\n');
        }
        for (Conflict conflict : packing.conflicts()) {
            text.append(conflict.a())
                    .append(" apart from ")
                    .append(conflict.b())
                    .append(" in ");
            text.append(Arrays.toString(conflict.domainOf())).append('\n');
        }
        packing.limits()
                .forEach(limit -> text.append(limit)
                        .append(" on ")
                        .append(Arrays.toString(limit.nodes()))
                        .append('\n'));
        packing.spreads().forEach(spread -> text.append(spread).append('\n'));
        return describe(packing.root(), "", text).toString();
    }

    private static StringBuilder describe(PackingGroup group, String indent, StringBuilder text) {
        text.append(indent)
                .append("group of ")
                .append(group.minimum())
                .append(' ')
                .append(group.classes());
        text.append(" in ").append(Arrays.toString(group.domainOf())).append('\n');
        group.children().forEach(child -> describe(child, indent + "  ", text));
        return text;
    }
}
