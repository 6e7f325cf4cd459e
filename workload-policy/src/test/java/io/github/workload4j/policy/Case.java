package io.github.workload4j.policy;

import io.github.workload4j.api.field.Violation;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.release.FeatureGate;
import io.github.workload4j.api.release.FeatureGates;
import io.github.workload4j.api.yaml.Decoded;
import io.github.workload4j.api.yaml.Document;
import io.github.workload4j.api.yaml.ManifestReader;
import io.github.workload4j.api.yaml.Undecodable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One conformance case. The files are written in one plain style, so that their lines can be taken apart as they are
 * and each manifest goes to the reader unchanged.
 */
record Case(String file, String operation, Map<String, List<String>> parts) {

    static final List<String> FILES = List.of(
            "batch-v1-job-scheduling-create",
            "batch-v1-job-scheduling-update",
            "core-v1-pod-schedulinggroup-create",
            "core-v1-pod-schedulinggroup-update",
            "core-v1-pod-workloadref-create",
            "core-v1-pod-workloadref-update",
            "v1alpha1-workload-create",
            "v1alpha1-workload-update",
            "v1alpha2-podgroup-create",
            "v1alpha2-podgroup-default",
            "v1alpha2-podgroup-update",
            "v1alpha2-podgroup-updatestatus",
            "v1alpha2-workload-create",
            "v1alpha2-workload-update",
            "v1alpha3-compositepodgroup-create",
            "v1alpha3-compositepodgroup-update",
            "v1alpha3-compositepodgroup-updatestatus",
            "v1alpha3-podgroup-create",
            "v1alpha3-podgroup-default",
            "v1alpha3-podgroup-update",
            "v1alpha3-podgroup-updatestatus",
            "v1alpha3-workload-create",
            "v1alpha3-workload-update",
            "v1beta1-podgroup-create",
            "v1beta1-podgroup-default",
            "v1beta1-podgroup-update",
            "v1beta1-podgroup-updatestatus",
            "v1beta1-workload-create",
            "v1beta1-workload-update");

    /** What is expected: {@code type} may be {@code any}, and with {@code prefix} the field may lie below. */
    record Expected(String type, String field, String detail, boolean prefix) {}

    static List<Case> all() {
        List<Case> cases = new ArrayList<>();
        for (String file : FILES) {
            cases.addAll(of(file));
        }
        return cases;
    }

    static List<Case> of(String file) {
        String operation = "";
        List<Case> cases = new ArrayList<>();
        List<String> part = new ArrayList<>();
        for (String line : text(file).split("\n")) {
            if (line.startsWith("operation: ")) {
                operation = line.substring("operation: ".length());
            } else if (line.startsWith("- name: ")) {
                part = new ArrayList<>(List.of(line.substring("- name: ".length())));
                cases.add(new Case(file, operation, new LinkedHashMap<>(Map.of("name", part))));
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

    private static String text(String file) {
        try (InputStream in = Case.class.getResourceAsStream("/conformance/validation/" + file + ".yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(file, e);
        }
    }

    String name() {
        return parts.get("name").get(0);
    }

    boolean isQuirk() {
        return parts.containsKey("quirk");
    }

    FeatureGates gates() {
        FeatureGates gates = FeatureGates.of(parts.get("gates").stream()
                .skip(1)
                .map(line -> line.strip().substring(2))
                .toList());
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
        StringBuilder yaml = new StringBuilder();
        for (String line : parts.get(part).subList(1, parts.get(part).size())) {
            yaml.append(line.substring(4)).append('\n');
        }
        Document document = ManifestReader.strict().read(yaml.toString()).get(0);
        if (document instanceof Undecodable undecodable) {
            throw new AssertionError(this + ": " + undecodable.faults());
        }
        return ((Decoded) document).object();
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
            int colon = entry.indexOf(':');
            error.put(entry.substring(0, colon), entry.substring(colon + 1).strip());
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

    /** {@return what does not agree, or null if all does} */
    @Nullable
    String disagreement(List<Violation> violations) {
        List<Expected> errors = errors();
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
        return file + "/" + name();
    }
}
