package io.github.workload4j.cli.input;

import io.github.workload4j.api.release.ClusterSetup;
import io.github.workload4j.api.release.FeatureGates;
import io.github.workload4j.api.release.KubernetesRelease;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Of which API server an answer is: its release of Kubernetes, and its feature gates. */
public final class ServerOptions {

    @Option(
            names = "--release",
            paramLabel = "R",
            description =
                    "Release of Kubernetes whose rules hold, such as 1.37 or v1.37.2 (default: for each object the"
                            + " newest final release that serves its version).")
    private @Nullable String release;

    @Option(
            names = "--feature-gates",
            paramLabel = "A,B=false",
            description = "Sets these gates, A on and B off; all others are as the release has them, which is off for"
                    + " those of the Workload API (default: every gate of the Workload API is on).")
    private @Nullable String featureGates;

    /** {@return whether a release was named} */
    public boolean namesRelease() {
        return release != null;
    }

    /**
     * {@return the cluster that the options say}
     *
     * @throws ParameterException if there is no such release, no such gate, or no server that starts with the gates
     */
    public ClusterSetup setup(CommandSpec spec) {
        ClusterSetup setup = ClusterSetup.OPEN;
        if (release != null) {
            try {
                setup = setup.withRelease(KubernetesRelease.parse(release));
            } catch (IllegalArgumentException e) {
                throw new ParameterException(spec.commandLine(), "--release: " + e.getMessage());
            }
        }
        if (featureGates != null) {
            try {
                setup = setup.withFeatureGates(FeatureGates.parse(featureGates));
            } catch (IllegalArgumentException e) {
                throw new ParameterException(spec.commandLine(), "--feature-gates: " + e.getMessage());
            }
        }
        return setup;
    }
}
