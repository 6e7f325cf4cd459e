package io.github.workload4j.policy.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.Job;
import io.github.workload4j.api.field.Violation;
import io.github.workload4j.api.release.FeatureGates;
import io.github.workload4j.api.yaml.Decoded;
import io.github.workload4j.api.yaml.ManifestReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the server refuses of a Job whose gang and the rest of it do not agree (J-19, J-20, J-U2). */
class JobGangRulesTest {

    private static final String MINIMUM = "Invalid spec.scheduling.schedulingPolicy.gang.minCount";
    private static final String POLICY = "Invalid spec.scheduling.schedulingPolicy";
    private static final String MODE = "Invalid spec.scheduling.disruptionMode";

    @Test
    void aMinimumAboveParallelismIsInvalid() {
        assertThat(create("parallelism: 4", "schedulingPolicy: {gang: {minCount: 5}}"))
                .containsExactly(MINIMUM);
        assertThat(create("parallelism: 4", "schedulingPolicy: {gang: {minCount: 4}}"))
                .isEmpty();
        assertThat(create("parallelism: 0", "schedulingPolicy: {gang: {minCount: 1}}"))
                .containsExactly(MINIMUM);
        assertThat(create("parallelism: 0", "schedulingPolicy: {gang: {}}")).isEmpty();
    }

    @Test
    void parallelismIsOneWhereNoneIsGiven() {
        assertThat(create("completions: 4", "schedulingPolicy: {gang: {minCount: 2}}"))
                .containsExactly(MINIMUM);
        assertThat(create("completions: 4", "schedulingPolicy: {gang: {minCount: 1}}"))
                .isEmpty();
    }

    @Test
    void neitherSideMayBreakItLater() {
        Job stored = job("parallelism: 4", "schedulingPolicy: {gang: {minCount: 4}}");
        assertThat(update(stored, job("parallelism: 4", "schedulingPolicy: {gang: {minCount: 6}}")))
                .containsExactly(MINIMUM);
        assertThat(update(stored, job("parallelism: 2", "schedulingPolicy: {gang: {minCount: 4}}")))
                .containsExactly(MINIMUM);
        assertThat(update(stored, job("parallelism: 2", "schedulingPolicy: {gang: {minCount: 2}}")))
                .isEmpty();
    }

    @Test
    void allWithoutAGangIsInvalid() {
        assertThat(create("parallelism: 4", "disruptionMode: {all: {}}")).containsExactly(MODE);
        assertThat(create("parallelism: 4", "schedulingPolicy: {basic: {}}, disruptionMode: {all: {}}"))
                .containsExactly(MODE);
        assertThat(create("parallelism: 4", "schedulingPolicy: {}, disruptionMode: {all: {}}"))
                .containsExactly(POLICY, MODE);
        assertThat(create("parallelism: 4", "schedulingPolicy: {gang: {}}, disruptionMode: {all: {}}"))
                .isEmpty();
        assertThat(create("parallelism: 4", "schedulingPolicy: {basic: {}}, disruptionMode: {single: {}}"))
                .isEmpty();
    }

    @Test
    void anotherPolicyIsOneFaultAtThePolicy() {
        Job gang = job("parallelism: 4", "schedulingPolicy: {gang: {minCount: 4}}");
        Job basic = job("parallelism: 4", "schedulingPolicy: {basic: {}}");
        assertThat(update(gang, basic)).containsExactly(POLICY);
        assertThat(update(basic, gang)).containsExactly(POLICY);
        assertThat(update(gang, job("parallelism: 4", "schedulingPolicy: {}"))).containsExactly(POLICY);
        assertThat(update(basic, job("parallelism: 4", "schedulingPolicy: {}"))).containsOnly(POLICY);
    }

    @Test
    void aFieldThatIsDroppedIsNotJudgedWithTheRest() {
        ManifestRules off = ManifestRules.standard().withFeatureGates(FeatureGates.DEFAULTS);
        assertThat(off.checkCreate(job("parallelism: 1", "schedulingPolicy: {gang: {minCount: 2}}")))
                .hasSize(1);
    }

    private static List<String> create(String spec, String scheduling) {
        return faults(ManifestRules.standard().checkCreate(job(spec, scheduling)));
    }

    private static List<String> update(Job stored, Job updated) {
        return faults(ManifestRules.standard().checkUpdate(stored, updated));
    }

    private static List<String> faults(List<Violation> violations) {
        return violations.stream()
                .map(each -> each.type().label() + " " + each.path())
                .toList();
    }

    private static Job job(String spec, String scheduling) {
        String text = "apiVersion: batch/v1\nkind: Job\nmetadata: {namespace: a, name: j}\nspec: {" + spec
                + ", scheduling: {" + scheduling + "}}\n";
        Decoded decoded = (Decoded) ManifestReader.strict()
                .read(text.getBytes(StandardCharsets.UTF_8))
                .get(0);
        return (Job) decoded.object();
    }
}
