package io.github.workload4j.gang.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.release.ClusterSetup;
import io.github.workload4j.api.release.FeatureGates;
import io.github.workload4j.api.release.KubernetesRelease;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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

    /** {@return the releases, in a cluster of which nothing else is known, for which something holds} */
    private static String releases(Predicate<SchedulerRules> holds) {
        return Arrays.stream(KubernetesRelease.values())
                .filter(release -> holds.test(SchedulerRules.of(release, ClusterSetup.OPEN)))
                .map(KubernetesRelease::version)
                .collect(Collectors.joining(" "));
    }

    @Test
    void groupsAndTheirPodsAreComparedFromReleaseToReleaseMore() {
        assertThat(releases(SchedulerRules::gatedMemberHoldsTree)).isEqualTo("1.37 1.38");
        assertThat(releases(SchedulerRules::comparesPriorities)).isEqualTo("1.37 1.38");
        assertThat(releases(SchedulerRules::readsGroupPreemptionPolicy)).isEqualTo("1.37 1.38");
        assertThat(releases(SchedulerRules::groupTakesPolicyOfPods)).isEqualTo("1.38");
        assertThat(releases(SchedulerRules::comparesGroups)).isEqualTo("1.38");
        assertThat(releases(SchedulerRules::limitsLevels)).isEqualTo("1.38");
        assertThat(OF_137.mostLevels()).isEqualTo(32);
        assertThat(OF_138.mostLevels()).isEqualTo(4);
    }

    @Test
    void whatIsSwitchedOffIsNotHeeded() {
        KubernetesRelease release = KubernetesRelease.V1_37;
        SchedulerRules off = new SchedulerRules(release, FeatureGates.DEFAULTS);
        assertThat(off.readsGroupPreemptionPolicy()).isFalse();
        assertThat(off.isTopologyAware()).isFalse();
        assertThat(off.hasComposites()).isFalse();
        assertThat(new SchedulerRules(KubernetesRelease.V1_35, FeatureGates.DEFAULTS).isTopologyAware())
                .isTrue();
        assertThat(new SchedulerRules(KubernetesRelease.V1_36, FeatureGates.DEFAULTS).hasComposites())
                .isTrue();
        assertThat(OF_137.isTopologyAware()).isTrue();
        assertThat(OF_137.hasComposites()).isTrue();
    }

    @Test
    void conditionsHaveAReasonFrom136AndAWordOfTheirOwnFrom138() {
        SchedulerRules of135 = SchedulerRules.of(KubernetesRelease.V1_35, ClusterSetup.OPEN);
        assertThat(of135.conditionReason(false, true)).isEmpty();
        assertThat(OF_137.conditionReason(true, true)).isEmpty();
        assertThat(OF_137.conditionReason(false, true)).isEqualTo("SchedulerError");
        assertThat(OF_138.conditionReason(false, true)).isEqualTo("PodGroupError");
        assertThat(OF_138.conditionReason(true, true)).isEqualTo("CompositePodGroupError");
        assertThat(OF_138.conditionReason(true, false)).isEqualTo("SchedulerError");
    }

    @Test
    void devicesAndVolumesAreCountedAnewFromReleaseToRelease() {
        assertThat(releases(SchedulerRules::taintsDevicesByRule)).isEqualTo("1.37 1.38");
        assertThat(releases(SchedulerRules::capacityNamesHaveDomains)).isEqualTo("1.38");
        assertThat(releases(SchedulerRules::ignoresBuilds)).isEqualTo("1.38");
        assertThat(releases(SchedulerRules::capacitiesHaveFractions)).isEqualTo("1.37 1.38");
        assertThat(releases(SchedulerRules::brokenPoolEndsPod)).isEqualTo("1.35 1.36 1.37");
        assertThat(releases(SchedulerRules::allIncludesFullDevices)).isEqualTo("1.37 1.38");
        assertThat(releases(SchedulerRules::hidesClaims)).isEqualTo("1.37 1.38");
        assertThat(releases(SchedulerRules::roundsCapacities)).isEqualTo("1.35 1.36 1.37");
    }

    @Test
    void selectorsAndVictimsAreReadAnewIn138() {
        assertThat(releases(SchedulerRules::emptyValueIsDomain)).isEqualTo("1.35 1.36 1.37");
        assertThat(releases(SchedulerRules::emptySelectorCounts)).isEqualTo("1.38");
        assertThat(releases(SchedulerRules::ranksNodesByVictims)).isEqualTo("1.38");
        assertThat(releases(SchedulerRules::ranksMembersAsGroups)).isEqualTo("1.35 1.36 1.37");
        assertThat(releases(SchedulerRules::breaksTiesByUid)).isEqualTo("1.38");
    }

    @Test
    void moreNodesLeaveASmallerShareOfDomains() {
        int[] many = new int[6000];
        for (int node = 0; node < many.length; node++) {
            many[node] = node % 20;
        }
        assertThat(OF_138.triesSomeOf(many)).isTrue();
        assertThat(OF_138.triesSomeOf(Arrays.copyOf(many, 20))).isFalse();
    }
}
