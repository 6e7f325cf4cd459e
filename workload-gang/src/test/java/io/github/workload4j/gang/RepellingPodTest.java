package io.github.workload4j.gang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RepellingPodTest {

    private static RepellingPod pod(String namespace, String name) {
        return new RepellingPod(namespace, name, "n0", "kubernetes.io/hostname");
    }

    @Test
    void podsSortByNamespaceThenName() {
        assertThat(Stream.of(pod("b", "a"), pod("a", "b"), pod("a", "a")).sorted())
                .hasToString("[a/a, a/b, b/a]");
    }

    @Test
    void missingPartIsNamed() {
        assertThatThrownBy(() -> pod(null, "a")).hasMessage("namespace");
        assertThatThrownBy(() -> pod("ml", null)).hasMessage("pod");
        assertThatThrownBy(() -> pod("ml", "a").compareTo(null)).hasMessage("other");
    }
}
