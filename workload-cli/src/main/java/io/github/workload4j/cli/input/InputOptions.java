package io.github.workload4j.cli.input;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The {@code -f} option that every command has. */
public final class InputOptions {

    @Option(
            names = {"-f", "--filename"},
            paramLabel = "FILE",
            arity = "1..*",
            required = true,
            description = "File of manifests, YAML or JSON, with any number of documents and Lists. A directory stands"
                    + " for its *.yaml, *.yml and *.json files, - for standard input. May be repeated.")
    private List<String> files = new ArrayList<>();

    public List<String> files() {
        return files;
    }

    /** Every input has a name, and standard input can be read once. */
    public void requireUsable(CommandSpec spec, List<String> others) {
        if (files.stream().anyMatch(String::isEmpty) || others.stream().anyMatch(String::isEmpty)) {
            throw new ParameterException(
                    spec.commandLine(), "a file without a name (expected: a file, a directory or -)");
        }
        long uses = Stream.concat(files.stream(), others.stream())
                .filter(Inputs.STDIN::equals)
                .count();
        if (uses > 1) {
            throw new ParameterException(
                    spec.commandLine(), "standard input (-) is named " + uses + " times (expected: once at most)");
        }
    }
}
