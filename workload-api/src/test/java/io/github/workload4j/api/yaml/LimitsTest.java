package io.github.workload4j.api.yaml;

import static io.github.workload4j.api.ValueFacts.requireValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.workload4j.api.text.tree.TreeLimits;
import org.junit.jupiter.api.Test;

class LimitsTest {

    @Test
    void rejectsWhatNothingFitsInto() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Limits(0, 1, 0))
                .withMessage("documentBytes: 0 (expected: 1 or more)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Limits(1, 0, 0))
                .withMessage("depth: 0 (expected: 1 or more)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Limits(1, 1, -1))
                .withMessage("aliasedNodes: -1 (expected: 0 or more)");
    }

    @Test
    void theDefaultsOfTreesAreThoseOfReaders() {
        assertThat(Limits.DEFAULT.ofTrees()).isEqualTo(TreeLimits.DEFAULT);
        requireValue(Limits.DEFAULT);
    }
}
