package io.github.workload4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.CompositePodGroup;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.NodeSpec;
import io.github.workload4j.api.core.NodeStatus;
import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.api.yaml.Decoded;
import io.github.workload4j.api.yaml.Document;
import io.github.workload4j.api.yaml.ManifestReader;
import io.github.workload4j.api.yaml.ManifestWriter;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What we write, everyone reads as we mean it, or it is refused. */
class WritingPropertiesTest {

    @Provide
    Arbitrary<ApiObject> objects() {
        return Arbitraries.oneOf(
                Manifests.valid().objects(), Manifests.wellFormed().objects());
    }

    @Provide
    Arbitrary<String> texts() {
        return Texts.unicode();
    }

    @Provide
    Arbitrary<ApiVersion> versions() {
        return Arbitraries.of(ApiVersion.values());
    }

    @Provide
    Arbitrary<Quantity> quantities() {
        return Manifests.quantities();
    }

    @Property(seed = "30")
    void snakeYamlReadsTheSameFromOurYamlAsFromOurJson(@ForAll("objects") ApiObject object) {
        String json = ManifestWriter.json().write(object);
        Assume.that(!hasLongKey(json));
        assertThat(snakeYaml(ManifestWriter.yaml().write(object))).isEqualTo(snakeYaml(json));
    }

    @Property(seed = "31")
    void snakeYamlEngineReadsTheSameFromOurYamlAsSnakeYaml(@ForAll("objects") ApiObject object) {
        String yaml = ManifestWriter.yaml().write(object);
        assertThat(engine(yaml)).isEqualTo(snakeYaml(yaml));
    }

    @Property(seed = "32", tries = 500)
    void everyTextIsReadAsItIsByEveryReader(@ForAll("texts") String text, @ForAll("texts") String key) {
        ObjectMeta metadata =
                ObjectMeta.of("n").toBuilder().annotations(Map.of(key, text)).build();
        Node node = new Node(metadata, NodeSpec.OPEN, NodeStatus.EMPTY);
        String yaml = ManifestWriter.yaml().write(node);
        Map<String, Object> expected = Map.of("name", "n", "annotations", Map.of(key, text));
        assertThat(((Map<?, ?>) snakeYaml(yaml)).get("metadata")).as(yaml).isEqualTo(expected);
        assertThat(((Map<?, ?>) engine(yaml)).get("metadata")).as(yaml).isEqualTo(expected);
        assertThat(read(yaml)).isEqualTo(node);
        String json = ManifestWriter.json().write(node);
        assertThat(read(json)).isEqualTo(node);
        assertThat(hasLongKey(json) ? expected : ((Map<?, ?>) snakeYaml(json)).get("metadata"))
                .isEqualTo(expected);
    }

    @Property(seed = "33")
    void anObjectInAnotherVersionIsWrittenWholeOrRefused(
            @ForAll("objects") ApiObject object, @ForAll("versions") ApiVersion version) {
        ApiObject relabelled = relabelled(object, version);
        String yaml;
        try {
            yaml = ManifestWriter.yaml().write(relabelled);
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageStartingWith("object: ");
            return;
        }
        assertThat(read(yaml)).isEqualTo(relabelled);
    }

    @Property(seed = "34")
    void streamsComeBackInOrder(@ForAll @Size(max = 20) List<@From("objects") ApiObject> objects) throws IOException {
        for (ManifestWriter writer : List.of(ManifestWriter.yaml(), ManifestWriter.json())) {
            StringBuilder text = new StringBuilder();
            writer.write(objects, text);
            List<ApiObject> back = ManifestReader.strict().read(text.toString()).stream()
                    .map(document -> ((Decoded) document).object())
                    .toList();
            assertThat(back).isEqualTo(objects);
        }
    }

    @Property(seed = "35", tries = 500)
    void theCanonicalTextOfAQuantityIsThatQuantity(@ForAll("quantities") Quantity quantity) {
        assertThat(Quantity.parse(quantity.toString())).isEqualTo(quantity);
        assertThat(Quantity.parse(quantity.toString())).hasToString(quantity.toString());
    }

    private static ApiObject relabelled(ApiObject object, ApiVersion version) {
        if (object instanceof Workload workload) {
            return new Workload(version, workload.metadata(), workload.spec());
        }
        if (object instanceof PodGroup group) {
            return new PodGroup(version, group.metadata(), group.spec(), group.status());
        }
        if (object instanceof CompositePodGroup group) {
            return new CompositePodGroup(version, group.metadata(), group.spec(), group.status());
        }
        return object;
    }

    private static ApiObject read(String text) {
        List<Document> documents = ManifestReader.strict().read(text);
        assertThat(documents).as(text).hasSize(1).allMatch(Decoded.class::isInstance);
        return ((Decoded) documents.get(0)).object();
    }

    /** SnakeYAML finds the colon after a key only within 1024 characters; JSON has no other way to write one. */
    private static boolean hasLongKey(String json) {
        int start = -1;
        for (int i = 0; i < json.length(); i++) {
            if (json.charAt(i) == '\\') {
                i++;
            } else if (json.charAt(i) == '"') {
                if (start >= 0 && i - start > 1000 && json.charAt(i + 1) == ':') {
                    return true;
                }
                start = start < 0 ? i : -1;
            }
        }
        return false;
    }

    private static Object snakeYaml(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        return new Yaml(new SafeConstructor(options)).load(text);
    }

    private static Object engine(String text) {
        return new Load(LoadSettings.builder()
                        .setCodePointLimit(Integer.MAX_VALUE)
                        .build())
                .loadFromString(text);
    }
}
