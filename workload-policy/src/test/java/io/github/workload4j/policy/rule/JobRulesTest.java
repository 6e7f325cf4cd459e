package io.github.workload4j.policy.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.Job;
import io.github.workload4j.api.release.FeatureGate;
import java.util.List;
import org.junit.jupiter.api.Test;

class JobRulesTest {

    private static final RuleContext CONTEXT = Judged.in(ApiVersion.V1BETA1);

    @Test
    void aBlockMayLeaveEverythingOut() {
        assertThat(create("scheduling: {}")).isEmpty();
        assertThat(create("")).isEmpty();
        assertThat(create("scheduling: {schedulingPolicy: {gang: {}}}"))
                .as("the count is optional")
                .isEmpty();
    }

    @Test
    void aCountOfZeroIsMalformed() {
        assertThat(create("scheduling: {schedulingPolicy: {gang: {minCount: 0}}}"))
                .containsExactly("J-7 spec.scheduling.schedulingPolicy.gang.minCount: Invalid value: 0: must be greater"
                        + " than or equal to 1");
    }

    @Test
    void whatGroupsShareIsJudgedUnderTheIdsOfAJob() {
        assertThat(create("scheduling: {schedulingPolicy: {}, schedulingConstraints: {topology: [{key: a}, {key: b}]},"
                        + " resourceClaims: [{name: a}], disruptionMode: {}}"))
                .extracting(line -> line.substring(0, line.indexOf(' ')))
                .containsExactly("J-6", "J-9", "J-14", "J-16");
    }

    @Test
    void theBlockNeedsItsGate() {
        Job job = job("scheduling: {schedulingPolicy: {}}");
        RuleContext off = Judged.without(ApiVersion.V1BETA1, FeatureGate.WORKLOAD_WITH_JOB);
        assertThat(Judged.by(at -> JobRules.create(job.spec().scheduling(), off, at)))
                .containsExactly("J-1 spec.scheduling: Forbidden");
    }

    @Test
    void theBlockIsNeitherSetNorCleared() {
        assertThat(update("", "scheduling: {}"))
                .containsExactly("J-U1 spec.scheduling: Invalid value: null: field cannot be set once created");
        assertThat(update("scheduling: {}", ""))
                .containsExactly("J-U1 spec.scheduling: Invalid value: null: field cannot be cleared once set");
    }

    @Test
    void onlyTheCountMayChange() {
        String two = "scheduling: {schedulingPolicy: {gang: {minCount: 2}}}";
        assertThat(update(two, "scheduling: {schedulingPolicy: {gang: {minCount: 3}}}"))
                .isEmpty();
        assertThat(update(two, "scheduling: {schedulingPolicy: {gang: {minCount: 0}}}"))
                .extracting(line -> line.substring(0, line.indexOf(' ')))
                .containsExactly("J-7");
        assertThat(update(two, "scheduling: {schedulingPolicy: {basic: {}}, disruptionMode: {all: {}}}"))
                .extracting(line -> line.substring(0, line.lastIndexOf(": Invalid")))
                .containsExactly("J-U2 spec.scheduling.schedulingPolicy", "J-U2 spec.scheduling.disruptionMode");
        assertThat(update(two, "scheduling: {}"))
                .containsExactly("J-U2 spec.scheduling.schedulingPolicy: Invalid value: null: field cannot be cleared"
                        + " once set");
    }

    private static List<String> create(String spec) {
        return Judged.by(at -> JobRules.create(job(spec).spec().scheduling(), CONTEXT, at));
    }

    private static List<String> update(String old, String updated) {
        return Judged.by(at -> JobRules.update(
                job(old).spec().scheduling(), job(updated).spec().scheduling(), CONTEXT, at));
    }

    private static Job job(String spec) {
        return Judged.object(Job.class, "apiVersion: batch/v1\nkind: Job\nmetadata: {name: j}\nspec: {" + spec + "}\n");
    }
}
