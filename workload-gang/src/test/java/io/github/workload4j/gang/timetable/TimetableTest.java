package io.github.workload4j.gang.timetable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.core.Container;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodSchedulingGroup;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.core.PodStatus;
import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.Reason;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.cluster.SnapshotBuilder;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.question.Groups;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TimetableTest {

    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");

    private final SnapshotBuilder cluster = ClusterSnapshot.builder();
    private final List<PodGroup> groups = new ArrayList<>();
    private final List<GroupRef> order = new ArrayList<>();
    private final List<Reservation> reservations = new ArrayList<>();
    private final List<Start.Refusal> proofs = new ArrayList<>();

    private static Instant minute(int minutes) {
        return NOON.plusSeconds(60L * minutes);
    }

    private void nodes(int... cpus) {
        for (int n = 0; n < cpus.length; n++) {
            cluster.node("n" + n, Map.of(), Map.of("cpu", "" + cpus[n], "pods", "110"));
        }
    }

    private static Pod pod(String namespace, String name, String group, String node, int cpu, Long minutes) {
        PodSpec.Builder spec = PodSpec.builder()
                .nodeName(node)
                .activeDeadlineSeconds(minutes == null ? null : Long.valueOf(60 * minutes))
                .containers(List.of(Container.of("c", Map.of("cpu", Quantity.of(cpu)))));
        return new Pod(
                ObjectMeta.of(namespace, name),
                (group.isEmpty() ? spec : spec.schedulingGroup(new PodSchedulingGroup(group))).build(),
                node.isEmpty()
                        ? PodStatus.EMPTY
                        : PodStatus.builder().phase("Running").startTime(NOON).build());
    }

    private void running(String name, String node, int cpu, Long minutes) {
        cluster.pod(pod("shop", name, "", node, cpu, minutes));
    }

    private GroupRef group(String name, int count, int cpu, Long minutes) {
        groups.add(PodGroup.gang(ApiVersion.V1BETA1, "ml", name, count));
        for (int p = 0; p < count; p++) {
            cluster.pod(pod("ml", name + "-" + p, name, "", cpu, minutes));
        }
        GroupRef ref = GroupRef.podGroup("ml", name);
        order.add(ref);
        return ref;
    }

    private Timetable timetable(Map<GroupRef, List<GroupRef>> after, Budget budget) {
        return Timetable.of(
                cluster.build(),
                Groups.of(groups),
                order,
                after,
                Outlook.byDeadlines(NOON, reservations),
                budget.meter(),
                group -> {},
                proofs::add);
    }

    private List<Start> starts() {
        return timetable(Map.of(), Budget.DEFAULT).starts();
    }

    private static List<Optional<Instant>> times(List<Start> starts) {
        return starts.stream().map(Start::at).toList();
    }

    @Test
    void aSmallGroupStartsBeforeALargeOneAheadOfItOnlyIfItIsGoneByThen() {
        nodes(4, 4);
        running("long", "n0", 3, 60L);
        group("large", 2, 4, 30L);
        group("short", 1, 2, 60L);
        group("too-long", 1, 2, 61L);
        List<Start> starts = starts();
        assertThat(times(starts)).containsExactly(Optional.of(minute(60)), Optional.of(NOON), Optional.of(minute(90)));
        assertThat(starts.get(0).freedBy().pods()).containsExactly("shop/long");
        assertThat(starts.get(0).until()).contains(minute(90));
        assertThat(starts.get(2).freedBy().groups()).containsExactly(order.get(0));
        assertThat(starts).allMatch(Start::exact);
    }

    @Test
    void aGroupWithoutAnEndKeepsItsRoomForEver() {
        nodes(4);
        group("service", 1, 3, null);
        group("next", 1, 2, 5L);
        List<Start> starts = starts();
        assertThat(starts.get(0).until()).isEmpty();
        assertThat(starts.get(1).at()).isEmpty();
        assertThat(starts.get(1).exact()).isTrue();
        assertThat(starts.get(1).verdict()).isInstanceOf(Verdict.Infeasible.class);
        assertThat(starts.get(1).last().orElseThrow().before()).isEmpty();
    }

    @Test
    void aReservationCutsAGroupOffThatWouldRunIntoIt() {
        nodes(4);
        reservations.add(
                new Reservation("upgrade", minute(10), minute(20), Map.of("n0", Map.of("cpu", 4_000L, "pods", 0L))));
        group("ten", 1, 1, 10L);
        group("eleven", 1, 1, 11L);
        List<Start> starts = starts();
        assertThat(times(starts)).containsExactly(Optional.of(NOON), Optional.of(minute(20)));
        assertThat(starts.get(1).freedBy().reservations()).containsExactly("upgrade");
        assertThat(starts.get(1).freedBy().groups()).isEmpty();
    }

    /** What two groups take of a node one after the other counts once, not twice. */
    @Test
    void whatIsFreeThroughATimeIsTheLeastOfIt() {
        nodes(4);
        group("first", 1, 3, 10L);
        group("second", 1, 3, 10L);
        group("beside", 1, 1, 30L);
        assertThat(times(starts())).containsExactly(Optional.of(NOON), Optional.of(minute(10)), Optional.of(NOON));
    }

    @Test
    void proofsFollowOneAnotherUpToTheStart() {
        nodes(8);
        for (int p = 0; p < 8; p++) {
            running("p" + p, "n0", 1, 1L + p);
        }
        group("train", 1, 5, null);
        Start start = starts().get(0);
        assertThat(start.at()).contains(minute(5));
        assertThat(start.refusals()).isEqualTo(proofs.size());
        Instant proved = NOON;
        for (Start.Refusal each : proofs) {
            assertThat(each.from()).isEqualTo(proved);
            proved = each.before().orElseThrow();
        }
        assertThat(proved).isEqualTo(minute(5));
        assertThat(start.last()).contains(proofs.get(proofs.size() - 1));
    }

    @Test
    void podsThatComeAfterThoseOfAnotherGroupStartNoEarlier() {
        nodes(4);
        running("long", "n0", 3, 60L);
        GroupRef first = group("first", 1, 2, 5L);
        GroupRef second = group("second", 1, 1, 5L);
        GroupRef never = group("never", 1, 9, 5L);
        GroupRef third = group("third", 1, 1, 5L);
        List<Start> starts = timetable(Map.of(second, List.of(first), third, List.of(never)), Budget.DEFAULT)
                .starts();
        assertThat(starts.get(1).at()).contains(minute(60));
        assertThat(starts.get(3).verdict().reason()).contains(Reason.EARLIER_GROUP_NOT_IN);
    }

    @Test
    void whoShouldHaveEndedAndIsStillThereRunsOn() {
        nodes(4);
        running("stuck", "n0", 3, 0L);
        group("next", 1, 2, 5L);
        Timetable timetable = timetable(Map.of(), Budget.DEFAULT);
        assertThat(timetable.overdue()).containsExactly("shop/stuck");
        assertThat(timetable.starts().get(0).at()).isEmpty();
    }

    /** Its own pods that run are not waited for: they stay as they are while it waits. */
    @Test
    void podsOfTheGroupItselfStay() {
        nodes(4);
        groups.add(PodGroup.gang(ApiVersion.V1BETA1, "ml", "grow", 2));
        cluster.pod(pod("ml", "grow-0", "grow", "n0", 3, 10L));
        cluster.pod(pod("ml", "grow-1", "grow", "", 2, 10L));
        order.add(GroupRef.podGroup("ml", "grow"));
        group("other", 1, 2, 5L);
        List<Start> starts = starts();
        assertThat(starts.get(0).at()).isEmpty();
        assertThat(starts.get(1).at()).contains(minute(10));
    }

    @Test
    void withoutABudgetItIsSaidToBeOpen() {
        nodes(4);
        group("train", 1, 5, null);
        Start start = timetable(Map.of(), Budget.steps(1)).starts().get(0);
        assertThat(start.verdict()).isInstanceOf(Verdict.Undetermined.class);
        assertThat(start.exact()).isFalse();
    }

    @Test
    void amountsBeyondRangeAreNoAnswer() {
        nodes(4);
        Map<String, Long> huge = Map.of("cpu", Long.MAX_VALUE);
        reservations.add(new Reservation("a", NOON, minute(9), Map.of("n0", huge)));
        reservations.add(new Reservation("b", NOON, minute(9), Map.of("n0", huge)));
        group("train", 1, 1, null);
        assertThat(starts().get(0).verdict()).isInstanceOf(Verdict.Undetermined.class);
    }

    @Test
    void timesBeyondAllMeasureAreNever() {
        nodes(4);
        running("long", "n0", 3, Long.MAX_VALUE / 120);
        group("next", 1, 1, Long.MAX_VALUE / 120);
        group("last", 1, 4, 1L);
        List<Start> starts = starts();
        assertThat(starts.get(0).until()).isEmpty();
        assertThat(starts.get(1).at()).isEmpty();
    }

    @Test
    void aReservationOfAGroupTakesWhatItsPodsTake() {
        nodes(4);
        group("train", 1, 3, 5L);
        Start start = starts().get(0);
        Verdict.Feasible fits = (Verdict.Feasible) start.verdict();
        Reservation kept = Reservation.of("train", NOON, minute(5), cluster.build(), fits.placement());
        assertThat(kept.taken()).isEqualTo(Map.of("n0", Map.of("cpu", 3_000L, "pods", 1L)));
    }

    /** Beside pods that are there then, and reservations before it; what is not asked by a group counts too. */
    @Test
    void aReservationThatTakesMoreThanThereIsIsSaid() {
        nodes(4, 4);
        running("long", "n0", 3, 15L);
        running("stays", "n1", 2, null);
        Map<String, Long> two = Map.of("cpu", 2_000L);
        reservations.add(new Reservation("fits", minute(15), minute(20), Map.of("n0", Map.of("cpu", 4_000L))));
        reservations.add(new Reservation("early", minute(10), minute(30), Map.of("n0", two, "n1", two)));
        reservations.add(new Reservation("gpus", NOON, minute(1), Map.of("n1", Map.of("nvidia.com/gpu", 1L))));
        reservations.add(new Reservation("never", minute(5), minute(5), Map.of("n1", Map.of("cpu", 9_000L))));
        group("train", 1, 1, 5L);
        assertThat(timetable(Map.of(), Budget.DEFAULT).overbooked())
                .containsExactly(
                        new Overbooked("early", "n0", "cpu", minute(10), 2_000),
                        new Overbooked("gpus", "n1", "nvidia.com/gpu", NOON, 1));
        assertThatThrownBy(() -> new Overbooked("r", "n", "cpu", NOON, 0)).hasMessageContaining("missing: 0");
    }

    @Test
    void mistakesInReservationsAreToldByName() {
        nodes(4);
        reservations.add(new Reservation("gone", NOON, minute(1), Map.of("n7", Map.of("cpu", 1L))));
        group("train", 1, 1, 5L);
        assertThatThrownBy(this::starts).hasMessageContaining("n7").hasMessageContaining("gone");
        assertThatThrownBy(() -> new Reservation("back", minute(1), NOON, Map.of()))
                .hasMessageContaining("back");
        assertThatThrownBy(() -> new Reservation("less", NOON, minute(1), Map.of("n0", Map.of("cpu", -1L))))
                .hasMessageContaining("less");
    }

    @Test
    void aGroupLastsAsLongAsItsLongestPod() {
        Pod one = pod("ml", "a", "g", "", 1, 2L);
        Pod two = pod("ml", "b", "g", "", 1, 3L);
        assertThat(Outlook.longestDeadline(List.of(one, two))).contains(Duration.ofMinutes(3));
        assertThat(Outlook.longestDeadline(List.of(one, pod("ml", "c", "g", "", 1, null))))
                .isEmpty();
        assertThat(Outlook.longestDeadline(List.of())).isEmpty();
    }
}
