package io.github.workload4j.cli.input;

import io.github.workload4j.cli.screen.Progress;
import io.github.workload4j.cli.screen.Terminal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;

/** The cluster that a command asks about: its files, what is assumed of its groups, and its release. */
public final class ClusterOptions {

    @Mixin
    private final InputOptions inputs = new InputOptions();

    @Mixin
    private final AssumeOption assume = new AssumeOption();

    @Mixin
    private final ReleaseOption release = new ReleaseOption();

    /**
     * Refuses files that have no name, and standard input read twice.
     *
     * @param others what else the command reads
     */
    public void requireUsable(CommandSpec spec, List<String> others) {
        inputs.requireUsable(spec, others);
    }

    /**
     * {@return the cluster}
     *
     * @param pods a group that is in no file, or null
     */
    public LoadedCluster read(CommandSpec spec, Terminal terminal, @Nullable PodOption pods, Progress progress) {
        return LoadedCluster.read(terminal, inputs, release.setup(spec), assume, pods, progress);
    }
}
