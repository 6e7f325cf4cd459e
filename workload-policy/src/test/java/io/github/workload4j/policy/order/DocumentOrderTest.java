package io.github.workload4j.policy.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.field.FieldPath;
import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentOrderTest {

    private static final FieldPath SPEC = FieldPath.root("spec");

    @Test
    void whatHoldsAFieldComesBeforeIt() {
        assertThat(sorted(SPEC.child("priority"), SPEC, FieldPath.DOCUMENT))
                .containsExactly(FieldPath.DOCUMENT, SPEC, SPEC.child("priority"));
    }

    @Test
    void itemsComeByNumber() {
        FieldPath list = SPEC.child("podGroups");
        assertThat(sorted(list.index(10), list.index(9))).containsExactly(list.index(9), list.index(10));
    }

    @Test
    void fieldsComeAsManifestsArePrinted() {
        FieldPath metadata = FieldPath.root("metadata");
        assertThat(sorted(FieldPath.root("status"), SPEC, metadata.child("labels"), metadata.child("name")))
                .hasToString("[metadata.name, metadata.labels, spec, status]");
    }

    @Test
    void unknownFieldsComeLastAndKeepTheirOrder() {
        assertThat(sorted(SPEC.child("b"), SPEC.child("a"), SPEC.child("priority")))
                .hasToString("[spec.priority, spec.b, spec.a]");
    }

    private static List<FieldPath> sorted(FieldPath... paths) {
        return List.of(paths).stream().sorted(DocumentOrder.OF_PATHS).toList();
    }
}
