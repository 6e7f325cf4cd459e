package io.github.workload4j.intent.compile;

import static io.github.workload4j.api.release.KubernetesRelease.V1_35;
import static io.github.workload4j.api.release.KubernetesRelease.V1_36;
import static io.github.workload4j.api.release.KubernetesRelease.V1_37;
import static io.github.workload4j.api.release.KubernetesRelease.V1_38;
import static io.github.workload4j.intent.compile.RecordedItems.text;
import static io.github.workload4j.intent.compile.TableItems.JOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.ClaimSource;
import io.github.workload4j.api.CompositePodGroup;
import io.github.workload4j.api.CompositePodGroupTemplate;
import io.github.workload4j.api.CompositeSchedulingPolicy;
import io.github.workload4j.api.DisruptionMode;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.PodGroupResourceClaim;
import io.github.workload4j.api.PodGroupTemplate;
import io.github.workload4j.api.SchedulingConstraints;
import io.github.workload4j.api.SchedulingObject;
import io.github.workload4j.api.SchedulingPolicy;
import io.github.workload4j.api.TemplateRef;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.WorkloadSpec;
import io.github.workload4j.api.core.PreemptionPolicy;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.api.meta.OwnerReference;
import io.github.workload4j.api.release.KubernetesRelease;
import io.github.workload4j.api.yaml.PlainValue;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The compile table, rows 26 to 33, and what the builders of 1.37 and 1.38 made of random Workloads. */
class WorkloadGroupsTest {

    private static final PodGroupTemplate FULL = PodGroupTemplate.builder()
            .name("workers")
            .schedulingPolicy(new SchedulingPolicy.Gang(4))
            .schedulingConstraints(SchedulingConstraints.sameDomain("zone"))
            .resourceClaims(new PodGroupResourceClaim("gpu", ClaimSource.of("claim", null)))
            .disruptionMode(DisruptionMode.ALL)
            .priorityClassName("high")
            .priority(1000)
            .preemptionPolicy(PreemptionPolicy.NEVER)
            .build();

    private static final CompositePodGroupTemplate INNER = CompositePodGroupTemplate.builder()
            .name("inner")
            .schedulingPolicy(new CompositeSchedulingPolicy.Gang(1))
            .podGroupTemplates(PodGroupTemplate.gang("deep", 2))
            .build();

    private static final Workload WORKLOAD = new Workload(
            ApiVersion.V1BETA1,
            ObjectMeta.of("ns", "wl"),
            new WorkloadSpec(
                    null,
                    List.of(FULL),
                    List.of(CompositePodGroupTemplate.builder()
                            .name("outer")
                            .schedulingPolicy(new CompositeSchedulingPolicy.Gang(2))
                            .podGroupTemplates(PodGroupTemplate.basic("shallow"))
                            .compositePodGroupTemplates(INNER)
                            .build())));

    private static WorkloadGroups groups(KubernetesRelease release) {
        return WorkloadGroups.of(release, WORKLOAD);
    }

    /** Row 26, before there is a Workload, cannot be written: the groups are those of a Workload. */
    @Test
    void row27And30TheGroupHasNameNamespaceOwnerAndEveryFieldOfItsTemplate() {
        PodGroup group = groups(V1_38).podGroup("g", "workers", JOB);
        assertThat(group.apiVersion()).isEqualTo(ApiVersion.V1BETA1);
        assertThat(group.metadata())
                .isEqualTo(ObjectMeta.builder()
                        .namespace("ns")
                        .name("g")
                        .ownerReferences(JOB)
                        .build());
        assertThat(group.spec().workloadRef()).isEqualTo(TemplateRef.of("wl", "workers"));
        assertThat(group.spec().parentCompositePodGroupName()).isNull();
        assertThat(group.spec().schedulingPolicy()).isEqualTo(FULL.schedulingPolicy());
        assertThat(group.spec().schedulingConstraints()).isEqualTo(FULL.schedulingConstraints());
        assertThat(group.spec().resourceClaims()).isEqualTo(FULL.resourceClaims());
        assertThat(group.spec().disruptionMode()).isEqualTo(DisruptionMode.ALL);
        assertThat(group.spec().priorityClassName()).isEqualTo("high");
        assertThat(group.spec().priority()).isEqualTo(1000);
        assertThat(group.spec().preemptionPolicy()).isEqualTo(PreemptionPolicy.NEVER);
        assertThat(groups(V1_37).podGroup("g", "workers", JOB).spec())
                .as("1.37 does not take the preemption policy over")
                .isEqualTo(group.spec().toBuilder().preemptionPolicy(null).build());
    }

    @Test
    void row28WithoutOwnersItHasNone() {
        assertThat(groups(V1_38).podGroup("g", "workers").metadata().ownerReferences())
                .isEmpty();
    }

    @Test
    void row29AnUnknownTemplateIsRefusedWithTheKnownOnes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> groups(V1_38).podGroup("g", "other"))
                .withMessage("template: other in the Workload wl (expected: one of workers)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> groups(V1_38).compositePodGroup("g", "other"))
                .withMessage("template: other in the Workload wl (expected: one of outer, inner)");
    }

    @Test
    void row31ACompositeIsFoundAtAnyDepth() {
        CompositePodGroup group = groups(V1_38).compositePodGroup("g", "inner", JOB);
        assertThat(group.apiVersion()).isEqualTo(ApiVersion.V1BETA1);
        assertThat(group.spec().schedulingPolicy()).isEqualTo(new CompositeSchedulingPolicy.Gang(1));
        assertThat(group.spec().workloadRef()).isEqualTo(TemplateRef.of("wl", "inner"));
        assertThat(groups(V1_37).compositePodGroup("g", "inner", JOB).apiVersion())
                .isEqualTo(ApiVersion.V1ALPHA3);
    }

    /** Row 33, compiling or checking a stored Workload, cannot be written: the two start from items. */
    @Test
    void row32ALeafInsideACompositeIsNotFound() {
        assertThatIllegalArgumentException().isThrownBy(() -> groups(V1_38).podGroup("g", "deep"));
    }

    @Test
    void allMakesTheWholeTreeWithItsLinks() {
        List<SchedulingObject> all = groups(V1_38).all("uid-1", JOB);
        assertThat(all)
                .extracting(each -> each.metadata().name().replaceAll("-[4-9bcdf]+$", "") + " in " + parentOf(each))
                .containsExactly(
                        "wl-workers in null",
                        "wl-outer in null",
                        "wl-shallow in " + name("outer"),
                        "wl-inner in " + name("outer"),
                        "wl-deep in " + name("inner"));
        assertThat(all)
                .allSatisfy(
                        each -> assertThat(each.metadata().ownerReferences()).containsExactly(JOB));
    }

    private static String name(String template) {
        return GeneratedNames.podGroup(V1_38, "wl", template, "uid-1");
    }

    private static @Nullable String parentOf(SchedulingObject group) {
        return group instanceof PodGroup pods
                ? pods.spec().parentCompositePodGroupName()
                : ((CompositePodGroup) group).spec().parentCompositePodGroupName();
    }

    @Test
    void in136GroupsAreOfItsVersionAndIn135NoObjects() {
        Workload old = Workload.of(ApiVersion.V1ALPHA2, "ns", "wl", PodGroupTemplate.gang("workers", 2));
        assertThat(WorkloadGroups.of(V1_36, old).podGroup("g", "workers").groupVersion())
                .isEqualTo("scheduling.k8s.io/v1alpha2");
        assertThat(groups(V1_36).all("").stream()
                        .filter(each -> parentOf(each) != null)
                        .map(SchedulingObject::apiVersion))
                .isNotEmpty()
                .containsOnly(ApiVersion.V1ALPHA3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WorkloadGroups.of(V1_35, old))
                .withMessageContaining("1.36 or later");
    }

    /** Each with every template it has, asked for as a group of pods and as a group of groups. */
    @Test
    void groupsOfRandomWorkloadsAreThoseOfTheBuilders() {
        OwnerReference owner = new OwnerReference("batch/v1", "Job", "j", "u-1", true, null);
        List<String> lines = Recorded.lines("groups.jsonl.gz");
        int made = 0;
        for (String line : lines) {
            PlainValue recorded = Recorded.value(line);
            Workload workload = (Workload) Recorded.object(text(recorded.field("workload")));
            OwnerReference[] owners = recorded.field("owned").truth().orElseThrow()
                    ? new OwnerReference[] {owner}
                    : new OwnerReference[0];
            for (KubernetesRelease release : List.of(V1_37, V1_38)) {
                WorkloadGroups groups = WorkloadGroups.of(release, workload);
                for (PlainValue each : recorded.field(release.version()).items()) {
                    String template = text(each.field("name"));
                    boolean leaf = text(each.field("kind")).equals("leaf");
                    if (each.field("group").isThere()) {
                        made++;
                        assertThat(made(groups, leaf, template, owners))
                                .as(template)
                                .isEqualTo(Recorded.object(text(each.field("group"))));
                    } else {
                        assertThatIllegalArgumentException()
                                .as(template)
                                .isThrownBy(() -> made(groups, leaf, template, owners));
                    }
                }
            }
        }
        assertThat(lines).hasSize(300);
        assertThat(made).isGreaterThan(600);
    }

    /** Groups of groups are compared in the version that both releases have. */
    private static Object made(WorkloadGroups groups, boolean leaf, String template, OwnerReference[] owners) {
        if (leaf) {
            return groups.podGroup("g-" + template, template, owners);
        }
        CompositePodGroup group = groups.compositePodGroup("g-" + template, template, owners);
        return new CompositePodGroup(ApiVersion.V1ALPHA3, group.metadata(), group.spec(), group.status());
    }
}
