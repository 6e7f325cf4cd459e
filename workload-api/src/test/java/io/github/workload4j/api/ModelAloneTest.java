package io.github.workload4j.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.convert.Conversion;
import io.github.workload4j.api.convert.Converted;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The model and the conversions work in a JVM that has this module's classes and nothing else. */
class ModelAloneTest {

    @Test
    void withoutJacksonOnTheClassPath() throws IOException, InterruptedException {
        Path classes = Path.of("target/classes");
        Path tests = Path.of("target/test-classes");
        assertThat(Files.isDirectory(classes)).isTrue();
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Path out = Files.createTempFile("model-alone", ".txt");
        Process process = new ProcessBuilder(List.of(
                        java.toString(),
                        "-cp",
                        classes + File.pathSeparator + tests,
                        ModelAloneTest.class.getName() + "$Program"))
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(out)).isEqualToNormalizingNewlines("scheduling.k8s.io/v1beta1 0 jackson: none\n");
        Files.delete(out);
    }

    /** What the other JVM runs; needs no library that tests use. */
    public static final class Program {
        private Program() {}

        /** Builds an object, converts it, and says what it sees. */
        public static void main(String[] args) {
            Workload workload = Workload.of(ApiVersion.V1ALPHA1, "hpc", "mesh", PodGroupTemplate.gang("ranks", 16));
            Converted converted = Conversion.to(ApiVersion.V1BETA1).convert(workload);
            String jackson = "none";
            try {
                jackson =
                        Class.forName("com.fasterxml.jackson.core.JsonFactory").getName();
            } catch (ClassNotFoundException e) {
                // As it should be.
            }
            System.out.println(converted.objects().get(0).groupVersion() + " "
                    + converted.losses().size() + " jackson: " + jackson);
        }
    }
}
