package io.github.workload4j.gang.proof.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.gang.packing.Conflict;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingGroup;
import io.github.workload4j.gang.packing.PackingNodes;
import io.github.workload4j.gang.packing.PodClass;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClassRulesTest {

    private static final int[] RACK = {0, 0, 1};
    private static final int[] ZONE = {0, 0, 0};

    private static final ClassRules RULES = new ClassRules(new Packing(
            PackingNodes.of(3, new long[] {1, 1, 1}),
            List.of(
                    new PodClass(new long[] {1}, 9, null, 4, 0),
                    PodClass.of(2, 1),
                    PodClass.of(5, 1),
                    new PodClass(new long[] {1}, 3, null, 7, 0)),
            List.of(
                    Conflict.onNode(0, 1),
                    Conflict.onNode(2, 2),
                    new Conflict(1, 3, RACK),
                    new Conflict(3, 3, RACK.clone()),
                    new Conflict(0, 3, ZONE)),
            PackingGroup.leaf(1, 0, 1, 2, 3)));

    private static BitSet set(int... members) {
        BitSet set = new BitSet();
        for (int member : members) {
            set.set(member);
        }
        return set;
    }

    @Test
    void theMostOnANodeAreTheLimitTheCountOrOne() {
        assertThat(new int[] {RULES.most(0), RULES.most(1), RULES.most(2), RULES.most(3)})
                .containsExactly(4, 2, 1, 3);
    }

    @Test
    void classesAreApartEitherWayRound() {
        assertThat(RULES.areApart(0, 1, null)).isTrue();
        assertThat(RULES.areApart(1, 0, null)).isTrue();
        assertThat(RULES.areApart(2, 2, null)).isTrue();
        assertThat(RULES.areApart(0, 2, null)).isFalse();
        assertThat(RULES.areApart(1, 3, null)).isFalse();
        assertThat(RULES.areApart(1, 3, RACK.clone())).isTrue();
        assertThat(RULES.areApart(3, 1, RACK)).isTrue();
        assertThat(RULES.areApart(3, 3, RACK)).isTrue();
        assertThat(RULES.areApart(1, 3, ZONE)).isFalse();
        assertThat(RULES.areApart(0, 3, ZONE)).isTrue();
        assertThat(RULES.areApart(0, 1, ZONE)).isFalse();
    }

    @Test
    void equalDomainsAreOneLabel() {
        assertThat(RULES.labels()).extracting(ClassRules.Label::classes).containsExactly(set(1, 3), set(0, 3));
        assertThat(RULES.labels().get(0).domainOf()).isEqualTo(RACK);
    }

    @Test
    void wideConflictsAreThoseOverDomains() {
        assertThat(RULES.wide(3)).extracting(ClassRules.Wide::other).containsExactly(1, 3, 0);
        assertThat(RULES.wide(3)).extracting(ClassRules.Wide::podClass).containsOnly(3);
        assertThat(RULES.wide(1)).extracting(ClassRules.Wide::other).containsExactly(3);
        assertThat(RULES.wide(2)).isEmpty();
        assertThat(RULES.alone()).hasSize(1).allMatch(wide -> wide.podClass() == 3 && wide.other() == 3);
    }
}
