package io.github.workload4j.gang.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.workload4j.gang.FilterReason;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NodeReasonsTest {

    @Test
    void listsAreCopied() {
        List<String> sample = new ArrayList<>(List.of("n0"));
        NodeReasons reasons = new NodeReasons(List.of(new FilterReason.Cordoned()), 1, sample, List.of());
        sample.clear();
        assertThat(reasons.sample()).containsExactly("n0");
    }

    @Test
    void missingPartIsNamed() {
        assertThatThrownBy(() -> new NodeReasons(null, 0, List.of(), List.of())).hasMessage("reasons");
        assertThatThrownBy(() -> new NodeReasons(List.of(), 0, null, List.of())).hasMessage("sample");
        assertThatThrownBy(() -> new NodeReasons.Closest(null, 1, 0, List.of())).hasMessage("resource");
    }
}
