package io.github.workload4j.testkit.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.gang.DomainsThatFit;
import io.github.workload4j.gang.GroupNode;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.question.GroupQuestion;
import io.github.workload4j.gang.question.Groups;
import io.github.workload4j.testkit.SmallCluster;
import io.github.workload4j.testkit.SmallClusters;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.Statistics;

class DomainsThatFitTest {

    @Provide
    Arbitrary<SmallCluster> clusters() {
        return SmallClusters.all();
    }

    @Property(seed = "51", tries = 500, shrinking = ShrinkingMode.FULL)
    void domainsThatFitAreThoseOfAllAnswers(@ForAll("clusters") SmallCluster cluster) {
        check(cluster);
    }

    static void check(SmallCluster cluster) {
        Optional<GroupQuestion> question =
                GroupQuestion.of(cluster.snapshot(), Groups.of(cluster.objects()), cluster.group());
        Assume.that(question.isPresent());
        Oracle oracle = Oracle.of(cluster.nodes(), cluster.pods(), cluster.objects(), cluster.namespaces());
        for (GroupNode level : question.get().groups()) {
            if (level.topologyKey() != null) {
                DomainsThatFit fit = question.get().domainsThatFit(level.group(), Budget.DEFAULT.meter());
                Statistics.label("domains").collect(fit.values().size());
                assertThat(fit.undetermined()).isEmpty();
                assertThat(fit.values()).containsExactlyElementsOf(oracle.domains(cluster.group(), level.group()));
            }
        }
    }
}
