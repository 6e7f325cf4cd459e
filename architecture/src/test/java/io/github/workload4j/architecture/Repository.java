package io.github.workload4j.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** This repository's files, as they are on the disk. */
final class Repository {

    static final String ROOT_PACKAGE = "io.github.workload4j";
    static final Path ROOT = Path.of("..");

    private Repository() {}

    /** {@return the names of the modules that have code, sorted} */
    static List<String> modules() {
        try (Stream<Path> folders = Files.list(ROOT)) {
            return folders.filter(folder -> Files.isDirectory(folder.resolve("src/main/java")))
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** {@return whether a module is compiled in every build; the benchmarks are not} */
    static boolean isCompiled(String module) {
        return Files.exists(sources(module).resolve("module-info.java"));
    }

    static Path sources(String module) {
        return ROOT.resolve(module).resolve("src/main/java");
    }

    static Path classes(String module) {
        return ROOT.resolve(module).resolve("target/classes");
    }

    /** {@return the files below a folder of this repository whose names end so, sorted; none if there is no folder} */
    static List<Path> files(Path folder, String suffix) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(suffix) && Files.isRegularFile(file))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
