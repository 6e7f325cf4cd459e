package io.github.workload4j.intent.compile;

import static io.github.workload4j.api.release.KubernetesRelease.V1_37;
import static io.github.workload4j.api.release.KubernetesRelease.V1_38;
import static io.github.workload4j.intent.compile.TableItems.JOB;
import static io.github.workload4j.intent.compile.TableItems.composite;
import static io.github.workload4j.intent.compile.TableItems.leaf;
import static io.github.workload4j.intent.compile.TableItems.mode;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.workload4j.api.ClaimSource;
import io.github.workload4j.api.CompositePodGroupTemplate;
import io.github.workload4j.api.CompositeSchedulingPolicy;
import io.github.workload4j.api.ControllerRef;
import io.github.workload4j.api.DisruptionMode;
import io.github.workload4j.api.PodGroupResourceClaim;
import io.github.workload4j.api.PodGroupTemplate;
import io.github.workload4j.api.SchedulingConstraints;
import io.github.workload4j.api.SchedulingPolicy;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.WorkloadPodGroupSchedulingPolicy;
import io.github.workload4j.api.meta.OwnerReference;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

/** The compile table, rows 1 to 25, and what rows 60 and 61 say of compiling: item and what it becomes. */
class CompileTableTest {

    private static final SchedulingConfig NONE = SchedulingConfig.EMPTY;
    private static final SchedulingConstraints ZONE = SchedulingConstraints.sameDomain("zone");
    private static final SchedulingConstraints RACK = SchedulingConstraints.sameDomain("rack");
    private static final PodGroupResourceClaim GPU = new PodGroupResourceClaim("gpu", ClaimSource.of("my-claim", null));
    private static final PodGroupResourceClaim NIC = new PodGroupResourceClaim("nic", ClaimSource.of(null, "template"));

    private static Workload compiled(WorkloadItem.Builder root) {
        Workload workload = WorkloadCompiler.of(V1_37).compile("ns", "wl", JOB, root.build());
        assertThat(WorkloadCompiler.of(V1_38).compile("ns", "wl", JOB, root.build()))
                .isEqualTo(workload);
        return workload;
    }

    private static PodGroupTemplate template(WorkloadItem.Builder root) {
        Workload workload = compiled(root);
        assertThat(workload.spec().compositePodGroupTemplates()).isEmpty();
        assertThat(workload.spec().podGroupTemplates()).hasSize(1);
        return workload.spec().podGroupTemplates().get(0);
    }

    private static CompositePodGroupTemplate tree(WorkloadItem.Builder root) {
        Workload workload = compiled(root);
        assertThat(workload.spec().podGroupTemplates()).isEmpty();
        assertThat(workload.spec().compositePodGroupTemplates()).hasSize(1);
        return workload.spec().compositePodGroupTemplates().get(0);
    }

    private static PodGroupTemplate basic(String name) {
        return PodGroupTemplate.basic(name);
    }

    private static PodGroupTemplate gang(String name, int count) {
        return PodGroupTemplate.gang(name, count);
    }

    private static SchedulingConfig times(SchedulingConfig config, int factor) {
        return config.withSchedulingPolicy(
                new WorkloadPodGroupSchedulingPolicy.Gang(config.gang().minCount() * factor));
    }

    private static void refused(WorkloadItem.Builder root, String naming) {
        assertThatIllegalArgumentException().isThrownBy(() -> compiled(root)).withMessageContaining(naming);
    }

    private static DynamicTest row(String row, Executable fact) {
        return DynamicTest.dynamicTest(row, fact);
    }

    private static DynamicTest becomes(String row, WorkloadItem.Builder item, PodGroupTemplate template) {
        return row(row, () -> assertThat(template(item)).isEqualTo(template));
    }

    @TestFactory
    Stream<DynamicTest> leaves() {
        SchedulingConfig full =
                new SchedulingConfig(RecordedItems.policy("g4"), RACK, List.of(NIC), DisruptionMode.SINGLE, "high");
        PodGroupTemplate basic = basic("w");
        return Stream.of(
                becomes("1: nothing set", leaf("w", null, null), basic),
                becomes("2: default basic", leaf("w", null, null).defaults(SchedulingConfig.basic()), basic),
                becomes("3: default gang 4", leaf("w", null, null).defaults(SchedulingConfig.gang(4)), gang("w", 4)),
                becomes(
                        "4: default basic, input gang 2",
                        leaf("w", "g2", null).defaults(SchedulingConfig.basic()),
                        gang("w", 2)),
                becomes(
                        "5: default basic, input gang without count, callback 8",
                        leaf("w", "g", null)
                                .defaults(SchedulingConfig.basic())
                                .callback(config -> config.withDefaultMinCount(8)),
                        gang("w", 8)),
                row("6: gang without count, no callback", () -> refused(leaf("w", "g", null), "w")),
                becomes(
                        "7: default gang 4, callback times 3",
                        leaf("w", null, null).defaults(SchedulingConfig.gang(4)).callback(config -> times(config, 3)),
                        gang("w", 12)),
                row("8: gang without count, callback 16; the input still has none", () -> {
                    WorkloadItem item = leaf("w", "g", null)
                            .callback(config -> config.withDefaultMinCount(16))
                            .build();
                    assertThat(template(leaf("w", "g", null)
                                    .callback(item.callbacks().get(0))))
                            .isEqualTo(gang("w", 16));
                    assertThat(Members.of(item.input()).count()).isNull();
                }),
                becomes(
                        "9: default basic and single, input topology",
                        leaf("w", null, null, ZONE, List.of())
                                .defaults(SchedulingConfig.basic().withDisruptionMode(DisruptionMode.SINGLE)),
                        basic.toBuilder()
                                .schedulingConstraints(ZONE)
                                .disruptionMode(DisruptionMode.SINGLE)
                                .build()),
                becomes(
                        "10: default and input of every field",
                        leaf("w", "g2", "a", ZONE, List.of(GPU)).defaults(full),
                        gang("w", 2).toBuilder()
                                .schedulingConstraints(ZONE)
                                .resourceClaims(GPU)
                                .disruptionMode(DisruptionMode.ALL)
                                .priorityClassName("high")
                                .build()),
                becomes(
                        "11: default basic, input all",
                        leaf("w", null, "a").defaults(SchedulingConfig.basic()),
                        basic.toBuilder().disruptionMode(DisruptionMode.ALL).build()),
                becomes(
                        "12: a claim",
                        leaf("w", null, null, null, List.of(GPU)),
                        basic.toBuilder().resourceClaims(GPU).build()),
                becomes(
                        "13: default priority class",
                        leaf("w", null, null).defaults(NONE.withPriorityClassName("high")),
                        basic.toBuilder().priorityClassName("high").build()));
    }

    @TestFactory
    Stream<DynamicTest> ownersAndFaults() {
        return Stream.of(
                row("14: owner and controller reference", () -> {
                    Workload workload = compiled(leaf("w", null, null));
                    assertThat(workload.metadata().ownerReferences()).containsExactly(JOB);
                    assertThat(workload.spec().controllerRef()).isEqualTo(new ControllerRef("batch", "Job", "my-job"));
                    assertThat(workload.metadata().namespace()).isEqualTo("ns");
                    assertThat(workload.metadata().name()).isEqualTo("wl");
                }),
                row("15: owner of apiVersion batch/v1/extra", () -> {
                    OwnerReference bad = new OwnerReference("batch/v1/extra", "Job", "j", "u", true, null);
                    assertThatIllegalArgumentException()
                            .isThrownBy(() -> WorkloadCompiler.of(V1_38)
                                    .compile(
                                            "ns",
                                            "wl",
                                            bad,
                                            leaf("w", null, null).build()))
                            .withMessageContaining("batch/v1/extra");
                }),
                row(
                        "16: no owner",
                        () -> assertThatNullPointerException()
                                .isThrownBy(() -> WorkloadCompiler.of(V1_38)
                                        .compile(
                                                "ns",
                                                "wl",
                                                null,
                                                leaf("w", null, null).build()))
                                .withMessage("owner")),
                row(
                        "17: no root",
                        () -> assertThatIllegalArgumentException()
                                .isThrownBy(() -> WorkloadCompiler.of(V1_38).compile("ns", "wl", JOB))),
                row("17: empty name, and no callback has run", () -> {
                    List<String> run = new ArrayList<>();
                    assertThatIllegalArgumentException()
                            .isThrownBy(() -> leaf("", null, null)
                                    .callback(config -> {
                                        run.add("run");
                                        return config;
                                    })
                                    .build());
                    assertThat(run).isEmpty();
                }),
                row(
                        "17: nil child",
                        () -> assertThatNullPointerException()
                                .isThrownBy(() -> WorkloadItem.builder("w").children((WorkloadItem) null))),
                row(
                        "17: child with an empty name",
                        () -> assertThatIllegalArgumentException()
                                .isThrownBy(() -> composite("c", null, null, leaf("", null, null)))),
                row(
                        "17: two children of one name",
                        () -> refused(
                                composite("c", null, null, leaf("twin", null, null), leaf("twin", null, null)),
                                "twin")));
    }

    @TestFactory
    Stream<DynamicTest> composites() {
        return Stream.of(
                row("18: default gang 2, children gang 4 and basic", () -> {
                    CompositePodGroupTemplate tree =
                            tree(composite("c", null, null, leaf("a", "g4", null), leaf("b", "b", null))
                                    .defaults(SchedulingConfig.gang(2)));
                    assertThat(tree.schedulingPolicy()).isEqualTo(new CompositeSchedulingPolicy.Gang(2));
                    assertThat(tree.podGroupTemplates()).containsExactly(gang("a", 4), basic("b"));
                }),
                row(
                        "19: input minGroupCount 3",
                        () -> assertThat(tree(composite("c", "g3", null, leaf("a", null, null)))
                                        .schedulingPolicy())
                                .isEqualTo(new CompositeSchedulingPolicy.Gang(3))),
                row("20: gang without count, callback 4; without callback an error", () -> {
                    assertThat(tree(composite("c", "g", null, leaf("a", null, null))
                                            .callback(config -> config.withDefaultMinCount(4)))
                                    .schedulingPolicy())
                            .isEqualTo(new CompositeSchedulingPolicy.Gang(4));
                    refused(composite("c", "g", null, leaf("a", null, null)), "c: a gang without minGroupCount");
                }),
                row(
                        "21: nothing set",
                        () -> assertThat(tree(composite("c", null, null, leaf("a", null, null)))
                                        .schedulingPolicy())
                                .isEqualTo(new CompositeSchedulingPolicy.Basic())),
                row("22: topology and all on the composite template", () -> {
                    CompositePodGroupTemplate tree = tree(composite("c", null, "a", ZONE, leaf("a", null, null)));
                    assertThat(tree.schedulingConstraints()).isEqualTo(ZONE);
                    assertThat(tree.disruptionMode()).isEqualTo(DisruptionMode.ALL);
                    assertThat(tree.podGroupTemplates()).containsExactly(basic("a"));
                }),
                row("23: a composite in a composite", () -> {
                    CompositePodGroupTemplate tree =
                            tree(composite("outer", null, null, composite("inner", "g1", null, leaf("a", "g4", null))));
                    assertThat(tree.podGroupTemplates()).isEmpty();
                    assertThat(tree.compositePodGroupTemplates()).hasSize(1);
                    CompositePodGroupTemplate inner =
                            tree.compositePodGroupTemplates().get(0);
                    assertThat(inner.name()).isEqualTo("inner");
                    assertThat(inner.podGroupTemplates()).containsExactly(gang("a", 4));
                }),
                row("24: a composite with the blocks of a leaf, and the other way round", () -> {
                    assertThatIllegalArgumentException()
                            .isThrownBy(() -> composite("c", null, null, leaf("a", null, null))
                                    .input(leaf("x", "g2", null).build().input())
                                    .build())
                            .withMessageContaining("c");
                    assertThatIllegalArgumentException()
                            .isThrownBy(() -> leaf("w", null, null)
                                    .input(ItemInput.Composite.NONE)
                                    .build())
                            .withMessageContaining("w");
                }),
                row(
                        "25: twice gives equal Workloads",
                        () -> assertThat(compiled(leaf("w", "g2", null))).isEqualTo(compiled(leaf("w", "g2", null)))));
    }

    @TestFactory
    Stream<DynamicTest> sizes() {
        WorkloadItem.Builder deep = composite(
                "c1", null, null, composite("c2", null, null, composite("c3", null, null, leaf("w", null, null))));
        WorkloadItem.Builder deeper = composite("c0", null, null, deep);
        WorkloadItem.Builder[] nine =
                IntStream.range(0, 9).mapToObj(i -> leaf("w" + i, null, null)).toArray(WorkloadItem.Builder[]::new);
        return Stream.of(
                row(
                        "59: composites 3 deep over a leaf",
                        () -> assertThat(tree(deep)).isNotNull()),
                row("60: composites 4 deep over a leaf, since 1.38", () -> {
                    WorkloadCompiler.of(V1_37).compile("ns", "wl", JOB, deeper.build());
                    assertThatIllegalArgumentException()
                            .isThrownBy(() -> WorkloadCompiler.of(V1_38).compile("ns", "wl", JOB, deeper.build()))
                            .withMessageContaining("w: at depth 5");
                }),
                row("61: 9 leaf children, since 1.38", () -> {
                    WorkloadItem wide = composite("c", null, null, nine).build();
                    WorkloadCompiler.of(V1_37).compile("ns", "wl", JOB, wide);
                    assertThatIllegalArgumentException()
                            .isThrownBy(() -> WorkloadCompiler.of(V1_38).compile("ns", "wl", JOB, wide))
                            .withMessageContaining("9 groups of pods");
                }));
    }

    @Test
    void severalRootsAreOneWorkload() {
        Workload workload = WorkloadCompiler.of(V1_38)
                .compile(
                        "ns",
                        "wl",
                        JOB,
                        leaf("a", "g2", null).build(),
                        composite("c", null, null, leaf("x", null, null)).build(),
                        leaf("b", null, null).build());
        assertThat(workload.spec().podGroupTemplates()).containsExactly(gang("a", 2), basic("b"));
        assertThat(workload.spec().compositePodGroupTemplates())
                .extracting(CompositePodGroupTemplate::name)
                .containsExactly("c");
    }

    @Test
    void chainsOfAnyLengthAreRefusedWithoutRunningOutOfStack() {
        WorkloadItem item = leaf("w", null, null).build();
        for (int i = 0; i < 5000; i++) {
            item = WorkloadItem.builder("c" + i).children(item).build();
        }
        WorkloadItem chain = item;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WorkloadCompiler.of(V1_37).compile("ns", "wl", JOB, chain))
                .withMessageContaining("at most 500");
    }

    @Test
    void releasesWithoutBuildingBlocksCompileNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WorkloadCompiler.of(io.github.workload4j.api.release.KubernetesRelease.V1_36))
                .withMessageContaining("1.37 or later");
    }

    @Test
    void aPolicyOfTheConfigWithBothMembersIsAGang() {
        SchedulingConfig both =
                NONE.withSchedulingPolicy(RecordedItems.policy("bg4")).withDisruptionMode(mode("sa"));
        assertThat(template(leaf("w", null, null).defaults(both)))
                .isEqualTo(gang("w", 4).toBuilder()
                        .disruptionMode(DisruptionMode.ALL)
                        .build());
        assertThat(template(leaf("w", "bg4", "sa")))
                .as("of the user's blocks, basic and single count")
                .isEqualTo(PodGroupTemplate.of("w", new SchedulingPolicy.Basic()).toBuilder()
                        .disruptionMode(DisruptionMode.SINGLE)
                        .build());
    }
}
