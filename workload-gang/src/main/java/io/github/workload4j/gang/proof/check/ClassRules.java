package io.github.workload4j.gang.proof.check;

import io.github.workload4j.gang.packing.Conflict;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PodClass;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What limits and conflicts say of each class, looked up once for all places of a certificate. */
final class ClassRules {

    private final int[] most;

    /** By class, its conflicts over domains. */
    private final List<List<Wide>> wide = new ArrayList<>();

    /** By class, the classes that may not share a node with it. */
    private final List<BitSet> onNode = new ArrayList<>();

    /** Different labels of conflicts over domains, and the classes in a conflict over each. */
    private final List<Label> labels = new ArrayList<>();

    private final List<Wide> alone = new ArrayList<>();

    /** A conflict over domains: where one of the class lies, none of the other class does. */
    record Wide(int podClass, int other, int[] domainOf) {}

    /** Domains of conflicts, and the classes in any of these. */
    record Label(int[] domainOf, BitSet classes) {}

    ClassRules(Packing packing) {
        List<PodClass> classes = packing.classes();
        this.most = new int[classes.size()];
        for (int j = 0; j < most.length; j++) {
            most[j] = Math.min(classes.get(j).maxPerNode(), classes.get(j).count());
            wide.add(new ArrayList<>());
            onNode.add(new BitSet());
        }
        Map<int[], Label> known = new IdentityHashMap<>();
        Map<IntBuffer, Label> byDomains = new LinkedHashMap<>();
        for (Conflict conflict : packing.conflicts()) {
            int[] domainOf = conflict.domainOf();
            if (domainOf != null) {
                Label label = known.computeIfAbsent(
                        domainOf,
                        some -> byDomains.computeIfAbsent(IntBuffer.wrap(some), any -> new Label(some, new BitSet())));
                add(conflict.a(), conflict.b(), label);
            } else {
                onNode.get(conflict.a()).set(conflict.b());
                onNode.get(conflict.b()).set(conflict.a());
                most[conflict.a()] = conflict.a() == conflict.b() ? 1 : most[conflict.a()];
            }
        }
        labels.addAll(byDomains.values());
    }

    private void add(int a, int b, Label label) {
        label.classes.set(a);
        label.classes.set(b);
        wide.get(a).add(new Wide(a, b, label.domainOf));
        if (a == b) {
            alone.add(wide.get(a).get(wide.get(a).size() - 1));
        } else {
            wide.get(b).add(new Wide(b, a, label.domainOf));
        }
    }

    /** {@return whether two classes are in conflict on a node ({@code null}) or over such domains} */
    boolean areApart(int a, int b, int @Nullable [] domainOf) {
        if (domainOf == null) {
            return onNode.get(a).get(b);
        }
        for (Wide some : wide.get(a)) {
            if (some.other == b && Arrays.equals(some.domainOf, domainOf)) {
                return true;
            }
        }
        return false;
    }

    /** {@return most pods of a class on any node: its limit, their number, or 1 if they may not share a node} */
    int most(int podClass) {
        return most[podClass];
    }

    /** {@return the conflicts over domains of a class} */
    List<Wide> wide(int podClass) {
        return wide.get(podClass);
    }

    /** {@return conflicts over domains of classes with themselves} */
    List<Wide> alone() {
        return alone;
    }

    /** {@return all different domains of conflicts} */
    List<Label> labels() {
        return labels;
    }
}
