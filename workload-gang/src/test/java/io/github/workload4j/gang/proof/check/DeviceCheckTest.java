package io.github.workload4j.gang.proof.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingGroup;
import io.github.workload4j.gang.packing.PackingNodes;
import io.github.workload4j.gang.packing.PodClass;
import io.github.workload4j.gang.proof.CheckFailure;
import io.github.workload4j.gang.proof.ClaimedDevices;
import io.github.workload4j.gang.proof.ClaimedDevices.Choice;
import io.github.workload4j.gang.proof.ClaimedDevices.Claim;
import io.github.workload4j.gang.proof.ClaimedDevices.Column;
import io.github.workload4j.gang.proof.ClaimedDevices.Kind;
import io.github.workload4j.gang.proof.ClaimedDevices.Misfit;
import io.github.workload4j.gang.proof.ClaimedDevices.Offered;
import io.github.workload4j.gang.proof.ClaimedDevices.Pods;
import io.github.workload4j.gang.proof.ClaimedDevices.Request;
import io.github.workload4j.gang.proof.ClaimedDevices.Rule;
import io.github.workload4j.gang.proof.NodeSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Five devices of one NUMA node and one of another; pods that want two of the same. */
class DeviceCheckTest {

    private static final Claim PAIR = new Claim(
            List.of(new Request("", List.of(new Choice(0, 2, false, List.of(0))))), List.of(new Rule(0, true)), false);

    private static ClaimedDevices devices(List<Column> columns, Misfit... misfits) {
        Kind kind = new Kind(NodeSet.of(0, 1), List.of(of(5, 0), of(1, 1)), List.of(), List.of(), List.of(), List.of());
        return new ClaimedDevices(List.of("gpu"), List.of(List.of(PAIR)), List.of(kind), columns, List.of(misfits));
    }

    private static Offered of(int count, int value) {
        return new Offered(count, false, List.of(0), List.of(value), List.of(), false, List.of(), List.of());
    }

    private static Misfit misfit(int count) {
        return new Misfit(NodeSet.of(0, 1), List.of(new Pods(0, count)));
    }

    /** Pods of 1 of the column each, of which a node has some. */
    private static Packing packing(long request, long free) {
        return new Packing(
                PackingNodes.of(2, new long[] {free, free}, new long[] {10, 10}),
                List.of(new PodClass(new long[] {request, 1}, 7, null, Integer.MAX_VALUE, 0)),
                List.of(),
                PackingGroup.leaf(7, 0));
    }

    private static String objection(ClaimedDevices claimed, Packing packing) {
        return new DeviceCheck(claimed)
                .objectionTo(packing)
                .map(Object::toString)
                .orElse("");
    }

    @Test
    void aColumnHoldsIfAllThatBreakItHaveAMisfitAmongThem() {
        List<Column> places = List.of(new Column(0, List.of()));
        assertThat(objection(devices(places, misfit(3)), packing(1, 2))).isEmpty();
        assertThat(objection(devices(places, misfit(3)), packing(1, 7))).isEmpty();
        assertThat(objection(devices(places), packing(1, 2)))
                .isEqualTo("RESOURCE: resource 0 of node 0 does not follow from devices");
        assertThat(objection(devices(places, misfit(3)), packing(1, 1))).contains("does not follow");
    }

    @Test
    void podsThatHaveDevicesAreNoMisfit() {
        assertThat(objection(devices(List.of(), misfit(2)), packing(1, 2))).contains("have devices on node 0");
        assertThat(objection(devices(List.of(), misfit(3)), packing(1, 2))).isEmpty();
        ClaimedDevices claimed = devices(List.of());
        DeviceCheck check = new DeviceCheck(claimed);
        Kind kind = claimed.kinds().get(0);
        assertThat(check.isMisfit(kind, new int[] {3}, Budget.DEFAULT.meter())).isTrue();
        assertThat(check.isMisfit(kind, new int[] {2}, Budget.DEFAULT.meter())).isFalse();
        assertThat(check.isMisfit(kind, new int[] {3}, Budget.steps(2).meter())).isFalse();
    }

    @Test
    void aColumnThatCountsDevicesHasThemAllAndAsksNoMoreThanIsTaken() {
        ClaimedDevices counted = devices(List.of(new Column(0, List.of(0))));
        assertThat(objection(counted, packing(2, 6))).isEmpty();
        assertThat(objection(counted, packing(2, 5))).contains("does not follow");
        assertThat(objection(counted, packing(3, 6))).contains("does not follow");
    }

    @Test
    void devicesOfOtherNodesOrColumnsAndTooLittleBudgetAreObjectedTo() {
        assertThat(objection(devices(List.of(new Column(1, List.of()))), packing(1, 2)))
                .startsWith("SHAPE");
        ClaimedDevices nowhere = new ClaimedDevices(List.of(), List.of(List.of()), List.of(), List.of(), List.of());
        assertThat(objection(nowhere, packing(1, 2))).startsWith("SHAPE");
        assertThat(new DeviceCheck(devices(List.of(), misfit(3)))
                        .objectionTo(packing(1, 2), Budget.steps(3).meter())
                        .map(CheckFailure::rule))
                .contains(CheckFailure.Rule.LIMIT);
    }
}
