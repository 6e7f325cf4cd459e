package io.github.workload4j.gang;

/** A pod that waits, of a gang of one, which asks for devices by the template {@code t}. */
public final class ClaimingPod {

    private static final String GANG = """
            apiVersion: scheduling.k8s.io/v1beta1
            kind: PodGroup
            metadata: {name: g, namespace: d}
            spec: {schedulingPolicy: {gang: {minCount: 1}}}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: p, namespace: d}
            spec:
              schedulingGroup: {podGroupName: g}
              resourceClaims: [{name: c, resourceClaimTemplateName: t}]
              containers: [{name: main, resources: {requests: {cpu: 1}}}]
            ---
            """;

    private ClaimingPod() {}

    /** {@return manifests of the pod, its group and some nodes, ended by a separator} */
    public static String onNodes(String... names) {
        StringBuilder manifests = new StringBuilder(GANG);
        for (String name : names) {
            manifests.append("""
                    apiVersion: v1
                    kind: Node
                    metadata: {name: %s}
                    status: {allocatable: {cpu: 9, pods: 9}}
                    ---
                    """.formatted(name));
        }
        return manifests.toString();
    }
}
