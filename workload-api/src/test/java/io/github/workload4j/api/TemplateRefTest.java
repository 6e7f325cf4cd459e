package io.github.workload4j.api;

import static io.github.workload4j.api.ValueFacts.requireValue;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TemplateRefTest {

    @Test
    void namesWorkloadAndTemplate() {
        assertThat(TemplateRef.of("mesh", "ranks")).isEqualTo(new TemplateRef.Named("mesh", "ranks"));
        requireValue(new TemplateRef.Named("mesh", "ranks"));
    }

    @Test
    void aReferenceToNothingIsNotOneWithEmptyNames() {
        assertThat(TemplateRef.NONE).isNotEqualTo(TemplateRef.of("", ""));
    }
}
