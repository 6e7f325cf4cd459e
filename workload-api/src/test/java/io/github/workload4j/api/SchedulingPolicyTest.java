package io.github.workload4j.api;

import static io.github.workload4j.api.ValueFacts.requireValue;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SchedulingPolicyTest {

    private static final SchedulingPolicy.Basic BASIC = new SchedulingPolicy.Basic();
    private static final SchedulingPolicy.Gang GANG = new SchedulingPolicy.Gang(4);

    @Test
    void aManifestWithOneMemberIsThatMember() {
        assertThat(SchedulingPolicy.of(BASIC, null)).isEqualTo(BASIC);
        assertThat(SchedulingPolicy.of(null, GANG)).isEqualTo(GANG);
    }

    @Test
    void aManifestWithNoMemberOrTwoCanBeHeld() {
        assertThat(SchedulingPolicy.of(null, null)).isEqualTo(new SchedulingPolicy.None());
        assertThat(SchedulingPolicy.of(BASIC, GANG)).isEqualTo(new SchedulingPolicy.Several(BASIC, GANG));
    }

    @Test
    void tellsItsMembersAsTheManifestDoes() {
        SchedulingPolicy several = SchedulingPolicy.of(BASIC, GANG);
        assertThat(several.basic()).isEqualTo(BASIC);
        assertThat(several.gang()).isEqualTo(GANG);
        assertThat(GANG.basic()).isNull();
    }

    @Test
    void itsKindsAreValues() {
        requireValue(BASIC);
        requireValue(GANG);
        requireValue(new SchedulingPolicy.Several(BASIC, GANG));
    }
}
