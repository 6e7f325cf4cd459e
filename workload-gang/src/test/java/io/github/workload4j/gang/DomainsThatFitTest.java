package io.github.workload4j.gang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.question.GroupQuestion;
import io.github.workload4j.gang.question.TightGang;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DomainsThatFitTest {

    private static final GroupQuestion ON_ONE_HOST =
            TightGang.of(3, 4_000, List.of(1_000L, 2_000L), false).withTopologyKey(TightGang.TRAIN, "host");

    @Test
    void valuesAreThoseThatHoldTheGroupInOrder() {
        assertThat(ON_ONE_HOST.domainsThatFit(TightGang.TRAIN, Budget.DEFAULT.meter()))
                .isEqualTo(new DomainsThatFit(TightGang.TRAIN, "host", List.of("n0", "n1", "n2"), List.of()));
    }

    @Test
    void valuesThatTheBudgetLeftOpenAreUndetermined() {
        assertThat(ON_ONE_HOST.domainsThatFit(TightGang.TRAIN, Budget.steps(1).meter()))
                .isEqualTo(new DomainsThatFit(TightGang.TRAIN, "host", List.of(), List.of("n0", "n1", "n2")));
    }

    @Test
    void groupWithoutATopologyConstraintIsTheCallersMistake() {
        GroupQuestion anywhere = ON_ONE_HOST.withTopologyKey(TightGang.TRAIN, null);
        assertThatThrownBy(() -> anywhere.domainsThatFit(TightGang.TRAIN, Budget.DEFAULT.meter()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("group: ml/train (expected: one with a topology constraint)");
    }

    @Test
    void listsAreCopied() {
        List<String> values = new ArrayList<>(List.of("n0"));
        List<String> undetermined = new ArrayList<>(List.of("n1"));
        DomainsThatFit fit = new DomainsThatFit(TightGang.TRAIN, "host", values, undetermined);
        values.clear();
        undetermined.clear();
        assertThat(fit).isEqualTo(new DomainsThatFit(TightGang.TRAIN, "host", List.of("n0"), List.of("n1")));
    }
}
