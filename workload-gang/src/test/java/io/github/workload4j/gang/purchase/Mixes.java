package io.github.workload4j.gang.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.NodeSpec;
import io.github.workload4j.api.core.NodeStatus;
import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.cluster.SnapshotBuilder;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.question.GroupQuestion;
import io.github.workload4j.gang.question.Groups;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Random mixes of two groups and markets for them, and what an autoscaler that adds node by node pays. */
final class Mixes {

    private static final int CPU = 0;
    private static final int GPU = 1;

    /** A tenth of a second or less. */
    private static final Budget BUDGET = Budget.steps(3_000_000);

    private Mixes() {}

    /**
     * Draws a mix, and compares.
     *
     * @return whether it was proved that there is nothing cheaper
     */
    static boolean isNeverDearer(int seed) {
        Random random = new Random(seed);
        int shapes = 1 + random.nextInt(10);
        List<int[]> pods = new ArrayList<>();
        SnapshotBuilder cluster = ClusterSnapshot.builder();
        List<PodGroup> groups = new ArrayList<>();
        List<GroupRef> refs = new ArrayList<>();
        for (String name : new String[] {"train", "serve"}) {
            GroupRef group = GroupRef.podGroup("ml", name);
            int members = 0;
            for (int s = 0; s < shapes; s++) {
                int cpu = 1 + random.nextInt(16);
                int gpu = random.nextInt(3) == 0 ? 1 + random.nextInt(4) : 0;
                for (int p = random.nextInt(12); p >= 0; p--) {
                    cluster.pending(name + members++, group, Map.of("cpu", "" + cpu, "nvidia.com/gpu", "" + gpu));
                    pods.add(new int[] {cpu, gpu});
                }
            }
            refs.add(group);
            groups.add(PodGroup.gang(ApiVersion.V1BETA1, "ml", name, members));
        }
        List<NodeOffer> offers = new ArrayList<>();
        for (int o = 0; o < 1 + random.nextInt(12); o++) {
            int cpu = 16 << random.nextInt(3);
            int gpu = o == 0 ? 4 : random.nextInt(3) * 4;
            BigDecimal price = BigDecimal.valueOf(cpu * 4L + gpu * 120L + random.nextInt(100), 2);
            offers.add(new NodeOffer(
                    new Node(
                            ObjectMeta.of("offer-" + o),
                            NodeSpec.OPEN,
                            new NodeStatus(
                                    Map.of(),
                                    Map.of(
                                            "cpu", Quantity.of(cpu),
                                            "nvidia.com/gpu", Quantity.of(gpu),
                                            "pods", Quantity.of(110)))),
                    price,
                    NodeOffer.UNLIMITED));
        }
        GroupQuestion question = GroupQuestion.together(cluster.build(), Groups.of(groups), refs, 2)
                .orElseThrow();
        CheapestNodes found = CheapestNodes.of(question, question.answer(Budget.DEFAULT), offers, BUDGET.meter());
        BigDecimal nodeByNode = nodeByNode(pods, offers);
        assertThat(found.then()).as("seed %s", seed).isPresent();
        assertThat(found.cost()).as("seed %s: %s", seed, found).isLessThanOrEqualTo(nodeByNode);
        assertThat(found.atLeast()).as("seed %s: %s", seed, found).isLessThanOrEqualTo(found.cost());
        return found.isCheapest();
    }

    /**
     * Each time the node of the least price for what it takes of the largest offers; pods by first fit, those first
     * that take the largest shares of the node, as the estimator of the cluster autoscaler packs.
     */
    private static BigDecimal nodeByNode(List<int[]> pods, List<NodeOffer> offers) {
        List<int[]> left = new ArrayList<>(pods);
        double[] largest = {1, 1, 1};
        for (NodeOffer offer : offers) {
            for (int r = 0; r < largest.length; r++) {
                largest[r] = Math.max(largest[r], free(offer)[r]);
            }
        }
        BigDecimal cost = BigDecimal.ZERO;
        while (!left.isEmpty()) {
            NodeOffer best = null;
            double bestRate = Double.MAX_VALUE;
            for (NodeOffer offer : offers) {
                double taken = pack(new ArrayList<>(left), offer, largest);
                if (taken > 0 && offer.price().doubleValue() / taken < bestRate) {
                    best = offer;
                    bestRate = offer.price().doubleValue() / taken;
                }
            }
            pack(left, best, largest);
            cost = cost.add(best.price());
        }
        return cost;
    }

    private static double[] free(NodeOffer offer) {
        return new double[] {
            offer.like().status().allocatable().get("cpu").units(),
            offer.like().status().allocatable().get("nvidia.com/gpu").units(),
            110
        };
    }

    private static double share(int[] pod, double[] of) {
        return pod[CPU] / Math.max(1, of[CPU]) + pod[GPU] / Math.max(1, of[GPU]) + 1 / of[2];
    }

    private static double pack(List<int[]> left, NodeOffer offer, double[] largest) {
        double[] free = free(offer);
        double[] all = free.clone();
        left.sort(Comparator.comparingDouble(pod -> -share(pod, all)));
        double[] taken = {0};
        left.removeIf(pod -> {
            boolean fits = pod[CPU] <= free[CPU] && pod[GPU] <= free[GPU] && free[2] >= 1;
            if (fits) {
                free[CPU] -= pod[CPU];
                free[GPU] -= pod[GPU];
                free[2]--;
                taken[0] += share(pod, largest);
            }
            return fits;
        });
        return taken[0];
    }
}
