package io.github.workload4j.gang.words;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.gang.Evidence;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingGroup;
import io.github.workload4j.gang.packing.PackingNodes;
import io.github.workload4j.gang.packing.PodClass;
import io.github.workload4j.gang.proof.Weights;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Proofs in the words of a person on call. */
class CertificateTextTest {

    private static final long GIBI = 1L << 30;
    private static final List<String> RESOURCES = List.of("memory", "cpu");

    private static String text(Weights weights, PackingNodes nodes, int minimum, PodClass... classes) {
        Integer[] all = IntStream.range(0, classes.length).boxed().toArray(Integer[]::new);
        Packing packing = new Packing(nodes, List.of(classes), List.of(), PackingGroup.leaf(minimum, all));
        List<Evidence.ClassName> names = IntStream.range(0, classes.length)
                .mapToObj(c -> new Evidence.ClassName(GroupRef.podGroup("ml", "train"), List.of("p" + c)))
                .toList();
        List<String> nodeNames =
                IntStream.range(0, nodes.count()).mapToObj(n -> "n" + n).toList();
        return CertificateText.of(
                new Evidence.Certified(packing, weights, names, nodeNames, false), RESOURCES, Voice.COMMAND);
    }

    private static PackingNodes nodes(int count, long memory, long cpu) {
        return PackingNodes.of(
                count,
                LongStream.generate(() -> memory).limit(count).toArray(),
                LongStream.generate(() -> cpu).limit(count).toArray());
    }

    @Test
    void aShortResourceIsNamedWithWhatIsAskedAndFree() {
        String text = text(
                Weights.of(8 * GIBI, 5 * GIBI),
                nodes(2, 16 * GIBI, 8000),
                5,
                PodClass.of(3, 8 * GIBI, 1000),
                PodClass.of(2, 5 * GIBI, 2000));
        assertThat(text).isEqualTo("memory: the pods ask 34Gi together, the nodes have 32Gi free");
    }

    @Test
    void almostEnoughNeverLooksLikeEnough() {
        String text = text(
                Weights.of(2L, 1L),
                PackingNodes.of(1, new long[] {24 * GIBI - 1}, new long[] {8000}),
                3,
                PodClass.of(1, 16 * GIBI, 1000),
                PodClass.of(2, 4 * GIBI, 2000));
        assertThat(text).isEqualTo("memory: the pods ask 24Gi together, the nodes have 25769803775 free");
    }

    @Test
    void theSmallestPodsThatAreEnoughAreCounted() {
        String text = text(
                Weights.of(8L, 5L),
                nodes(2, 8 * GIBI, 8000),
                4,
                PodClass.of(3, 8 * GIBI, 1000),
                PodClass.of(2, 5 * GIBI, 1000));
        assertThat(text).isEqualTo("memory: the pods needed ask at least 26Gi together, the nodes have 16Gi free");
    }

    @Test
    void aResourceInPiecesIsNamedWithoutPoints() {
        String text = text(
                Weights.of(6 * GIBI, 4 * GIBI),
                nodes(2, 9 * GIBI, 8000),
                4,
                PodClass.of(2, 6 * GIBI, 1000),
                PodClass.of(2, 3 * GIBI, 1500));
        assertThat(text).startsWith("counted in points (6442450944 for a pod like p0, 4294967296 for a pod like p1)");
        text = text(
                Weights.of(6L, 4L),
                nodes(2, 11 * GIBI, 8000),
                4,
                PodClass.of(3, 6 * GIBI, 1000),
                PodClass.of(1, 4 * GIBI, 1500));
        assertThat(text)
                .isEqualTo("memory: the pods ask 22Gi together; the nodes have 22Gi free, but these pods cannot use"
                        + " that much of it");
    }

    @Test
    void equalPointsCountPods() {
        String text = text(Weights.of(3L, 3L), nodes(2, 64, 64), 4, PodClass.of(3, 6, 1), PodClass.of(1, 4, 2));
        assertThat(text).isEqualTo("all nodes together have room for fewer pods than the group needs");
        text = text(Weights.of(3L, 0L), nodes(2, 64, 64), 4, PodClass.of(3, 6, 1), PodClass.of(1, 4, 2));
        assertThat(text).isEqualTo("all nodes together have room for fewer pods like p0 than the group needs");
    }

    @Test
    void ofManyPointsTheFirstAreShownAndTheOthersCounted() {
        PodClass[] classes =
                IntStream.range(0, 40).mapToObj(c -> PodClass.of(1, c + 1, 2)).toArray(PodClass[]::new);
        Long[] points = LongStream.range(0, 40).map(c -> c * c).boxed().toArray(Long[]::new);
        assertThat(text(Weights.of(points), nodes(40, 1000, 1000), 40, classes))
                .isEqualTo("counted in points (1 for a pod like p1, 4 for a pod like p2, 9 for a pod like p3, 16 for a"
                        + " pod like p4, 25 for a pod like p5, 36 for a pod like p6, 49 for a pod like p7, 64 for a pod"
                        + " like p8, and so on for 31 more kinds of pods), all nodes together hold less than the group"
                        + " needs");
    }
}
