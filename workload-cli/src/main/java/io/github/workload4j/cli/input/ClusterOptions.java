package io.github.workload4j.cli.input;

import io.github.workload4j.api.release.ClusterSetup;
import io.github.workload4j.cli.screen.Progress;
import io.github.workload4j.cli.screen.Terminal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;

/** The cluster that a command asks about: its files, what is assumed of its groups, its release and its gates. */
public final class ClusterOptions {

    @Mixin
    private final InputOptions inputs = new InputOptions();

    @Mixin
    private final AssumeOption assume = new AssumeOption();

    @Mixin
    private final ReleaseOption release = new ReleaseOption();

    @Mixin
    private final GatesOption gates = new GatesOption();

    /**
     * Refuses files that have no name, and standard input read twice.
     *
     * @param others what else the command reads
     */
    public void requireUsable(CommandSpec spec, List<String> others) {
        inputs.requireUsable(spec, others);
    }

    /** Takes the cluster from standard input if there is no file. */
    public void orStandardInput(CommandSpec spec, Terminal terminal) {
        inputs.orStandardInput(spec, terminal);
    }

    /**
     * {@return the cluster}
     *
     * @param pods a group that is in no file, or null
     */
    public LoadedCluster read(CommandSpec spec, Terminal terminal, @Nullable PodOption pods, Progress progress) {
        return read(spec, terminal, inputs.files(), pods, true, progress);
    }

    /** {@return the groups of the files, which need not be a cluster} */
    public LoadedCluster readGroups(CommandSpec spec, Terminal terminal, Progress progress) {
        return read(spec, terminal, inputs.files(), null, false, progress);
    }

    /** {@return what the files say together with others, those of one of several clusters} */
    public LoadedCluster readWith(List<String> others, CommandSpec spec, Terminal terminal, Progress progress) {
        List<String> files = new ArrayList<>(inputs.files());
        files.addAll(others);
        return read(spec, terminal, files, null, true, progress);
    }

    private LoadedCluster read(
            CommandSpec spec,
            Terminal terminal,
            List<String> files,
            @Nullable PodOption pods,
            boolean isCluster,
            Progress progress) {
        ClusterSetup setup = gates.set(release.setup(), spec);
        LoadedCluster cluster = LoadedCluster.read(terminal, files, setup, assume, pods, isCluster, progress);
        if (setup.release().isEmpty()) {
            cluster.inputs().releases().forEach(each -> gates.requireIn(each, setup, spec));
        }
        return cluster;
    }
}
