package io.github.workload4j.cli.purchase;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.cli.screen.JsonTree;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.purchase.NodeOffer;
import io.github.workload4j.gang.question.GroupQuestion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Nodes that can be bought. */
public final class CatalogueOption {

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    @Option(
            names = "--catalogue",
            paramLabel = "FILE",
            description =
                    "Says which nodes of this catalogue to buy for each group to fit, and for all groups together,"
                            + " for as little as possible. CSV with a line that names the columns (name, price, atMost,"
                            + " cpu, memory, pods, other resources, label:KEY, taint:KEY), or JSON.")
    private @Nullable Path file;

    @Option(
            names = "--all-pods",
            description = "Buys for all pods of each group, and not only for as many as it needs.")
    private boolean allPods;

    /** {@return whether there is a catalogue} */
    public boolean isAsked() {
        return file != null;
    }

    /** {@return what to buy of the offers, for as many pods as are asked for} */
    public Purchase purchase(GroupQuestion question, Verdict now, List<NodeOffer> offers, WorkMeter meter) {
        return Purchase.of(question, now, allPods, offers, meter);
    }

    /** {@return what it offers; fails if it cannot be read} */
    public List<NodeOffer> offers() {
        Path path = file;
        if (path == null) {
            if (allPods) {
                throw new ParameterException(
                        requireNonNull(spec, "spec").commandLine(), "--all-pods: only with --catalogue");
            }
            return List.of();
        }
        try {
            return CatalogueReader.read(path);
        } catch (IOException | JsonTree.Malformed | IllegalArgumentException e) {
            throw new ParameterException(requireNonNull(spec, "spec").commandLine(), path + ": " + e.getMessage());
        }
    }
}
