package io.github.workload4j.gang.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConflictSetTest {

    @Test
    void requirementsAreCopied() {
        List<ConflictSet.Dropped> dropped =
                new ArrayList<>(List.of(new ConflictSet.Dropped(new Requirement.Cordon(), true)));
        ConflictSet set = new ConflictSet(dropped, true);
        dropped.clear();
        assertThat(set.requirements()).hasSize(1);
    }

    @Test
    void missingPartIsNamed() {
        assertThatThrownBy(() -> new ConflictSet(null, true)).hasMessage("requirements");
        assertThatThrownBy(() -> new ConflictSet.Dropped(null, true)).hasMessage("requirement");
    }
}
