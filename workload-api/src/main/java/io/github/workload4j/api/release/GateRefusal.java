package io.github.workload4j.api.release;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Why no server of a release starts with some feature gates.
 *
 * @param release the release
 * @param gate the gate that is set as it cannot be
 * @param reason what is wrong with it
 * @param missing the gates that it needs and that are off; empty for other reasons
 */
public record GateRefusal(KubernetesRelease release, FeatureGate gate, Reason reason, Set<FeatureGate> missing) {

    /** What is wrong with the setting of a gate. */
    public enum Reason {
        /** The release does not know the gate. */
        UNKNOWN,
        /** Another gate, without which it cannot be on, is off. */
        MISSING,
        /** The release does not let it be turned off. */
        LOCKED
    }

    public GateRefusal {
        requireNonNull(release, "release");
        requireNonNull(gate, "gate");
        requireNonNull(reason, "reason");
        missing = Set.copyOf(requireNonNull(missing, "missing"));
    }

    /** {@return the reason in a sentence, without a full stop} */
    @Override
    public String toString() {
        String server = "Kubernetes " + release.version();
        return switch (reason) {
            case UNKNOWN -> gate.word() + " is no feature gate of " + server + " (known to " + knowing() + ")";
            case MISSING ->
                gate.word() + " needs "
                        + FeatureGates.words(missing.stream().sorted().toList())
                        + (missing.size() == 1 ? ", which is off" : ", which are off");
            case LOCKED -> gate.word() + " cannot be turned off in " + server;
        };
    }

    private String knowing() {
        List<String> releases = KubernetesRelease.all().stream()
                .filter(each -> each.gate(gate).isPresent())
                .map(KubernetesRelease::version)
                .collect(Collectors.toList());
        return String.join(", ", releases);
    }
}
