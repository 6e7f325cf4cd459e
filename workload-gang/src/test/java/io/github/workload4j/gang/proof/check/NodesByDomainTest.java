package io.github.workload4j.gang.proof.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NodesByDomainTest {

    @Test
    void domainsAreRankedByNumberAndTheirNodesRise() {
        Random random = new Random(5);
        for (int i = 0; i < 500; i++) {
            int[] domainOf = random.ints(random.nextInt(12), -1, 4)
                    .map(d -> d == 3 ? 70 : d)
                    .toArray();
            SortedMap<Integer, List<Integer>> expected = new TreeMap<>();
            IntStream.range(0, domainOf.length)
                    .filter(n -> domainOf[n] >= 0)
                    .forEach(n -> expected.merge(
                            domainOf[n],
                            List.of(n),
                            (a, b) -> IntStream.concat(
                                            a.stream().mapToInt(x -> x),
                                            b.stream().mapToInt(x -> x))
                                    .boxed()
                                    .toList()));
            NodesByDomain nodes = new NodesByDomain(domainOf);
            assertThat(nodes.count()).isEqualTo(expected.size());
            int rank = 0;
            for (int domain : expected.keySet()) {
                assertThat(nodes.domain(rank)).isEqualTo(domain);
                assertThat(nodes.rank(domain)).isEqualTo(rank);
                assertThat(Arrays.stream(nodes.nodes(rank)).boxed().toList()).isEqualTo(expected.get(domain));
                rank++;
            }
            assertThat(nodes.rank(50)).isNegative();
            assertThat(nodes.rank(-1)).isNegative();
        }
    }
}
