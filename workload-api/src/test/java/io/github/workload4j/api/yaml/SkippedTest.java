package io.github.workload4j.api.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SkippedTest {

    @Test
    void saysWhyItWasSkipped() {
        Document service = ManifestReader.strict()
                .read("apiVersion: v1\nkind: Service\nmetadata: {name: s}\n")
                .get(0);
        assertThat(service).isInstanceOf(Skipped.class);
        assertThat(((Skipped) service).reason()).isEqualTo("Service of v1 is none of the kinds we read");
        assertThat(service).hasToString("document 0, line 1: skipped: Service of v1 is none of the kinds we read");
    }

    @Test
    void anEmptyDocumentIsSkipped() {
        Document nothing = ManifestReader.strict().read("# nothing\n").get(0);
        assertThat(((Skipped) nothing).reason()).isEqualTo("an empty document");
    }
}
