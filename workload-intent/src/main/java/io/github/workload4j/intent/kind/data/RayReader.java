package io.github.workload4j.intent.kind.data;

import io.github.workload4j.api.core.Container;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.core.PodStatus;
import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.api.yaml.PlainValue;
import io.github.workload4j.intent.draft.Draft;
import io.github.workload4j.intent.draft.GroupDraft;
import io.github.workload4j.intent.draft.Kueue;
import io.github.workload4j.intent.draft.ShapeDraft;
import io.github.workload4j.intent.read.SourceObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads RayCluster and RayJob ({@code ray.io/v1}, KubeRay 1.5). */
public final class RayReader {

    private static final String GANG = "ray.io/gang-scheduling-enabled";
    private static final String CLUSTER = "ray.io/cluster";
    private static final String GROUP = "ray.io/group";

    private RayReader() {}

    public static void readCluster(Draft draft) {
        cluster(draft, draft.spec(), List.of());
    }

    public static void readJob(Draft draft) {
        PlainValue spec = draft.spec();
        draft.suspended(spec.field("suspend"));
        PlainValue cluster = spec.field("rayClusterSpec");
        if (!cluster.isThere()) {
            draft.need(spec.field("clusterSelector"), "the cluster that the job runs in is another object");
            return;
        }
        String mode = draft.text(spec.field("submissionMode"));
        Container submitter = container("submitter", "500m", "200Mi");
        cluster(draft, cluster, mode.equals("SidecarMode") ? List.of(submitter) : List.of());
        if (mode.isEmpty() || mode.equals("K8sJobMode")) {
            PlainValue template = spec.field("submitterPodTemplate");
            Pod pod = new Pod(
                    ObjectMeta.EMPTY, PodSpec.builder().containers(submitter).build(), PodStatus.EMPTY);
            ShapeDraft shape = template.isThere()
                    ? draft.shape("submitter", 1, template)
                    : new ShapeDraft("submitter", 1, pod, null, null, null);
            shape.label("batch.kubernetes.io/job-name", draft.object.source().name());
            draft.add(GroupDraft.ofPods("submitter", Kueue.isQueued(draft) ? 1 : 0, shape)
                    .phase(1));
        }
        draft.endedAfter(draft.seconds(spec.field("activeDeadlineSeconds")));
    }

    private static Container container(String name, String cpu, String memory) {
        Map<String, Quantity> requests = new LinkedHashMap<>();
        requests.put("cpu", Quantity.parse(cpu));
        requests.put("memory", Quantity.parse(memory));
        return Container.of(name, requests);
    }

    private static void cluster(Draft draft, PlainValue spec, List<Container> besideHead) {
        draft.suspended(spec.field("suspend"));
        draft.priorityClassName = draft.text(draft.label("ray.io/priority-class-name"));
        boolean autoscales = draft.truth(spec.field("enableInTreeAutoscaling"));
        List<Container> more = new ArrayList<>(besideHead);
        if (autoscales) {
            PlainValue resources = spec.field("autoscalerOptions").field("resources");
            more.add(resources.isThere() ? autoscaler(draft, resources) : container("autoscaler", "500m", "512Mi"));
        }
        ShapeDraft head = draft.shape("head", 1, spec.field("headGroupSpec").field("template"));
        List<ShapeDraft> shapes = new ArrayList<>();
        shapes.add(marked(draft, head.with(with(head.template, more)), "headgroup"));
        Set<String> names = new HashSet<>();
        long minimum = 1;
        for (PlainValue group : spec.field("workerGroupSpecs").items()) {
            String name = draft.name(group.field("groupName"), names);
            long least = draft.count(group.field("minReplicas"), 0);
            long most = draft.count(group.field("maxReplicas"), Long.MAX_VALUE);
            long replicas = Math.min(Math.max(draft.count(group.field("replicas"), 0), least), most);
            long hosts = Math.max(1, draft.count(group.field("numOfHosts"), 1));
            boolean isSuspended = draft.truth(group.field("suspend"));
            long pods = isSuspended ? 0 : draft.product(group, replicas, hosts);
            shapes.add(marked(draft, draft.shape(name, pods, group.field("template")), name));
            minimum += autoscales ? Math.min(pods, draft.product(group, least, hosts)) : pods;
            if (autoscales) {
                draft.drop(group.field("maxReplicas"), "no upper size");
            }
        }
        boolean says = draft.text(draft.label(GANG)).equalsIgnoreCase("true") && !autoscales;
        if (says || draft.isUnit() && !Kueue.isQueued(draft)) {
            draft.add(GroupDraft.ofPods("cluster", minimum, shapes));
        } else {
            Kueue.eachOnItsOwn(draft, shapes);
        }
    }

    private static Container autoscaler(Draft draft, PlainValue resources) {
        return new Container("autoscaler", "", draft.resources(resources), List.of(), "");
    }

    private static Pod with(Pod template, List<Container> more) {
        List<Container> containers = new ArrayList<>(template.spec().containers());
        containers.addAll(more);
        return template.withSpec(
                template.spec().toBuilder().containers(containers).build());
    }

    private static ShapeDraft marked(Draft draft, ShapeDraft shape, String group) {
        String cluster = clusterName(draft);
        return cluster.isEmpty() ? shape : shape.label(CLUSTER, cluster).label(GROUP, group);
    }

    /** A RayJob's cluster gets its name when it is made; the job's status and the cluster's owner tell it. */
    private static String clusterName(Draft draft) {
        SourceObject object = draft.object.source();
        if (object.kind().equals("RayCluster")) {
            return object.name();
        }
        PlainValue known = draft.object.root().field("status").field("rayClusterName");
        return known.text()
                .filter(name -> !name.isEmpty())
                .orElseGet(() -> draft.inputs.all("ray.io", "RayCluster").stream()
                        .filter(cluster -> cluster.controller().equals(Optional.of(object)))
                        .map(cluster -> cluster.source().name())
                        .findFirst()
                        .orElse(""));
    }
}
