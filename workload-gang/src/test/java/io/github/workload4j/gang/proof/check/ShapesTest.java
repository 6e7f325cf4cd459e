package io.github.workload4j.gang.proof.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingGroup;
import io.github.workload4j.gang.packing.PackingNodes;
import io.github.workload4j.gang.packing.PodClass;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which nodes are the same to a check. */
class ShapesTest {

    private static Shapes shapes(PackingNodes nodes, PackingGroup root, PodClass... classes) {
        Packing packing = new Packing(nodes, List.of(classes), List.of(), root);
        return new Shapes(packing, new NumberedGroups(packing));
    }

    private static PodClass eligible(long request, long... nodes) {
        return new PodClass(new long[] {request}, 1, nodes, 1, 1);
    }

    @Test
    void aClassMayUseTheNodesThatItIsEligibleFor() {
        Shapes shapes = shapes(
                PackingNodes.of(3, new long[] {1, 1, 1}),
                PackingGroup.leaf(1, 0, 1),
                eligible(1, 0b101),
                PodClass.of(1, 1));
        assertThat(shapes.mayUse(0, 0)).isTrue();
        assertThat(shapes.mayUse(0, 1)).isFalse();
        assertThat(shapes.mayUse(0, 2)).isTrue();
        for (int node = 0; node < 3; node++) {
            assertThat(shapes.mayUse(1, node)).isTrue();
        }
        assertThat(shapes.shapeOf()).containsExactly(0, 1, 0);
        assertThat(shapes.count()).isEqualTo(2);
    }

    @Test
    void aClassMayUseTheNodesOfTheDomainsOfItsGroupAndNoClassOutsideTheGroups() {
        Shapes shapes = shapes(
                PackingNodes.of(3, new long[] {1, 1, 1}),
                PackingGroup.composite(1, PackingGroup.leaf(1, 0).inOneDomain(0, -1, 1), PackingGroup.leaf(1, 1)),
                PodClass.of(1, 1),
                PodClass.of(1, 1),
                PodClass.of(1, 1));
        assertThat(shapes.mayUse(0, 0)).isTrue();
        assertThat(shapes.mayUse(0, 1)).isFalse();
        assertThat(shapes.mayUse(0, 2)).isTrue();
        assertThat(shapes.mayUse(1, 1)).isTrue();
        assertThat(shapes.mayUse(2, 0)).isFalse();
        assertThat(shapes.shapeOf()).containsExactly(0, 1, 0);
    }

    @Test
    void moreThanSixtyFourClassesAreToldApart() {
        List<PodClass> classes = new ArrayList<>();
        Integer[] all = new Integer[66];
        for (int j = 0; j < all.length; j++) {
            classes.add(j == 65 ? eligible(1, 0b01) : j == 1 ? eligible(1, 0b10) : PodClass.of(1, 1));
            all[j] = j;
        }
        Shapes shapes = shapes(
                PackingNodes.of(2, new long[] {1, 1}), PackingGroup.leaf(1, all), classes.toArray(PodClass[]::new));
        assertThat(shapes.mayUse(65, 0)).isTrue();
        assertThat(shapes.mayUse(65, 1)).isFalse();
        assertThat(shapes.mayUse(1, 0)).isFalse();
        assertThat(shapes.mayUse(1, 1)).isTrue();
        assertThat(shapes.mayUse(64, 1)).isTrue();
    }

    @Test
    void eligibilityIsReadBeyondTheFirstWord() {
        long[] free = new long[70];
        java.util.Arrays.fill(free, 1);
        Shapes shapes = shapes(PackingNodes.of(70, free), PackingGroup.leaf(1, 0), eligible(1, 0, 0b100));
        for (int node = 0; node < 70; node++) {
            assertThat(shapes.mayUse(0, node)).isEqualTo(node == 66);
        }
    }

    @Test
    void aPodFitsWhereNoResourceIsMissing() {
        Shapes shapes = shapes(
                PackingNodes.of(3, new long[] {2, 3, 3}, new long[] {5, 5, 4}),
                PackingGroup.leaf(1, 0),
                PodClass.of(1, 3, 5));
        assertThat(shapes.fits(0, 0)).isFalse();
        assertThat(shapes.fits(0, 1)).isTrue();
        assertThat(shapes.fits(0, 2)).isFalse();
    }

    @Test
    void nodesOfOneShapeHaveOneNumberInTheOrderInWhichTheyAreMet() {
        long[] a = new long[200];
        long[] b = new long[200];
        for (int n = 0; n < a.length; n++) {
            a[n] = n % 7;
            b[n] = n % 3;
        }
        Shapes shapes = shapes(PackingNodes.of(200, a, b), PackingGroup.leaf(1, 0), PodClass.of(9, 1, 1));
        assertThat(shapes.count()).isEqualTo(21);
        int[] shapeOf = shapes.shapeOf();
        int next = 0;
        for (int n = 0; n < 200; n++) {
            assertThat(shapeOf[n]).isEqualTo(n < 21 ? next++ : shapeOf[n - 21]);
        }
    }

    @Test
    void nodesAreAlikeIfOnlyClassesThatDoNotFitTellThemApart() {
        PackingNodes nodes = PackingNodes.of(4, new long[] {2, 2, 3, 3});
        Shapes shapes = shapes(nodes, PackingGroup.leaf(1, 0, 1), eligible(3, 0b0101), PodClass.of(1, 1));
        assertThat(shapes.areAlike(0, 1)).isTrue();
        assertThat(shapes.areAlike(2, 3)).isFalse();
        assertThat(shapes.areAlike(3, 2)).isFalse();
        assertThat(shapes.areAlike(1, 3)).isFalse();
        assertThat(shapes.shapeOf()).containsExactly(0, 1, 2, 3);
    }
}
