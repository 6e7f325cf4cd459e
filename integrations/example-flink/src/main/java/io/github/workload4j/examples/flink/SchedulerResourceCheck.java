package io.github.workload4j.examples.flink;

import static java.util.Objects.requireNonNull;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.core.Container;
import io.github.workload4j.api.core.PodSchedulingGroup;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.core.PodStatus;
import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.fabric8.Fabric8Objects;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.question.Feasibility;
import io.github.workload4j.gang.question.Groups;
import io.github.workload4j.gang.report.AnswerReport;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.flink.autoscaler.resources.ResourceCheck;
import org.apache.flink.configuration.MemorySize;

/**
 * A resource check for the autoscaler of the Flink Kubernetes operator that asks the scheduler's question: what pods
 * have requested counts, not what they use, and a node that is cordoned, tainted or out of pod slots takes none.
 *
 * <p>Says yes only where a placement was found and checked: neither "does not fit" nor "not decided within the budget"
 * is a yes. The instances that run are taken out before the new ones are asked about, as the operator replaces them.
 */
public final class SchedulerResourceCheck implements ResourceCheck {

    private static final String NAMESPACE = "autoscaler";
    private static final String NAME = "new-instances";
    private static final GroupRef GROUP = GroupRef.podGroup(NAMESPACE, NAME);

    private final Fabric8Objects objects = Fabric8Objects.standard();
    private final Supplier<? extends Collection<Node>> nodes;
    private final Supplier<? extends Collection<Pod>> pods;
    private final Predicate<Pod> isOwn;
    private final PodSpec template;
    private final Consumer<String> refused;

    /**
     * Makes a check.
     *
     * @param nodes the nodes of the moment, such as an informer's {@code getStore().list()}
     * @param pods the pods of the moment
     * @param isOwn which pods are task managers of the job
     * @param template what else the pods of the job ask for, such as tolerations and a node selector
     * @param refused takes the reason of each "no", for a log or an event
     */
    public SchedulerResourceCheck(
            Supplier<? extends Collection<Node>> nodes,
            Supplier<? extends Collection<Pod>> pods,
            Predicate<Pod> isOwn,
            PodSpec template,
            Consumer<String> refused) {
        this.nodes = requireNonNull(nodes, "nodes");
        this.pods = requireNonNull(pods, "pods");
        this.isOwn = requireNonNull(isOwn, "isOwn");
        this.template = requireNonNull(template, "template");
        this.refused = requireNonNull(refused, "refused");
    }

    @Override
    public boolean trySchedule(
            int currentInstances, int newInstances, double cpuPerInstance, MemorySize memoryPerInstance) {
        if (newInstances <= 0) {
            return true;
        }
        Groups groups = Groups.of(List.of(PodGroup.gang(ApiVersion.V1BETA1, NAMESPACE, NAME, newInstances)));
        ClusterSnapshot snapshot = snapshot(newInstances, cpuPerInstance, memoryPerInstance);
        Verdict verdict = Feasibility.answer(snapshot, groups, GROUP, Budget.DEFAULT);
        if (!(verdict instanceof Verdict.Feasible)) {
            refused.accept(AnswerReport.of(snapshot, groups, verdict).toText());
        }
        return verdict instanceof Verdict.Feasible;
    }

    private ClusterSnapshot snapshot(int instances, double cpu, MemorySize memory) {
        List<io.github.workload4j.api.core.Pod> all = new ArrayList<>();
        for (Pod pod : pods.get()) {
            if (!isOwn.test(pod)) {
                all.add(objects.pod(pod));
            }
        }
        Map<String, Quantity> asked = Map.of("cpu", cores(cpu), "memory", Quantity.of(memory.getBytes()));
        PodSpec spec = template.toBuilder()
                .nodeName("")
                .schedulingGroup(new PodSchedulingGroup(NAME))
                .containers(List.of(Container.of("task-manager", asked)))
                .build();
        for (int instance = 0; instance < instances; instance++) {
            ObjectMeta name = ObjectMeta.of(NAMESPACE, NAME + "-" + instance);
            all.add(new io.github.workload4j.api.core.Pod(name, spec, PodStatus.EMPTY));
        }
        return ClusterSnapshot.of(nodes.get().stream().map(objects::node).toList(), all);
    }

    /** Thousandths, rounded up, as the operator writes them. */
    private static Quantity cores(double cpu) {
        return Quantity.ofMillis(BigDecimal.valueOf(cpu)
                .movePointRight(3)
                .setScale(0, RoundingMode.CEILING)
                .longValueExact());
    }
}
