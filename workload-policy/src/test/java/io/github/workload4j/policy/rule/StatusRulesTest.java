package io.github.workload4j.policy.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.PodGroupStatus;
import io.github.workload4j.api.meta.Condition;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatusRulesTest {

    private static final String TIME = "lastTransitionTime: \"2026-01-01T00:00:00Z\"";
    private static final String GOOD = "conditions: [{type: A, status: \"True\", reason: r, " + TIME + "}]";

    @Test
    void aConditionIsComplete() {
        assertThat(update("", GOOD)).isEmpty();
        assertThat(update("", "conditions: [{}]"))
                .containsExactly(
                        "S-2 status.conditions[0].type: Required value: is required",
                        "S-3 status.conditions[0].status: Required value",
                        "S-5 status.conditions[0].lastTransitionTime: Required value",
                        "S-6 status.conditions[0].reason: Required value");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "Z", "a", "z", "A0", "A9", "a_", "Zz", "aA", "a,b", "a:b", "a0b", "a9b", "aZb", "azb"})
    void aReasonStartsWithALetterAndEndsInNoMark(String reason) {
        assertThat(update("", GOOD.replace("reason: r", "reason: '" + reason + "'")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0a", "9a", "_a", ",a", "@a", "[a", "`a", "{a", "a,", "a:", "a@", "a[", "a`", "a{", "a/", "a;"})
    void aReasonOfAnythingElseIsRefused(String reason) {
        assertThat(update("", GOOD.replace("reason: r", "reason: '" + reason + "'")))
                .singleElement()
                .asString()
                .startsWith("S-6 status.conditions[0].reason: Invalid value: \"" + reason + "\"");
    }

    @Test
    void typesAreUnique() {
        String twice = GOOD.replace("]", ", {type: A, status: Unknown, reason: r, " + TIME + "}]");
        assertThat(update("", twice))
                .singleElement()
                .asString()
                .startsWith("S-1 status.conditions[1]: Duplicate value: \"A\"");
        assertThat(update(ApiVersion.V1ALPHA2, "", twice))
                .containsExactly("S-1 status.conditions[1].type: Duplicate value: \"A\"");
    }

    @Test
    void aConditionThatDidNotChangeIsJudgedAgain() {
        String bad = "conditions: [{type: A, status: Maybe, reason: r, " + TIME + "}]";
        assertThat(update(bad, bad)).hasSize(1);
        assertThat(update(ApiVersion.V1ALPHA2, bad, bad)).hasSize(1);
    }

    @Test
    void timeZeroIsNoTime() {
        String zero =
                "conditions: [{type: A, status: Unknown, reason: r, lastTransitionTime: \"0001-01-01T00:00:00Z\"}]";
        assertThat(update("", zero)).containsExactly("S-5 status.conditions[0].lastTransitionTime: Required value");
    }

    @Test
    void aMessageHasAtMost32KibibytesAndAReasonOne() {
        String reason = "a".repeat(1024);
        String message = "m".repeat(32_768);
        String longest = GOOD.replace("reason: r", "message: " + message + ", reason: " + reason);
        assertThat(update("", longest)).isEmpty();
        assertThat(update("", longest.replace("reason: a", "reason: aa").replace("message: m", "message: mm")))
                .containsExactly(
                        "S-6 status.conditions[0].reason: Too long: may not be more than 1024 bytes",
                        "S-7 status.conditions[0].message: Too long: may not be more than 32768 bytes");
    }

    @Test
    void aClaimStatusIsThatOfAClaim() {
        assertThat(update("", "resourceClaimStatuses: [{name: a}]")).isEmpty();
        assertThat(update("", "resourceClaimStatuses: [{name: b}, {name: a}, {name: a}]"))
                .containsExactly(
                        "S-9 status.resourceClaimStatuses[0].name: Invalid value: \"b\": must match the name of an"
                                + " entry in `spec.resourceClaims`",
                        "S-8 status.resourceClaimStatuses[2]: Duplicate value: {\"name\":\"a\"}");
    }

    @Test
    void manyConditionsTakeTimeInProportion() {
        PodGroup old = group(ApiVersion.V1BETA1, "");
        PodGroup before = withConditions(old, "a");
        PodGroup after = withConditions(old, "b");
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(30),
                () -> assertThat(ManifestRules.standard().checkStatusUpdate(before, after))
                        .hasSize(300_000));
    }

    private static PodGroup withConditions(PodGroup group, String prefix) {
        List<Condition> conditions = IntStream.range(0, 100_000)
                .mapToObj(i -> Condition.builder().type(prefix + i).build())
                .toList();
        return new PodGroup(
                group.apiVersion(), group.metadata(), group.spec(), new PodGroupStatus(conditions, List.of()));
    }

    private static List<String> update(String old, String updated) {
        return update(ApiVersion.V1BETA1, old, updated);
    }

    private static List<String> update(ApiVersion version, String old, String updated) {
        return Judged.by(
                at -> StatusRules.checkPodGroup(group(version, old), group(version, updated), Judged.in(version), at));
    }

    private static PodGroup group(ApiVersion version, String status) {
        return Judged.object(
                PodGroup.class,
                "apiVersion: " + version.groupVersion() + "\nkind: PodGroup\nmetadata: {name: g}\n"
                        + "spec: {resourceClaims: [{name: a, resourceClaimName: x}]}\nstatus: {" + status + "}\n");
    }
}
