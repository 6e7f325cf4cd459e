package io.github.workload4j.gang.proof.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingGroup;
import io.github.workload4j.gang.packing.PackingNodes;
import io.github.workload4j.gang.packing.PodClass;
import io.github.workload4j.gang.proof.Certificate;
import io.github.workload4j.gang.proof.CheckFailure;
import io.github.workload4j.gang.proof.CheckFailure.Rule;
import io.github.workload4j.gang.proof.ConflictBranch;
import io.github.workload4j.gang.proof.DomainBranch;
import io.github.workload4j.gang.proof.GroupBranch;
import io.github.workload4j.gang.proof.Weights;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForgedCertificateTest {

    private static final Weights NOTHING = Weights.of(1L);

    private static Rule refusal(Packing packing, Certificate certificate) {
        return new PackingChecker(packing)
                .objectionTo(certificate, 1)
                .map(CheckFailure::rule)
                .orElse(null);
    }

    @Test
    void classesAreNotApartWhereNoDomainIs() {
        ConflictBranch forged = new ConflictBranch(0, -1, Weights.of(1L, 0L), Weights.of(0L, 1L));
        assertThat(refusal(FalseClaims.outside(), forged)).isEqualTo(Rule.CASES);
    }

    @Test
    void aDomainSaidTwiceOrThatIsNoneIsRefused() {
        Packing packing = new Packing(
                PackingNodes.of(2, new long[] {1, 1}),
                List.of(PodClass.of(2, 1)),
                List.of(),
                PackingGroup.leaf(2, 0).inOneDomain(0, 1));
        DomainBranch.Case both = new DomainBranch.Case(List.of(0, 1), NOTHING);
        assertThat(refusal(packing, new DomainBranch(0, List.of(both)))).isNull();
        assertThat(refusal(packing, new DomainBranch(0, List.of(both, both)))).isEqualTo(Rule.CASES);
        for (List<Integer> domains : List.of(List.of(0, 1, 2), List.of(0, 1, -1), List.of(0), List.<Integer>of())) {
            DomainBranch wrong = new DomainBranch(0, List.of(new DomainBranch.Case(domains, NOTHING)));
            assertThat(refusal(packing, wrong)).as("%s", domains).isEqualTo(Rule.CASES);
        }
    }

    @Test
    void whatIsUsedAgainAndAgainIsLookedAtOnceAndCheckedWithinTheLimits() {
        Certificate one = NOTHING;
        Certificate other = NOTHING;
        for (int i = 0; i < 100; i++) {
            one = new GroupBranch(0, one, one);
            other = new GroupBranch(0, other, other);
        }
        assertThat(one.leaves()).isEqualTo(Integer.MAX_VALUE);
        assertThat(one.equals(other)).isTrue();
        Packing packing = new Packing(
                PackingNodes.of(1, new long[] {1}), List.of(PodClass.of(2, 1)), List.of(), PackingGroup.leaf(2, 0));
        assertThat(new PackingChecker(packing, 10_000).objectionTo(one, 1))
                .hasValueSatisfying(no -> assertThat(no.rule()).isEqualTo(Rule.LIMIT));
    }
}
