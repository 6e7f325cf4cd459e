package io.github.workload4j.intent.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.workload4j.api.field.FieldPath;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlockTest {

    private static final FieldPath ITEM = FieldPath.root("spec").child("roles").index(1);

    @Test
    void blockStandsBelowItsItem() {
        assertThat(Block.of("x", "scheduling", "policy").below(ITEM)).hasToString("spec.roles[1].scheduling.policy");
        assertThat(Block.of("x").below(ITEM)).isEqualTo(ITEM);
    }

    @Test
    void blockThatIsNotThereHasAPlace() {
        assertThat(Block.of(null, "scheduling"))
                .isEqualTo(new Block<>(null, List.of("scheduling")))
                .isNotEqualTo(Block.of(null, "policy"));
    }

    @Test
    void pathIsCopied() {
        List<String> path = new ArrayList<>(List.of("scheduling"));
        Block<String> block = new Block<>("x", path);
        path.clear();
        assertThat(block.pathElements()).containsExactly("scheduling");
        assertThatThrownBy(() -> new Block<>("x", null)).hasMessage("pathElements");
    }
}
