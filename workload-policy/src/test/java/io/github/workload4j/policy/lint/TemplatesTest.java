package io.github.workload4j.policy.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.CompositePodGroupTemplate;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.PodGroupTemplate;
import io.github.workload4j.api.TemplateRef;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.WorkloadSpec;
import io.github.workload4j.api.field.FieldPath;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.meta.ObjectMeta;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class TemplatesTest {

    @Test
    void templatesAreVisitedLevelByLevel() {
        List<String> visited = new ArrayList<>();
        Templates.forEach(tree(2).spec(), (path, template) -> {
            String name = template instanceof CompositePodGroupTemplate composite
                    ? composite.name()
                    : ((PodGroupTemplate) template).name();
            visited.add(name + " at " + path);
        });
        assertThat(visited)
                .containsExactly(
                        "c2 at spec.compositePodGroupTemplates[0]",
                        "c1 at spec.compositePodGroupTemplates[0].compositePodGroupTemplates[0]",
                        "leaf at spec.compositePodGroupTemplates[0].compositePodGroupTemplates[0]."
                                + "podGroupTemplates[0]");
    }

    @Test
    void namesAreKnownAtEveryDepthAndPathsAtAHundredLevels() {
        Stream stream = new Stream(List.of(tree(4_000)), List.of());
        TemplateNames.Names names = new TemplateNames().of(stream.workloads.get("ns", "w"));
        assertThat(names.leaves()).containsExactly("leaf");
        assertThat(names.groups()).isEmpty();
        assertThat(names.composites()).hasSize(4_000);
        List<FieldPath> paths = new ArrayList<>();
        Templates.forEach(tree(4_000).spec(), (path, template) -> paths.add(path));
        assertThat(paths).hasSize(100);
    }

    @Test
    void manyGroupsOfADeepWorkloadTakeTimeInProportion() {
        List<ApiObject> objects = new ArrayList<>(List.of(tree(4_000)));
        for (int i = 0; i < 20_000; i++) {
            PodGroup group = PodGroup.gang(ApiVersion.V1ALPHA3, "ns", "g" + i, 1);
            objects.add(group.withSpec(group.spec().toBuilder()
                    .workloadRef(TemplateRef.of("w", i == 7 ? "lost" : "leaf"))
                    .build()));
        }
        List<Warning> warnings =
                Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Lints.check(objects));
        assertThat(warnings)
                .hasToString("[spec.workloadRef.templateName: Workload `w` has no template `lost`: name one of `leaf`"
                        + " [missing-template]]");
    }

    private static Workload tree(int composites) {
        CompositePodGroupTemplate template = CompositePodGroupTemplate.builder()
                .name("c1")
                .podGroupTemplates(PodGroupTemplate.gang("leaf", 1))
                .build();
        for (int i = 2; i <= composites; i++) {
            template = CompositePodGroupTemplate.builder()
                    .name("c" + i)
                    .compositePodGroupTemplates(template)
                    .build();
        }
        return new Workload(
                ApiVersion.V1ALPHA3, ObjectMeta.of("ns", "w"), new WorkloadSpec(null, List.of(), List.of(template)));
    }
}
