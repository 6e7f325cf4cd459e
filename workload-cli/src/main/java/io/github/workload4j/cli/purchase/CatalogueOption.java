package io.github.workload4j.cli.purchase;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.cli.screen.JsonTree;
import io.github.workload4j.gang.purchase.NodeOffer;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
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

    /** {@return whether there is a catalogue} */
    public boolean isAsked() {
        return file != null;
    }

    /** {@return what it offers; fails if it cannot be read} */
    public List<NodeOffer> offers() {
        Path path = file;
        if (path == null) {
            return List.of();
        }
        try {
            return CatalogueReader.read(path);
        } catch (IOException | JsonTree.Malformed | IllegalArgumentException e) {
            String why = e instanceof NoSuchFileException ? "no such file" : e.getMessage();
            throw new ParameterException(requireNonNull(spec, "spec").commandLine(), path + ": " + why);
        }
    }
}
