package io.github.workload4j.gang.podclass;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.core.Affinity;
import io.github.workload4j.api.core.Container;
import io.github.workload4j.api.core.ContainerPort;
import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.NodeSpec;
import io.github.workload4j.api.core.NodeStatus;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodAffinityTerm;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.core.PodStatus;
import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.core.ResourceRequirements;
import io.github.workload4j.api.meta.LabelSelector;
import io.github.workload4j.api.meta.LabelSelectorRequirement;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.api.release.ClusterSetup;
import io.github.workload4j.api.release.KubernetesRelease;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.eligibility.ClusterView;
import io.github.workload4j.gang.eligibility.HostPorts;
import io.github.workload4j.gang.eligibility.LabelIndex;
import io.github.workload4j.gang.eligibility.PodAntiAffinity;
import io.github.workload4j.gang.eligibility.PodTerm;
import io.github.workload4j.gang.eligibility.SchedulerRules;
import io.github.workload4j.gang.inside.Inside;
import io.github.workload4j.gang.volume.VolumeSignature;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClassPairsTest {

    private static final SchedulerRules RULES = SchedulerRules.of(KubernetesRelease.V1_37, ClusterSetup.OPEN);
    private static final String[] OPERATORS = {"In", "NotIn", "Exists", "DoesNotExist"};

    private static Pod pod(String name, Map<String, String> labels, List<ContainerPort> ports, LabelSelector... terms) {
        List<PodAffinityTerm> apart = new ArrayList<>();
        for (LabelSelector selector : terms) {
            apart.add(new PodAffinityTerm(selector, List.of(), null, "host", List.of(), List.of()));
        }
        PodSpec.Builder spec = PodSpec.builder()
                .affinity(new Affinity(null, List.of(), apart))
                .containers(List.of(new Container("c", "", new ResourceRequirements(Map.of(), Map.of()), ports, "")));
        return new Pod(
                ObjectMeta.of("ml", name).toBuilder().labels(labels).build(),
                spec.nodeName(name.startsWith("r") ? "n" : "").build(),
                PodStatus.EMPTY);
    }

    private static ClusterView view(List<Pod> running) {
        Node node = new Node(
                ObjectMeta.of("n").toBuilder().labels(Map.of("host", "n")).build(),
                new NodeSpec(false, List.of()),
                new NodeStatus(Map.of(), Map.of("pods", Quantity.of(1000))));
        return Inside.of(ClusterSnapshot.of(List.of(node), running)).view();
    }

    @SuppressWarnings("NullAway") // pairs of classes know nothing of groups
    private static ClassPairs pairs(List<Pod> pods, ClusterView view, long most) {
        LabelIndex byLabel = LabelIndex.of(pods);
        List<PodClasses.Entry> classes = new ArrayList<>();
        for (Pod pod : pods) {
            PodSignature signature = PodSignature.of(pod, Set.of(), RULES, VolumeSignature.NONE, List.of(), null);
            classes.add(new PodClasses.Entry(null, pod, signature, List.of(pod)));
        }
        return ClassPairs.of(classes, byLabel, view, most);
    }

    private static LabelSelector having(String key) {
        return new LabelSelector(Map.of(key, "q"), List.of());
    }

    @Test
    void twoThousandTermsThatEachMatchOnePodAreTwoThousandComparisons() {
        List<Pod> pods = IntStream.range(0, 2000)
                .mapToObj(i -> pod("p" + i, Map.of("app", "a", "x" + i, "q"), List.of(), having("x" + i)))
                .toList();
        ClassPairs pairs = pairs(pods, view(List.of()), RuleCounts.PAIRS);
        assertThat(pairs.compared()).isEqualTo(2000);
        assertThat(pairs.from(1999)).containsExactly(1999);
    }

    @Test
    void twoThousandPortsOfTheirOwnAreTwoThousandComparisons() {
        List<Pod> pods = IntStream.range(0, 2000)
                .mapToObj(i -> pod("p" + i, Map.of(), List.of(new ContainerPort("", 1, i + 1, "", ""))))
                .toList();
        assertThat(pairs(pods, view(List.of()), RuleCounts.PAIRS).compared()).isEqualTo(2000);
    }

    @Test
    void termsThatMatchEverybodyAreCutShort() {
        List<Pod> pods = IntStream.range(0, 5)
                .mapToObj(i -> pod("p" + i, Map.of(), List.of(), LabelSelector.EVERYTHING))
                .toList();
        assertThat(pairs(pods, view(List.of()), 25).isCutShort()).isFalse();
        assertThat(pairs(pods, view(List.of()), 24).isCutShort()).isTrue();
    }

    @Test
    void pairsAreThoseFoundByComparingEveryTwo() {
        int kept = 0;
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            List<Pod> pods = new ArrayList<>();
            for (int p = 0; p < 8; p++) {
                pods.add(any("p" + p, random));
            }
            ClusterView view = view(List.of());
            ClassPairs pairs = pairs(pods, view, RuleCounts.PAIRS);
            for (int a = 0; a < pods.size(); a++) {
                List<Integer> expected = new ArrayList<>();
                for (int b = a; b < pods.size(); b++) {
                    if (!PodAntiAffinity.keysBetween(pods.get(a), pods.get(b), view)
                                    .isEmpty()
                            || HostPorts.of(pods.get(a)).meets(HostPorts.of(pods.get(b)))) {
                        expected.add(b);
                    }
                }
                assertThat(pairs.from(a))
                        .as("seed %d, class %d", seed, a)
                        .containsExactly(
                                expected.stream().mapToInt(Integer::intValue).toArray());
                kept += expected.size();
            }
        }
        assertThat(kept).isBetween(2000, 8000);
    }

    /** From the ninth look on the pods are known by their labels. */
    @Test
    void everyRunningPodThatASelectorMatchesIsVisitedOnce() {
        for (int seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            List<Pod> running = new ArrayList<>();
            for (int p = 0; p < 10; p++) {
                running.add(any("r" + p, random));
            }
            ClusterView view = view(running);
            for (int look = 0; look < 20; look++) {
                LabelSelector selector = selector(random);
                List<Pod> visited = new ArrayList<>();
                view.forEachPod(selector, (node, pod) -> visited.add(pod));
                assertThat(visited).doesNotHaveDuplicates();
                assertThat(visited)
                        .as("seed %d", seed)
                        .containsAll(running.stream()
                                .filter(pod -> selector.matches(pod.metadata().labels()))
                                .toList());
            }
            view.forEachPod(null, (node, pod) -> assertThat(pod).isNull());
        }
    }

    /** Which pods that run keep a class away is the same by labels and by asking each term. */
    @Test
    void repellingPodsAreThoseOfAllTermsThatMatch() {
        int repelled = 0;
        for (int seed = 0; seed < 100; seed++) {
            Random random = new Random(seed);
            List<Pod> running = List.of(any("r0", random), any("r1", random), any("r2", random));
            List<Pod> pods = List.of(any("p0", random), any("p1", random), any("p2", random));
            ClusterView view = view(running);
            LabelIndex byLabel = LabelIndex.of(pods);
            List<String> found = new ArrayList<>();
            PodAntiAffinity.forEachRepelling(
                    pods,
                    byLabel,
                    view,
                    (node, pod, key) -> found.add(pod.metadata().name()));
            List<String> expected = running.stream()
                    .filter(each -> PodAntiAffinity.terms(each).stream()
                            .anyMatch(term -> pods.stream().anyMatch(pod -> matches(term, pod, view))))
                    .map(each -> each.metadata().name())
                    .toList();
            assertThat(found).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(expected);
            repelled += expected.size();
        }
        assertThat(repelled).isBetween(50, 290);
    }

    private static boolean matches(PodTerm term, Pod pod, ClusterView view) {
        return term.matches(pod, view);
    }

    private static Pod any(String name, Random random) {
        Map<String, String> labels = new HashMap<>();
        for (String key : List.of("a", "b", "c")) {
            if (random.nextInt(3) > 0) {
                labels.put(key, "v" + random.nextInt(3));
            }
        }
        List<ContainerPort> ports = random.nextInt(3) > 0
                ? List.of()
                : List.of(new ContainerPort(
                        "",
                        1,
                        1 + random.nextInt(3),
                        random.nextBoolean() ? "1.1.1.1" : "",
                        random.nextBoolean() ? "UDP" : ""));
        LabelSelector[] terms = new LabelSelector[random.nextInt(3)];
        for (int t = 0; t < terms.length; t++) {
            terms[t] = selector(random);
        }
        return pod(name, labels, ports, terms);
    }

    private static LabelSelector selector(Random random) {
        Map<String, String> pairs = random.nextInt(3) > 0 ? Map.of() : Map.of("a", "v" + random.nextInt(3));
        List<LabelSelectorRequirement> requirements = new ArrayList<>();
        for (int r = random.nextInt(3); r > 0; r--) {
            String operator = OPERATORS[random.nextInt(4)];
            List<String> values = operator.endsWith("In") ? List.of("v" + random.nextInt(3), "v0") : List.of();
            requirements.add(new LabelSelectorRequirement(List.of("b", "c").get(random.nextInt(2)), operator, values));
        }
        return new LabelSelector(pairs, requirements);
    }
}
