package io.github.workload4j.gang.proof.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingGroup;
import io.github.workload4j.gang.packing.PackingNodes;
import io.github.workload4j.gang.packing.PodClass;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Against trying every number of pods of each class: the points are never more than the fewest. */
class RequiredPointsTest {

    private static final PackingNodes NODES = PackingNodes.of(1, new long[] {99});

    private static PodClass pods(int count, int min) {
        return new PodClass(new long[] {1}, count, null, Integer.MAX_VALUE, min);
    }

    private static long required(
            PackingGroup root, List<PodClass> classes, GroupState[] state, int atLeast, Long... points) {
        Packing packing = new Packing(NODES, classes, List.of(), root);
        NumberedGroups groups = new NumberedGroups(packing);
        GroupState[] known = state.length == 0 ? groups.start() : state;
        return new RequiredPoints(packing, groups, known, List.of(points)).of(atLeast);
    }

    @Test
    void aGroupNeedsItsMinimaAndThenItsCheapestPods() {
        List<PodClass> classes = List.of(pods(4, 1), pods(4, 0), pods(4, 0));
        PackingGroup leaf = PackingGroup.leaf(6, 0, 1, 2);
        assertThat(required(leaf, classes, new GroupState[0], 1, 9L, 5L, 2L)).isEqualTo(9 + 4 * 2 + 5);
        assertThat(required(leaf, classes, new GroupState[0], 9, 9L, 5L, 2L)).isEqualTo(9 + 4 * 2 + 4 * 5);
        assertThat(required(leaf, classes, new GroupState[0], 12, 9L, 5L, 2L)).isEqualTo(4 * (9 + 5 + 2));
        assertThat(required(leaf, classes, new GroupState[0], 13, 9L, 5L, 2L)).isEqualTo(RequiredPoints.NEVER);
    }

    @Test
    void aGroupOfGroupsNeedsTheCheapestOfThem() {
        List<PodClass> classes = List.of(pods(3, 0), pods(3, 0), pods(3, 0));
        PackingGroup root =
                PackingGroup.composite(2, PackingGroup.leaf(2, 0), PackingGroup.leaf(3, 1), PackingGroup.leaf(1, 2));
        assertThat(required(root, classes, new GroupState[0], 1, 5L, 1L, 7L)).isEqualTo(3 + 7);
        GroupState[] known = {GroupState.PLACED, GroupState.PLACED, GroupState.OPEN, GroupState.OPEN};
        assertThat(required(root, classes, known, 1, 5L, 1L, 7L)).isEqualTo(10 + 3);
        GroupState[] without = {GroupState.PLACED, GroupState.OPEN, GroupState.EMPTY, GroupState.OPEN};
        assertThat(required(root, classes, without, 1, 5L, 1L, 7L)).isEqualTo(10 + 7);
        GroupState[] tooFew = {GroupState.PLACED, GroupState.OPEN, GroupState.EMPTY, GroupState.EMPTY};
        assertThat(required(root, classes, tooFew, 1, 5L, 1L, 7L)).isEqualTo(RequiredPoints.NEVER);
    }

    @Test
    void whatIsMetByNothingCostsNothing() {
        List<PodClass> classes = List.of(pods(3, 0), pods(3, 0));
        PackingGroup root = PackingGroup.composite(2, PackingGroup.leaf(0, 0), PackingGroup.leaf(2, 1));
        assertThat(required(root, classes, new GroupState[0], 1, 4L, 3L)).isEqualTo(6);
        GroupState[] empty = {GroupState.PLACED, GroupState.EMPTY, GroupState.OPEN};
        assertThat(required(root, classes, empty, 1, 4L, 3L)).isEqualTo(6);
        GroupState[] placed = {GroupState.PLACED, GroupState.PLACED, GroupState.OPEN};
        assertThat(required(root, classes, placed, 1, 4L, 3L)).isEqualTo(10);
    }

    @Test
    void aGroupThatCannotHaveItsMinimumNeverHasPods() {
        List<PodClass> classes = List.of(pods(3, 0));
        assertThat(required(PackingGroup.leaf(4, 0), classes, new GroupState[0], 1, 1L))
                .isEqualTo(RequiredPoints.NEVER);
    }

    @Test
    void pointsBeyondSixtyFourBitsAreNotNever() {
        List<PodClass> classes = List.of(pods(3, 0));
        assertThat(required(PackingGroup.leaf(3, 0), classes, new GroupState[0], 1, Long.MAX_VALUE / 2))
                .isEqualTo(Long.MAX_VALUE - 1);
    }

    @Test
    void isNoMoreThanTheFewestPointsOfAnyAnswer() {
        Random random = new Random(8);
        int reached = 0;
        for (int i = 0; i < 3_000; i++) {
            List<PodClass> classes = List.of(
                    pods(1 + random.nextInt(3), random.nextInt(2)),
                    pods(1 + random.nextInt(3), random.nextInt(2)),
                    pods(1 + random.nextInt(3), 0));
            PackingGroup one = PackingGroup.leaf(random.nextInt(4), 0);
            PackingGroup two = PackingGroup.leaf(random.nextInt(4), 1, 2);
            PackingGroup root = random.nextBoolean()
                    ? PackingGroup.composite(random.nextInt(3), one, two)
                    : PackingGroup.leaf(random.nextInt(6), 0, 1, 2);
            Packing packing = new Packing(NODES, classes, List.of(), root);
            NumberedGroups groups = new NumberedGroups(packing);
            GroupState[] state = groups.start();
            if (groups.count() > 1 && random.nextBoolean()) {
                state = groups.with(
                        state, 1 + random.nextInt(2), random.nextBoolean() ? GroupState.PLACED : GroupState.EMPTY);
            }
            Long[] points = {(long) random.nextInt(5), (long) random.nextInt(5), (long) random.nextInt(5)};
            int atLeast = 1 + random.nextInt(5);
            long fewest = fewest(packing, groups, state, points, atLeast);
            long required = new RequiredPoints(packing, groups, state, List.of(points)).of(atLeast);
            assertThat(required).isLessThanOrEqualTo(fewest);
            reached += required == fewest ? 1 : 0;
            assertThat(groups.count() > 1 || required == fewest).isTrue();
        }
        assertThat(reached).isGreaterThan(2_500);
    }

    private static long fewest(Packing packing, NumberedGroups groups, GroupState[] state, Long[] points, int atLeast) {
        long fewest = RequiredPoints.NEVER;
        int[] placed = new int[3];
        int[] counts = packing.classes().stream().mapToInt(PodClass::count).toArray();
        for (placed[0] = 0; placed[0] <= counts[0]; placed[0]++) {
            for (placed[1] = 0; placed[1] <= counts[1]; placed[1]++) {
                for (placed[2] = 0; placed[2] <= counts[2]; placed[2]++) {
                    boolean holds = Arrays.stream(placed).sum() >= atLeast && isAnswer(packing, groups, state, placed);
                    if (holds) {
                        fewest =
                                Math.min(fewest, placed[0] * points[0] + placed[1] * points[1] + placed[2] * points[2]);
                    }
                }
            }
        }
        return fewest;
    }

    private static boolean isAnswer(Packing packing, NumberedGroups groups, GroupState[] state, int[] placed) {
        for (int g = 0; g < groups.count(); g++) {
            int pods = groups.classes(g).stream().map(j -> placed[j]).sum();
            boolean wrong = state[g] == GroupState.EMPTY && pods > 0 || state[g] == GroupState.PLACED && pods == 0;
            if (wrong || pods > 0 && !succeeds(packing, groups, g, placed)) {
                return false;
            }
        }
        return succeeds(packing, groups, 0, placed);
    }

    private static boolean succeeds(Packing packing, NumberedGroups groups, int group, int[] placed) {
        PackingGroup it = groups.group(group);
        if (!it.children().isEmpty()) {
            return groups.children(group).stream()
                            .filter(child -> succeeds(packing, groups, child, placed))
                            .count()
                    >= it.minimum();
        }
        int pods = it.classes().stream().mapToInt(j -> placed[j]).sum();
        return pods >= it.minimum()
                && (pods == 0
                        || it.classes().stream()
                                .allMatch(j ->
                                        placed[j] >= packing.classes().get(j).min()));
    }
}
