package io.github.workload4j.api.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.PodGroupTemplate;
import io.github.workload4j.api.Workload;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ManifestWriterTest {

    private static final Workload MESH =
            Workload.of(ApiVersion.V1ALPHA1, "hpc", "mesh", PodGroupTemplate.gang("ranks", 16));

    @Test
    void writesBlockYaml() {
        assertThat(ManifestWriter.yaml().write(MESH)).isEqualTo("""
                apiVersion: scheduling.k8s.io/v1alpha1
                kind: Workload
                metadata:
                  name: mesh
                  namespace: hpc
                spec:
                  podGroups:
                  - name: ranks
                    policy:
                      gang:
                        minCount: 16
                """);
    }

    @Test
    void writesOneLineOfJson() {
        assertThat(ManifestWriter.json().write(MESH))
                .startsWith("{\"apiVersion\":\"scheduling.k8s.io/v1alpha1\",\"kind\":\"Workload\",")
                .endsWith("{\"gang\":{\"minCount\":16}}}]}}\n");
    }

    @Test
    void whatIsWrittenIsReadAgainAsItWas() {
        for (ManifestWriter writer : List.of(ManifestWriter.yaml(), ManifestWriter.json())) {
            Document document = ManifestReader.strict().read(writer.write(MESH)).get(0);
            assertThat(((Decoded) document).object()).isEqualTo(MESH);
        }
    }

    @Test
    void separatesDocuments() throws IOException {
        StringBuilder text = new StringBuilder();
        ManifestWriter.yaml().write(List.of(MESH, MESH), text);
        assertThat(text.toString().split("---\n")).hasSize(2);
    }

    @Test
    void refusesWhatTheVersionHasNoPlaceFor() {
        PodGroupTemplate withPriority =
                PodGroupTemplate.basic("a").toBuilder().priority(1).build();
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> ManifestWriter.yaml().write(Workload.of(ApiVersion.V1ALPHA1, "ns", "w", withPriority)))
                .withMessage(
                        "object: Workload w of scheduling.k8s.io/v1alpha1: spec.podGroups[0].priority has no place in"
                                + " this version");
    }
}
