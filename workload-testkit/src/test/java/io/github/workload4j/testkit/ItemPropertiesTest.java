package io.github.workload4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.PodGroupResourceClaim;
import io.github.workload4j.api.SchedulingObject;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.meta.OwnerReference;
import io.github.workload4j.api.release.KubernetesRelease;
import io.github.workload4j.intent.compile.ItemInput;
import io.github.workload4j.intent.compile.ItemRules;
import io.github.workload4j.intent.compile.WorkloadCompiler;
import io.github.workload4j.intent.compile.WorkloadGroups;
import io.github.workload4j.intent.compile.WorkloadItem;
import io.github.workload4j.policy.Defaulting;
import io.github.workload4j.policy.rule.ManifestRules;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds whatever a controller compiles. */
class ItemPropertiesTest {

    private static final OwnerReference OWNER = new OwnerReference("batch/v1", "Job", "j", "uid-1", true, true);
    private static final List<KubernetesRelease> RELEASES = List.of(KubernetesRelease.V1_37, KubernetesRelease.V1_38);

    @Provide
    Arbitrary<WorkloadItem> valid() {
        return Manifests.valid().workloadItems();
    }

    @Provide
    Arbitrary<WorkloadItem> wellFormed() {
        return Manifests.wellFormed().workloadItems();
    }

    private static ItemRules rules(KubernetesRelease release) {
        return ItemRules.of(release).allowing(ItemRules.Policy.values()).allowing(ItemRules.Mode.values());
    }

    private static Workload compiled(KubernetesRelease release, WorkloadItem item) {
        return WorkloadCompiler.of(release).compile("ns", "wl", OWNER, item);
    }

    @Property
    void validTreesAndTheirWorkloadsAndGroupsBreakNoRuleOfTheirRelease(@ForAll("valid") WorkloadItem item) {
        for (KubernetesRelease release : RELEASES) {
            assertThat(rules(release).checkCreate(item)).isEmpty();
            assertThat(rules(release).checkUpdate(item, item)).isEmpty();
            Workload workload = compiled(release, item);
            ManifestRules server = ManifestRules.standard().withRelease(release);
            assertThat(server.checkCreate(workload))
                    .as("%s of %s", workload, release)
                    .isEmpty();
            for (SchedulingObject group : WorkloadGroups.of(release, workload).all("uid-1", OWNER)) {
                if (server.covers(group)) {
                    ApiObject complete = Defaulting.standard()
                            .withRelease(release)
                            .apply(group)
                            .object();
                    assertThat(server.checkCreate(complete))
                            .as("%s of %s", group, release)
                            .isEmpty();
                }
            }
        }
    }

    @Property
    void equalTreesMakeEqualWorkloadsInBothReleases(@ForAll("wellFormed") WorkloadItem item) {
        assertThat(compiled(KubernetesRelease.V1_37, item))
                .isEqualTo(compiled(KubernetesRelease.V1_37, item))
                .isEqualTo(compiled(KubernetesRelease.V1_38, item));
    }

    /** Claims are those of before by name, so that of two of one name one is not. */
    private static boolean tellsClaimsApart(WorkloadItem item) {
        boolean here = !(item.input() instanceof ItemInput.Leaf leaf)
                || leaf.resourceClaims().value() == null
                || leaf.resourceClaims().value().stream()
                                .map(PodGroupResourceClaim::name)
                                .distinct()
                                .count()
                        == leaf.resourceClaims().value().size();
        return here && item.children().stream().allMatch(ItemPropertiesTest::tellsClaimsApart);
    }

    @Property
    void whatWasInvalidBeforeIsNotReportedAgain(@ForAll("wellFormed") WorkloadItem item) {
        Assume.that(tellsClaimsApart(item));
        for (KubernetesRelease release : RELEASES) {
            assertThat(rules(release).checkUpdate(item, item))
                    .isEqualTo(rules(release).withoutBlocks().checkCreate(item));
        }
    }
}
