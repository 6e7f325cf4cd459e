package io.github.workload4j.gang.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.gang.GroupNode;
import io.github.workload4j.gang.question.TightGang;
import org.junit.jupiter.api.Test;

class GroupCountTest {

    private final GroupNode nine = TightGang.nine().groups().get(0);

    @Test
    void groupStarvesOnlyIfItsCountIsProved() {
        assertThat(new GroupCount(nine, 9, 8, true).starves()).isTrue();
        assertThat(new GroupCount(nine, 9, 8, false).starves()).isFalse();
        assertThat(new GroupCount(nine, 9, 9, true).starves()).isFalse();
    }

    @Test
    void missingIsNeverNegative() {
        assertThat(new GroupCount(nine, 9, 8, true).missing()).isEqualTo(1);
        assertThat(new GroupCount(nine, 3, 8, true).missing()).isZero();
    }

    @Test
    void untriedGroupNeedsItsMinimumAndPlacesNothing() {
        assertThat(GroupCount.untried(nine)).isEqualTo(new GroupCount(nine, 9, 0, false));
    }
}
