package io.github.workload4j.policy.rule;

import io.github.workload4j.api.CompositePodGroupTemplate;
import io.github.workload4j.api.ControllerRef;
import io.github.workload4j.api.DisruptionMode;
import io.github.workload4j.api.PodGroupResourceClaim;
import io.github.workload4j.api.PodGroupResourceClaimStatus;
import io.github.workload4j.api.PodGroupTemplate;
import io.github.workload4j.api.json.CompactJson;
import io.github.workload4j.api.meta.Condition;
import java.util.List;
import java.util.function.Function;

/** Offending values as {@link CompactJson}, as violations hold them. */
final class Found {

    static final String NULL = CompactJson.NULL;

    private Found() {}

    static String text(String text) {
        return CompactJson.text(text);
    }

    static String number(long number) {
        return CompactJson.number(number);
    }

    static <T> String list(List<T> items, Function<T, String> item) {
        return CompactJson.list(items, item);
    }

    static String group(PodGroupTemplate group) {
        return CompactJson.group(group);
    }

    static String controllerRef(ControllerRef reference) {
        return CompactJson.controllerRef(reference);
    }

    static String templateOfV1Alpha2(PodGroupTemplate template) {
        return CompactJson.templateOfV1Alpha2(template);
    }

    static String template(PodGroupTemplate template) {
        return CompactJson.template(template);
    }

    static String template(CompositePodGroupTemplate template) {
        return CompactJson.template(template);
    }

    static String claim(PodGroupResourceClaim claim) {
        return CompactJson.claim(claim);
    }

    static String claimStatus(PodGroupResourceClaimStatus status) {
        return CompactJson.claimStatus(status);
    }

    static String condition(Condition condition) {
        return CompactJson.condition(condition);
    }

    static String word(DisruptionMode mode) {
        return CompactJson.word(mode);
    }
}
