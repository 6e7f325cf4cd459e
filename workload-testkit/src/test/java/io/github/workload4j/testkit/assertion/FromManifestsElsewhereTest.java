package io.github.workload4j.testkit.assertion;

import static io.github.workload4j.testkit.assertion.ClusterAssertions.assertThat;

import io.github.workload4j.gang.Assignment;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.question.Feasibility;
import io.github.workload4j.gang.question.Groups;
import io.github.workload4j.testkit.SmallCluster;
import io.github.workload4j.testkit.junit.FromManifests;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A parameter from manifests in another package than that of the extension, as users have it on the module path. */
class FromManifestsElsewhereTest {

    private static List<Assignment> myScheduler(SmallCluster cluster) {
        Verdict verdict =
                Feasibility.answer(cluster.snapshot(), Groups.of(cluster.objects()), cluster.group(), Budget.DEFAULT);
        return ((Verdict.Feasible) verdict).placement();
    }

    @Test
    void theGangFits(@FromManifests("/clusters/two-nodes.yaml") SmallCluster cluster) {
        assertThat(cluster).fits();
        assertThat(cluster).placement(myScheduler(cluster)).isAccepted();
    }
}
