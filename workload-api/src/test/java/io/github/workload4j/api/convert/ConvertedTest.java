package io.github.workload4j.api.convert;

import static io.github.workload4j.api.ValueFacts.requireValue;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.core.Namespace;
import io.github.workload4j.api.field.FieldPath;
import io.github.workload4j.api.meta.ObjectMeta;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConvertedTest {

    private static final Namespace OBJECT = new Namespace(ObjectMeta.of("a"));
    private static final Loss LOSS = Loss.unknownField(OBJECT, FieldPath.root("spec"));

    @Test
    void rejectsNullAndIsEqualByContent() {
        requireValue(new Converted(List.of(OBJECT), List.of(LOSS)));
    }

    @Test
    void isLosslessIfThereIsNoLoss() {
        assertThat(new Converted(List.of(OBJECT), List.of()).isLossless()).isTrue();
        assertThat(new Converted(List.of(OBJECT), List.of(LOSS)).isLossless()).isFalse();
    }

    @Test
    void furtherLossesAreAdded() {
        Converted converted = new Converted(List.of(OBJECT), List.of(LOSS)).withLosses(List.of(LOSS));
        assertThat(converted.losses()).hasSize(2);
        assertThat(converted.objects()).containsExactly(OBJECT);
    }
}
