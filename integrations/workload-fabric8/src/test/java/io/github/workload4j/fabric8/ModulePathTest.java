package io.github.workload4j.fabric8;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program of {@code docs/first-steps.md} is a module that compiles and runs without a flag, and prints what the
 * page shows. It requires the client's Jackson too: the client's jars are automatic modules, which require nothing by
 * themselves, and Jackson's are none.
 */
class ModulePathTest {

    private static final Path CLASSES = Path.of("target/classes");

    @TempDir
    private Path folder;

    @Test
    void theFirstProgramPrintsWhatItsPageShows() throws Exception {
        String path = modulePath();
        Path compiled = folder.resolve("compiled");
        List<String> compile = new ArrayList<>(List.of("-d", compiled.toString(), "-p", path));
        List.of("module-info.java", "Demo.java").forEach(each -> compile.add("src/test/resources/consumer/" + each));
        assertThat(run("javac", compile)).isEmpty();
        List<String> run = List.of("-p", compiled + File.pathSeparator + path, "-m", "demo/demo.Demo");
        assertThat(Files.readString(Path.of("../../docs/first-steps.md")))
                .contains("```text\n" + run("java", run) + "\n```\n");
    }

    /** What the tests have, but for test frameworks, whose names as modules are nobody's business. */
    private String modulePath() throws IOException {
        List<String> path = new ArrayList<>(List.of(jar().toString()));
        Arrays.stream(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                        .split(File.pathSeparator))
                .filter(each ->
                        !each.startsWith(Path.of("target").toAbsolutePath().toString()))
                .filter(each -> !each.matches(".*(junit|assertj|mock|opentest4j|apiguardian|byte-buddy|jqwik).*"))
                .forEach(path::add);
        return String.join(File.pathSeparator, path);
    }

    private Path jar() throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(new Attributes.Name("Automatic-Module-Name"), "io.github.workload4j.fabric8");
        Path jar = folder.resolve("workload-fabric8.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out, manifest);
                Stream<Path> files = Files.walk(CLASSES)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".class")).toList()) {
                entries.putNextEntry(new ZipEntry(CLASSES.relativize(file).toString()));
                Files.copy(file, entries);
            }
        }
        return jar;
    }

    private static String run(String command, List<String> arguments) throws Exception {
        List<String> all = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", command).toString()));
        all.addAll(arguments);
        Process process = new ProcessBuilder(all).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes());
        process.waitFor();
        return printed.strip();
    }
}
