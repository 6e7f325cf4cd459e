package io.github.workload4j.api.yaml;

import static io.github.workload4j.api.ValueFacts.requireValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.workload4j.api.field.Fault;
import io.github.workload4j.api.field.Position;
import io.github.workload4j.api.text.tree.TreeLimits;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    /** What stands further on than the parser looks ahead is no YAML, which only who reads it can tell. */
    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- ", "{\"a\":"})
    void nothingAfterALimitIsRead(String open) {
        String text = open.repeat(14_000) + "\u0001";
        List<Document> documents = ManifestReader.strict().read(text);
        assertThat(documents).hasSize(1);
        assertThat(((Undecodable) documents.get(0)).faults()).singleElement().satisfies(fault -> {
            assertThat(fault.type()).isEqualTo(Fault.Type.LIMIT);
            assertThat(fault.detail()).isEqualTo("nested deeper than 10000 levels");
            assertThat(fault.position()).isEqualTo(new Position(1, 10_000 * open.length() + 1));
        });
    }
}
