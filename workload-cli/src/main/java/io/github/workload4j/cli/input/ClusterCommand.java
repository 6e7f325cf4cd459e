package io.github.workload4j.cli.input;

import io.github.workload4j.cli.screen.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command about a cluster: how it was called, on which streams, and what the cluster is. */
public abstract class ClusterCommand implements Callable<Integer> {

    @Spec
    protected CommandSpec spec;

    @Mixin
    protected final ClusterOptions options = new ClusterOptions();

    protected final Terminal terminal;

    protected ClusterCommand(Terminal terminal) {
        this.terminal = terminal;
    }
}
