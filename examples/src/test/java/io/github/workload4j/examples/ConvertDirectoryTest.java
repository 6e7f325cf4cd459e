package io.github.workload4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.ApiVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConvertDirectoryTest {

    private static final String GROUP = """
            # ours
            apiVersion: scheduling.k8s.io/v1alpha3
            kind: PodGroup
            metadata: {name: g}
            spec: {schedulingPolicy: {gang: {minCount: 2}}} # both
            """;

    @Test
    void filesAreChangedInTheirOwnText(@TempDir Path folder) throws IOException {
        Path ours = Files.writeString(folder.resolve("a.yaml"), GROUP);
        Path other = Files.writeString(folder.resolve("b.yaml"), "kind:  ConfigMap # theirs\n");
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        assertThat(ConvertDirectory.convert(folder, ApiVersion.V1BETA1, new PrintStream(out, true)))
                .isTrue();

        assertThat(out.toString()).isEqualTo("changed a.yaml\n");
        assertThat(ours).hasContent(GROUP.replace("v1alpha3", "v1beta1"));
        assertThat(other).hasContent("kind:  ConfigMap # theirs\n");
    }
}
