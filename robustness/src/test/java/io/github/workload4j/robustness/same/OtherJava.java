package io.github.workload4j.robustness.same;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Another process of some Java, with options of its own. */
final class OtherJava {

    private static final int OLDEST = 17;

    private OtherJava() {}

    /** {@return the answers of a Java with these options} */
    static String answers(Path home, List<String> options) throws IOException, InterruptedException {
        Path file = Files.createTempFile("answers", ".txt");
        Path printed = Files.createTempFile("printed", ".txt");
        List<String> command = new ArrayList<>();
        command.add(home.resolve("bin").resolve("java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Answers.class.getName()));
        command.add(file.toString());
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        boolean isOver = process.waitFor(5, TimeUnit.MINUTES);
        process.destroyForcibly();
        assertThat(isOver).isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(printed, StandardCharsets.ISO_8859_1))
                .isZero();
        return Files.readString(file, StandardCharsets.UTF_8);
    }

    static Path thisHome() {
        return Path.of(System.getProperty("java.home"));
    }

    /** {@return the Javas that are installed beside this one and are new enough, and this one} */
    static List<Path> homes() throws IOException {
        try (Stream<Path> beside = Files.list(thisHome().toRealPath().getParent())) {
            return beside.filter(home -> version(home) >= OLDEST).sorted().toList();
        }
    }

    private static int version(Path home) {
        try {
            return Files.readAllLines(home.resolve("release")).stream()
                    .filter(line -> line.startsWith("JAVA_VERSION="))
                    .mapToInt(line -> Integer.parseInt(
                            line.replace("JAVA_VERSION=", "").replace("\"", "").split("[.-]")[0]))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}
