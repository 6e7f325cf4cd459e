package io.github.workload4j.gang.volume;

import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.Volume;
import java.util.List;

/** The claims that a pod names, its own left out. */
final class RunningClaims {

    private RunningClaims() {}

    /** {@return their names, with their namespace} */
    static List<String> of(Pod pod) {
        return pod.spec().volumes().stream()
                .filter(volume -> volume.source() instanceof Volume.Claim)
                .map(volume -> pod.metadata().namespaceOrDefault() + "/" + ((Volume.Claim) volume.source()).claimName())
                .toList();
    }
}
