package io.github.workload4j.testkit.assertion;

import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.testkit.SmallCluster;

/**
 * Where assertions about clusters start.
 *
 * <pre>{@code
 * assertThat(snapshot).fits(group).placement().isAccepted();
 * }</pre>
 */
public final class ClusterAssertions {

    private ClusterAssertions() {}

    /** {@return assertions about a snapshot} */
    public static SnapshotAssert assertThat(ClusterSnapshot actual) {
        return new SnapshotAssert(actual);
    }

    /** {@return assertions about a cluster and the group in it} */
    public static ClusterAssert assertThat(SmallCluster actual) {
        return new ClusterAssert(actual);
    }
}
