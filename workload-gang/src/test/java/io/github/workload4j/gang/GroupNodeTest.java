package io.github.workload4j.gang;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroupNodeTest {

    private static GroupNode node(GroupRef group, List<String> domains) {
        return new GroupNode(group, 0, -1, 2, false, new MemberCounts(0, 2, 0), "rack", domains, null);
    }

    @Test
    void onlyCompositeHoldsGroups() {
        assertThat(node(GroupRef.compositePodGroup("ml", "all"), List.of()).isComposite())
                .isTrue();
        assertThat(node(GroupRef.podGroup("ml", "train"), List.of()).isComposite())
                .isFalse();
        assertThat(node(GroupRef.workload("ml", "w", "g", ""), List.of()).isComposite())
                .isFalse();
    }

    @Test
    void domainsAreCopied() {
        List<String> domains = new ArrayList<>(List.of("r1"));
        GroupNode node = node(GroupRef.podGroup("ml", "train"), domains);
        domains.clear();
        assertThat(node.domains()).containsExactly("r1");
    }
}
