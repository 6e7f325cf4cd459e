package io.github.workload4j.gang.proof.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingGroup;
import io.github.workload4j.gang.packing.PackingNodes;
import io.github.workload4j.gang.packing.PodClass;
import io.github.workload4j.gang.proof.Certificate;
import io.github.workload4j.gang.proof.DomainCount;
import io.github.workload4j.gang.proof.PackingAnswer;
import io.github.workload4j.gang.search.PackingSearch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CountedDomainsTest {

    private static final int PACKINGS = 1_000 * Integer.getInteger("workload.times", 1);

    private static final int[] RACKS = {0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, -1};

    /** Replicas of two pods, each in a rack of its own choice, of which one too many are wanted. */
    private static Packing replicas(Random random) {
        long[] free = new long[RACKS.length];
        for (int n = 0; n < free.length; n++) {
            free[n] = random.nextInt(8);
        }
        int[] unit = {1 + random.nextInt(3), 1 + random.nextInt(3)};
        List<PodClass> classes = new ArrayList<>();
        List<PackingGroup> groups = new ArrayList<>();
        int many = 4 + random.nextInt(8);
        for (int g = 0; g < many; g++) {
            classes.add(PodClass.of(1 + g % 2, unit[g % 2]));
            groups.add(PackingGroup.leaf(classes.get(g).count(), g).inOneDomain(RACKS));
        }
        return new Packing(
                PackingNodes.of(RACKS.length, free),
                classes,
                List.of(),
                PackingGroup.composite(many, groups.toArray(PackingGroup[]::new)));
    }

    private static boolean isCounted(PackingAnswer answer) {
        Certificate proof = answer instanceof PackingAnswer.DoesNotFit no
                ? no.certificate()
                : answer instanceof PackingAnswer.Fits fits ? fits.noMore() : null;
        return proof instanceof DomainCount;
    }

    @Test
    void holdsAfterAChangeWhereTheWholeCertificateDoes() {
        Random random = new Random(7);
        int held = 0;
        int refused = 0;
        for (int i = 0; i < PACKINGS; i++) {
            Packing packing = replicas(random);
            PackingAnswer answer = PackingSearch.answer(packing, Budget.DEFAULT);
            if (!isCounted(answer)) {
                continue;
            }
            CheckedAnswer checked = CheckedAnswer.of(packing, answer);
            for (int change = 0; change < 8; change++) {
                int node = random.nextInt(RACKS.length);
                Packing after = checked.packing().on(checked.packing().nodes().with(node, random.nextInt(10)));
                Optional<CheckedAnswer> still = checked.on(after);
                boolean accepted = new PackingChecker(after).objectionTo(answer).isEmpty();
                assertThat(still.isPresent()).isEqualTo(accepted);
                held += accepted ? 1 : 0;
                refused += accepted ? 0 : 1;
                checked = still.orElse(checked);
            }
        }
        assertThat(held).isGreaterThan(100);
        assertThat(refused).isGreaterThan(100);
    }
}
