package io.github.workload4j.cli.input;

import io.github.workload4j.api.release.ClusterSetup;
import io.github.workload4j.api.release.KubernetesRelease;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The {@code --release} option of commands that answer for a cluster. */
public final class ReleaseOption {

    @Option(
            names = "--release",
            paramLabel = "VERSION",
            description = "Release of Kubernetes whose scheduler is meant, such as 1.37 (default: the newest that a"
                    + " kubelet of the nodes is of, if it serves the group's version, or else the newest final release"
                    + " that does).")
    private @Nullable String release;

    /** {@return what the cluster is said to run} */
    public ClusterSetup setup(CommandSpec spec) {
        return release == null ? ClusterSetup.OPEN : ClusterSetup.of(parse(release, spec));
    }

    /**
     * {@return the release that a value of {@code --release} names}
     *
     * @throws ParameterException if it names none
     */
    static KubernetesRelease parse(String release, CommandSpec spec) {
        try {
            return KubernetesRelease.parse(release);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--release: " + e.getMessage());
        }
    }
}
