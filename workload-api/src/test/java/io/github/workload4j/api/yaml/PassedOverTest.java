package io.github.workload4j.api.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.field.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON is read without what no binding looks at; nobody may see a difference. {@code PassedOverLongRun} has more. */
class PassedOverTest {

    private static final String[] KINDS = {"Pod", "Node", "Namespace", "Job", "Workload", "Gadget"};
    private static final String[] NAMES = {
        "metadata",
        "spec",
        "status",
        "name",
        "labels",
        "containers",
        "resources",
        "limits",
        "requests",
        "cpu",
        "env",
        "ports",
        "protocol",
        "tolerations",
        "key",
        "effect",
        "volumes",
        "ephemeral",
        "conditions",
        "type",
        "affinity",
        "nodeAffinity",
        "nodeName",
        "priority",
        "startTime",
        "taints",
        "capacity",
        "images",
        "schedulingGroup",
        "podGroupName",
        "items",
        "f:a",
        "x",
        "y"
    };
    private static final Set<String> LISTS =
            Set.of("containers", "ports", "tolerations", "volumes", "conditions", "taints", "images", "env", "items");
    private static final Set<String> OBJECTS = Set.of(
            "metadata",
            "spec",
            "status",
            "labels",
            "resources",
            "limits",
            "requests",
            "affinity",
            "nodeAffinity",
            "capacity",
            "ephemeral",
            "schedulingGroup",
            "x");
    private static final String[] SCALARS = {
        "\"a\"",
        "\"v1\"",
        "\"Pod\"",
        "\"100m\"",
        "\"2026-01-02T03:04:05Z\"",
        "\"2026-02-30T03:04:05Z\"",
        "\"\\u00e9\\\"\"",
        "1",
        "-7",
        "2.5",
        "true",
        "null",
        "{}",
        "[]"
    };

    private static String object(Random random, int depth, String head) {
        StringBuilder json = new StringBuilder("{").append(head);
        int fields = 1 + random.nextInt(5);
        for (int i = 0; i < fields; i++) {
            String name = NAMES[random.nextInt(NAMES.length)];
            json.append(json.length() > 1 ? "," : "").append(random.nextInt(8) == 0 ? "\n" : "");
            json.append('"').append(name).append("\":").append(value(random, depth, name));
        }
        return json.append('}').toString();
    }

    private static String value(Random random, int depth, String name) {
        boolean odd = random.nextInt(12) == 0;
        if (depth > 0 && (OBJECTS.contains(name) || odd)) {
            return object(random, depth - 1, "");
        }
        if (depth > 0 && LISTS.contains(name)) {
            return "[" + object(random, depth - 1, "") + "," + object(random, depth - 1, "") + "]";
        }
        return SCALARS[random.nextInt(SCALARS.length)];
    }

    static String document(Random random) {
        String kind = KINDS[random.nextInt(KINDS.length)];
        String group = kind.equals("Job") ? "batch/" : kind.equals("Workload") ? "scheduling.k8s.io/" : "";
        String version = kind.equals("Workload") ? "v1beta1" : "v1";
        return object(random, 4, "\"apiVersion\":\"" + group + version + "\",\"kind\":\"" + kind + "\"");
    }

    private static List<String> seen(ManifestReader reader, String text) {
        List<String> seen = new ArrayList<>();
        for (Document document : reader.read(text)) {
            if (document instanceof Decoded decoded) {
                seen.add(decoded.object() + " " + shown(decoded.warnings()));
            } else if (document instanceof Undecodable undecodable) {
                seen.add(undecodable.stage() + " " + shown(undecodable.faults()));
            } else {
                seen.add(document.getClass().getSimpleName() + " " + document.kind() + " " + document.name());
            }
        }
        return seen;
    }

    private static List<String> shown(List<Fault> faults) {
        return faults.stream()
                .map(fault -> fault.type() + " " + fault.path() + " "
                        + fault.position().column())
                .toList();
    }

    static String list(Random random) {
        return "{\"apiVersion\":\"v1\",\"kind\":\"List\",\"items\":[\n" + document(random) + ",\n" + document(random)
                + "]}";
    }

    /** After a comment the same text is YAML, which is read whole. */
    static void requireSameAsYaml(String json) {
        for (ManifestReader reader : List.of(ManifestReader.strict(), ManifestReader.lenient())) {
            assertThat(seen(reader, json)).as(json).isEqualTo(seen(reader, "# as YAML\n" + json));
        }
    }

    @Property(tries = 200, seed = "20261125")
    void aDocumentOfJsonMeansWhatItMeansAsYaml(@ForAll long seed) {
        requireSameAsYaml(document(new Random(seed)));
    }

    @Property(tries = 75, seed = "20261125")
    void aListOfJsonMeansWhatItMeansAsYaml(@ForAll long seed) {
        requireSameAsYaml(list(new Random(seed)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"spec\":{\"x\":{\"kind\":\"y\"}},\"kind\":\"Node\","
                        + "\"metadata\":{\"name\":\"n\"}}",
                "{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"y\":1,\"apiVersion\":\"v1\",\"metadata\":{\"name\":\"n\"}}",
                "{\"y\":[1,{\"a\":2}],\"kind\":\"Pod\",\"apiVersion\":\"v1\",\"metadata\":{\"name\":\"\u00e9\"}}"
            })
    void whatADocumentSaysItIsMayComeLateOrTwice(String json) {
        requireSameAsYaml(json);
    }

    @Test
    void whatIsPassedOverMustBeJsonAllTheSame() {
        String json = "{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{\"name\":\"a\"},\"y\":{\"z\":[1,}}";
        assertThat(ManifestReader.strict().read(json).get(0)).isInstanceOf(Undecodable.class);
        String deep = "{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{\"name\":\"a\"},\"y\":"
                + "[".repeat(20_000) + "]".repeat(20_000) + "}";
        assertThat(((Undecodable) ManifestReader.strict().read(deep).get(0))
                        .faults()
                        .get(0)
                        .type())
                .isEqualTo(Fault.Type.LIMIT);
    }
}
