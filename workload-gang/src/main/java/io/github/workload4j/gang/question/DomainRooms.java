package io.github.workload4j.gang.question;

import io.github.workload4j.gang.eligibility.Domains;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PodClass;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What the domains of a label hold of the pods of a question, in several measures: pods of each class counted alone,
 * those added up, and units of each resource. Made in time linear in nodes times classes; immutable.
 */
final class DomainRooms {

    final String key;
    final Domains domains;

    /** By domain and measure: pods of each class, pods in all, units of each resource. */
    final long[][] has;

    /** By domain: pods, each class counted alone, added up. */
    final long[] room;

    /** The domains from the least to the most room, those that are alike one after the other. */
    final Integer[] order;

    /** By place in that order and measure, the most that a domain from there on has. */
    final long[][] most;

    /** By place in that order, the rooms of all domains before it. */
    final long[] roomBefore;

    /** By domain, one that stands for all whose nodes are alike. */
    final int[] alike;

    /** Whether nothing but what is free and who may use it tells nodes apart. */
    final boolean isPlain;

    /** Steps that making this takes. */
    final long steps;

    DomainRooms(GroupQuestion question, String key) {
        this.key = key;
        this.domains = question.classes().domains(key);
        Packing packing = question.packing();
        int count = domains.values().size();
        int classes = packing.classes().size();
        int resources = packing.nodes().resources();
        this.has = new long[count][classes + 1 + resources];
        this.room = new long[count];
        long[][] rows = new long[packing.nodes().count()][];
        this.steps = rows.length * (1 + (long) classes * resources / 8);
        int[] nodes = new int[count];
        for (int n = 0; n < rows.length; n++) {
            int d = domains.of()[n];
            if (d >= 0) {
                rows[n] = row(packing, n);
                add(rows[n], has[d], classes);
                nodes[d]++;
            }
        }
        for (int d = 0; d < count; d++) {
            for (int c = 0; c < classes; c++) {
                room[d] += has[d][c];
                has[d][classes] += Math.min(has[d][c], packing.classes().get(c).count());
            }
        }
        this.isPlain = isPlain(question, packing);
        this.alike = isPlain ? alike(rows, nodes) : IntStream.range(0, count).toArray();
        this.order = IntStream.range(0, count).boxed().toArray(Integer[]::new);
        Arrays.sort(order, (a, b) -> {
            int byRoom = Long.compare(room[a], room[b]);
            return byRoom == 0 ? Integer.compare(alike[a], alike[b]) : byRoom;
        });
        this.most = new long[count + 1][classes + 1 + resources];
        this.roomBefore = new long[count + 1];
        for (int at = count - 1; at >= 0; at--) {
            for (int m = 0; m < most[at].length; m++) {
                most[at][m] = Math.max(most[at + 1][m], has[order[at]][m]);
            }
        }
        for (int at = 0; at < count; at++) {
            roomBefore[at + 1] = roomBefore[at] + room[order[at]];
        }
    }

    /** {@return what a node has: pods of each class, then units of each resource} */
    private static long[] row(Packing packing, int node) {
        int classes = packing.classes().size();
        int resources = packing.nodes().resources();
        long[] row = new long[classes + resources];
        for (int r = 0; r < resources; r++) {
            row[classes + r] = Math.max(0, packing.nodes().free(r, node));
        }
        for (int c = 0; c < classes; c++) {
            PodClass podClass = packing.classes().get(c);
            long held = podClass.mayUse(node) ? Math.min(podClass.count(), podClass.maxPerNode()) : 0;
            for (int r = 0; r < resources && held > 0; r++) {
                long asked = podClass.request()[r];
                held = asked > 0 ? Math.min(held, row[classes + r] / asked) : held;
            }
            row[c] = held;
        }
        return row;
    }

    private static void add(long[] row, long[] to, int classes) {
        for (int m = 0; m < row.length; m++) {
            int at = m < classes ? m : m + 1;
            long sum = to[at] + row[m];
            to[at] = sum < 0 ? Long.MAX_VALUE : sum;
        }
    }

    /** {@return by domain, the sum of what its nodes have} */
    long[] sums(long[] byNode) {
        long[] sums = new long[domains.values().size()];
        for (int n = 0; n < byNode.length; n++) {
            int d = domains.of()[n];
            if (d >= 0) {
                long sum = sums[d] + byNode[n];
                sums[d] = sum < 0 ? Long.MAX_VALUE : sum;
            }
        }
        return sums;
    }

    private static boolean isPlain(GroupQuestion question, Packing packing) {
        return !question.isOrdered()
                && !packing.hasRows()
                && packing.conflicts().stream().allMatch(conflict -> conflict.domainOf() == null)
                && question.groups().stream().allMatch(group -> group.topologyKey() == null)
                && question.classes().devices() == null
                && question.classes().volumes() == null;
    }

    /** Domains are alike if they have the same rows; a sum of hash codes says which are worth comparing. */
    private int[] alike(long[][] rows, int[] nodes) {
        int[] same = new int[nodes.length];
        long[][] sorted = new long[nodes.length][];
        for (int d = 0; d < nodes.length; d++) {
            sorted[d] = new long[nodes[d]];
        }
        int[] filled = new int[nodes.length];
        for (int n = 0; n < rows.length; n++) {
            int d = domains.of()[n];
            if (d >= 0) {
                sorted[d][filled[d]++] = (long) Arrays.hashCode(rows[n]) << 32 | n;
            }
        }
        Map<Long, Integer> known = new HashMap<>();
        for (int d = 0; d < same.length; d++) {
            Arrays.sort(sorted[d]);
            long code = 0;
            for (long each : sorted[d]) {
                code = code * 31 + (each >>> 32);
            }
            Integer other = known.putIfAbsent(code, d);
            same[d] = other != null && areAlike(rows, sorted[d], sorted[other]) ? other : d;
        }
        return same;
    }

    private static boolean areAlike(long[][] rows, long[] nodes, long[] others) {
        boolean alike = nodes.length == others.length;
        for (int n = 0; alike && n < nodes.length; n++) {
            alike = Arrays.equals(rows[(int) nodes[n]], rows[(int) others[n]]);
        }
        return alike;
    }
}
