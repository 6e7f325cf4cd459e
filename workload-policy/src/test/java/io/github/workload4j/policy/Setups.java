package io.github.workload4j.policy;

import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.release.ClusterSetup;
import io.github.workload4j.api.release.FeatureGate;
import io.github.workload4j.api.release.FeatureGates;
import io.github.workload4j.api.release.KubernetesRelease;
import java.util.Random;

/** Clusters by chance. */
final class Setups {

    private Setups() {}

    /** {@return a cluster that an object can be sent to, with any gates that its server starts with} */
    static ClusterSetup random(ApiObject object, Random random) {
        KubernetesRelease release = ClusterSetup.OPEN.releaseOf(object);
        FeatureGates gates = release.workloadGates();
        for (FeatureGate gate : release.gates()) {
            FeatureGates fewer = gates.with(gate, false);
            if (gate != FeatureGate.GENERIC_WORKLOAD
                    && random.nextBoolean()
                    && release.refusals(fewer).isEmpty()) {
                gates = fewer;
            }
        }
        return ClusterSetup.of(release).withFeatureGates(gates);
    }
}
