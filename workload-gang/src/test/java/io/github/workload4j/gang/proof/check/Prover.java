package io.github.workload4j.gang.proof.check;

import io.github.workload4j.gang.excerpt.Excerpt;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingGroup;
import io.github.workload4j.gang.proof.Certificate;
import io.github.workload4j.gang.proof.ConflictBranch;
import io.github.workload4j.gang.proof.CountBranch;
import io.github.workload4j.gang.proof.DomainBranch;
import io.github.workload4j.gang.proof.DomainCount;
import io.github.workload4j.gang.proof.GroupBranch;
import io.github.workload4j.gang.proof.LevelBranch;
import io.github.workload4j.gang.proof.NodeSet;
import io.github.workload4j.gang.proof.Weights;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Looks for a proof that the checker accepts, of a claim that is false: goes through every case the checker knows,
 * with what names nothing, is said twice or is missing, and tries all small points at every leaf. If it finds one,
 * the checker is wrong.
 *
 * <p>A proof is put together from its first part on. While a part is looked for, all after it are a {@link #PROBE},
 * which no checker takes for points: if the checker objects to that, it has accepted everything before.
 */
public final class Prover implements BiFunction<Packing, Integer, String> {

    /** Points of more classes than any question has. */
    private static final Weights PROBE =
            new Weights(IntStream.range(0, 77).mapToObj(Long::valueOf).toList(), List.of());

    private static final String OBJECTION = "77 lists of points";

    /** Points that no leaf may give. */
    private static final long[] ODD = {-1, (1L << 40) + 1, Long.MIN_VALUE};

    private final int depth;
    private long asked;

    /**
     * A prover.
     *
     * @param depth most inner nodes one inside another
     */
    public Prover(int depth) {
        this.depth = depth;
    }

    /** {@return how often a checker was asked} */
    public long asked() {
        return asked;
    }

    /** {@return an accepted proof that the question has no answer of this many pods, or null if none was found} */
    @Override
    public @Nullable String apply(Packing packing, Integer atLeast) {
        PackingChecker checker = new PackingChecker(packing);
        Hole whole = part -> {
            asked++;
            return checker.objectionTo(part, atLeast)
                    .map(no -> no.detail().startsWith(OBJECTION))
                    .orElse(true);
        };
        Certificate forged = prove(packing, whole, depth);
        return forged == null ? null : forged.toJson();
    }

    /** A place in a certificate of which everything before is accepted. */
    private interface Hole {

        /** {@return whether the checker accepts this here, up to the next probe} */
        boolean accepts(Certificate part);

        default Hole in(UnaryOperator<Certificate> around) {
            return part -> accepts(around.apply(part));
        }
    }

    private @Nullable Certificate prove(Packing packing, Hole hole, int deep) {
        for (Weights weights : leaves(packing, deep == depth)) {
            if (hole.accepts(weights)) {
                return weights;
            }
        }
        if (deep == 0) {
            return null;
        }
        for (Shape shape : shapes(packing)) {
            Certificate found = fill(packing, shape, hole, deep);
            if (found != null) {
                return found;
            }
        }
        return sharedOut(packing, hole, deep);
    }

    /** An inner node of this many parts. */
    private record Shape(int parts, Function<List<Certificate>, Certificate> of) {}

    private @Nullable Certificate fill(Packing packing, Shape shape, Hole hole, int deep) {
        List<Certificate> parts = new ArrayList<>();
        for (int i = 0; i < shape.parts; i++) {
            parts.add(PROBE);
        }
        if (!hole.accepts(shape.of.apply(parts))) {
            return null;
        }
        for (int i = 0; i < shape.parts; i++) {
            int at = i;
            Certificate found = prove(
                    packing,
                    hole.in(part -> {
                        List<Certificate> now = new ArrayList<>(parts);
                        now.set(at, part);
                        return shape.of.apply(now);
                    }),
                    deep - 1);
            if (found == null) {
                return null;
            }
            parts.set(i, found);
        }
        return shape.of.apply(parts);
    }

    /** All small points, each ratio once, and some that are negative or huge. */
    private static List<Weights> leaves(Packing packing, boolean odd) {
        int classes = packing.classes().size();
        int conflicts = packing.conflicts().size();
        boolean wide = packing.conflicts().stream().anyMatch(conflict -> conflict.domainOf() != null);
        List<List<Long>> points = vectors(classes, classes > 3 ? 1 : 2);
        List<List<Long>> shared = new ArrayList<>(List.of(List.of()));
        if (wide) {
            shared.addAll(vectors(conflicts, 1));
        }
        List<Weights> leaves = new ArrayList<>();
        for (List<Long> some : points) {
            shared.forEach(given -> leaves.add(new Weights(some, given)));
        }
        leaves.addAll(priced(packing));
        for (long some : odd ? ODD : new long[0]) {
            for (int j = 0; j < classes; j++) {
                leaves.add(new Weights(ones(classes, j, some), List.of()));
            }
            for (int i = 0; i < conflicts; i++) {
                leaves.add(new Weights(Collections.nCopies(classes, 1L), ones(conflicts, i, some)));
            }
        }
        return leaves;
    }

    /** Small points and prices, of either sign: of each row alone, of all rows, and of all but one. */
    private static List<Weights> priced(Packing packing) {
        int classes = packing.classes().size();
        int rows = packing.limits().size()
                + packing.spreads().stream()
                        .mapToInt(spread -> spread.counts().length)
                        .sum();
        List<Weights> leaves = new ArrayList<>();
        List<List<Long>> all = new ArrayList<>(vectors(rows == 0 ? 0 : classes, 2));
        List.copyOf(all)
                .forEach(points -> all.add(points.stream().map(some -> some - 1).toList()));
        for (List<Long> signed : all) {
            for (long price = -1; price <= 1; price += 2) {
                leaves.add(new Weights(signed, List.of(), Collections.nCopies(rows, price)));
                for (int i = 0; i < rows; i++) {
                    List<Long> alone = new ArrayList<>(Collections.nCopies(rows, 0L));
                    alone.set(i, price);
                    leaves.add(new Weights(signed, List.of(), alone));
                    List<Long> others = new ArrayList<>(Collections.nCopies(rows, price));
                    others.set(i, 0L);
                    leaves.add(new Weights(signed, List.of(), others));
                }
            }
        }
        if (rows > 0) {
            List<Long> zeros = Collections.nCopies(classes, 0L);
            for (long odd : ODD) {
                leaves.add(new Weights(zeros, List.of(), Collections.nCopies(rows, odd)));
            }
            for (int i = 0; i < rows; i++) {
                List<Long> alone = new ArrayList<>(Collections.nCopies(rows, 0L));
                alone.set(i, -1L);
                leaves.add(new Weights(zeros, List.of(), alone));
            }
            leaves.add(new Weights(zeros, List.of(), Collections.nCopies(rows + 1, 1L)));
        }
        return leaves;
    }

    private static List<Long> ones(int size, int at, long odd) {
        List<Long> some = new ArrayList<>(Collections.nCopies(size, 1L));
        some.set(at, odd);
        return some;
    }

    private static List<List<Long>> vectors(int size, int most) {
        List<List<Long>> all = new ArrayList<>(List.of(List.of()));
        for (int j = 0; j < size; j++) {
            List<List<Long>> longer = new ArrayList<>();
            for (List<Long> some : all) {
                for (long value = 0; value <= most; value++) {
                    List<Long> now = new ArrayList<>(some);
                    now.add(value);
                    longer.add(now);
                }
            }
            all = longer;
        }
        all.removeIf(some -> some.stream().allMatch(value -> value != 1));
        return all;
    }

    private static List<Shape> shapes(Packing packing) {
        List<PackingGroup> groups = new ArrayList<>();
        addGroups(packing.root(), groups);
        List<Shape> shapes = new ArrayList<>();
        for (int g = -1; g <= groups.size(); g++) {
            int group = g;
            shapes.add(new Shape(2, parts -> new GroupBranch(group, parts.get(0), parts.get(1))));
            int[] domainOf = g < 0 || g == groups.size() ? null : groups.get(g).domainOf();
            for (List<Integer> domains : listsOf(domainOf)) {
                shapes.add(new Shape(
                        domains.size(),
                        parts -> new DomainBranch(
                                group,
                                IntStream.range(0, domains.size())
                                        .mapToObj(i -> new DomainBranch.Case(List.of(domains.get(i)), parts.get(i)))
                                        .toList())));
            }
            shapes.add(new Shape(
                    1, parts -> new DomainBranch(group, List.of(new DomainBranch.Case(List.of(), parts.get(0))))));
        }
        for (int c = -1; c <= packing.conflicts().size(); c++) {
            int conflict = c;
            boolean some = c >= 0 && c < packing.conflicts().size();
            int[] domainOf = some ? packing.conflicts().get(c).domainOf() : null;
            for (int domain : domains(domainOf)) {
                shapes.add(new Shape(2, parts -> new ConflictBranch(conflict, domain, parts.get(0), parts.get(1))));
            }
        }
        int classes = packing.classes().size();
        int nodes = packing.nodes().count();
        for (int j = 0; j < classes; j++) {
            for (int bits = 1; bits < 1 << nodes; bits++) {
                for (int limit = 0; limit < 3; limit++) {
                    shapes.add(noneOrOne(j, nodes(bits), limit));
                }
            }
        }
        for (int s = -1; s <= packing.spreads().size(); s++) {
            int spread = s;
            for (int pods = 0; pods < 5; pods++) {
                int level = pods;
                shapes.add(new Shape(2, parts -> new LevelBranch(spread, level, parts.get(0), parts.get(1))));
            }
        }
        IntStream.of(-1, classes).forEach(j -> shapes.add(noneOrOne(j, nodes(1), 0)));
        IntStream.of(-1, Integer.MAX_VALUE).forEach(limit -> shapes.add(noneOrOne(0, nodes(1), limit)));
        Stream.of(NodeSet.of(), NodeSet.of(-1), NodeSet.of(nodes), NodeSet.of(0, nodes))
                .forEach(some -> shapes.add(noneOrOne(0, some, 0)));
        return shapes;
    }

    private static void addGroups(PackingGroup group, List<PackingGroup> all) {
        all.add(group);
        group.children().forEach(child -> addGroups(child, all));
    }

    /** The domains there are, -1 and one that is none. */
    private static List<Integer> domains(int @Nullable [] domainOf) {
        TreeSet<Integer> all = new TreeSet<>(List.of(-1, 7));
        for (int n = 0; domainOf != null && n < domainOf.length; n++) {
            all.add(domainOf[n]);
        }
        return List.copyOf(all);
    }

    /** The right list of domains, and lists of which one is missing, or said twice, or none. */
    private static List<List<Integer>> listsOf(int @Nullable [] domainOf) {
        List<Integer> right = domains(domainOf).stream()
                .filter(domain -> domain >= 0 && domain != 7)
                .toList();
        List<List<Integer>> lists = new ArrayList<>(List.of(right, plus(right, -1), plus(right, 7), List.of(-1)));
        for (int domain : right) {
            List<Integer> without = new ArrayList<>(right);
            without.remove((Integer) domain);
            lists.add(without);
            lists.add(plus(without, -1));
            lists.add(plus(without, 7));
            without.forEach(other -> lists.add(plus(without, other)));
        }
        return lists.stream().distinct().toList();
    }

    private static <T> List<T> plus(List<T> list, T more) {
        List<T> all = new ArrayList<>(list);
        all.add(more);
        return all;
    }

    private static Shape noneOrOne(int podClass, NodeSet nodes, int limit) {
        return new Shape(2, parts -> new CountBranch(podClass, nodes, limit, parts.get(0), parts.get(1)));
    }

    private static NodeSet nodes(int bits) {
        return NodeSet.of(
                IntStream.range(0, 31).filter(n -> (bits >> n & 1) != 0).toArray());
    }

    /** Counts groups: of each domain says as much as it can prove. */
    private @Nullable Certificate sharedOut(Packing packing, Hole hole, int deep) {
        List<PackingGroup> groups = new ArrayList<>();
        addGroups(packing.root(), groups);
        for (List<List<Integer>> alike : sorts(groups)) {
            if (!hole.accepts(new DomainCount(alike, List.of())) && !mayBeCounted(hole, groups, alike)) {
                continue;
            }
            List<DomainCount.Case> cases = new ArrayList<>();
            for (int domain : domainsOf(groups, alike)) {
                List<DomainCount.TooMany> tooMany = tooMany(packing, groups, alike, cases, domain, hole, deep);
                if (!tooMany.isEmpty()) {
                    cases.add(new DomainCount.Case(List.of(domain), tooMany));
                }
            }
            DomainCount all = new DomainCount(alike, cases);
            if (hole.accepts(all)) {
                return all;
            }
        }
        return null;
    }

    private static List<Integer> domainsOf(List<PackingGroup> groups, List<List<Integer>> alike) {
        int[] domainOf = groups.get(alike.get(0).get(0)).domainOf();
        return domainOf == null ? List.of(-1, 0, 1) : domains(domainOf);
    }

    /** Whether the checker would have the groups counted, for some domain. */
    private static boolean mayBeCounted(Hole hole, List<PackingGroup> groups, List<List<Integer>> alike) {
        List<Integer> all = alike.stream().map(List::size).toList();
        return domainsOf(groups, alike).stream()
                .anyMatch(domain -> hole.accepts(new DomainCount(
                        alike,
                        List.of(new DomainCount.Case(List.of(domain), List.of(new DomainCount.TooMany(all, PROBE)))))));
    }

    private List<DomainCount.TooMany> tooMany(
            Packing packing,
            List<PackingGroup> groups,
            List<List<Integer>> alike,
            List<DomainCount.Case> before,
            int domain,
            Hole hole,
            int deep) {
        List<DomainCount.TooMany> proved = new ArrayList<>();
        for (List<Integer> counts : counts(alike)) {
            DomainCount.TooMany probe = new DomainCount.TooMany(counts, PROBE);
            Hole here = hole.in(part -> new DomainCount(
                    alike,
                    plus(
                            before,
                            new DomainCount.Case(
                                    List.of(domain),
                                    plus(plus(proved, new DomainCount.TooMany(counts, part)), probe)))));
            Packing excerpt = here.accepts(PROBE) ? excerpt(packing, groups, alike, counts, domain) : null;
            Certificate why = excerpt == null ? null : prove(excerpt, here, deep - 1);
            if (why != null) {
                proved.add(new DomainCount.TooMany(counts, why));
            }
        }
        return proved;
    }

    private static @Nullable Packing excerpt(
            Packing packing, List<PackingGroup> groups, List<List<Integer>> alike, List<Integer> counts, int domain) {
        List<List<PackingGroup>> some = new ArrayList<>();
        for (int t = 0; t < alike.size(); t++) {
            if (counts.get(t) < 0 || counts.get(t) > alike.get(t).size()) {
                return packing;
            }
            if (counts.get(t) > 0) {
                some.add(alike.get(t).subList(0, counts.get(t)).stream()
                        .map(groups::get)
                        .toList());
            }
        }
        int[] domainOf = groups.get(alike.get(0).get(0)).domainOf();
        int[] nodes = IntStream.range(0, packing.nodes().count())
                .filter(n -> domainOf == null ? domain == 0 : domainOf[n] == domain)
                .toArray();
        try {
            return some.isEmpty() ? packing : Excerpt.of(packing, some, nodes).packing();
        } catch (IllegalArgumentException unlike) {
            return null;
        }
    }

    /** Groups that may or may not be alike, some of them counted twice. */
    private static List<List<List<Integer>>> sorts(List<PackingGroup> groups) {
        List<List<List<Integer>>> sorts = new ArrayList<>();
        int last = groups.size() - 1;
        for (int a = 0; a <= last; a++) {
            sorts.add(List.of(List.of(a)));
            sorts.add(List.of(List.of(a, a)));
            for (int b = a + 1; b <= last; b++) {
                sorts.add(List.of(List.of(a, b)));
                sorts.add(List.of(List.of(a), List.of(b)));
                sorts.add(List.of(List.of(a, b, a)));
                for (int c = b + 1; c <= last; c++) {
                    sorts.add(List.of(List.of(a, b, c)));
                    sorts.add(List.of(List.of(a, b), List.of(c)));
                }
            }
        }
        return sorts;
    }

    /** All numbers of groups, and some that there are not. */
    private static List<List<Integer>> counts(List<List<Integer>> alike) {
        List<List<Integer>> all = new ArrayList<>(List.of(List.of()));
        for (List<Integer> some : alike) {
            List<List<Integer>> longer = new ArrayList<>();
            for (List<Integer> counts : all) {
                for (int count = 0; count <= some.size(); count++) {
                    longer.add(plus(counts, count));
                }
            }
            all = longer;
        }
        return all;
    }
}
