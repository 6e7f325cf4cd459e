package io.github.workload4j.policy.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.yaml.Decoded;
import io.github.workload4j.api.yaml.Document;
import io.github.workload4j.api.yaml.ManifestReader;
import io.github.workload4j.api.yaml.Undecodable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LintsTest {

    private static final String WORKLOAD_1 = """
            apiVersion: scheduling.k8s.io/v1alpha1
            kind: Workload
            metadata: {name: solver}
            spec:
              podGroups:
              - {name: leader, policy: {basic: {}}}
              - {name: ranks, policy: {gang: {minCount: 3}}}
            """;

    private static final String WORKLOAD_3 = """
            apiVersion: scheduling.k8s.io/v1alpha3
            kind: Workload
            metadata: {name: mesh}
            spec:
              compositePodGroupTemplates:
              - name: replica
                schedulingPolicy: {gang: {minGroupCount: 2}}
                disruptionMode: {all: {}}
                podGroupTemplates:
                - {name: prefill, schedulingPolicy: {gang: {minCount: 1}}, priorityClassName: ""}
                - {name: decode, schedulingPolicy: {gang: {minCount: 2}},
                   schedulingConstraints: {topology: [{key: rack}]}}
            """;

    private static String rank(int index, String more) {
        return "apiVersion: v1\nkind: Pod\nmetadata: {name: rank-" + index
                + "}\nspec:\n  workloadRef: {name: solver, podGroup: ranks" + more;
    }

    private static String ranks(int count) {
        return IntStream.range(0, count).mapToObj(i -> rank(i, "}\n")).collect(Collectors.joining("---\n"));
    }

    private static String leader() {
        return "apiVersion: v1\nkind: Pod\nmetadata: {name: leader}\nspec:\n"
                + "  workloadRef: {name: solver, podGroup: leader}\n";
    }

    private static String group(String name, String spec) {
        return "apiVersion: scheduling.k8s.io/v1alpha3\nkind: PodGroup\nmetadata: {name: " + name + "}\nspec: {" + spec
                + "}\n";
    }

    private static String composite(String name, String spec) {
        return "apiVersion: scheduling.k8s.io/v1alpha3\nkind: CompositePodGroup\nmetadata: {name: " + name
                + "}\nspec: {" + spec + "}\n";
    }

    private static String pod(String name, String group, String more) {
        return "apiVersion: v1\nkind: Pod\nmetadata: {name: " + name + "}\nspec: {schedulingGroup: {podGroupName: "
                + group + "}" + more + "}\n";
    }

    private static String priorityClass(String name, boolean globalDefault) {
        return "apiVersion: scheduling.k8s.io/v1\nkind: PriorityClass\nmetadata: {name: " + name
                + "}\nvalue: 10\nglobalDefault: " + globalDefault + "\n";
    }

    private static String prefill(String more) {
        return "workloadRef: {workloadName: mesh, templateName: prefill}, schedulingPolicy: {gang: {minCount: 1}}"
                + more;
    }

    private static String stream(String... documents) {
        return String.join("---\n", documents);
    }

    private static Arguments suspicion(Lint lint, String manifests, String... lines) {
        return Arguments.of(lint, manifests, List.of(lines));
    }

    static Stream<Arguments> suspicions() {
        return Stream.of(
                suspicion(
                        Lint.MIN_COUNT_ABOVE_PODS,
                        stream(WORKLOAD_1, leader(), ranks(2)),
                        "0 spec.podGroups[1].policy.gang.minCount: the group needs 3 pods at once, and only 2 pods of"
                                + " the stream are in it: lower minCount to 2, or add 1 pod"),
                suspicion(
                        Lint.MIN_COUNT_ABOVE_PODS,
                        stream(group("train", "schedulingPolicy: {gang: {minCount: 4}}"), pod("a", "train", "")),
                        "0 spec.schedulingPolicy.gang.minCount: the group needs 4 pods at once, and only 1 pod of the"
                                + " stream is in it: lower minCount to 1, or add 3 pods"),
                suspicion(
                        Lint.MIN_COUNT_ABOVE_PARALLELISM,
                        "apiVersion: batch/v1\nkind: Job\nmetadata: {name: j}\n"
                                + "spec: {parallelism: 4, completions: 2, scheduling:"
                                + " {schedulingPolicy: {gang: {minCount: 4}}}}\n",
                        "0 spec.scheduling.schedulingPolicy.gang.minCount: the gang needs 4 pods at once, and the Job"
                                + " runs at most 2: raise completions to 4, or lower minCount"),
                suspicion(
                        Lint.MIN_GROUP_COUNT_ABOVE_GROUPS,
                        stream(
                                composite("root", "schedulingPolicy: {gang: {minGroupCount: 2}}"),
                                group("leaf", prefill(", parentCompositePodGroupName: root"))),
                        "0 spec.schedulingPolicy.gang.minGroupCount: the group needs 2 child groups at once, and the"
                                + " stream has 1: lower minGroupCount to 1, or add groups with this parent"),
                suspicion(
                        Lint.GROUP_WITHOUT_PODS,
                        stream(WORKLOAD_1, ranks(3)),
                        "0 spec.podGroups[0].name: no pod of the stream is in group `leader`, though pods are in others"
                                + " of this Workload: name it in the pods' workloadRef.podGroup, or remove it"),
                suspicion(
                        Lint.GROUP_WITHOUT_PODS,
                        stream(
                                group("a", "schedulingPolicy: {basic: {}}"),
                                group("b", "schedulingPolicy: {basic: {}}"),
                                pod("p", "a", "")),
                        "1 metadata.name: no pod of the stream is in PodGroup `b`, though pods are in others of its"
                                + " namespace: name it in the pods' schedulingGroup.podGroupName, or remove it"),
                suspicion(
                        Lint.MISSING_WORKLOAD,
                        stream(
                                WORKLOAD_1,
                                leader(),
                                ranks(3),
                                "apiVersion: v1\nkind: Pod\nmetadata: {name: x}\n"
                                        + "spec: {workloadRef: {name: slover, podGroup: ranks}}\n"),
                        "5 spec.workloadRef.name: there is no Workload `slover` in namespace `default`: name one of"
                                + " `solver`"),
                suspicion(
                        Lint.MISSING_GROUP,
                        stream(
                                WORKLOAD_1,
                                leader(),
                                ranks(3),
                                "apiVersion: v1\nkind: Pod\nmetadata: {name: x}\n"
                                        + "spec: {workloadRef: {name: solver, podGroup: rank}}\n"),
                        "5 spec.workloadRef.podGroup: Workload `solver` has no group `rank`: name one of `leader`,"
                                + " `ranks`"),
                suspicion(
                        Lint.MISSING_GROUP,
                        stream(group("a", "schedulingPolicy: {basic: {}}"), pod("p", "a", ""), pod("q", "b", "")),
                        "2 spec.schedulingGroup.podGroupName: there is no PodGroup `b` in namespace `default`: name one"
                                + " of `a`"),
                suspicion(
                        Lint.MISSING_TEMPLATE,
                        stream(
                                WORKLOAD_3,
                                group(
                                        "g",
                                        "workloadRef: {workloadName: mesh, templateName: replica}, schedulingPolicy:"
                                                + " {basic: {}}")),
                        "1 spec.workloadRef.templateName: Workload `mesh` has no template `replica`: name one of"
                                + " `decode`, `prefill`"),
                suspicion(
                        Lint.MISSING_PARENT,
                        stream(
                                composite("root", "schedulingPolicy: {basic: {}}"),
                                group("leaf", prefill(", parentCompositePodGroupName: rot"))),
                        "1 spec.parentCompositePodGroupName: there is no CompositePodGroup `rot` in namespace"
                                + " `default`: name one of `root`"),
                suspicion(
                        Lint.PARENT_WITHOUT_WORKLOAD_REF,
                        group("leaf", "schedulingPolicy: {basic: {}}, parentCompositePodGroupName: root"),
                        "0 spec.parentCompositePodGroupName: a parent is named and no template: set workloadRef to the"
                                + " template the group was made from"),
                suspicion(
                        Lint.PARENT_CYCLE,
                        stream(
                                composite("a", "schedulingPolicy: {basic: {}}, parentCompositePodGroupName: b"),
                                composite("b", "schedulingPolicy: {basic: {}}, parentCompositePodGroupName: a")),
                        "0 spec.parentCompositePodGroupName: the group is its own ancestor: make one of these groups"
                                + " the root: `b`, `a`",
                        "1 spec.parentCompositePodGroupName: the group is its own ancestor: make one of these groups"
                                + " the root: `a`, `b`"),
                suspicion(
                        Lint.TREE_TOO_DEEP,
                        stream(
                                composite("a", "schedulingPolicy: {basic: {}}"),
                                composite("b", "schedulingPolicy: {basic: {}}, parentCompositePodGroupName: a"),
                                composite("c", "schedulingPolicy: {basic: {}}, parentCompositePodGroupName: b"),
                                composite("d", "schedulingPolicy: {basic: {}}, parentCompositePodGroupName: c"),
                                group("e", prefill(", parentCompositePodGroupName: d"))),
                        "4 spec.parentCompositePodGroupName: the group has 4 groups above it: use at most 4 levels"),
                suspicion(
                        Lint.TREE_OF_SEVERAL_WORKLOADS,
                        stream(
                                composite(
                                        "root",
                                        "workloadRef: {workloadName: other, templateName: r}, schedulingPolicy: {basic:"
                                                + " {}}"),
                                group("leaf", prefill(", parentCompositePodGroupName: root"))),
                        "1 spec.workloadRef.workloadName: the group is of Workload `mesh`, its parent `root` of"
                                + " `other`: make both from templates of one Workload"),
                suspicion(
                        Lint.DIFFERENT_SCHEDULERS,
                        stream(
                                group("a", "schedulingPolicy: {basic: {}}"),
                                pod("p", "a", ""),
                                pod("q", "a", ", schedulerName: mine")),
                        "2 spec.schedulerName: the scheduler is `mine`, that of `p` in the same group"
                                + " `default-scheduler`: use one scheduler for all pods of a group"),
                suspicion(
                        Lint.DIFFERENT_PRIORITIES,
                        stream(pod("p", "a", ", priorityClassName: high"), pod("q", "a", "")),
                        "1 spec.priorityClassName: the priority is not set, that of `p` in the same group `high`: use"
                                + " one priority class for all pods of a group"),
                suspicion(
                        Lint.DIFFERENT_PRIORITIES,
                        stream(
                                group("a", "schedulingPolicy: {basic: {}}, priority: 5"),
                                pod("p", "a", ", priority: 6")),
                        "1 spec.priority: the pod has priority 6, its group `a` has 5: give both the same priority"
                                + " class"),
                suspicion(
                        Lint.REPLICA_KEY_ON_SOME_PODS,
                        stream(
                                WORKLOAD_1,
                                leader(),
                                ranks(3),
                                rank(3, ", podGroupReplicaKey: r}\n"),
                                rank(4, ", podGroupReplicaKey: r}\n"),
                                rank(5, ", podGroupReplicaKey: r}\n")),
                        "2 spec.workloadRef.podGroupReplicaKey: 3 of the pods of group `ranks` have no replica key,"
                                + " others have one: give every pod of the group a key, or none"),
                suspicion(
                        Lint.CLAIM_NOT_SHARED,
                        stream(
                                group(
                                        "a",
                                        "schedulingPolicy: {basic: {}}, resourceClaims: [{name: gpu,"
                                                + " resourceClaimTemplateName: t}]"),
                                pod("p", "a", ", resourceClaims: [{name: gpu, resourceClaimName: t}]")),
                        "1 spec.resourceClaims[0]: claim `gpu` has another source than that of group `a`: give it the"
                                + " same source, or another name"),
                suspicion(
                        Lint.QUORUM_HIDES_ROLE,
                        WORKLOAD_3.replace("minGroupCount: 2", "minGroupCount: 1"),
                        "0 spec.compositePodGroupTemplates[0].schedulingPolicy.gang.minGroupCount: the gang starts with"
                                + " 1 child group, and 2 templates make them: raise minGroupCount to 2 if every"
                                + " template is needed"),
                suspicion(
                        Lint.DIFFERS_FROM_TEMPLATE,
                        stream(
                                WORKLOAD_3,
                                group(
                                        "g",
                                        "workloadRef: {workloadName: mesh, templateName: decode}, schedulingPolicy:"
                                                + " {gang: {minCount: 2}}")),
                        "1 spec.schedulingConstraints: the field is not as the group's template has it: copy it from"
                                + " the template, or change the template"),
                suspicion(
                        Lint.UNKNOWN_TOPOLOGY_KEY,
                        stream(WORKLOAD_3, "apiVersion: v1\nkind: Node\nmetadata: {name: node-1, labels: {zone: a}}\n"),
                        "0 spec.compositePodGroupTemplates[0].podGroupTemplates[1].schedulingConstraints.topology[0]."
                                + "key: none of the 1 nodes of the stream carries the label `rack`: label the nodes, or"
                                + " use a label they carry"),
                suspicion(
                        Lint.ALL_OVER_SINGLE,
                        WORKLOAD_3.replace("priorityClassName: \"\"", "disruptionMode: {single: {}}"),
                        "0 spec.compositePodGroupTemplates[0].podGroupTemplates[0].disruptionMode: the mode is"
                                + " `single`, that of the parent `replica` is `all`: use `all` here as well"),
                suspicion(
                        Lint.ALL_OVER_SINGLE,
                        stream(
                                composite("root", "schedulingPolicy: {basic: {}}, disruptionMode: {all: {}}"),
                                group(
                                        "leaf",
                                        prefill(", parentCompositePodGroupName: root, disruptionMode: {single: {}}"))),
                        "1 spec.disruptionMode: the mode is `single`, that of the parent `root` is `all`: use `all`"
                                + " here as well"),
                suspicion(
                        Lint.MISSING_PRIORITY_CLASS,
                        stream(
                                priorityClass("high", false),
                                group("g", "schedulingPolicy: {basic: {}}, priorityClassName: hgih")),
                        "1 spec.priorityClassName: there is no PriorityClass `hgih`: name one of `high`"),
                suspicion(
                        Lint.SYSTEM_PRIORITY_CLASS,
                        group("g", "schedulingPolicy: {basic: {}}, priorityClassName: system-node-critical"),
                        "0 spec.priorityClassName: `system-node-critical` is for the pods of the system: use a class of"
                                + " at most 1000000000"),
                suspicion(
                        Lint.SEVERAL_GLOBAL_DEFAULTS,
                        stream(priorityClass("a", true), priorityClass("b", true)),
                        "1 globalDefault: PriorityClass `a` is the global default already: set globalDefault on one"
                                + " class only"),
                suspicion(
                        Lint.REFERENCES_OF_TWO_RELEASES,
                        pod("p", "a", ", workloadRef: {name: w, podGroup: g}"),
                        "0 spec: workloadRef and schedulingGroup are both set: keep the one of your cluster's release"),
                suspicion(
                        Lint.REFERENCE_OF_OTHER_RELEASE,
                        stream(
                                WORKLOAD_3,
                                "apiVersion: v1\nkind: Pod\nmetadata: {name: x}\n"
                                        + "spec: {workloadRef: {name: mesh, podGroup: decode}}\n"),
                        "1 spec.workloadRef: Workload `mesh` is of scheduling.k8s.io/v1alpha3: name the pod's PodGroup"
                                + " in schedulingGroup.podGroupName"),
                suspicion(
                        Lint.NAME_NOT_A_LABEL,
                        group("a.b", "schedulingPolicy: {basic: {}}"),
                        "0 metadata.name: the name is dotted: use at most 63 of a-z, 0-9 and -"),
                suspicion(
                        Lint.OBJECT_TWICE,
                        stream(WORKLOAD_1, WORKLOAD_1),
                        "1 metadata.name: Workload `solver` is in the stream already (object 1): give one of them"
                                + " another name"));
    }

    @Test
    void anotherObjectIsNamedByItsPlace() {
        List<Warning> warnings =
                Lints.check(objects(stream(WORKLOAD_1, WORKLOAD_1)), List.of(), index -> "all.yaml:" + (index + 7));
        assertThat(warnings)
                .singleElement()
                .extracting(Warning::message)
                .isEqualTo("Workload `solver` is in the stream already (all.yaml:7)");
    }

    @ParameterizedTest
    @MethodSource("suspicions")
    void everySuspicionSaysWhatIsListed(Lint lint, String manifests, List<String> lines) {
        List<Warning> warnings = Lints.check(objects(manifests));
        assertThat(warnings).allMatch(warning -> warning.lint() == lint);
        assertThat(warnings.stream().map(warning -> warning.object() + " " + warning))
                .containsExactlyElementsOf(lines.stream()
                        .map(line -> line + " [" + lint.id() + "]")
                        .toList());
    }

    @Test
    void everyLintIsShownByAnExample() {
        Set<Lint> shown =
                suspicions().map(arguments -> (Lint) arguments.get()[0]).collect(Collectors.toCollection(TreeSet::new));
        // Those of a release, of updates and of volumes have tests of their own.
        shown.addAll(Set.of(
                Lint.OFF_BY_DEFAULT,
                Lint.PRIORITY_WITHOUT_CLASS,
                Lint.NOT_AS_STORED,
                Lint.VERSION_WITHOUT_FUTURE,
                Lint.TEMPLATES_REORDERED,
                Lint.SHARED_CLAIM_NOT_BOUND));
        assertThat(shown).containsExactly(Lint.values());
    }

    @Test
    void goodStreamsAreQuiet() {
        assertThat(Lints.check(objects(stream(WORKLOAD_1, leader(), ranks(3), WORKLOAD_3))))
                .isEmpty();
        assertThat(Lints.check(objects(stream(
                        WORKLOAD_3,
                        composite(
                                "r",
                                "workloadRef: {workloadName: mesh, templateName: replica}, disruptionMode: {all: {}},"
                                        + " schedulingPolicy: {gang: {minGroupCount: 2}}"),
                        group("r-prefill", prefill(", parentCompositePodGroupName: r")),
                        group(
                                "r-decode",
                                "workloadRef: {workloadName: mesh, templateName: decode}, schedulingPolicy: {gang:"
                                        + " {minCount: 2}}, schedulingConstraints: {topology: [{key: rack}]},"
                                        + " parentCompositePodGroupName: r"),
                        pod("p-0", "r-prefill", ""),
                        pod("d-0", "r-decode", ""),
                        pod("d-1", "r-decode", "")))))
                .isEmpty();
    }

    @Test
    void aPartOfAStreamIsQuiet() {
        assertThat(Lints.check(objects(WORKLOAD_1))).isEmpty();
        assertThat(Lints.check(objects(ranks(2)))).isEmpty();
        assertThat(Lints.check(objects(pod("p", "somewhere", "")))).isEmpty();
        assertThat(Lints.check(List.of())).isEmpty();
    }

    @Test
    void podsThatAreOverDoNotCount() {
        String over = ranks(3).replaceFirst("}\\n---", "}\nstatus: {phase: Succeeded}\n---");
        assertThat(Lints.check(objects(stream(WORKLOAD_1, leader(), over))))
                .extracting(Warning::lint)
                .containsExactly(Lint.MIN_COUNT_ABOVE_PODS);
    }

    @Test
    void manyObjectsTakeNoTimeToSpeakOf() {
        StringBuilder pods = new StringBuilder(group("a", "schedulingPolicy: {basic: {}}"));
        List<ApiObject> objects = new ArrayList<>(objects(pods.toString()));
        ApiObject lost = objects(pod("p", "lost", "")).get(0);
        for (int i = 0; i < 100_000; i++) {
            objects.add(lost);
        }
        assertThat(Lints.check(objects)).hasSizeGreaterThan(100_000);
    }

    @Test
    void ofRealManifestsTwoAreSuspectedRightly() throws Exception {
        Path folder = Path.of("../../shared/conformance/real-manifests");
        assumeThat(folder).isDirectory();
        List<String> warnings = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()) {
                List<ApiObject> objects = new ArrayList<>();
                for (Document document : ManifestReader.lenient().read(Files.readAllBytes(file))) {
                    if (document instanceof Decoded decoded) {
                        objects.add(decoded.object());
                    }
                }
                Lints.check(objects).forEach(warning -> warnings.add(file.getFileName() + ": " + warning));
            }
        }
        assertThat(warnings)
                .containsExactly(
                        "02-kep-gang.yaml: spec.template.spec.schedulingGroup.podGroupName: there is no PodGroup `pg1`"
                                + " in namespace `default`: add it, or name one that is there [missing-group]",
                        "29-slurm-doc.yaml: spec.schedulingPolicy.gang.minCount: the group needs 2 pods at once, and"
                                + " only 1 pod of the stream is in it: lower minCount to 1, or add 1 pod"
                                + " [min-count-above-pods]");
    }

    private static List<ApiObject> objects(String manifests) {
        List<ApiObject> objects = new ArrayList<>();
        for (Document document : ManifestReader.strict().read(manifests)) {
            if (document instanceof Undecodable undecodable) {
                throw new AssertionError(undecodable.faults() + " in\n" + manifests);
            }
            objects.add(((Decoded) document).object());
        }
        return objects;
    }
}
