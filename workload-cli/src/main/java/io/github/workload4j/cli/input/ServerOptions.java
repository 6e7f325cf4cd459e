package io.github.workload4j.cli.input;

import io.github.workload4j.api.release.ClusterSetup;
import io.github.workload4j.api.release.KubernetesRelease;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Of which API server an answer is: its release of Kubernetes, and its feature gates. */
public final class ServerOptions {

    @Option(
            names = "--release",
            paramLabel = "R",
            converter = ReleaseWord.class,
            description =
                    "Release of Kubernetes whose rules hold, such as 1.37 or v1.37.2 (default: for each object the"
                            + " newest final release that serves its version).")
    private @Nullable KubernetesRelease release;

    @Mixin
    private final GatesOption gates = new GatesOption();

    /** {@return whether a release was named} */
    public boolean namesRelease() {
        return release != null;
    }

    /**
     * {@return the cluster that the options say}
     *
     * @throws ParameterException if there is no such gate, or no server that starts with the gates
     */
    public ClusterSetup setup(CommandSpec spec) {
        return gates.set(release == null ? ClusterSetup.OPEN : ClusterSetup.of(release), spec);
    }

    /**
     * Refuses gates with which no server of the release starts that an object goes by.
     *
     * @throws ParameterException if no release is named, and there is none
     */
    public void requireGatesOf(KubernetesRelease release, CommandSpec spec) {
        if (!namesRelease()) {
            gates.requireIn(release, setup(spec), spec);
        }
    }
}
