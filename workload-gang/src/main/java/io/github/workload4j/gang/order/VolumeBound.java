package io.github.workload4j.gang.order;

import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingGroup;
import io.github.workload4j.gang.packing.PodClass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many pods of a class its claims leave, whatever the order and whoever else is placed.
 *
 * <p><b>Claims of its own.</b> A pod on a node where its claim is not made takes one of the volumes that serve it. So
 * there are no more pods than these volumes, and what the nodes hold where it is made. All classes together: {@link
 * VolumeRows}.
 *
 * <p><b>A claim shared.</b> It has one volume, and all its pods are where that reaches; or it is made, and all are on
 * one node. So there are no more pods than the largest of these sets of nodes holds. If no volume serves it, and its
 * classes are those of one group, that group lies in one node, which is exact.
 */
final class VolumeBound {

    private final OrderedPacking question;
    private final VolumeRule rule;
    private final Packing packing;
    private final Map<VolumeRule.Kind, Long> volumesOf = new IdentityHashMap<>();

    private VolumeBound(OrderedPacking question, VolumeRule rule) {
        this.question = question;
        this.rule = rule;
        this.packing = question.relaxed();
    }

    /**
     * {@return the question with no more pods in a class than some answer can place; a class of which none can go
     * anywhere may use no node}
     */
    static OrderedPacking shrink(OrderedPacking question) {
        VolumeRule rule = question.volumes();
        return rule == null ? question : new VolumeBound(question, rule).shrunk();
    }

    private OrderedPacking shrunk() {
        List<PodClass> classes = new ArrayList<>(packing.classes());
        for (int c = 0; c < classes.size(); c++) {
            PodClass old = classes.get(c);
            long most = most(c);
            if (most < old.count()) {
                long[] none = most == 0 ? new long[packing.nodes().count() + 63 >> 6] : old.eligible();
                int count = (int) Math.max(1, most);
                classes.set(c, new PodClass(old.request(), count, none, old.maxPerNode(), Math.min(old.min(), count)));
            }
        }
        PackingGroup root = packing.root();
        BitSet onOneNode = new BitSet();
        for (int claim = 0; claim < rule.sharedKinds().length; claim++) {
            if (!rule.kinds().get(rule.sharedKinds()[claim]).isServed()) {
                PackingGroup bound = onOneNode(root, users(claim));
                onOneNode.set(claim, bound != root);
                root = bound;
            }
        }
        return new OrderedPacking(
                new Packing(
                        packing.nodes(),
                        classes,
                        packing.conflicts(),
                        root,
                        VolumeRows.and(packing, rule, onOneNode),
                        packing.spreads()),
                question.attractions(),
                question.spreads(),
                rule);
    }

    private long most(int c) {
        long most = packing.classes().get(c).count();
        for (int kind : rule.own()[c]) {
            most = Math.min(most, ofItsOwn(c, kind));
        }
        for (int claim : rule.shared()[c]) {
            most = Math.min(most, together(c, rule.kinds().get(rule.sharedKinds()[claim])));
        }
        return most;
    }

    private long ofItsOwn(int c, int number) {
        VolumeRule.Kind kind = rule.kinds().get(number);
        long each = Arrays.stream(rule.own()[c]).filter(k -> k == number).count();
        return sum(volumes(kind) / each, held(c, kind.made(), false));
    }

    private long volumes(VolumeRule.Kind kind) {
        return volumesOf.computeIfAbsent(
                kind,
                each -> BitSet.valueOf(each.supplies()).stream()
                        .mapToLong(s -> rule.supplies().get(s).count())
                        .sum());
    }

    private long together(int c, VolumeRule.Kind kind) {
        int count = packing.classes().get(c).count();
        long most = held(c, kind.made(), true);
        BitSet supplies = BitSet.valueOf(kind.supplies());
        for (int s = supplies.nextSetBit(0); s >= 0 && most < count; s = supplies.nextSetBit(s + 1)) {
            most = Math.max(most, held(c, rule.supplies().get(s).reach(), false));
        }
        return most;
    }

    /** {@return how many pods of a class some nodes hold, each on its own: all of them, or the largest} */
    private long held(int c, long[] nodes, boolean largest) {
        long held = 0;
        for (int w = 0; w < nodes.length; w++) {
            for (long left = nodes[w]; left != 0; left &= left - 1) {
                long here = held(packing, c, (w << 6) + Long.numberOfTrailingZeros(left));
                held = largest ? Math.max(held, here) : sum(held, here);
            }
        }
        return held;
    }

    /** {@return how many pods of a class a node holds, were there nobody else} */
    static long held(Packing packing, int c, int node) {
        PodClass podClass = packing.classes().get(c);
        if (!podClass.mayUse(node)) {
            return 0;
        }
        long held = Math.min(podClass.count(), podClass.maxPerNode());
        long[] request = podClass.request();
        for (int r = 0; r < request.length; r++) {
            if (request[r] > 0) {
                held = Math.min(held, Math.max(0, packing.nodes().free(r, node) / request[r]));
            }
        }
        return held;
    }

    private static long sum(long a, long b) {
        return Math.min(Integer.MAX_VALUE, a + b);
    }

    private BitSet users(int claim) {
        BitSet users = new BitSet();
        for (int c = 0; c < rule.shared().length; c++) {
            users.set(c, Arrays.stream(rule.shared()[c]).anyMatch(each -> each == claim));
        }
        return users;
    }

    private PackingGroup onOneNode(PackingGroup group, BitSet users) {
        BitSet inside = new BitSet();
        collect(group, inside);
        if (inside.equals(users)) {
            return new PackingGroup(group.minimum(), group.classes(), group.children(), nodes(group.domainOf()));
        }
        List<PackingGroup> children = new ArrayList<>();
        group.children().forEach(child -> children.add(onOneNode(child, users)));
        return children.equals(group.children())
                ? group
                : new PackingGroup(group.minimum(), group.classes(), children, group.domainOf());
    }

    private static void collect(PackingGroup group, BitSet classes) {
        group.classes().forEach(classes::set);
        group.children().forEach(child -> collect(child, classes));
    }

    /** {@return a domain for each node that lies in one} */
    private int[] nodes(int @Nullable [] domainOf) {
        int[] each = new int[packing.nodes().count()];
        for (int n = 0; n < each.length; n++) {
            each[n] = domainOf == null || domainOf[n] >= 0 ? n : -1;
        }
        return each;
    }
}
