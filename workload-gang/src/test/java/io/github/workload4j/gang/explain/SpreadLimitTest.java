package io.github.workload4j.gang.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.question.GroupQuestion;
import io.github.workload4j.gang.question.TightGang;
import java.util.Collections;
import org.junit.jupiter.api.Test;

class SpreadLimitTest {

    private static SpreadLimit limit(int skew, long atMost, boolean tooFewDomains) {
        return new SpreadLimit("zone", skew, "a", 1, 0, atMost, tooFewDomains, 1, 3);
    }

    @Test
    void othersHoldTheSkewMoreThanTheFullestTheDomainCanBe() {
        assertThat(limit(2, 3, false).othersAtMost()).isEqualTo(5);
    }

    @Test
    void othersHoldTheSkewAloneWhereTooFewDomainsAreCounted() {
        assertThat(limit(2, 3, true).othersAtMost()).isEqualTo(2);
    }

    @Test
    void boundBeyondIntegersIsNotCutOff() {
        assertThat(limit(Integer.MAX_VALUE, 3_000_000_000L, false).othersAtMost())
                .isEqualTo(5_147_483_647L);
    }

    @Test
    void domainThatHoldsTheOthersBackIsTheFirstOfThoseThatHoldTheFewest() {
        GroupQuestion spread = TightGang.of(3, 2_000, Collections.nCopies(9, 1_000L), true);
        Explanation explanation = Explanation.of(spread, spread.answer(Budget.DEFAULT), Budget.DEFAULT.meter());
        assertThat(explanation.spreads()).containsExactly(new SpreadLimit("host", 1, "n0", 1, 0, 2, false, 3, 3));
    }

    @Test
    void missingPartIsNamed() {
        assertThatThrownBy(() -> new SpreadLimit(null, 1, "a", 1, 0, 1, false, 1, 1))
                .hasMessage("topologyKey");
        assertThatThrownBy(() -> new SpreadLimit("zone", 1, null, 1, 0, 1, false, 1, 1))
                .hasMessage("domain");
    }
}
