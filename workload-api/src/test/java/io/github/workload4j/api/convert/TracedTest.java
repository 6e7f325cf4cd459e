package io.github.workload4j.api.convert;

import static io.github.workload4j.api.ValueFacts.requireValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.PodGroupTemplate;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.core.Namespace;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.core.PodStatus;
import io.github.workload4j.api.core.WorkloadRef;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.meta.ObjectMeta;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TracedTest {

    private static final Namespace OBJECT = new Namespace(ObjectMeta.of("a"));
    private static final Converted CONVERTED = new Converted(List.of(OBJECT), List.of());

    @Test
    void rejectsNullAndIsEqualByContent() {
        requireValue(new Traced(CONVERTED, List.of(OBJECT)));
        assertThatThrownBy(() -> new Traced(CONVERTED, Arrays.asList((ApiObject) null)))
                .isInstanceOf(NullPointerException.class);
    }

    @Test
    void everyObjectHasASource() {
        assertThatThrownBy(() -> new Traced(CONVERTED, List.of(OBJECT, OBJECT)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("sources: 2 (expected: one for each of 1 objects)");
    }

    @Test
    void podGroupThatIsMadeUpComesFromTheWorkload() {
        Workload workload = Workload.of(ApiVersion.V1ALPHA1, "ml", "train", PodGroupTemplate.gang("a", 2));
        Pod pod = new Pod(
                ObjectMeta.of("ml", "p"),
                PodSpec.builder().workloadRef(new WorkloadRef("train", "a", "")).build(),
                PodStatus.EMPTY);
        Traced traced = Conversion.to(ApiVersion.V1BETA1).trace(List.of(workload, pod));
        assertThat(traced.converted().objects())
                .extracting(ApiObject::kind)
                .containsExactly("Workload", "PodGroup", "Pod");
        assertThat(traced.sources()).containsExactly(workload, workload, pod);
    }
}
