package io.github.workload4j.intent.compile;

import static io.github.workload4j.intent.compile.TableItems.leaf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.workload4j.api.DisruptionMode;
import io.github.workload4j.api.SchedulingConstraints;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkloadItemTest {

    private static final SchedulingConfig DEFAULTS = SchedulingConfig.gang(4)
            .withSchedulingConstraints(SchedulingConstraints.sameDomain("rack"))
            .withDisruptionMode(DisruptionMode.SINGLE)
            .withPriorityClassName("high");

    @Test
    void whatTheUserDoesNotSpeakOfIsAsByDefault() {
        assertThat(leaf("w", null, null).defaults(DEFAULTS).build().resolved()).isEqualTo(DEFAULTS);
        assertThat(leaf("w", "", "", new SchedulingConstraints(List.of()), List.of())
                        .defaults(DEFAULTS)
                        .build()
                        .resolved())
                .as("empty blocks say nothing")
                .isEqualTo(DEFAULTS);
    }

    @Test
    void aFieldIsReplacedAsAWhole() {
        SchedulingConfig resolved =
                leaf("w", "g", null).defaults(DEFAULTS).build().resolved();
        assertThat(resolved.gang().minCount()).isNull();
        assertThat(resolved.disruptionMode()).isEqualTo(DisruptionMode.SINGLE);
    }

    @Test
    void callbacksRunInOrderOnWhatCameOfTheOnesBefore() {
        List<SchedulingConfig> seen = new ArrayList<>();
        SchedulingConfig resolved = leaf("w", "g", null)
                .callback(config -> config.withDefaultMinCount(8))
                .callback(config -> {
                    seen.add(config);
                    return config.withPriorityClassName("low");
                })
                .build()
                .resolved();
        assertThat(seen).containsExactly(SchedulingConfig.gang(8));
        assertThat(resolved).isEqualTo(SchedulingConfig.gang(8).withPriorityClassName("low"));
    }

    @Test
    void aCallbackThatAnswersNullIsTheOneOfItsItem() {
        WorkloadItem item = leaf("w", null, null).callback(config -> null).build();
        assertThatNullPointerException().isThrownBy(item::resolved).withMessage("callback of the item w");
    }

    @Test
    void anItemWithChildrenIsComposite() {
        WorkloadItem child = WorkloadItem.builder("w").build();
        assertThat(child.isComposite()).isFalse();
        assertThat(WorkloadItem.builder("c").children(child).build().isComposite())
                .isTrue();
    }
}
