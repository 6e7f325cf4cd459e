package io.github.workload4j.api.meta;

import static io.github.workload4j.api.ValueFacts.requireValue;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ObjectMetaTest {

    @Test
    void rejectsNullAndIsEqualByContent() {
        requireValue(
                new ObjectMeta(
                        "name",
                        "name-",
                        "ns",
                        "/self",
                        "uid",
                        "17",
                        3,
                        Instant.EPOCH,
                        Instant.EPOCH,
                        30L,
                        Map.of("app", "a"),
                        Map.of("note", "b"),
                        List.of(new OwnerReference("batch/v1", "Job", "train", "uid", true, null)),
                        List.of("example.com/f"),
                        List.of(new ManagedFieldsEntry("kubectl", "Apply", "v1", null, "FieldsV1", null, ""))),
                "creationTimestamp",
                "deletionTimestamp",
                "deletionGracePeriodSeconds");
    }

    @Test
    void labelsKeepTheirOrder() {
        Map<String, String> labels = new LinkedHashMap<>();
        for (String key : List.of("z", "a", "m", "b")) {
            labels.put(key, key);
        }
        assertThat(ObjectMeta.builder().labels(labels).build().labels().keySet())
                .containsExactly("z", "a", "m", "b");
    }

    @Test
    void ofANameHasNothingElse() {
        assertThat(ObjectMeta.of("a")).isEqualTo(ObjectMeta.builder().name("a").build());
        assertThat(ObjectMeta.of("ns", "a").namespace()).isEqualTo("ns");
    }

    @Test
    void objectsWithoutANamespaceAreInTheDefaultOne() {
        assertThat(ObjectMeta.of("n").namespaceOrDefault()).isEqualTo("default");
        assertThat(ObjectMeta.of("", "w").qualifiedName()).isEqualTo("default/w");
        assertThat(ObjectMeta.of("ml", "w").qualifiedName()).isEqualTo("ml/w");
        assertThat(ObjectMeta.namespaceOrDefault("x")).isEqualTo("x");
    }
}
