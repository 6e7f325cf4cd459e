package io.github.workload4j.gang.search;

import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.proof.Certificate;
import io.github.workload4j.gang.proof.DomainCount;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The domains that some groups may choose from, and the room of each; domains of the same kinds of nodes are asked once. */
final class DomainRooms {

    private final Question question;
    private final WorkMeter steps;
    private final Need need;
    final List<int[]> sorts;
    final GroupCounts counts;
    private final int[] domains;
    private final int[][] nodes;
    private final DomainRoom[] rooms;

    /** Whether nodes of a base are the same to these groups wherever they are. */
    private final boolean plain;

    private final Map<IntBuffer, DomainRoom> sameRooms = new HashMap<>();

    DomainRooms(Question question, WorkMeter steps, List<int[]> sorts, GroupCounts counts, Case some) {
        this.question = question;
        this.steps = steps;
        this.need = new Need(question);
        this.sorts = sorts;
        this.counts = counts;
        Map<Integer, List<Integer>> byDomain = byDomain(some);
        this.domains = byDomain.keySet().stream().mapToInt(Integer::intValue).toArray();
        this.nodes = byDomain.values().stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
        this.rooms = new DomainRoom[domains.length];
        boolean nested = sorts.stream().anyMatch(sort -> hasDomainsInside(sort[0]));
        this.plain = !nested && question.wide.isEmpty();
    }

    private boolean hasDomainsInside(int group) {
        for (int g = group + 1; g < question.tree.end[group]; g++) {
            if (question.tree.domainOf[g] != null) {
                return true;
            }
        }
        return false;
    }

    /** All nodes of each domain that lie in the domains chosen for the groups around. */
    private Map<Integer, List<Integer>> byDomain(Case some) {
        Tree tree = question.tree;
        int group = sorts.get(0)[0];
        int[] domainOf = tree.domainOf[group];
        Map<Integer, List<Integer>> byDomain = new TreeMap<>();
        List<Integer> last = List.of();
        steps.spend(1 + question.nodes / 2);
        for (int n = 0; n < question.nodes; n++) {
            int domain = domainOf == null ? 0 : domainOf[n];
            boolean inside = domain >= 0;
            for (int g = tree.parent[group]; inside && g >= 0; g = tree.parent[g]) {
                inside = some.domain()[g] < 0 || tree.domainOf[g][n] == some.domain()[g];
            }
            if (inside) {
                boolean same = n > 0
                        && !last.isEmpty()
                        && last.get(last.size() - 1) == n - 1
                        && (domainOf == null || domainOf[n - 1] == domain);
                last = same ? last : byDomain.computeIfAbsent(domain, any -> new ArrayList<>());
                last.add(n);
            }
        }
        return byDomain;
    }

    /** {@return number of domains} */
    int count() {
        return domains.length;
    }

    int domain(int index) {
        return domains[index];
    }

    /** {@return pods of so many groups} */
    int pods(int number) {
        int[] some = counts.counts(number);
        int pods = 0;
        for (int t = 0; t < some.length; t++) {
            for (int g = sorts.get(t)[0]; g < question.tree.end[sorts.get(t)[0]]; g++) {
                for (int j : question.tree.classes[g]) {
                    pods += some[t] * question.count[j];
                }
            }
        }
        return pods;
    }

    /** Whether so many pods may be placed, and every group succeed that must, if no more groups than these have pods. */
    boolean isEnough(Case some, int number, int target) {
        steps.spend(1 + question.classes + question.tree.size / 8);
        int[] open = counts.counts(number);
        byte[] state = some.state().clone();
        for (int t = 0; t < open.length; t++) {
            for (int i = open[t]; i < sorts.get(t).length; i++) {
                int group = sorts.get(t)[i];
                if (state[group] == Tree.PLACED) {
                    return false;
                }
                Arrays.fill(state, group, question.tree.end[group], Tree.EMPTY);
            }
        }
        return need.of(state, new long[question.classes], target) != Need.NEVER;
    }

    /** {@return why the domains have no room for an answer of so many pods, or null if that is not known} */
    @Nullable
    Certificate refutation(Case some, int target) {
        BitSet possible = RoomSum.nothing();
        Map<List<DomainCount.TooMany>, List<Integer>> cases = new LinkedHashMap<>();
        for (int i = 0; i < domains.length; i++) {
            List<DomainCount.TooMany> tooMany = room(i).tooMany;
            List<int[]> allowed = counts.free(
                    tooMany.stream().map(DomainCount.TooMany::toArray).toList());
            steps.spend(1 + (long) counts.size * (1 + allowed.size()) / 4);
            possible = RoomSum.with(counts, possible, allowed);
            if (!tooMany.isEmpty()) {
                cases.computeIfAbsent(tooMany, any -> new ArrayList<>()).add(domains[i]);
            }
        }
        for (int number : RoomSum.maximal(counts, possible)) {
            if (isEnough(some, number, target)) {
                return null;
            }
        }
        List<List<Integer>> alike =
                sorts.stream().map(sort -> Arrays.stream(sort).boxed().toList()).toList();
        List<DomainCount.Case> all = new ArrayList<>();
        cases.forEach((tooMany, numbers) -> all.add(new DomainCount.Case(numbers, tooMany)));
        return new DomainCount(alike, all);
    }

    /** A few domains get larger parts of the steps than many. */
    private int parts() {
        return Math.max(16, Math.min(256, 2 * domains.length));
    }

    DomainRoom room(int index) {
        if (rooms[index] == null) {
            IntBuffer kinds = plain ? IntBuffer.wrap(sortedByBase(nodes[index], true)) : null;
            DomainRoom room = plain ? sameRooms.get(kinds) : null;
            if (room == null || !room.isSame()) {
                room = new DomainRoom(question, steps, parts(), sorts, nodes[index]);
                if (plain) {
                    sameRooms.put(kinds, room);
                }
            }
            rooms[index] = room;
        }
        return rooms[index];
    }

    /** The nodes, or their bases, by rising base. */
    private int[] sortedByBase(int[] some, boolean bases) {
        long[] sorted = new long[some.length];
        for (int i = 0; i < some.length; i++) {
            sorted[i] = (long) question.baseOf[some[i]] << 32 | some[i];
        }
        Arrays.sort(sorted);
        return Arrays.stream(sorted)
                .mapToInt(both -> (int) (bases ? both >> 32 : both))
                .toArray();
    }

    /** {@return by node of the domain that was asked in its place, the node of a domain; other nodes have none} */
    int[] nodesFor(int index) {
        int[] from = sortedByBase(rooms[index].nodes, false);
        int[] to = sortedByBase(nodes[index], false);
        int[] nodesFor = new int[question.nodes];
        for (int i = 0; i < from.length; i++) {
            nodesFor[from[i]] = to[i];
        }
        return nodesFor;
    }
}
