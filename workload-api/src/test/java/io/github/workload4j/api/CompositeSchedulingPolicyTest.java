package io.github.workload4j.api;

import static io.github.workload4j.api.ValueFacts.requireValue;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CompositeSchedulingPolicyTest {

    private static final CompositeSchedulingPolicy.Basic BASIC = new CompositeSchedulingPolicy.Basic();
    private static final CompositeSchedulingPolicy.Gang GANG = new CompositeSchedulingPolicy.Gang(4);

    @Test
    void aManifestWithOneMemberIsThatMember() {
        assertThat(CompositeSchedulingPolicy.of(BASIC, null)).isEqualTo(BASIC);
        assertThat(CompositeSchedulingPolicy.of(null, GANG)).isEqualTo(GANG);
    }

    @Test
    void aManifestWithNoMemberOrTwoCanBeHeld() {
        assertThat(CompositeSchedulingPolicy.of(null, null)).isEqualTo(new CompositeSchedulingPolicy.None());
        assertThat(CompositeSchedulingPolicy.of(BASIC, GANG))
                .isEqualTo(new CompositeSchedulingPolicy.Several(BASIC, GANG));
    }

    @Test
    void tellsItsMembersAsTheManifestDoes() {
        CompositeSchedulingPolicy several = CompositeSchedulingPolicy.of(BASIC, GANG);
        assertThat(several.basic()).isEqualTo(BASIC);
        assertThat(several.gang()).isEqualTo(GANG);
        assertThat(GANG.basic()).isNull();
    }

    @Test
    void itsKindsAreValues() {
        requireValue(BASIC);
        requireValue(GANG);
        requireValue(new CompositeSchedulingPolicy.Several(BASIC, GANG));
    }
}
