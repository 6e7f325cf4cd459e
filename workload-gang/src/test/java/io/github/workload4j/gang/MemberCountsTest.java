package io.github.workload4j.gang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MemberCountsTest {

    @Test
    void membersOfTwoGroupsAddUp() {
        assertThat(new MemberCounts(1, 2, 1).plus(new MemberCounts(3, 4, 0))).isEqualTo(new MemberCounts(4, 6, 1));
    }

    @Test
    void gatedMembersCountAmongThePending() {
        assertThat(new MemberCounts(1, 2, 1).total()).isEqualTo(3);
    }

    @Test
    void countsPrintOneLine() {
        assertThat(new MemberCounts(2, 4, 1)).hasToString("2 running, 4 pending (1 gated)");
    }

    @Test
    void missingCountsAreNamed() {
        assertThatThrownBy(() -> new MemberCounts(0, 0, 0).plus(null)).hasMessage("other");
    }
}
