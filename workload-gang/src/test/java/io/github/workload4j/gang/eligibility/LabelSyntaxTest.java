package io.github.workload4j.gang.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.NodeSpec;
import io.github.workload4j.api.core.NodeStatus;
import io.github.workload4j.api.core.Taint;
import io.github.workload4j.api.core.Toleration;
import io.github.workload4j.api.meta.LabelSelector;
import io.github.workload4j.api.meta.LabelSelectorRequirement;
import io.github.workload4j.api.meta.ObjectMeta;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Against the expressions that the API's own documentation gives. */
class LabelSyntaxTest {

    private static final String NAME = "[A-Za-z0-9]([-_.A-Za-z0-9]{0,61}[A-Za-z0-9])?";
    private static final String PART = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
    private static final String LETTERS = "azAZ09bM5-_./`{@[:";

    @Test
    void keysAndValuesAreThoseOfTheExpressions() {
        Random random = new Random(7);
        for (int i = 0; i < 60_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int c = random.nextInt(6); c >= 0; c--) {
                text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
            }
            String it = text.toString();
            assertThat(LabelSyntax.isKey(it)).as(it).isEqualTo(it.matches("(" + PART + "(\\." + PART + ")*/)?" + NAME));
            assertThat(LabelSyntax.isValue(it)).as(it).isEqualTo(it.matches(NAME));
        }
    }

    @Test
    void aSelectorIsReadableIfAllItsPartsAre() {
        assertThat(LabelSyntax.isReadable((LabelSelector) null)).isTrue();
        assertThat(LabelSyntax.isReadable(LabelSelector.EVERYTHING)).isTrue();
        assertThat(LabelSyntax.isReadable(new LabelSelector(Map.of("k", "v"), List.of())))
                .isTrue();
        assertThat(LabelSyntax.isReadable(new LabelSelector(Map.of("-", "v"), List.of())))
                .isFalse();
        assertThat(LabelSyntax.isReadable(new LabelSelector(Map.of("k", "-"), List.of())))
                .isFalse();
        assertThat(readable("k", "In", "v")).isTrue();
        assertThat(readable("k", "NotIn", "v", "")).isTrue();
        assertThat(readable("k", "Exists")).isTrue();
        assertThat(readable("k", "DoesNotExist")).isTrue();
        assertThat(readable("k", "In")).isFalse();
        assertThat(readable("k", "Exists", "v")).isFalse();
        assertThat(readable("k", "Gt", "1")).isFalse();
        assertThat(readable("-", "Exists")).isFalse();
        assertThat(readable("k", "In", "v", "-")).isFalse();
    }

    private static boolean readable(String key, String operator, String... values) {
        LabelSelectorRequirement one = new LabelSelectorRequirement(key, operator, List.of(values));
        return LabelSyntax.isReadable(new LabelSelector(Map.of(), List.of(one)));
    }

    @Test
    void taintsInTheWayAreThoseThatBlockAndAreNotTolerated() {
        Taint soft = new Taint("a", "", "PreferNoSchedule");
        Taint tolerated = new Taint("b", "", "NoSchedule");
        Taint hard = new Taint("c", "", "NoExecute");
        NodeRules rules = new NodeRules(List.of(new Toleration("b", "Exists", "", "")), Map.of(), null);
        assertThat(rules.taintsInTheWay(node(soft, tolerated, hard, tolerated))).containsExactly(hard);
        assertThat(rules.taintsInTheWay(node())).isEmpty();
    }

    private static Node node(Taint... taints) {
        return new Node(ObjectMeta.of("n"), new NodeSpec(false, List.of(taints)), NodeStatus.EMPTY);
    }
}
