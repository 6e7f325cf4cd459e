package io.github.workload4j.gang.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.release.ClusterSetup;
import io.github.workload4j.api.release.KubernetesRelease;
import org.junit.jupiter.api.Test;

class SchedulerRulesTest {

    private static final SchedulerRules OF_137 = SchedulerRules.of(KubernetesRelease.V1_37, ClusterSetup.OPEN);
    private static final SchedulerRules OF_138 = SchedulerRules.of(KubernetesRelease.V1_38, ClusterSetup.OPEN);

    /** Two domains, and a node in none. */
    private static int[] domains(int nodes) {
        int[] domainOf = new int[nodes + 1];
        for (int node = 0; node < nodes; node++) {
            domainOf[node] = node % 2;
        }
        domainOf[nodes] = -1;
        return domainOf;
    }

    @Test
    void onlySomeDomainsAreTriedFrom56NodesOnIn138() {
        assertThat(OF_138.triesSomeOf(domains(55))).isFalse();
        assertThat(OF_138.triesSomeOf(domains(56))).isTrue();
        assertThat(OF_137.triesSomeOf(domains(5000))).isFalse();
    }

    @Test
    void oneDomainIsAlwaysTried() {
        assertThat(OF_138.triesSomeOf(new int[1000])).isFalse();
    }

    @Test
    void emptySelectorOfABudgetMatchesEveryPodFrom138On() {
        assertThat(OF_137.emptyBudgetSelectorMatches()).isFalse();
        assertThat(OF_138.emptyBudgetSelectorMatches()).isTrue();
    }
}
