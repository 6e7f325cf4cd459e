package io.github.workload4j.gang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.release.FeatureGate;
import io.github.workload4j.api.release.FeatureGates;
import io.github.workload4j.api.release.KubernetesRelease;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.packing.Conflict;
import io.github.workload4j.gang.packing.EvenSpread;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingGroup;
import io.github.workload4j.gang.packing.PackingNodes;
import io.github.workload4j.gang.packing.PodClass;
import io.github.workload4j.gang.packing.SharedLimit;
import io.github.workload4j.gang.packing.StopReason;
import io.github.workload4j.gang.proof.Certificate;
import io.github.workload4j.gang.proof.CountBranch;
import io.github.workload4j.gang.proof.NodeSet;
import io.github.workload4j.gang.proof.PackingAnswer;
import io.github.workload4j.gang.proof.Weights;
import io.github.workload4j.gang.search.PackingSearch;
import io.github.workload4j.gang.search.SmallPackings;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.NotSerializableException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WrittenVerdictTest {

    private static final GroupSummary ABOUT = new GroupSummary(
            GroupRef.workload("ml", "train", "workers", "7"),
            3,
            new MemberCounts(1, 5, 2),
            List.of(new Unmodelled(Unmodelled.What.VOLUMES, 2, "ml/a", "which: ä, \uD800"), unmodelled()),
            new AnswerRelease(
                    KubernetesRelease.V1_37,
                    AnswerRelease.Source.GIVEN,
                    Optional.of(FeatureGates.DEFAULTS
                            .with(FeatureGate.GENERIC_WORKLOAD, true)
                            .with(FeatureGate.GANG_SCHEDULING, false))));

    private static final Packing PACKING = new Packing(
            PackingNodes.of(3, new long[] {1, -2, Long.MAX_VALUE}, new long[] {9, 9, 9}),
            List.of(
                    new PodClass(new long[] {1, 0}, 2, new long[] {5}, 1, 1),
                    new PodClass(new long[] {0, 3}, 4, null, Integer.MAX_VALUE, 0)),
            List.of(new Conflict(0, 1, new int[] {0, 1, -1}), Conflict.onNode(1, 1)),
            PackingGroup.composite(1, PackingGroup.leaf(2, 0).inOneDomain(0, 1, -1), PackingGroup.leaf(-1, 1)),
            List.of(new SharedLimit(new long[] {1, 2}, new long[] {7}, 3)),
            List.of(new EvenSpread(
                    List.of(0, 1), List.of(1, Integer.MAX_VALUE), new int[] {0, 1, -1}, new int[] {0, 4})));

    private static final Evidence CERTIFIED = certified(
            PACKING,
            new CountBranch(
                    0, NodeSet.of(0, 1, 2), 1, new Weights(List.of(1L), List.of(2L), List.of(-3L)), Weights.of()));

    private static Unmodelled unmodelled() {
        return new Unmodelled(Unmodelled.What.MULTI_ATTACH, 1, "");
    }

    private static Evidence certified(Packing packing, Certificate certificate) {
        return new Evidence.Certified(
                packing,
                certificate,
                List.of(new Evidence.ClassName(GroupRef.podGroup("ml", "train"), List.of("a", "b"))),
                List.of("n0", "n1"),
                true);
    }

    private static List<Verdict> oneOfEach() {
        AssignedDevice device = new AssignedDevice(
                "c",
                "r/first",
                "gpu.example.com",
                "p",
                "d0",
                true,
                Map.of("memory", Quantity.parse("1500Mi")),
                List.of("up"));
        List<Assignment> placement = List.of(
                new Assignment("ml", "a", "n0"),
                new Assignment(
                        "ml",
                        "b",
                        "n1",
                        List.of(ClaimChoice.volume("c0", "v1"), ClaimChoice.provision("c1", "fast")),
                        List.of(device)));
        List<ChosenDomain> domains = List.of(new ChosenDomain(GroupRef.podGroup("ml", "train"), "rack", "r1"));
        return List.of(
                new Verdict.Feasible(ABOUT, placement, domains, 3, CERTIFIED, 12),
                new Verdict.Feasible(ABOUT, placement, List.of(), 2, null, 1L << 40),
                new Verdict.Infeasible(ABOUT, CERTIFIED, 13),
                new Verdict.Infeasible(ABOUT, new Evidence.Exhausted(1L << 33), 14),
                new Verdict.Gated(ABOUT, Reason.SCHEDULING_GATES, "one is held"),
                new Verdict.Errored(ABOUT, Reason.GROUP_CYCLE, "round and round", "SchedulerError"),
                new Verdict.Satisfied(ABOUT),
                new Verdict.Undetermined(ABOUT, 1, 2, StopReason.MEMORY, "no", 15));
    }

    @Test
    void whatComesBackIsEqual() throws Exception {
        Set<Class<?>> kinds = new HashSet<>();
        for (Verdict verdict : oneOfEach()) {
            assertThat(Travel.again(verdict)).isEqualTo(verdict).hasToString(verdict.toString());
            assertThat(Travel.written(Travel.again(verdict))).isEqualTo(Travel.written(verdict));
            kinds.add(verdict.getClass());
        }
        assertThat(kinds).containsExactlyInAnyOrder(Verdict.class.getPermittedSubclasses());
    }

    @Test
    void proofsOfTheSearchComeBackEqual() throws Exception {
        SmallPackings packings = new SmallPackings(3);
        int proofs = 0;
        for (int i = 0; i < 300; i++) {
            Packing packing = packings.next();
            if (PackingSearch.answer(packing, Budget.DEFAULT) instanceof PackingAnswer.DoesNotFit no) {
                Verdict verdict = new Verdict.Infeasible(ABOUT, certified(packing, no.certificate()), 1);
                assertThat(Travel.again(verdict)).isEqualTo(verdict);
                proofs++;
            }
        }
        assertThat(proofs).isGreaterThan(30);
    }

    /** On a stack that holds nothing near as many calls. */
    @Test
    void aProofOfManyLevelsSurvives() throws Exception {
        Certificate deep = Weights.of(1L);
        for (int level = 0; level < 10_000; level++) {
            deep = new CountBranch(0, NodeSet.of(0), level, deep, Weights.of(2L));
        }
        Verdict verdict = new Verdict.Infeasible(ABOUT, certified(PACKING, deep), 1);
        List<Verdict> back = new ArrayList<>();
        Thread thread = new Thread(
                null,
                () -> {
                    try {
                        back.add(Travel.again(verdict));
                    } catch (IOException | ClassNotFoundException e) {
                        throw new AssertionError(e);
                    }
                },
                "small",
                128 << 10);
        thread.start();
        thread.join();
        assertThat(back).containsExactly(verdict);
    }

    @Test
    void aProofThatIsTooLongDoesNotTravel() {
        Certificate doubled = new Weights(Collections.nCopies(1 << 20, Long.MIN_VALUE), List.of());
        for (int level = 0; level < 3; level++) {
            doubled = new CountBranch(0, NodeSet.of(0), 1, doubled, doubled);
        }
        Verdict verdict = new Verdict.Infeasible(ABOUT, certified(PACKING, doubled), 1);
        assertThatThrownBy(() -> Travel.written(verdict))
                .isInstanceOf(NotSerializableException.class)
                .hasMessageStartingWith("verdict: certificate: more than ");
    }

    /** What is read is made by constructors, or refused with what is wrong. */
    @Test
    void changedTextsAreVerdictsOrRefused() throws Exception {
        Random random = new Random(5);
        int refused = 0;
        for (int i = 0; i < 4_000; i++) {
            List<Verdict> all = oneOfEach();
            StringBuilder text = new StringBuilder(
                    WrittenVerdict.of(all.get(random.nextInt(all.size()))).values());
            for (int change = random.nextInt(3); change >= 0; change--) {
                int at = random.nextInt(text.length());
                int to = Math.min(text.length(), at + random.nextInt(4));
                String other = List.of("", "9", "-", "2147483647", " ", "\"", "0:", "-1 ")
                        .get(random.nextInt(8));
                text.replace(at, to, other);
            }
            byte[] bytes = Travel.written(new WrittenVerdict(text.toString()));
            try {
                assertThat(Travel.again((Verdict) Travel.read(bytes))).isNotNull();
            } catch (InvalidObjectException e) {
                assertThat(e.getMessage()).startsWith("verdict: ").doesNotContain("null");
                refused++;
            }
        }
        assertThat(refused).isBetween(1_000, 3_999);
    }

    /** Each of ten thousand spreads names one array of 200,000 nodes, and would have it looked through. */
    @Test
    void fewCharactersMakeNoEndlessWork() throws Exception {
        String exhausted = WrittenVerdict.of(new Verdict.Infeasible(ABOUT, new Evidence.Exhausted(1), 1))
                .values();
        String text = exhausted.substring(0, exhausted.indexOf("9:exhausted")) + "9:certified200000 0 0 0 0 0 0 -1 0 "
                + "10000 0 0 0 200000 " + "-1 ".repeat(200_000) + "1 0 " + "0 0 0 1 ".repeat(9_999);
        assertThatThrownBy(() -> Travel.again(new WrittenVerdict(text)))
                .isInstanceOf(InvalidObjectException.class)
                .hasMessageContaining("expected: arrays named before it with 536870912 numbers in all at most");
    }

    /** Of damage to the form around the text, Java itself says what is wrong. */
    @Test
    void changedBytesAreVerdictsOrExceptionsOfTheStream() throws Exception {
        byte[] bytes = Travel.written(oneOfEach().get(0));
        int from = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("8:feasible") - 2;
        Random random = new Random(6);
        int refused = 0;
        for (int at = from; at < bytes.length; at++) {
            byte[] changed = bytes.clone();
            changed[at] ^= (byte) (1 + random.nextInt(255));
            try {
                assertThat(Travel.read(changed)).isInstanceOf(Verdict.class);
            } catch (IOException e) {
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }

    @Test
    void whatIsWrongIsSaidWithItsPlace() throws Exception {
        String good = WrittenVerdict.of(new Verdict.Satisfied(ABOUT)).values();
        assertRefused("9:satisfy", "verdict: character 2: 'satisfy' (expected: 9 characters)");
        assertRefused(good + "1", "verdict: character " + good.length() + ": '1' (expected: the end)");
        assertRefused(
                good.replace("WORKLOAD", "WORKSHOP"),
                "verdict: character 21: '2:ml5:train7:workers' (expected: a Kind before it)");
        assertRefused(good.replace("9:satisfied", "3:yes"), "verdict: character ");
    }

    private static void assertRefused(String values, String message) {
        assertThatThrownBy(() -> Travel.again(new WrittenVerdict(values)))
                .isInstanceOf(InvalidObjectException.class)
                .hasMessageStartingWith(message);
    }
}
