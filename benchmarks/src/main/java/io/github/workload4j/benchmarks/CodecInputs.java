package io.github.workload4j.benchmarks;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.ControllerRef;
import io.github.workload4j.api.PodGroupTemplate;
import io.github.workload4j.api.SchedulingConstraints;
import io.github.workload4j.api.SchedulingPolicy;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.WorkloadSpec;
import io.github.workload4j.api.meta.ManagedFieldsEntry;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.api.yaml.ManifestWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Manifests as a cluster would print them, made here so that nothing has to be fetched. */
final class CodecInputs {

    private CodecInputs() {}

    /** Workloads of about 1.45 kB of YAML each. */
    static List<Workload> workloads(ApiVersion version, int count) {
        List<Workload> workloads = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Map<String, String> labels = new LinkedHashMap<>();
            labels.put("app.kubernetes.io/name", "train-" + i % 50);
            labels.put("app.kubernetes.io/managed-by", "job-controller");
            labels.put("team", "team-" + i % 7);
            ObjectMeta metadata = ObjectMeta.of("team-" + i % 7, "train-" + i).toBuilder()
                    .uid("4f6fdb45-51e8-4c8f-9b0a-" + String.format("%012d", i))
                    .resourceVersion(Integer.toString(900_000 + i))
                    .generation(1)
                    .creationTimestamp(Instant.ofEpochSecond(1_790_000_000L + i))
                    .labels(labels)
                    .annotations(Map.of("example.com/submitted-by", "user-" + i % 90 + "@example.com"))
                    .managedFields(List.of(new ManagedFieldsEntry(
                            "job-controller",
                            "Update",
                            version.groupVersion(),
                            Instant.ofEpochSecond(1_790_000_000L + i),
                            "FieldsV1",
                            "{\"f:metadata\":{\"f:labels\":{\".\":{},\"f:team\":{}}},\"f:spec\":{\".\":{},"
                                    + "\"f:controllerRef\":{},\"f:podGroupTemplates\":{}}}",
                            "")))
                    .build();
            List<PodGroupTemplate> groups = new ArrayList<>();
            for (String name : List.of("driver", "workers", "evaluators")) {
                groups.add(PodGroupTemplate.builder()
                        .name(name)
                        .schedulingPolicy(
                                name.equals("driver")
                                        ? new SchedulingPolicy.Basic()
                                        : new SchedulingPolicy.Gang(4 + i % 60))
                        .schedulingConstraints(SchedulingConstraints.sameDomain("topology.kubernetes.io/zone"))
                        .priorityClassName("batch-high")
                        .priority(1000)
                        .build());
            }
            ControllerRef owner = new ControllerRef("batch", "Job", "train-" + i);
            workloads.add(new Workload(version, metadata, new WorkloadSpec(owner, groups, List.of())));
        }
        return workloads;
    }

    /** One YAML document per Workload. */
    static List<String> documents(List<Workload> workloads) {
        return workloads.stream().map(ManifestWriter.yaml()::write).toList();
    }

    static String stream(List<String> documents) {
        return String.join("---\n", documents);
    }

    /** A {@code PodList} as {@code kubectl get pods -o json} prints it, about 4.4 kB a pod. */
    static String pods(int count) {
        StringBuilder json = new StringBuilder(
                "{\"apiVersion\":\"v1\",\"kind\":\"List\",\"metadata\":{\"resourceVersion\":\"\"},\"items\":[\n");
        for (int i = 0; i < count; i++) {
            json.append(i == 0 ? "" : ",\n").append(pod(i));
        }
        return json.append("\n]}\n").toString();
    }

    private static String pod(int i) {
        return """
            {"apiVersion":"v1","kind":"Pod","metadata":{"annotations":{"example.com/trace":"00-%1$032x-01"},\
            "creationTimestamp":"2026-09-24T09:09:%2$02dZ",
            "generateName":"train-%3$d-workers-","labels":{"app":"train-%3$d",\
            "batch.kubernetes.io/job-name":"train-%3$d","controller-uid":"4f6fdb45-51e8-4c8f-9b0a-%3$012d",\
            "team":"team-%4$d"},
            "managedFields":[{"apiVersion":"v1","fieldsType":"FieldsV1",\
            "fieldsV1":{"f:metadata":{"f:generateName":{},"f:labels":{".":{},"f:app":{},"f:team":{}},
            "f:ownerReferences":{".":{},"k:{\\"uid\\":\\"4f6fdb45\\"}":{}}},\
            "f:spec":{"f:containers":{"k:{\\"name\\":\\"main\\"}":{".":{},"f:image":{},"f:imagePullPolicy":{},\
            "f:name":{},
            "f:resources":{".":{},"f:limits":{".":{},"f:cpu":{},"f:memory":{},"f:nvidia.com/gpu":{}},\
            "f:requests":{".":{},"f:cpu":{},"f:memory":{}}}}},"f:dnsPolicy":{},"f:restartPolicy":{},\
            "f:schedulerName":{}}},
            "manager":"kube-controller-manager","operation":"Update","time":"2026-09-24T09:09:09Z"}],
            "name":"train-%3$d-workers-%1$d","namespace":"team-%4$d","ownerReferences":[{"apiVersion":"batch/v1",\
            "blockOwnerDeletion":true,"controller":true,"kind":"Job","name":"train-%3$d",\
            "uid":"4f6fdb45-51e8-4c8f-9b0a-%3$012d"}],
            "resourceVersion":"%1$d","uid":"0e4f6fdb-51e8-4c8f-9b0a-%1$012d"},
            "spec":{"affinity":{"nodeAffinity":{"requiredDuringSchedulingIgnoredDuringExecution":{\
            "nodeSelectorTerms":[{"matchExpressions":[{"key":"example.com/gpu","operator":"In",\
            "values":["a100","h100"]}]}]}}},
            "containers":[{"args":["--config=/etc/train/config.yaml","--rank=%1$d"],"command":["/bin/train"],\
            "env":[{"name":"RANK","value":"%1$d"},{"name":"WORLD_SIZE","value":"64"},
            {"name":"POD_IP","valueFrom":{"fieldRef":{"apiVersion":"v1","fieldPath":"status.podIP"}}}],\
            "image":"registry.example/train:1.%4$d.0","imagePullPolicy":"IfNotPresent","name":"main",
            "ports":[{"containerPort":29500,"name":"rendezvous","protocol":"TCP"}],"resources":{"limits":{"cpu":"8",\
            "memory":"64Gi","nvidia.com/gpu":"1"},"requests":{"cpu":"7500m","memory":"60Gi","nvidia.com/gpu":"1"}},
            "readinessProbe":{"failureThreshold":3,"httpGet":{"path":"/healthz","port":8080,"scheme":"HTTP"},\
            "periodSeconds":10,"successThreshold":1,"timeoutSeconds":1},
            "terminationMessagePath":"/dev/termination-log","terminationMessagePolicy":"File",\
            "volumeMounts":[{"mountPath":"/data","name":"data"},\
            {"mountPath":"/var/run/secrets/kubernetes.io/serviceaccount","name":"token","readOnly":true}]}],
            "dnsPolicy":"ClusterFirst","enableServiceLinks":true,"nodeName":"node-%5$d",\
            "preemptionPolicy":"PreemptLowerPriority","priority":1000,"priorityClassName":"batch-high",\
            "restartPolicy":"Never","schedulerName":"default-scheduler",
            "schedulingGroup":{"podGroupName":"train-%3$d-workers"},"securityContext":{},"serviceAccount":"default",\
            "serviceAccountName":"default","terminationGracePeriodSeconds":30,
            "tolerations":[{"effect":"NoExecute","key":"node.kubernetes.io/not-ready","operator":"Exists",\
            "tolerationSeconds":300},{"effect":"NoSchedule","key":"nvidia.com/gpu","operator":"Exists"}],
            "volumes":[{"name":"data","persistentVolumeClaim":{"claimName":"data-%3$d"}},{"name":"token",\
            "projected":{"defaultMode":420,"sources":[{"serviceAccountToken":{"expirationSeconds":3607,\
            "path":"token"}},{"configMap":{"items":[{"key":"ca.crt","path":"ca.crt"}],"name":"kube-root-ca.crt"}}]}}]},
            "status":{"conditions":[{"lastProbeTime":null,"lastTransitionTime":"2026-09-24T09:09:10Z",\
            "status":"True","type":"Initialized"},{"lastProbeTime":null,"lastTransitionTime":"2026-09-24T09:09:12Z",\
            "status":"True","type":"Ready"},
            {"lastProbeTime":null,"lastTransitionTime":"2026-09-24T09:09:10Z","status":"True",\
            "type":"PodScheduled"}],"containerStatuses":[{"containerID":"containerd://%1$064x",\
            "image":"registry.example/train:1.%4$d.0",
            "imageID":"registry.example/train@sha256:%1$064x","lastState":{},"name":"main","ready":true,\
            "restartCount":0,"started":true,"state":{"running":{"startedAt":"2026-09-24T09:09:11Z"}}}],
            "hostIP":"10.0.%6$d.%7$d","phase":"Running","podIP":"10.1.%6$d.%7$d","podIPs":[{"ip":"10.1.%6$d.%7$d"}],\
            "qosClass":"Burstable","startTime":"2026-09-24T09:09:10Z"}}""".formatted(
                    i, i % 60, i / 64, i % 7, i / 8, i / 250, i % 250);
    }

    /**
     * The list with a quantity that is none in the first of so many items, and in the first of the next so many, and so
     * on.
     */
    static String withFaults(String list, int every) {
        String[] items = list.split("(?=\\{\"apiVersion\":\"v1\",\"kind\":\"(?:Pod|Node)\")");
        for (int i = 1; i < items.length; i += every) {
            items[i] = items[i].replaceFirst("\"cpu\":\"", "$0x");
        }
        return String.join("", items);
    }

    /** A list of nodes as {@code kubectl get nodes -o json} prints them. */
    static String nodes(int count) {
        StringBuilder json = new StringBuilder(
                "{\"apiVersion\":\"v1\",\"kind\":\"List\",\"metadata\":{\"resourceVersion\":\"\"},\"items\":[\n");
        for (int i = 0; i < count; i++) {
            json.append(i == 0 ? "" : ",\n").append(node(i));
        }
        return json.append("\n]}\n").toString();
    }

    private static String node(int i) {
        StringBuilder images = new StringBuilder();
        for (int k = 0; k < 12; k++) {
            images.append(k == 0 ? "" : ",").append("""
                {"names":["registry.example/image-%1$d@sha256:%2$064x","registry.example/image-%1$d:1.%1$d"],\
                "sizeBytes":%3$d}""".formatted(k, i * 31L + k, 10_000_000 + k));
        }
        return """
            {"apiVersion":"v1","kind":"Node","metadata":{"annotations":{"node.alpha.kubernetes.io/ttl":"0",\
            "volumes.kubernetes.io/controller-managed-attach-detach":"true"},"creationTimestamp":"2026-09-01T00:00:00Z",
            "labels":{"beta.kubernetes.io/arch":"amd64","example.com/gpu":"a100","example.com/rack":"r%2$d",\
            "kubernetes.io/arch":"amd64","kubernetes.io/hostname":"node-%1$d","kubernetes.io/os":"linux",\
            "topology.kubernetes.io/zone":"z%3$d"},
            "name":"node-%1$d","resourceVersion":"%1$d","uid":"0e4f6fdb-51e8-4c8f-9b0a-%1$012d"},\
            "spec":{"podCIDR":"10.1.%2$d.0/24","podCIDRs":["10.1.%2$d.0/24"],"providerID":"example:///z%3$d/i-%1$08x",
            "taints":[{"effect":"NoSchedule","key":"nvidia.com/gpu","value":"present"}]},\
            "status":{"addresses":[{"address":"10.0.%2$d.%3$d","type":"InternalIP"},{"address":"node-%1$d",\
            "type":"Hostname"}],
            "allocatable":{"cpu":"63500m","ephemeral-storage":"95551679124","hugepages-2Mi":"0","memory":"515Gi",\
            "nvidia.com/gpu":"8","pods":"110"},
            "capacity":{"cpu":"64","ephemeral-storage":"103079844Ki","hugepages-2Mi":"0","memory":"527943Mi",\
            "nvidia.com/gpu":"8","pods":"110"},
            "conditions":[{"lastHeartbeatTime":"2026-09-24T09:09:09Z","lastTransitionTime":"2026-09-01T00:00:00Z",\
            "message":"kubelet has sufficient memory available","reason":"KubeletHasSufficientMemory",\
            "status":"False","type":"MemoryPressure"},
            {"lastHeartbeatTime":"2026-09-24T09:09:09Z","lastTransitionTime":"2026-09-01T00:00:00Z",\
            "message":"kubelet is posting ready status","reason":"KubeletReady","status":"True","type":"Ready"}],
            "daemonEndpoints":{"kubeletEndpoint":{"Port":10250}},"images":[%4$s],"nodeInfo":{"architecture":"amd64",\
            "bootID":"b","containerRuntimeVersion":"containerd://2.0.0","kernelVersion":"6.8.0",\
            "kubeProxyVersion":"","kubeletVersion":"v1.37.0",
            "machineID":"m","operatingSystem":"linux","osImage":"Linux",\
            "systemUUID":"s"}}}""".formatted(i, i / 40, i % 3, images);
    }
}
