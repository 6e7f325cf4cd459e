package io.github.workload4j.cli.input;

import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.release.ClusterSetup;
import io.github.workload4j.api.release.KubernetesRelease;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
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

    /** {@return the newest release that a kubelet of nodes among these objects is of} */
    public static Optional<KubernetesRelease> ofKubelets(Collection<? extends ApiObject> objects) {
        return objects.stream()
                .flatMap(object -> object instanceof Node node ? Stream.of(node) : Stream.empty())
                .map(node -> node.status().kubeletVersion())
                .distinct()
                .flatMap(version -> KubernetesRelease.from(version).stream())
                .max(Comparator.naturalOrder());
    }

    /** {@return what the cluster is said to run} */
    public ClusterSetup setup() {
        return release == null ? ClusterSetup.OPEN : ClusterSetup.of(release);
    }
}
