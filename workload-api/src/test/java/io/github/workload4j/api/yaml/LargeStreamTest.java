package io.github.workload4j.api.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import io.github.workload4j.api.core.Pod;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/**
 * Streams larger than the heap, and {@code List}s a few times smaller: memory is bounded by one document, and for a
 * {@code List} by its text and one item.
 *
 * <p>With {@code -Dlarge.streams=true} every form of 200 MB is read in 512 MiB, else some of 8 MB in 8 MiB (documents)
 * and 24 MiB (a list).
 */
class LargeStreamTest {

    private static final boolean LARGE = Boolean.getBoolean("large.streams");

    @ParameterizedTest
    @MethodSource("forms")
    void aLargeStreamIsReadInASmallHeap(Form form) throws IOException, InterruptedException, URISyntaxException {
        int items = (LARGE ? 200_000_000 : 8_000_000) / form.item(0).length();
        int mebibytes = LARGE ? 512 : form == Form.YAML_DOCUMENTS ? 8 : 24;
        Path out = Files.createTempFile("large-stream", ".txt");
        long start = System.nanoTime();
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + mebibytes + "m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        classPath(),
                        Program.class.getName(),
                        form.name(),
                        Integer.toString(items)))
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
        String said = Files.readString(out).strip();
        Files.delete(out);
        if (LARGE) {
            System.out.println(form + " in " + mebibytes + " MiB: " + said + ", "
                    + (System.nanoTime() - start) / 1_000_000 + " ms");
        }
        assertThat(said).isEqualTo(items + " pods");
    }

    static List<Form> forms() {
        return LARGE ? List.of(Form.values()) : List.of(Form.YAML_DOCUMENTS, Form.YAML_LIST, Form.JSON_LIST);
    }

    private static String classPath() throws URISyntaxException {
        StringBuilder path = new StringBuilder();
        for (Class<?> type :
                List.of(Pod.class, LargeStreamTest.class, Yaml.class, JsonFactory.class, NullMarked.class)) {
            path.append(Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI()))
                    .append(File.pathSeparatorChar);
        }
        return path.toString();
    }

    /** What a stream is made of. */
    enum Form {
        YAML_DOCUMENTS("", "---\n", "", "", false),
        JSON_LINES("", "\n", "", "", true),
        YAML_LIST("apiVersion: v1\nkind: List\nitems:\n", "", "- ", "", false),
        YAML_LIST_WITH_KIND_LAST("apiVersion: v1\nitems:\n", "", "- ", "kind: List\n", false),
        /** What the reader of bytes does not take. */
        YAML_FLOW_LIST("apiVersion: v1\nkind: List\nitems:\n", "", "- ", "", false),
        /** What only trees tell. */
        YAML_ALIAS_LIST(
                "apiVersion: v1\nkind: List\nmetadata: {resourceVersion: &version \"\", continue: *version}\nitems:\n",
                "",
                "- ",
                "",
                false),
        YAML_SERVER_LIST("apiVersion: v1\nkind: PodList\nitems:\n", "", "- ", "", false),
        /** As the server lists: the items leave it to the list to say what they are. */
        JSON_LIST("{\"apiVersion\":\"v1\",\"kind\":\"PodList\",\"items\":[\n", ",\n", "", "]}", true);

        private final String head;
        private final String between;
        private final String dash;
        private final String tail;
        private final boolean json;

        Form(String head, String between, String dash, String tail, boolean json) {
            this.head = head;
            this.between = between;
            this.dash = dash;
            this.tail = tail;
            this.json = json;
        }

        private String item(int number) {
            String filler = "x".repeat(600);
            String text = json
                    ? "{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{\"name\":\"pod-%d\","
                            + "\"annotations\":{\"filler\":\""
                            + filler
                            + "\"}},\"spec\":{\"containers\":[{\"name\":\"c\","
                            + "\"resources\":{\"requests\":{\"cpu\":\"500m\"}}}]}}"
                    : "apiVersion: v1\nkind: Pod\nmetadata:\n  name: pod-%d\n  annotations:\n    filler: " + filler
                            + "\nspec:\n  containers:\n  - name: c\n    resources:\n      requests:\n"
                            + "        cpu: 500m\n";
            text = this == JSON_LIST ? text.replace("\"apiVersion\":\"v1\",\"kind\":\"Pod\",", "") : text;
            text = this == YAML_SERVER_LIST ? text.replace("apiVersion: v1\nkind: Pod\n", "") : text;
            text = this == YAML_FLOW_LIST
                    ? text.replace("cpu: 500m", "{cpu: 500m}").replace("requests:\n        {", "requests: {")
                    : text;
            String indented = dash.isEmpty() ? text : dash + text.strip().replace("\n", "\n  ") + "\n";
            return String.format(indented, number);
        }

        /** {@return the stream, made while it is read} */
        InputStream of(int items) {
            return new SequenceInputStream(new Enumeration<>() {
                private int next = -1;

                @Override
                public boolean hasMoreElements() {
                    return next <= items;
                }

                @Override
                public InputStream nextElement() {
                    String text =
                            next < 0 ? head : next == items ? tail : next == 0 ? item(next) : between + item(next);
                    next++;
                    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
                }
            });
        }
    }

    /** What the other JVM runs; needs no library that tests use. */
    public static final class Program {
        private Program() {}

        /** Reads a stream of pods and counts them. */
        public static void main(String[] args) throws IOException {
            int items = Integer.parseInt(args[1]);
            int[] pods = {0};
            ManifestReader.strict().read(Form.valueOf(args[0]).of(items), document -> {
                boolean expected = document instanceof Decoded decoded
                        && decoded.object().metadata().name().equals("pod-" + pods[0]);
                if (!expected) {
                    throw new IllegalStateException("after " + pods[0] + " pods: " + document);
                }
                pods[0]++;
            });
            System.out.println(pods[0] + " pods");
        }
    }
}
