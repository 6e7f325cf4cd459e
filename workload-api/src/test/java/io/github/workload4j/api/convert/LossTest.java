package io.github.workload4j.api.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.workload4j.api.core.Namespace;
import io.github.workload4j.api.field.FieldPath;
import io.github.workload4j.api.meta.ObjectMeta;
import org.junit.jupiter.api.Test;

class LossTest {

    private static final Namespace OBJECT = new Namespace(ObjectMeta.of("a"));
    private static final FieldPath PATH = FieldPath.root("spec").child("priority");

    @Test
    void printsObjectPlaceKindAndDetail() {
        assertThat(new Loss(OBJECT, PATH, Loss.Kind.DROPPED, "1", "gone").toString())
                .startsWith("Namespace a: spec.priority: DROPPED")
                .endsWith("gone")
                .doesNotContain("\n");
    }

    @Test
    void isEqualByContent() {
        assertThat(new Loss(OBJECT, PATH, Loss.Kind.DROPPED, "1", "gone"))
                .isEqualTo(new Loss(OBJECT, PATH, Loss.Kind.DROPPED, "1", "gone"))
                .isNotEqualTo(new Loss(OBJECT, PATH, Loss.Kind.APPROXIMATED, "1", "gone"));
    }

    @Test
    void rejectsNull() {
        assertThatNullPointerException().isThrownBy(() -> new Loss(OBJECT, PATH, Loss.Kind.DROPPED, null, ""));
    }
}
