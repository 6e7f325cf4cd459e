package io.github.workload4j.policy.lint;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.CompositePodGroup;
import io.github.workload4j.api.CompositePodGroupSpec;
import io.github.workload4j.api.CompositePodGroupStatus;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.TemplateRef;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.meta.ObjectMeta;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Groups with parents, as many as a test wants. */
final class GroupsOfAStream {

    private GroupsOfAStream() {}

    static CompositePodGroup composite(String name, @Nullable String parent) {
        CompositePodGroupSpec spec = CompositePodGroupSpec.builder()
                .parentCompositePodGroupName(parent)
                .build();
        return new CompositePodGroup(
                ApiVersion.V1ALPHA3, ObjectMeta.of("ns", name), spec, CompositePodGroupStatus.EMPTY);
    }

    static PodGroup leaf(String name, String parent) {
        PodGroup group = PodGroup.gang(ApiVersion.V1ALPHA3, "ns", name, 1);
        return group.withSpec(group.spec().toBuilder()
                .parentCompositePodGroupName(parent)
                .workloadRef(TemplateRef.of("w", "t"))
                .build());
    }

    /** {@return composites c0, c1 and so on, each below the one before it; the first is below {@code parent}} */
    static List<ApiObject> chain(int length, @Nullable String parent) {
        List<ApiObject> chain = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            chain.add(composite("c" + i, i == 0 ? parent : "c" + (i - 1)));
        }
        return chain;
    }
}
