package io.github.workload4j.cli.input;

import io.github.workload4j.cli.screen.Terminal;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** The files that every command reads: with {@code -f} or without. */
public final class InputOptions {

    @Option(
            names = {"-f", "--filename"},
            paramLabel = "FILE",
            arity = "1..*",
            description = "File of manifests, YAML or JSON, with any number of documents and Lists. A directory stands"
                    + " for its *.yaml, *.yml and *.json files, - for standard input. May be repeated.")
    private List<String> named = new ArrayList<>();

    @Parameters(paramLabel = "FILE", arity = "0..*", description = "The same as -f FILE.")
    private List<String> positional = new ArrayList<>();

    @Option(
            names = {"-R", "--recursive"},
            description = "Reads the directories inside directories as well.")
    private boolean recursive;

    /** {@return the inputs in order, those named with {@code -f} first} */
    public List<String> files() {
        List<String> files = new ArrayList<>();
        Stream.concat(named.stream(), positional.stream())
                .forEach(name -> files.addAll(recursive ? filesBelow(name) : List.of(name)));
        return files;
    }

    /** Takes standard input if there is no other, unless a person would have to type it. */
    void orStandardInput(CommandSpec spec, Terminal terminal) {
        if (named.isEmpty() && positional.isEmpty()) {
            if (terminal.inIsTerminal()) {
                throw new ParameterException(
                        spec.commandLine(),
                        "no cluster (expected: FILE, or on standard input what `kubectl get nodes,pods -A -o yaml`"
                                + " prints)");
            }
            named = List.of(Inputs.STDIN);
        }
    }

    /** Every input has a name, and standard input can be read once. */
    public void requireUsable(CommandSpec spec, List<String> others) {
        if (named.isEmpty() && positional.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "no input (expected: FILE or -f FILE; - for standard input)");
        }
        List<String> all =
                Stream.of(named, positional, others).flatMap(List::stream).toList();
        if (all.contains("")) {
            throw new ParameterException(
                    spec.commandLine(), "a file without a name (expected: a file, a directory or -)");
        }
        long uses = all.stream().filter(Inputs.STDIN::equals).count();
        if (uses > 1) {
            throw new ParameterException(
                    spec.commandLine(), "standard input (-) is named " + uses + " times (expected: once at most)");
        }
    }

    /** {@return the manifests below a directory, in the order of their paths; the name itself if it is no directory} */
    private static List<String> filesBelow(String name) {
        List<Path> files = new ArrayList<>();
        try {
            Path root = Path.of(name);
            if (name.equals(Inputs.STDIN) || !Files.isDirectory(root)) {
                return List.of(name);
            }
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (Inputs.isManifest(file) && !Files.isDirectory(file)) {
                        files.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) {
                    // What cannot be looked into is an input that cannot be read, and says so.
                    files.add(file);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException | InvalidPathException e) {
            return List.of(name);
        }
        return files.isEmpty()
                ? List.of(name)
                : files.stream().sorted().map(Path::toString).toList();
    }
}
