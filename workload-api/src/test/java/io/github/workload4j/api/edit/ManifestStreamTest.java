package io.github.workload4j.api.edit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;

class ManifestStreamTest {

    private static ManifestStream stream(String name, String text) {
        return new ManifestStream(name, text.getBytes(UTF_8));
    }

    @Test
    void streamsOfTheSameBytesAreEqual() {
        assertThat(stream("a.yaml", "a: 1"))
                .isEqualTo(stream("a.yaml", "a: 1"))
                .hasSameHashCodeAs(stream("a.yaml", "a: 1"))
                .isNotEqualTo(stream("a.yaml", "a: 2"))
                .isNotEqualTo(stream("b.yaml", "a: 1"));
    }

    @Test
    void lineSaysTheSizeAndNoText() {
        assertThat(stream("a.yaml", "a: 1")).hasToString("ManifestStream[name=a.yaml, 4 bytes]");
    }

    @Test
    void missingPartIsNamed() {
        assertThatNullPointerException()
                .isThrownBy(() -> new ManifestStream(null, new byte[0]))
                .withMessage("name");
        assertThatNullPointerException()
                .isThrownBy(() -> new ManifestStream("a", null))
                .withMessage("bytes");
    }
}
