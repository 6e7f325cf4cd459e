package io.github.workload4j.gang.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.core.Affinity;
import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.NodeSpec;
import io.github.workload4j.api.core.NodeStatus;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodAffinityTerm;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.core.PodStatus;
import io.github.workload4j.api.meta.LabelSelector;
import io.github.workload4j.api.meta.LabelSelectorRequirement;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.eligibility.HostPorts.Port;
import io.github.workload4j.gang.inside.Inside;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Which pods a rule looks at: all that it is about, and only those with what it surely requires. */
class CandidatesTest {

    private static final List<Pod> PODS =
            List.of(pod("0", "a", "x"), pod("1", "a", "y"), pod("2", "b", "x"), pod("3"), pod("4", "a", "z", "b", "x"));

    private static Pod pod(String name, String... labels) {
        Map<String, String> map = new HashMap<>();
        for (int i = 0; i < labels.length; i += 2) {
            map.put(labels[i], labels[i + 1]);
        }
        return new Pod(ObjectMeta.of("d", name).toBuilder().labels(map).build(), PodSpec.EMPTY, PodStatus.EMPTY);
    }

    private static LabelSelector selector(Map<String, String> labels, LabelSelectorRequirement... expressions) {
        return new LabelSelector(labels, List.of(expressions));
    }

    private static LabelSelectorRequirement some(String key, String operator, String... values) {
        return new LabelSelectorRequirement(key, operator, List.of(values));
    }

    private static int[] candidates(LabelSelector selector) {
        return LabelIndex.of(PODS).candidates(selector);
    }

    @Test
    void aSelectorLooksAtThoseWithWhatItRequires() {
        assertThat(candidates(null)).isEmpty();
        assertThat(candidates(selector(Map.of("a", "x")))).containsExactly(0);
        assertThat(candidates(selector(Map.of("a", "x", "none", "v")))).isEmpty();
        assertThat(candidates(selector(Map.of("none", "v"), some("a", "Exists"))))
                .isEmpty();
        assertThat(candidates(selector(Map.of("b", "x", "a", "z")))).containsExactly(4);
        assertThat(candidates(selector(Map.of(), some("a", "Exists")))).containsExactly(0, 1, 4);
        assertThat(candidates(selector(Map.of(), some("a", "In", "z", "x", "z"))))
                .containsExactly(0, 4);
        assertThat(candidates(selector(Map.of(), some("a", "Exists"), some("b", "Exists"))))
                .containsExactly(2, 4);
        assertThat(candidates(selector(Map.of("b", "x"), some("a", "In", "y", "z", "x"))))
                .containsExactly(2, 4);
    }

    @Test
    void aSelectorThatRequiresNoLabelLooksAtAll() {
        assertThat(candidates(LabelSelector.EVERYTHING)).containsExactly(0, 1, 2, 3, 4);
        assertThat(candidates(selector(Map.of(), some("a", "NotIn", "x"), some("b", "DoesNotExist"))))
                .containsExactly(0, 1, 2, 3, 4);
    }

    @Property
    void noPodThatMatchesIsLeftOut(@ForAll long seed) {
        Random random = new Random(seed);
        List<Pod> pods = new ArrayList<>();
        for (int p = 0; p < 8; p++) {
            pods.add(pod("" + p, label(random), value(random), label(random), value(random)));
        }
        Map<String, String> labels = random.nextBoolean() ? Map.of() : Map.of(label(random), value(random));
        List<LabelSelectorRequirement> expressions = new ArrayList<>();
        for (int e = random.nextInt(3); e > 0; e--) {
            String operator = List.of("In", "NotIn", "Exists", "DoesNotExist").get(random.nextInt(4));
            boolean isIn = operator.endsWith("In");
            expressions.add(
                    isIn ? some(label(random), operator, value(random), value(random)) : some(label(random), operator));
        }
        LabelSelector selector = new LabelSelector(labels, expressions);
        int[] candidates = LabelIndex.of(pods).candidates(selector);
        assertThat(candidates).isSorted().doesNotHaveDuplicates();
        for (int p = 0; p < pods.size(); p++) {
            if (selector.matches(pods.get(p).metadata().labels())) {
                assertThat(candidates).contains(p);
            }
        }
    }

    private static String label(Random random) {
        return List.of("a", "b", "c").get(random.nextInt(3));
    }

    private static String value(Random random) {
        return List.of("x", "y", "z").get(random.nextInt(3));
    }

    @Property
    void portsThatMeetAreFound(@ForAll long seed) {
        Random random = new Random(seed);
        List<HostPorts> all = new ArrayList<>();
        PortIndex index = new PortIndex();
        for (int p = 0; p < 6; p++) {
            all.add(ports(random));
            index.add(p, all.get(p));
        }
        HostPorts own = ports(random);
        Set<Integer> found = new TreeSet<>();
        index.forEachMeeting(own, found::add);
        Set<Integer> meeting = new TreeSet<>();
        for (int p = 0; p < all.size(); p++) {
            if (own.meets(all.get(p))) {
                meeting.add(p);
            }
        }
        assertThat(found).isEqualTo(meeting);
    }

    private static HostPorts ports(Random random) {
        Set<Port> ports = new HashSet<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            String address = List.of("0.0.0.0", "10.0.0.1", "10.0.0.2").get(random.nextInt(3));
            ports.add(new Port(random.nextBoolean() ? "TCP" : "UDP", address, 80 + random.nextInt(2)));
        }
        return new HostPorts(ports);
    }

    @Test
    void aPodThatKeepsOthersAwayIsNamedOnceWithTheLabelForTheFirstOfThem() {
        Pod keeper = keeper("keeper", "n", term("rack", "a", "z"), term("host", "b", "x"), term("none", "a", "x"));
        Pod idle = keeper("idle", "n", term("rack", "a", "nobody"));
        ClusterView view = Inside.of(
                        ClusterSnapshot.of(List.of(node("m"), node("n")), List.of(idle, keeper), List.of()))
                .view();
        List<String> found = new ArrayList<>();
        PodAntiAffinity.forEachRepelling(
                PODS,
                LabelIndex.of(PODS),
                view,
                (node, pod, key) -> found.add(node + " " + pod.metadata().name() + " " + key));
        assertThat(found).containsExactly("1 keeper host");
        found.clear();
        List<Pod> last = List.of(PODS.get(4));
        PodAntiAffinity.forEachRepelling(
                last, LabelIndex.of(last), view, (node, pod, key) -> found.add(node + " " + key));
        assertThat(found).containsExactly("1 rack");
        assertThat(PodAntiAffinity.Repelled.of(view).matching(PODS, LabelIndex.of(PODS), view).entrySet().stream()
                        .map(each -> each.getKey() + " "
                                + each.getValue().stream()
                                        .map(closed -> closed.term().topologyKey())
                                        .toList()))
                .containsExactlyInAnyOrder("0 [none]", "2 [host]", "4 [rack, host]");
    }

    private static PodAffinityTerm term(String topologyKey, String key, String value) {
        LabelSelector selector = selector(Map.of(key, value));
        return new PodAffinityTerm(selector, List.of(), null, topologyKey, List.of(), List.of());
    }

    private static Pod keeper(String name, String node, PodAffinityTerm... terms) {
        PodSpec spec = PodSpec.builder()
                .nodeName(node)
                .affinity(new Affinity(null, List.of(), Arrays.asList(terms)))
                .build();
        return new Pod(ObjectMeta.of("d", name), spec, PodStatus.EMPTY);
    }

    private static Node node(String name) {
        Map<String, String> labels = Map.of("rack", "r-" + name, "host", "h-" + name);
        return new Node(
                ObjectMeta.of(name).toBuilder().labels(labels).build(),
                new NodeSpec(false, List.of()),
                new NodeStatus(Map.of(), Map.of()));
    }
}
