package io.github.workload4j.policy.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.meta.ApiObject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class TreeLintsTest {

    private static final int MANY = 4_000;

    @Test
    void aChainIsTooDeepFromTheFifthLevelOn() {
        List<ApiObject> objects = GroupsOfAStream.chain(MANY, null);
        objects.add(GroupsOfAStream.leaf("leaf", "c" + (MANY - 1)));
        List<Warning> warnings = check(objects);
        assertThat(warnings).hasSize(MANY - 4 + 1).allMatch(warning -> warning.lint() == Lint.TREE_TOO_DEEP);
        assertThat(warnings.get(0).object()).isEqualTo(4);
        assertThat(warnings.get(0).message()).isEqualTo("the group has 4 groups above it");
        assertThat(warnings.get(warnings.size() - 1).message()).isEqualTo("the group has 4000 groups above it");
    }

    @Test
    void everyGroupOfALongCycleIsItsOwnAncestor() {
        List<ApiObject> objects = GroupsOfAStream.chain(MANY, "c" + (MANY - 1));
        objects.add(GroupsOfAStream.composite("below", "c7"));
        List<Warning> warnings = check(objects);
        assertThat(warnings)
                .as("a group below a cycle has no level")
                .hasSize(MANY)
                .allMatch(warning -> warning.lint() == Lint.PARENT_CYCLE);
        assertThat(warnings.get(2).suggestion())
                .isEqualTo("make one of these groups the root: `c1`, `c0`, `c3999`, `c3998`, `c3997`, ...");
    }

    @Test
    void aGroupThatIsItsOwnParentIsACycle() {
        assertThat(check(List.of(GroupsOfAStream.composite("a", "a"))))
                .extracting(Warning::suggestion)
                .containsExactly("make one of these groups the root: `a`");
    }

    @Test
    void manyLeavesOfADeepGroupTakeTimeInProportion() {
        List<ApiObject> objects = GroupsOfAStream.chain(MANY, null);
        for (int i = 0; i < 50_000; i++) {
            objects.add(GroupsOfAStream.leaf("leaf" + i, "c" + (MANY - 1)));
        }
        assertThat(check(objects)).hasSize(MANY - 4 + 50_000);
    }

    private static List<Warning> check(List<ApiObject> objects) {
        return Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Lints.check(objects));
    }
}
