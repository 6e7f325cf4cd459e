package io.github.workload4j.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.field.FieldPath;
import io.github.workload4j.api.release.FeatureGate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DroppedTest {

    private static final PodGroup GROUP = PodGroup.gang(ApiVersion.V1BETA1, "ml", "g", 2);
    private static final DroppedField FIELD =
            new DroppedField(FieldPath.root("spec").child("priority"), FeatureGate.GENERIC_WORKLOAD);

    @Test
    void listIsCopied() {
        List<DroppedField> fields = new ArrayList<>(List.of(FIELD));
        Dropped dropped = new Dropped(GROUP, fields);
        fields.clear();
        assertThat(dropped.fields()).containsExactly(FIELD);
        assertThatThrownBy(() -> dropped.fields().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void fieldThatWasDroppedReadsAsPathAndGate() {
        assertThat(FIELD).hasToString("spec.priority: GenericWorkload is off");
    }

    @Test
    void missingPartIsNamed() {
        assertThatThrownBy(() -> new Dropped(null, List.of())).hasMessage("object");
        assertThatThrownBy(() -> new Dropped(GROUP, null)).hasMessage("fields");
        assertThatThrownBy(() -> new DroppedField(null, FIELD.gate())).hasMessage("path");
        assertThatThrownBy(() -> new DroppedField(FIELD.path(), null)).hasMessage("gate");
    }
}
