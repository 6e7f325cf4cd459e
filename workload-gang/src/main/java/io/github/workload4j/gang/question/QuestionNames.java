package io.github.workload4j.gang.question;

import io.github.workload4j.api.core.Pod;
import io.github.workload4j.gang.Assignment;
import io.github.workload4j.gang.ChosenDomain;
import io.github.workload4j.gang.Evidence;
import io.github.workload4j.gang.GroupNode;
import io.github.workload4j.gang.NamedPodClass;
import io.github.workload4j.gang.RepellingPod;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.eligibility.Domains;
import io.github.workload4j.gang.eligibility.PodAntiAffinity;
import io.github.workload4j.gang.group.GroupTree;
import io.github.workload4j.gang.order.Step;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.podclass.Compilation;
import io.github.workload4j.gang.podclass.PodClasses;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the numbers of a question are called: pods, groups, nodes, domains, resources. */
final class QuestionNames {

    private final PodClasses question;
    private final ClusterSnapshot snapshot;
    private final List<PodClasses.Entry> classes;

    /** The pods of each class; null until somebody asks. */
    private volatile @Nullable List<NamedPodClass> podClasses;

    QuestionNames(PodClasses question) {
        this.question = question;
        this.snapshot = question.snapshot();
        this.classes = question.entries();
    }

    /** {@return the pods of each class} */
    List<NamedPodClass> podClasses() {
        List<NamedPodClass> known = podClasses;
        if (known == null) {
            known = classes.stream()
                    .map(member -> new NamedPodClass(
                            member.leaf().ref(),
                            member.pod(),
                            member.pods(),
                            member.signature().request()))
                    .toList();
            podClasses = known;
        }
        return known;
    }

    /**
     * {@return the pods that are there and keep a pending one away by their own anti-affinity, in the order of their
     * names}
     */
    List<RepellingPod> repelling() {
        Map<String, RepellingPod> found = new TreeMap<>();
        if (question.repelled().terms().isEmpty()) {
            return List.of();
        }
        List<Pod> pods = classes.stream().map(PodClasses.Entry::pod).toList();
        PodAntiAffinity.forEachRepelling(pods, question.byLabel(), question.view(), (node, pod, key) -> {
            RepellingPod repelling = new RepellingPod(
                    pod.metadata().namespaceOrDefault(),
                    pod.metadata().name(),
                    snapshot.node(node).metadata().name(),
                    key);
            found.putIfAbsent(repelling.toString(), repelling);
        });
        return List.copyOf(found.values());
    }

    /** {@return the groups, each before the groups inside it} */
    List<GroupNode> groups() {
        List<GroupNode> nodes = new ArrayList<>();
        addNodes(question.root(), 0, -1, nodes);
        return nodes;
    }

    private void addNodes(GroupTree group, int depth, int parent, List<GroupNode> to) {
        String key = group.topologyKey();
        int number = to.size();
        to.add(new GroupNode(
                group.ref(),
                depth,
                parent,
                group.minimum(),
                group.basic(),
                question.membership().counts(group),
                key,
                key == null ? List.of() : question.domains(key).values(),
                question.pinned(group)));
        group.children().forEach(child -> addNodes(child, depth + 1, number, to));
    }

    /** {@return the pod of a class by its place in the order of names, on a node} */
    Assignment assignment(int podClass, int index, int node) {
        Pod pod = classes.get(podClass).pods().get(index);
        return new Assignment(
                pod.metadata().namespaceOrDefault(),
                pod.metadata().name(),
                snapshot.node(node).metadata().name());
    }

    /** {@return the domains of the groups that have a topology constraint and a pod placed, parents first} */
    List<ChosenDomain> domains(List<Step> placed) {
        List<ChosenDomain> domains = new ArrayList<>();
        for (GroupTree each : question.root().all()) {
            String key = each.topologyKey();
            for (int s = 0; key != null && s < placed.size(); s++) {
                if (classes.get(placed.get(s).podClass()).leaf().isInside(each)) {
                    Domains all = question.domains(key);
                    String value = all.values().get(all.of()[placed.get(s).node()]);
                    domains.add(new ChosenDomain(each.ref(), key, value));
                    break;
                }
            }
        }
        return domains;
    }

    /** {@return a placement of this question in numbers} */
    List<Step> steps(List<Assignment> placement) {
        Map<String, Integer> classOf = new HashMap<>();
        for (int c = 0; c < classes.size(); c++) {
            for (Pod pod : classes.get(c).pods()) {
                classOf.put(pod.metadata().qualifiedName(), c);
            }
        }
        List<Step> steps = new ArrayList<>();
        for (Assignment one : placement) {
            steps.add(new Step(classOf.get(one.namespace() + "/" + one.pod()), snapshot.indexOf(one.node())));
        }
        return steps;
    }

    /** {@return the names of the pods of each class} */
    List<Evidence.ClassName> classes() {
        List<Evidence.ClassName> named = new ArrayList<>();
        for (PodClasses.Entry member : classes) {
            List<String> names = new ArrayList<>();
            for (Pod pod : member.pods()) {
                names.add(pod.metadata().name());
            }
            named.add(new Evidence.ClassName(member.leaf().ref(), names));
        }
        return named;
    }

    /** {@return the names of the resources, in the order of the packing} */
    List<String> resources() {
        return new Compilation(question).resources();
    }

    /** {@return the same of a packing with more columns: room that spread constraints leave} */
    List<String> columns(Packing certified) {
        List<String> columns = new ArrayList<>(resources());
        for (int more = 1; columns.size() < certified.nodes().resources(); more++) {
            columns.add(columns.size() - 1, "places under spread constraint " + more);
        }
        return List.copyOf(columns);
    }

    /** {@return the nodes} */
    List<String> nodes() {
        List<String> names = new ArrayList<>();
        for (int node = 0; node < snapshot.nodes(); node++) {
            names.add(snapshot.node(node).metadata().name());
        }
        return names;
    }
}
