package io.github.workload4j.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/**
 * A question that someone once had, rebuilt as a small input, with what the command must say. At most four files hold
 * that: the verdict ({@code expected.yaml}), what changes do ({@code expected-whatif.yaml}), what is said of documents
 * ({@code expected-validate.yaml}), and words ({@code expected-text.yaml}).
 *
 * @param folder where it is
 */
record FieldSituation(Path folder) {

    /** Enough for every answer that is expected and not said to be open, and the same on every machine. */
    static final String STEPS = "5000000";

    private static final Path ALL = Path.of("src/test/resources/conformance/field");

    static List<FieldSituation> all() {
        try (Stream<Path> folders = Files.list(ALL)) {
            return folders.filter(Files::isDirectory)
                    .sorted()
                    .map(FieldSituation::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String name() {
        return folder.getFileName().toString();
    }

    /**
     * {@return the names of expectations that are not met, such as {@code 34a-mebi-kibi whatif}, each with what was
     * found}
     */
    Map<String, List<String>> disagreements() {
        Map<String, List<String>> all = new TreeMap<>();
        for (String kind : List.of("verdict", "whatif", "validate", "text")) {
            Path file = folder.resolve(kind.equals("verdict") ? "expected.yaml" : "expected-" + kind + ".yaml");
            if (Files.exists(file)) {
                all.put(name() + " " + kind, disagreements(kind, read(file)));
            }
        }
        return all;
    }

    private List<String> disagreements(String kind, Map<String, Object> expected) {
        return switch (kind) {
            case "verdict" -> verdict(expected);
            case "whatif" -> changes(expected);
            case "validate" -> documents(expected);
            default -> words(expected);
        };
    }

    private List<String> verdict(Map<String, Object> expected) {
        Map<String, Object> group = map(expected.get("group"));
        String name = group.get("namespace") + "/" + group.get("name")
                + (group.containsKey("podGroup") ? "/" + group.get("podGroup") : "");
        Map<String, Object> answer = list(json(run("check", "-o", "json", "--domains", "--group", name))
                        .get("groups"))
                .get(0);
        List<String> wrong = new ArrayList<>();
        List<Object> right = new ArrayList<>(List.of(expected.get("verdict")));
        right.addAll(values(expected.get("alsoAccept")));
        if (!right.contains(answer.get("verdict"))) {
            wrong.add(answer.get("verdict") + " instead of " + right);
            return wrong;
        }
        compare("reason", expected.get("reason"), answer.get("reason"), wrong);
        compare("maxPlaceable", expected.get("maxPlaceable"), answer.get("placed"), wrong);
        Map<Object, Object> perNode = new TreeMap<>();
        Map<Object, Object> domains = new TreeMap<>();
        list(answer.get("placement")).forEach(each -> perNode.merge(each.get("node"), 1, (a, b) -> (int) a + (int) b));
        list(answer.get("domains"))
                .forEach(each -> domains.put(
                        String.valueOf(each.get("group")).replaceAll(".*/", ""),
                        new TreeSet<>(values(each.get("fits")))));
        compare("forcedPodsPerNode", expected.get("forcedPodsPerNode"), perNode, wrong);
        map(expected.get("allowedDomains"))
                .forEach((of, values) ->
                        compare("allowedDomains", new TreeSet<>(values(values)), domains.get(of), wrong));
        Map<String, Object> preemption = map(expected.get("withPreemption"));
        if (!preemption.isEmpty()) {
            Map<String, Object> evictions =
                    map(list(json(run("whatif", "-o", "json", "--group", name)).get("groups"))
                            .get(0)
                            .get("evictions"));
            List<Map<String, Object>> fewest = list(evictions.get("fewest"));
            compare("fewest", preemption.get("fewest"), fewest.size(), wrong);
            compare(
                    "victims",
                    preemption.get("victims"),
                    fewest.stream().map(each -> each.get("pod")).toList(),
                    wrong);
        }
        return wrong;
    }

    private List<String> changes(Map<String, Object> expected) {
        List<String> wrong = new ArrayList<>();
        for (Map<String, Object> ask : list(expected.get("asks"))) {
            List<String> args = new ArrayList<>(List.of("whatif"));
            args.addAll(texts(ask.get("args")));
            String what = String.join(" ", args);
            args.addAll(List.of("-o", "json"));
            Map<String, Object> answer =
                    list(json(run(args.toArray(String[]::new))).get("groups")).get(0);
            compare(what + ": verdict", ask.get("verdict"), answer.get("verdict"), wrong);
            compare(what + ": after", ask.get("after"), answer.get("after"), wrong);
            map(ask.get("suggests")).forEach((kind, suggestion) -> {
                boolean found = list(answer.get("suggestions")).stream()
                        .anyMatch(each -> kind.equals(each.get("kind"))
                                && each.entrySet().containsAll(map(suggestion).entrySet()));
                if (!found) {
                    wrong.add(what + ": no " + kind + " " + suggestion + " in " + answer.get("suggestions"));
                }
            });
            Object not = ask.get("textMustNotSay");
            args.subList(args.size() - 2, args.size()).clear();
            if (not != null && oneLine(run(args.toArray(String[]::new)).out()).contains(not.toString())) {
                wrong.add(what + ": says `" + not + "`");
            }
        }
        return wrong;
    }

    private List<String> documents(Map<String, Object> expected) {
        List<Map<String, Object>> right = list(expected.get("documents"));
        List<Map<String, Object>> found =
                list(json(run("validate", "-o", "json")).get("documents"));
        List<String> wrong = new ArrayList<>();
        compare("documents", right.size(), found.size(), wrong);
        for (int i = 0; i < Math.min(right.size(), found.size()); i++) {
            String which = "document " + i + ": ";
            compare(which + "verdict", right.get(i).get("verdict"), found.get(i).get("verdict"), wrong);
            compare(which + "stage", right.get(i).get("stage"), found.get(i).get("stage"), wrong);
            compare(
                    which + "errors",
                    faults(right.get(i).get("errors"), true),
                    faults(found.get(i).get("errors"), true),
                    wrong);
            List<String> warned = faults(found.get(i).get("warnings"), false);
            values(right.get(i).get("warnings")).forEach(field -> {
                if (!warned.contains(field)) {
                    wrong.add(which + "no warning at " + field + " in " + warned);
                }
            });
        }
        return wrong;
    }

    private static List<String> faults(@Nullable Object faults, boolean withType) {
        return list(faults).stream()
                .map(each -> (withType ? each.get("type") + " " : "") + each.get("field"))
                .sorted()
                .toList();
    }

    private List<String> words(Map<String, Object> expected) {
        String said =
                oneLine(run(texts(expected.get("args")).toArray(String[]::new)).out());
        List<String> wrong = new ArrayList<>();
        for (Object not : values(expected.get("mustNotSay"))) {
            if (said.contains(not.toString())) {
                wrong.add("says `" + not + "`");
            }
        }
        for (Object should : values(expected.get("shouldSay"))) {
            if (!said.contains(should.toString())) {
                wrong.add("does not say `" + should + "`");
            }
        }
        return wrong;
    }

    /** {@return what the command says of this situation's input, within {@link #STEPS}} */
    Run run(String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        if (args[0].equals("check") || args[0].equals("whatif")) {
            all.addAll(1, List.of("--steps", STEPS));
        }
        all.addAll(inputs());
        return Run.of(all.toArray(String[]::new));
    }

    /** {@return the arguments that name this situation's files} */
    List<String> inputs() {
        List<String> args = new ArrayList<>(List.of("-f"));
        for (String file : List.of("input.yaml", "nodes.yaml", "pods.yaml", "group.yaml")) {
            if (Files.exists(folder.resolve(file))) {
                args.add(folder.resolve(file).toString());
            }
        }
        return args;
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s*\\n\\s*", " ");
    }

    private static void compare(String what, @Nullable Object right, @Nullable Object found, List<String> wrong) {
        if (right != null && !right.equals(found)) {
            wrong.add(what + " " + found + " instead of " + right);
        }
    }

    /** JSON is YAML as well. */
    static Map<String, Object> json(Run run) {
        Map<String, Object> root = new Yaml().load(run.out());
        if (root == null) {
            throw new IllegalStateException(run.err());
        }
        return root;
    }

    private static Map<String, Object> read(Path file) {
        try {
            return new Yaml().load(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(@Nullable Object value) {
        return value == null ? Map.of() : (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> list(@Nullable Object value) {
        return value == null ? List.of() : (List<Map<String, Object>>) value;
    }

    static List<String> texts(@Nullable Object values) {
        return values(values).stream().map(Object::toString).toList();
    }

    @SuppressWarnings("unchecked")
    private static List<Object> values(@Nullable Object value) {
        return value == null ? List.of() : (List<Object>) value;
    }
}
