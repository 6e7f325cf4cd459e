package io.github.workload4j.examples.spark;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.PodGroupTemplate;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.core.Container;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodSchedulingGroup;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.core.PodStatus;
import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.meta.ObjectMeta;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.SparkConf;

/**
 * The executors of an application as one gang: the driver starts alone, the executors together or not at all.
 *
 * @param namespace namespace of the application
 * @param name of the Workload and its PodGroup
 * @param executors how many must run together: {@code spark.executor.instances}
 * @param cpu what one asks: {@code spark.kubernetes.executor.request.cores} or {@code spark.executor.cores}
 * @param memory bytes that one asks: memory and overhead
 */
record ExecutorGang(String namespace, String name, int executors, Quantity cpu, long memory) {

    private static final long MEBI = 1L << 20;
    private static final double OVERHEAD = 0.1;

    static ExecutorGang of(SparkConf conf, String namespace, String name) {
        long heap = conf.getSizeAsMb("spark.executor.memory", "1g");
        long overhead = conf.getSizeAsMb(
                "spark.executor.memoryOverhead", Math.max(384, (long) (heap * OVERHEAD)) + "m");
        return new ExecutorGang(
                namespace,
                name,
                conf.getInt("spark.executor.instances", 2),
                Quantity.parse(conf.get(
                        "spark.kubernetes.executor.request.cores", conf.get("spark.executor.cores", "1"))),
                (heap + overhead) * MEBI);
    }

    Workload workload() {
        return Workload.of(ApiVersion.V1BETA1, namespace, name, PodGroupTemplate.gang("executors", executors));
    }

    PodGroup podGroup() {
        return PodGroup.gang(ApiVersion.V1BETA1, namespace, name, executors);
    }

    /** {@return the pods that there will be} */
    List<Pod> pods() {
        PodSpec spec = PodSpec.builder()
                .schedulingGroup(new PodSchedulingGroup(name))
                .containers(List.of(
                        Container.of("executor", Map.of("cpu", cpu, "memory", Quantity.of(memory)))))
                .build();
        List<Pod> pods = new ArrayList<>();
        for (int executor = 1; executor <= executors; executor++) {
            pods.add(new Pod(ObjectMeta.of(namespace, name + "-exec-" + executor), spec, PodStatus.EMPTY));
        }
        return pods;
    }
}
