package io.github.workload4j.examples.flink;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.core.PodSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.flink.autoscaler.resources.ResourceCheck;
import org.apache.flink.configuration.MemorySize;
import org.junit.jupiter.api.Test;

class SchedulerResourceCheckTest {

    private static final int CLUSTERS = Integer.getInteger("flink.clusters", 10_000);

    private final List<String> refused = new ArrayList<>();

    private boolean ask(RandomCluster cluster) {
        ResourceCheck check = new SchedulerResourceCheck(
                cluster::nodes,
                cluster::pods,
                pod -> "taskmanager".equals(pod.getMetadata().getLabels().get("component")),
                PodSpec.EMPTY,
                refused::add);
        return check.trySchedule(
                cluster.current(), cluster.wanted(), cluster.cpu(), MemorySize.ofMebiBytes(1024L * cluster.memory()));
    }

    private static RandomCluster oneNode(RandomCluster.Guest guest, int current, int wanted) {
        RandomCluster.Host host = new RandomCluster.Host(4, 16, 110, false, false, List.of(guest));
        return new RandomCluster(List.of(host), current, wanted, 2, 2);
    }

    @Test
    void aNodeThatIsRequestedButIdleIsFull() {
        RandomCluster idle = oneNode(new RandomCluster.Guest(false, 4, 4, 0.1, 0.1), 0, 1);
        assertThat(UsageSimulation.trySchedule(idle)).isTrue();
        assertThat(ask(idle)).isFalse();
        assertThat(refused).singleElement().asString().startsWith("infeasible autoscaler/new-instances: does not fit");
    }

    @Test
    void aNodeThatIsBusyBeyondItsRequestsIsFree() {
        RandomCluster busy = oneNode(new RandomCluster.Guest(false, 0, 0, 2.5, 1), 0, 2);
        assertThat(UsageSimulation.trySchedule(busy)).isFalse();
        assertThat(ask(busy)).isTrue();
    }

    @Test
    void whatRunsMakesRoomForWhatIsAskedFor() {
        RandomCluster own = oneNode(new RandomCluster.Guest(true, 2, 2, 0.5, 1), 1, 2);
        assertThat(ask(own)).isTrue();
        assertThat(ask(new RandomCluster(own.hosts(), 1, 3, 2, 2))).isFalse();
    }

    @Test
    void noAnswerAboutRandomClustersIsFalse() {
        Random random = new Random(18);
        int fits = 0;
        int falseYes = 0;
        int falseNo = 0;
        for (int n = 0; n < CLUSTERS; n++) {
            RandomCluster cluster = RandomCluster.of(random);
            boolean right = cluster.fits();
            fits += right ? 1 : 0;
            assertThat(ask(cluster)).as("%s", cluster).isEqualTo(right);
            boolean simulated = UsageSimulation.trySchedule(cluster);
            falseYes += simulated && !right ? 1 : 0;
            falseNo += !simulated && right ? 1 : 0;
        }
        System.out.printf(
                "%d clusters, %d fit; by usage: %d false yes, %d false no%n", CLUSTERS, fits, falseYes, falseNo);
        assertThat(falseYes).isPositive();
        assertThat(falseNo).isPositive();
    }
}
