package io.github.workload4j.api.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FieldPathTest {

    private static final FieldPath PATH =
            FieldPath.root("spec").child("podGroups").index(1).child("policy");

    @Test
    void printsAsTheApiServerPrintsIt() {
        assertThat(PATH).hasToString("spec.podGroups[1].policy");
        assertThat(FieldPath.root("metadata").child("labels").key("a.b/c")).hasToString("metadata.labels[a.b/c]");
        assertThat(FieldPath.DOCUMENT.toString()).isEmpty();
    }

    @Test
    void isEqualByItsSteps() {
        FieldPath same = FieldPath.root("spec").child("podGroups").index(1).child("policy");
        assertThat(PATH).isEqualTo(same).hasSameHashCodeAs(same);
        assertThat(FieldPath.root("a").key("b"))
                .isNotEqualTo(FieldPath.root("a").child("b"));
    }

    @Test
    void goesOnWithTheStepsOfAnother() {
        FieldPath other = FieldPath.root("a").index(2).key("b");
        assertThat(PATH.then(other.steps())).hasToString("spec.podGroups[1].policy.a[2][b]");
        assertThat(FieldPath.DOCUMENT.then(other.steps())).isEqualTo(other);
    }

    @Test
    void aNegativeIndexIsRefused() {
        assertThatThrownBy(() -> PATH.index(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("index: -1 (expected: 0 or more)");
    }
}
