package io.github.workload4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.CompositePodGroupTemplate;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.PodGroupTemplate;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.meta.ApiObject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ManifestsTest {

    @Provide
    Arbitrary<Workload> trees() {
        return Manifests.valid().workloads(ApiVersion.V1BETA1);
    }

    @Provide
    Arbitrary<List<ApiObject>> sets() {
        return Arbitraries.oneOf(
                Stream.of(ApiVersion.values()).map(Manifests.valid()::sets).toList());
    }

    @Property(seed = "4")
    void namesInAValidWorkloadAreUniqueInTheWholeTree(@ForAll("trees") Workload workload) {
        List<String> names = new ArrayList<>();
        workload.spec().podGroupTemplates().forEach(template -> names.add(template.name()));
        collect(workload.spec().compositePodGroupTemplates(), names);
        assertThat(names).isNotEmpty().doesNotHaveDuplicates().allMatch(name -> name.length() <= 63);
    }

    private static void collect(List<CompositePodGroupTemplate> templates, List<String> names) {
        for (CompositePodGroupTemplate template : templates) {
            names.add(template.name());
            template.podGroupTemplates().stream().map(PodGroupTemplate::name).forEach(names::add);
            collect(template.compositePodGroupTemplates(), names);
        }
    }

    @Property(seed = "5")
    void podsOfASetNameGroupsThatAreThere(@ForAll("sets") List<ApiObject> set) {
        for (ApiObject object : set) {
            if (object instanceof Pod pod) {
                assertThat(set).anyMatch(other -> isGroupOf(other, pod));
            }
        }
    }

    private static boolean isGroupOf(ApiObject other, Pod pod) {
        if (!other.metadata().namespace().equals(pod.metadata().namespace())) {
            return false;
        }
        if (pod.spec().workloadRef() != null) {
            return other instanceof Workload workload
                    && workload.metadata()
                            .name()
                            .equals(pod.spec().workloadRef().name())
                    && workload.podGroup(pod.spec().workloadRef().podGroup()).isPresent();
        }
        return other instanceof PodGroup
                && other.metadata().name().equals(pod.spec().schedulingGroup().podGroupName());
    }

    @Example
    void thereAreNoPodGroupsInTheFirstVersion() {
        assertThatThrownBy(() -> Manifests.valid().podGroups(ApiVersion.V1ALPHA1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("v1alpha1");
    }
}
