package io.github.workload4j.robustness.same;

import io.github.workload4j.robustness.Command;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the command answers to the calls of its golden files, to the pictures and to all forms of one cluster: every
 * byte but the time it took. A program too, so that another Java, elsewhere, can answer the same.
 */
final class Answers {

    private static final Path GOLDEN = Path.of("../workload-cli/src/test/resources/golden");
    private static final String CALL = "# workload ";
    private static final String QUESTIONS = "src/test/resources/questions.yaml";

    private static final List<String> FORMS = List.of(
            "check -o text --explain --domains",
            "check -o json --explain --domains",
            "check -o svg",
            "check -o html --explain",
            "check -o json --prefer packed",
            "check -o json --prefer scheduler",
            "check -o json --steps 5",
            "whatif -o json",
            "slots -o json",
            "queue -o json --largest",
            "validate -o json --lint",
            "convert --to v1alpha1");

    private static final Set<String> ASKING = Set.of("check", "whatif", "slots", "queue");

    private Answers() {}

    /** Writes all answers into a file. */
    public static void main(String[] args) throws IOException {
        Files.writeString(Path.of(args[0]), all(), StandardCharsets.UTF_8);
    }

    static String all() throws IOException {
        StringBuilder text = new StringBuilder();
        for (Path input : goldenInputs()) {
            List<String> lines = Files.readAllLines(input, StandardCharsets.UTF_8);
            if (lines.get(0).startsWith(CALL)) {
                String call = lines.get(0).substring(CALL.length());
                append(call.replace("FOLDER", input.getParent().toString()), input.toString(), text);
            }
        }
        return text.append(ofCluster(QUESTIONS)).toString();
    }

    /** {@return the answers to all forms of question about one file} */
    static String ofCluster(String file) {
        StringBuilder text = new StringBuilder();
        FORMS.forEach(call -> append(call, file, text));
        return text.toString();
    }

    private static List<Path> goldenInputs() throws IOException {
        try (Stream<Path> files = Files.walk(GOLDEN)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    private static void append(String call, String file, StringBuilder text) {
        List<String> args = new ArrayList<>(List.of(call.split(" ")));
        if (ASKING.contains(args.get(0)) && !args.contains("--time")) {
            // However busy the machine is, steps end a search and not the clock.
            args.addAll(List.of("--time", "10m"));
        }
        args.addAll(List.of("-f", file));
        Command run = Command.run(new byte[0], args);
        text.append("== ").append(call).append(" exits ").append(run.status()).append('\n');
        text.append(run.out()).append(run.err());
        int from = text.indexOf("\"elapsedMillis\":");
        for (; from >= 0; from = text.indexOf("\"elapsedMillis\":", from + 1)) {
            int end = from + "\"elapsedMillis\":".length();
            while (text.charAt(end) != ',' && text.charAt(end) != '}') {
                text.deleteCharAt(end);
            }
        }
    }
}
