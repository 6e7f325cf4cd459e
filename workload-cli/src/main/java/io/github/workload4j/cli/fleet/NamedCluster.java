package io.github.workload4j.cli.fleet;

import io.github.workload4j.cli.input.Inputs;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * A cluster that a command asks.
 *
 * @param name its name
 * @param files what is known of it
 */
record NamedCluster(String name, List<String> files) {

    /** {@return the clusters that {@code --cluster} options name, in the order in which they are first named} */
    static List<NamedCluster> of(List<String> options, CommandSpec spec) {
        Map<String, List<String>> files = new LinkedHashMap<>();
        for (String option : options) {
            int equals = option.indexOf('=');
            if (equals < 1 || option.substring(0, equals).isBlank() || equals == option.length() - 1) {
                throw new ParameterException(
                        spec.commandLine(), "--cluster: " + option + " (expected: NAME=FILE, such as eu=eu.yaml)");
            }
            String file = option.substring(equals + 1);
            if (file.equals(Inputs.STDIN)) {
                throw new ParameterException(
                        spec.commandLine(), "--cluster: " + option + " (expected: a file or a directory)");
            }
            files.computeIfAbsent(option.substring(0, equals), name -> new ArrayList<>())
                    .add(file);
        }
        if (files.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "no cluster (expected: --cluster NAME=FILE)");
        }
        List<NamedCluster> clusters = new ArrayList<>();
        files.forEach((name, of) -> clusters.add(new NamedCluster(name, of)));
        return clusters;
    }
}
