package io.github.workload4j.gang.question;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.CompositePodGroup;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.release.FeatureGates;
import io.github.workload4j.api.release.KubernetesRelease;
import io.github.workload4j.gang.AnswerRelease;
import io.github.workload4j.gang.AnswerRelease.Source;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.eligibility.SchedulerRules;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which release an answer is for. */
final class Releases {

    private Releases() {}

    /** {@return the release by which a root group goes} */
    static AnswerRelease of(ClusterSnapshot snapshot, Groups groups, GroupRef root) {
        Optional<FeatureGates> gates = snapshot.setup().gates();
        Optional<KubernetesRelease> given = snapshot.setup().release();
        if (given.isPresent()) {
            return new AnswerRelease(given.get(), Source.GIVEN, gates);
        }
        ApiVersion version = version(groups, root);
        String kind = root.kind().word();
        Optional<KubernetesRelease> kubelets = snapshot.kubeletRelease();
        if (kubelets.isPresent() && (version == null || kubelets.get().serves(version, kind))) {
            return new AnswerRelease(kubelets.get(), Source.KUBELETS, gates);
        }
        Optional<KubernetesRelease> serving =
                version == null ? Optional.empty() : KubernetesRelease.newestServing(version, kind);
        return serving.isPresent()
                ? new AnswerRelease(serving.get(), Source.API_VERSION, gates)
                : new AnswerRelease(KubernetesRelease.newestFinal(), Source.NEWEST, gates);
    }

    private static @Nullable ApiVersion version(Groups groups, GroupRef ref) {
        PodGroup podGroup = groups.podGroup(ref);
        if (podGroup != null) {
            return podGroup.apiVersion();
        }
        CompositePodGroup composite = groups.composite(ref);
        if (composite != null) {
            return composite.apiVersion();
        }
        return groups.embedded(ref) != null ? ApiVersion.V1ALPHA1 : null;
    }

    /** {@return how the scheduler of the release counts in this cluster} */
    static SchedulerRules rules(ClusterSnapshot snapshot, AnswerRelease release) {
        return SchedulerRules.of(release.release(), snapshot.setup());
    }
}
