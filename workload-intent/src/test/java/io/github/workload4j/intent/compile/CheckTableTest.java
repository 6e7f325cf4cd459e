package io.github.workload4j.intent.compile;

import static io.github.workload4j.api.release.KubernetesRelease.V1_37;
import static io.github.workload4j.api.release.KubernetesRelease.V1_38;
import static io.github.workload4j.intent.compile.TableItems.at;
import static io.github.workload4j.intent.compile.TableItems.composite;
import static io.github.workload4j.intent.compile.TableItems.leaf;
import static io.github.workload4j.intent.compile.TableItems.lines;
import static io.github.workload4j.intent.compile.TableItems.rules;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.workload4j.api.ClaimSource;
import io.github.workload4j.api.PodGroupResourceClaim;
import io.github.workload4j.api.SchedulingConstraints;
import io.github.workload4j.api.TopologyConstraint;
import io.github.workload4j.api.field.FieldPath;
import io.github.workload4j.api.release.KubernetesRelease;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The compile table, rows 34 to 68: item and what is said of it. Rows to 55 hold in 1.37 and 1.38. */
class CheckTableTest {

    private static final String ALL = "bgsa";
    private static final String POLICY = "spec.scheduling.schedulingPolicy";
    private static final String MODE = "spec.scheduling.disruptionMode";

    private static DynamicTest row(String row, Runnable fact) {
        return DynamicTest.dynamicTest(row, fact::run);
    }

    /** What is allowed, and the errors, in both releases. */
    private static DynamicTest says(String row, String allowed, WorkloadItem.Builder item, String... errors) {
        return row(row, () -> {
            for (KubernetesRelease release : List.of(V1_37, V1_38)) {
                assertThat(lines(rules(release, allowed).checkCreate(item.build())))
                        .as(release.toString())
                        .containsExactly(errors);
            }
        });
    }

    /** What is allowed, and the errors, in 1.38; in 1.37 there are none. */
    private static DynamicTest says138(String row, String allowed, WorkloadItem.Builder item, String... errors) {
        return row(row, () -> {
            assertThat(lines(rules(V1_38, allowed).checkCreate(item.build()))).containsExactly(errors);
            assertThat(rules(V1_37, allowed).checkCreate(item.build())).isEmpty();
        });
    }

    private static DynamicTest updates(
            String row, WorkloadItem.Builder old, WorkloadItem.Builder now, String... errors) {
        return row(row, () -> {
            for (KubernetesRelease release : List.of(V1_37, V1_38)) {
                assertThat(lines(rules(release, ALL).checkUpdate(old.build(), now.build())))
                        .containsExactly(errors);
            }
        });
    }

    private static void refused(WorkloadItem.Builder item) {
        assertThatIllegalArgumentException().isThrownBy(item::build);
    }

    @TestFactory
    Stream<DynamicTest> creates() {
        SchedulingConstraints two =
                new SchedulingConstraints(List.of(new TopologyConstraint("zone"), new TopologyConstraint("rack")));
        PodGroupResourceClaim sourceless = new PodGroupResourceClaim("gpu", ClaimSource.NONE);
        return Stream.of(
                row(
                        "34: no root",
                        () -> assertThatNullPointerException()
                                .isThrownBy(() -> rules(V1_38, ALL).checkCreate(null))
                                .withMessage("root")),
                row("35: empty name", () -> refused(leaf("", null, null))),
                says("36: basic, only gang allowed", "gsa", leaf("w", "b", null), "Forbidden " + POLICY),
                says("36: gang, only basic allowed", "bsa", leaf("w", "g2", null), "Forbidden " + POLICY),
                says("37: gang and all, only single allowed", "bgs", leaf("w", "g2", "a"), "Forbidden " + MODE),
                says("38: basic and all", ALL, leaf("w", "b", "a"), "Invalid " + MODE),
                says("39: gang and all", ALL, leaf("w", "g2", "a")),
                says("39: gang and single, only single allowed", "bgs", leaf("w", "g2", "s")),
                says("40: gang 0", ALL, leaf("w", "g0", null), "Invalid " + POLICY + ".gang.minCount"),
                says(
                        "41: gang 0, no path",
                        ALL,
                        leaf("w", "g0", null).path(FieldPath.DOCUMENT),
                        "Invalid schedulingPolicy.gang.minCount"),
                row(
                        "42: gang 0, first layer off",
                        () -> assertThat(rules(V1_37, ALL)
                                        .withoutBlocks()
                                        .checkCreate(leaf("w", "g0", null).build()))
                                .isEmpty()),
                says("43: single and all", ALL, leaf("w", "g2", "sa"), "Invalid " + MODE),
                says(
                        "44: two topology keys",
                        ALL,
                        leaf("w", "g2", null, two, List.of()),
                        "TooMany spec.scheduling.schedulingConstraints.topology"),
                says(
                        "45: a claim without source",
                        ALL,
                        leaf("w", "g2", null, null, List.of(sourceless)),
                        "Invalid spec.scheduling.resourceClaims[0]"),
                says(
                        "46: composite gang 0",
                        ALL,
                        composite("c", "g0", null, at("w", leaf("w", "g2", null))),
                        "Invalid " + POLICY + ".gang.minGroupCount"),
                says(
                        "47: composite basic and gang",
                        ALL,
                        composite("c", "bg2", null, at("w", leaf("w", "g2", null))),
                        "Invalid " + POLICY),
                says(
                        "48: composite basic, only gang allowed",
                        "gsa",
                        composite("c", "b", null, at("w", leaf("w", "g2", null))),
                        "Forbidden " + POLICY),
                row(
                        "49: composite with a leaf's blocks, whatever the first layer",
                        () -> refused(composite("c", null, null, leaf("w", "g2", null))
                                .input(ItemInput.Leaf.of(null)))),
                says(
                        "50: composite basic over gang 0",
                        ALL,
                        composite("c", "b", null, at("w", leaf("w", "g0", null))),
                        "Invalid w.schedulingPolicy.gang.minCount"));
    }

    @TestFactory
    Stream<DynamicTest> changes() {
        WorkloadItem.Builder full = leaf("w", "g2", "s", SchedulingConstraints.sameDomain("zone"), List.of());
        WorkloadItem.Builder zero = at("w", leaf("w", "g0", null));
        return Stream.of(
                updates("51: same names", leaf("w", "g2", null), leaf("w", "g3", null)),
                row(
                        "52: root renamed",
                        () -> assertThatIllegalArgumentException()
                                .isThrownBy(() -> rules(V1_38, ALL)
                                        .checkUpdate(
                                                leaf("w", "g2", null).build(),
                                                leaf("v", "g2", null).build()))
                                .withMessageContaining("v")),
                updates("53: policy, constraints and mode removed", full, leaf("w", null, null)),
                updates("54: child gang 0 as it was", composite("c", "b", null, zero), composite("c", "b", null, zero)),
                updates(
                        "55: child gang 0 that was one level deeper",
                        composite("c", "b", null, composite("d", "b", null, zero), at("x", leaf("x", "b", null))),
                        composite("c", "b", null, zero),
                        "Invalid w.schedulingPolicy.gang.minCount"));
    }

    @TestFactory
    Stream<DynamicTest> since138() {
        WorkloadItem.Builder basic = at("w", leaf("w", "b", null));
        WorkloadItem.Builder gang = at("v", leaf("v", "g2", null));
        WorkloadItem.Builder unsaid = at("u", leaf("u", null, null));
        WorkloadItem.Builder single = at("w", leaf("w", "g2", "s"));
        WorkloadItem.Builder all = at("v", leaf("v", "g2", "a"));
        WorkloadItem.Builder modeless = at("u", leaf("u", "g2", null));
        return Stream.of(
                says138("56: no policy, only gang allowed", "gsa", leaf("w", null, null), "Forbidden " + POLICY),
                says("57: gang and single, only all allowed", "bga", leaf("w", "g2", "s"), "Forbidden " + MODE),
                says138("57: gang without mode, only all allowed", "bga", leaf("w", "g2", null), "Forbidden " + MODE),
                says138("58: no policy, mode all", ALL, leaf("w", null, "a"), "Invalid " + MODE),
                says138("59: composites 3 deep over a leaf", ALL, depth(3)),
                row("60: composites 4 deep over a leaf", () -> {
                    assertThatIllegalArgumentException()
                            .isThrownBy(() -> rules(V1_38, ALL).checkCreate(depth(4).build()));
                    assertThat(rules(V1_37, ALL).checkCreate(depth(4).build())).isEmpty();
                }),
                row("61: 9 leaf children, or 9 composite children", () -> {
                    for (boolean leaves : new boolean[] {true, false}) {
                        WorkloadItem wide = wide(leaves).build();
                        assertThatIllegalArgumentException()
                                .isThrownBy(() -> rules(V1_38, ALL).checkCreate(wide))
                                .withMessageContaining("c: 9 groups of " + (leaves ? "pods" : "groups"));
                        assertThat(rules(V1_37, ALL).checkCreate(wide)).isEmpty();
                    }
                }),
                says138("62: basic composite over basic and gang", ALL, composite("c", "b", null, basic, gang)),
                says138(
                        "63: gang composite over a basic leaf",
                        ALL,
                        composite("c", "g1", null, basic, gang),
                        "Invalid w.schedulingPolicy"),
                says138(
                        "63: gang composite over a leaf without policy",
                        ALL,
                        composite("c", "g1", null, unsaid, gang),
                        "Invalid u.schedulingPolicy"),
                says138(
                        "63: gang composite over a basic composite whose leaf is gang",
                        ALL,
                        composite("c", "g1", null, at("d", composite("d", "b", null, gang))),
                        "Invalid d.schedulingPolicy"),
                says138(
                        "64: gang over basic composite over basic leaf",
                        ALL,
                        composite("c", "g1", null, at("d", composite("d", "b", null, basic))),
                        "Invalid d.schedulingPolicy",
                        "Invalid w.schedulingPolicy"),
                says138(
                        "65: gang over gang composite over basic leaf",
                        ALL,
                        composite("c", "g1", null, at("d", composite("d", "g1", null, basic))),
                        "Invalid w.schedulingPolicy"),
                says138("66: single composite over single and all", ALL, composite("c", "g1", "s", single, all)),
                says138(
                        "67: all composite over a single leaf",
                        ALL,
                        composite("c", "g1", "a", single, all),
                        "Invalid w.disruptionMode"),
                says138(
                        "67: all composite over a leaf without mode",
                        ALL,
                        composite("c", "g1", "a", modeless, all),
                        "Invalid u.disruptionMode"),
                says138(
                        "67: all composite over a single composite whose leaf is all",
                        ALL,
                        composite("c", "g1", "a", at("d", composite("d", "g1", "s", all))),
                        "Invalid d.disruptionMode"),
                says138(
                        "68: unequal priority classes",
                        ALL,
                        composite("c", "b", null, basic.defaults(SchedulingConfig.EMPTY.withPriorityClassName("high"))),
                        "Invalid spec.scheduling"));
    }

    private static WorkloadItem.Builder depth(int composites) {
        WorkloadItem.Builder item = leaf("w", "b", null);
        for (int i = 0; i < composites; i++) {
            item = composite("c" + i, "b", null, item);
        }
        return item;
    }

    private static WorkloadItem.Builder wide(boolean leaves) {
        return composite(
                "c",
                "b",
                null,
                IntStream.range(0, 9)
                        .mapToObj(i -> leaves
                                ? leaf("w" + i, "b", null)
                                : composite("d" + i, "b", null, leaf("w" + i, "b", null)))
                        .toArray(WorkloadItem.Builder[]::new));
    }
}
