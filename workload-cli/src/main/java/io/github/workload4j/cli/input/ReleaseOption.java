package io.github.workload4j.cli.input;

import io.github.workload4j.api.release.ClusterSetup;
import io.github.workload4j.api.release.KubernetesRelease;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The {@code --release} option of commands that answer for a cluster. */
public final class ReleaseOption {

    @Option(
            names = "--release",
            paramLabel = "VERSION",
            converter = ReleaseWord.class,
            description = "Release of Kubernetes whose scheduler is meant, such as 1.37 (default: the newest that a"
                    + " kubelet of the nodes is of, if it serves the group's version, or else the newest final release"
                    + " that does).")
    private @Nullable KubernetesRelease release;

    /** {@return what the cluster is said to run} */
    public ClusterSetup setup() {
        return release == null ? ClusterSetup.OPEN : ClusterSetup.of(release);
    }
}
