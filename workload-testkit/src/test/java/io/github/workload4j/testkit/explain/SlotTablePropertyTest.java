package io.github.workload4j.testkit.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.SchedulingObject;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodSchedulingGroup;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.question.GroupQuestion;
import io.github.workload4j.gang.question.Groups;
import io.github.workload4j.gang.whatif.SlotTable;
import io.github.workload4j.testkit.SmallCluster;
import io.github.workload4j.testkit.SmallClusters;
import io.github.workload4j.testkit.oracle.Oracle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** As many copies of a pod fit at the same time as the table says, and not one more. */
class SlotTablePropertyTest {

    private static final int MOST = 4;

    @Property(seed = "91", tries = 500)
    void soManyFitAndNotOneMore(@ForAll("clusters") SmallCluster cluster) {
        Optional<GroupQuestion> question =
                GroupQuestion.of(cluster.snapshot(), Groups.of(cluster.objects()), cluster.group());
        Assume.that(question.isPresent());
        for (int kind = 0; kind < question.get().podClasses().size(); kind++) {
            SlotTable table = SlotTable.of(question.get(), kind, List.of());
            int slots = (int) Math.min(MOST + 1, table.cluster().slots());
            if (slots <= MOST) {
                Statistics.label("slots").collect(slots + (table.exact() ? "" : " at most"));
                if (table.exact() && slots > 0) {
                    assertThat(copies(cluster, table.kind().pod(), slots)).isEqualTo("feasible");
                }
                assertThat(copies(cluster, table.kind().pod(), slots + 1)).isEqualTo("infeasible");
            }
        }
    }

    private static String copies(SmallCluster cluster, Pod pod, int count) {
        List<Pod> pods = new ArrayList<>();
        for (Pod other : cluster.pods()) {
            if (other.isAssigned()) {
                pods.add(other);
            }
        }
        String namespace = pod.metadata().namespace();
        for (int i = 0; i < count; i++) {
            pods.add(new Pod(
                    pod.metadata().toBuilder().name("copy-" + i).build(),
                    pod.spec().toBuilder()
                            .workloadRef(null)
                            .schedulingGroup(new PodSchedulingGroup("copies"))
                            .build(),
                    pod.status()));
        }
        List<SchedulingObject> objects = List.of(PodGroup.gang(ApiVersion.V1ALPHA2, namespace, "copies", count));
        return Oracle.of(cluster.nodes(), pods, objects, cluster.namespaces())
                .answer(GroupRef.podGroup(namespace, "copies"))
                .verdict();
    }

    @Provide
    Arbitrary<SmallCluster> clusters() {
        return SmallClusters.all();
    }
}
