package io.github.workload4j.spark;

import io.github.workload4j.api.core.Pod;
import io.github.workload4j.gang.fleet.ShapeSweep;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.launcher.JavaModuleOptions;

/**
 * {@code spark-submit} to a cluster on this machine whose executors are processes of their own, with one core each.
 * Spark's jars are those of the class path; the library's come with {@code --jars}.
 *
 * @param home a directory for what Spark leaves: {@code driver.log}, and of each executor a directory in {@code work}
 * @param executors how many
 * @param megabytes the heap of each; 450 at least, or Spark refuses
 * @param options of all its JVMs, with blanks between
 */
record SparkSubmission(Path home, int executors, int megabytes, String options) {

    private static final List<Class<?>> LIBRARY = List.of(Pod.class, ShapeSweep.class, SparkSweep.class);

    /** Runs an application of these tests to its end, or ends it and fails once {@code limit} is over. */
    void run(Class<?> application, Duration limit, String... arguments) throws IOException, InterruptedException {
        Files.createDirectories(home.resolve("jars"));
        List<String> library = new ArrayList<>();
        for (Class<?> each : LIBRARY) {
            library.add(jar(each).toString());
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(JavaModuleOptions.defaultModuleOptionArray()));
        command.addAll(List.of(options.split(" ")));
        command.addAll(List.of("-cp", sparkJars(), "org.apache.spark.deploy.SparkSubmit"));
        command.addAll(List.of("--master", "local-cluster[" + executors + ",1," + megabytes + "]"));
        command.addAll(List.of("--conf", "spark.executor.memory=" + megabytes + "m"));
        command.addAll(List.of("--conf", "spark.executor.extraJavaOptions=" + options));
        command.addAll(List.of("--conf", "spark.plugins=" + SweepReads.class.getName()));
        command.addAll(List.of("--conf", "spark.ui.enabled=false"));
        // Or an executor may stand idle while the other has what a shuffle wrote.
        command.addAll(List.of("--conf", "spark.locality.wait=0"));
        command.addAll(List.of("--jars", String.join(",", library), "--class", application.getName()));
        command.add(jar(application).toString());
        command.addAll(List.of(arguments));

        Path log = home.resolve("driver.log");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("SPARK_HOME", home.toString());
        builder.environment().put("SPARK_DIST_CLASSPATH", sparkJars());
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        Process driver = builder.start();
        try {
            if (!driver.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("not over after " + limit + ": " + end(log));
            }
        } finally {
            Stream.concat(driver.descendants(), Stream.of(driver.toHandle()))
                    .toList()
                    .forEach(ProcessHandle::destroyForcibly);
        }
        if (driver.exitValue() != 0) {
            throw new IllegalStateException("exit code " + driver.exitValue() + ": " + end(log));
        }
    }

    /** {@return the last that was printed, what only informs left out} */
    private static String end(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log).stream()
                .filter(line -> !line.contains(" INFO "))
                .toList();
        return log + "\n" + String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size()));
    }

    private static String sparkJars() {
        String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> ours = Stream.concat(LIBRARY.stream(), Stream.of(SparkSubmission.class))
                .map(each -> place(each).toString())
                .toList();
        return Stream.of(all.split(File.pathSeparator))
                .filter(each -> !ours.contains(each))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Path place(Class<?> each) {
        try {
            return Path.of(
                    each.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@return the jar that a class is in, made here if it is in a directory yet} */
    private Path jar(Class<?> each) throws IOException {
        Path place = place(each);
        if (!Files.isDirectory(place)) {
            return place;
        }
        Path jar = home.resolve(each.getSimpleName() + ".jar");
        try (OutputStream bytes = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(bytes);
                Stream<Path> files = Files.walk(place)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                entries.putNextEntry(
                        new JarEntry(place.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, entries);
            }
        }
        return jar;
    }
}
