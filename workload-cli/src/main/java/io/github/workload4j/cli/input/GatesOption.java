package io.github.workload4j.cli.input;

import io.github.workload4j.api.release.ClusterSetup;
import io.github.workload4j.api.release.FeatureGates;
import io.github.workload4j.api.release.GateRefusal;
import io.github.workload4j.api.release.KubernetesRelease;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The {@code --feature-gates} option. */
public final class GatesOption {

    @Option(
            names = "--feature-gates",
            paramLabel = "A,B=false",
            description = "Sets these gates, A on and B off; all others are as the release has them, which is off for"
                    + " those of the Workload API (default: every gate of the Workload API is on).")
    private @Nullable String gates;

    /**
     * {@return a cluster with these gates}
     *
     * @throws ParameterException if there is no such gate, or no server that starts with the gates
     */
    public ClusterSetup set(ClusterSetup setup, CommandSpec spec) {
        if (gates == null) {
            return setup;
        }
        try {
            return setup.withFeatureGates(FeatureGates.parse(gates));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--feature-gates: " + e.getMessage());
        }
    }

    /**
     * Refuses gates with which no server of a release starts that was learned from the inputs.
     *
     * @throws ParameterException if there is none
     */
    void requireIn(KubernetesRelease release, ClusterSetup setup, CommandSpec spec) {
        List<GateRefusal> refusals = setup.gates().map(release::refusals).orElse(List.of());
        if (!refusals.isEmpty()) {
            String why = refusals.stream().map(GateRefusal::toString).collect(Collectors.joining("; "));
            throw new ParameterException(
                    spec.commandLine(),
                    "--feature-gates: no server of " + release + ", which the inputs are for, starts with them: " + why
                            + " (expected: gates of that release, or --release)");
        }
    }
}
