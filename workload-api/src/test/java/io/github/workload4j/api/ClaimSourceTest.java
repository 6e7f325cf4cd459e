package io.github.workload4j.api;

import static io.github.workload4j.api.ValueFacts.requireValue;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClaimSourceTest {

    @Test
    void aManifestWithOneNameIsOfThatKind() {
        assertThat(ClaimSource.of("a", null)).isEqualTo(new ClaimSource.Existing("a"));
        assertThat(ClaimSource.of(null, "b")).isEqualTo(new ClaimSource.Template("b"));
    }

    @Test
    void aManifestWithNoNameOrTwoCanBeHeld() {
        assertThat(ClaimSource.of(null, null)).isEqualTo(new ClaimSource.None());
        assertThat(ClaimSource.of("a", "b")).isEqualTo(new ClaimSource.Several("a", "b"));
    }

    @Test
    void tellsBothNamesAsTheManifestDoes() {
        assertThat(ClaimSource.of("a", null).resourceClaimName()).isEqualTo("a");
        assertThat(ClaimSource.of("a", null).resourceClaimTemplateName()).isNull();
    }

    @Test
    void itsKindsAreValues() {
        requireValue(new ClaimSource.Existing("a"));
        requireValue(new ClaimSource.Template("b"));
        requireValue(new ClaimSource.Several("a", "b"));
    }
}
