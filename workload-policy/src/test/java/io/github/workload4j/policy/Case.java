package io.github.workload4j.policy;

import io.github.workload4j.api.field.Stage;
import io.github.workload4j.api.field.Violation;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.release.ClusterSetup;
import io.github.workload4j.api.release.FeatureGate;
import io.github.workload4j.api.release.FeatureGates;
import io.github.workload4j.api.release.KubernetesRelease;
import io.github.workload4j.api.yaml.Decoded;
import io.github.workload4j.api.yaml.Document;
import io.github.workload4j.api.yaml.ManifestReader;
import io.github.workload4j.api.yaml.Undecodable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One conformance case. The files are written in one plain style, so that their lines can be taken apart as they are
 * and each manifest goes to the reader unchanged.
 *
 * @param folder {@code validation}, whose errors are those after defaulting, or {@code validation-1.38}, whose errors
 *     are those of objects as they stand
 */
record Case(String folder, String file, KubernetesRelease release, String operation, Map<String, List<String>> parts) {

    private static final Path FOLDERS = Path.of("src/test/resources/conformance");

    /** What is expected: {@code type} may be {@code any}, and with {@code prefix} the field may lie below. */
    record Expected(String type, String field, String detail, boolean prefix) {}

    static List<Case> all() {
        List<Case> cases = new ArrayList<>();
        for (String folder : List.of("validation", "validation-1.38")) {
            try (Stream<Path> files = Files.list(FOLDERS.resolve(folder))) {
                files.filter(file -> file.toString().endsWith(".yaml"))
                        .sorted()
                        .forEach(file -> cases.addAll(of(folder, file)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return cases;
    }

    private static List<Case> of(String folder, Path path) {
        String file = path.getFileName().toString().replace(".yaml", "");
        String operation = "";
        KubernetesRelease release = null;
        List<Case> cases = new ArrayList<>();
        List<String> part = new ArrayList<>();
        for (String line : text(path).split("\n")) {
            if (line.startsWith("operation: ")) {
                operation = line.substring("operation: ".length());
            } else if (line.startsWith("release: ")) {
                release = KubernetesRelease.parse(
                        line.substring("release: ".length()).replaceAll("[\"']", ""));
            } else if (line.startsWith("- name: ")) {
                part = new ArrayList<>(List.of(line.substring("- name: ".length())));
                cases.add(new Case(folder, file, release, operation, new LinkedHashMap<>(Map.of("name", part))));
            } else if (!cases.isEmpty() && line.matches("  [a-zA-Z]+:.*")) {
                int colon = line.indexOf(':');
                part = new ArrayList<>(List.of(line.substring(colon + 1).strip()));
                cases.get(cases.size() - 1).parts.put(line.substring(2, colon), part);
            } else if (line.startsWith("  ")) {
                part.add(line);
            }
        }
        return cases;
    }

    private static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return whether the errors are those of the object as it stands, without its defaults} */
    boolean isAsItStands() {
        return folder.equals("validation-1.38");
    }

    /** {@return the cluster that the case was asked of} */
    ClusterSetup setup() {
        return ClusterSetup.of(release).withFeatureGates(gates());
    }

    /** {@return whether no server starts with the gates of the case as they are written} */
    boolean hasImpossibleGates() {
        return !release.refusals(written()).isEmpty();
    }

    private FeatureGates written() {
        return FeatureGates.of(parts.get("gates").stream()
                .skip(1)
                .map(line -> line.strip().substring(2))
                .toList());
    }

    /** {@return what the whole server does where it is not the same as the errors, or null} */
    @Nullable
    String live() {
        List<String> live = parts.get("live");
        return live == null ? null : live.get(0).replaceAll("^['\"]|['\"]$", "");
    }

    /** {@return whether the object is of a kind that cannot be read, because no release has it} */
    boolean isUnreadable() {
        return ManifestReader.strict().read(yaml("object")).get(0) instanceof Undecodable undecodable
                && undecodable.stage() == Stage.KIND;
    }

    String name() {
        return parts.get("name").get(0);
    }

    boolean isQuirk() {
        return parts.containsKey("quirk");
    }

    FeatureGates gates() {
        FeatureGates gates = written();
        // Some cases name a gate without what it needs, and were measured with both.
        return gates.on().contains(FeatureGate.COMPOSITE_POD_GROUP)
                ? gates.with(FeatureGate.TOPOLOGY_AWARE_WORKLOAD_SCHEDULING, true)
                : gates;
    }

    ApiObject object() {
        return read("object");
    }

    ApiObject oldObject() {
        return read("oldObject");
    }

    ApiObject expectedObject() {
        return read("expected");
    }

    private ApiObject read(String part) {
        Document document = ManifestReader.strict().read(yaml(part)).get(0);
        if (document instanceof Undecodable undecodable) {
            throw new AssertionError(this + ": " + undecodable.faults());
        }
        return ((Decoded) document).object();
    }

    private String yaml(String part) {
        StringBuilder yaml = new StringBuilder();
        for (String line : parts.get(part).subList(1, parts.get(part).size())) {
            yaml.append(line.substring(4)).append('\n');
        }
        return yaml.toString();
    }

    /**
     * {@return the errors of the release; where its paths lack {@code spec} (OPEN-1), the later ones}
     */
    List<Expected> errors() {
        return errors(isQuirk() && parts.containsKey("errorsDeclarative") ? "errorsDeclarative" : "errors");
    }

    /** {@return the errors of the release, to the letter} */
    List<Expected> errorsOfTheRelease() {
        return errors("errors");
    }

    boolean has(String part) {
        return parts.containsKey(part);
    }

    private List<Expected> errors(String part) {
        List<Expected> errors = new ArrayList<>();
        Map<String, String> error = null;
        List<Map<String, String>> all = new ArrayList<>();
        for (String line : parts.get(part).subList(1, parts.get(part).size())) {
            if (line.startsWith("  - ")) {
                error = new LinkedHashMap<>();
                all.add(error);
            }
            String entry = line.substring(4);
            int colon = entry.indexOf(": ");
            error.put(
                    entry.substring(0, colon),
                    unquoted(entry.substring(colon + 1).strip()));
        }
        for (Map<String, String> each : all) {
            errors.add(new Expected(
                    each.get("type"),
                    each.get("field"),
                    each.getOrDefault("detail", ""),
                    "true".equals(each.get("prefix"))));
        }
        return errors;
    }

    private static String unquoted(String text) {
        boolean quoted = text.length() > 1 && (text.startsWith("'") || text.startsWith("\""));
        return quoted ? text.substring(1, text.length() - 1).replace("''", "'") : text;
    }

    /** {@return what does not agree, or null if all does} */
    @Nullable
    String disagreement(List<Violation> violations) {
        return disagreement(errors(), violations);
    }

    /** {@return what of the whole server's errors does not agree, or null if all does} */
    @Nullable
    String serverDisagreement(List<Violation> violations) {
        return disagreement(errors("errorsServer"), violations);
    }

    private static @Nullable String disagreement(List<Expected> errors, List<Violation> violations) {
        for (Expected error : errors) {
            if (violations.stream().noneMatch(violation -> matches(error, violation))) {
                return "missing " + error + " in " + texts(violations);
            }
        }
        for (Violation violation : violations) {
            if (errors.stream().noneMatch(error -> matches(error, violation))) {
                return "not expected: " + violation;
            }
        }
        return null;
    }

    private static boolean matches(Expected error, Violation violation) {
        String path = violation.path().toString();
        return (error.type.equals("any") || error.type.equals(violation.type().label()))
                && (path.equals(error.field) || error.prefix && path.startsWith(error.field))
                && violation.detail().contains(error.detail);
    }

    private static TreeSet<String> texts(List<Violation> violations) {
        TreeSet<String> texts = new TreeSet<>();
        violations.forEach(violation -> texts.add(violation.toString()));
        return texts;
    }

    @Override
    public String toString() {
        return release.version() + " " + file + "/" + name();
    }
}
