package io.github.workload4j.examples.spark;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.util.Map;
import org.apache.spark.deploy.k8s.KubernetesExecutorConf;
import org.apache.spark.deploy.k8s.SparkPod;
import org.apache.spark.deploy.k8s.features.KubernetesExecutorCustomFeatureConfigStep;

/**
 * Puts each executor into the gang that {@link GangDriverStep} made:
 * {@code spark.kubernetes.executor.pod.featureSteps=io.github.workload4j.examples.spark.GangExecutorStep}.
 */
public class GangExecutorStep implements KubernetesExecutorCustomFeatureConfigStep {

    private String group = "";

    @Override
    public void init(KubernetesExecutorConf conf) {
        group = conf.resourceNamePrefix();
    }

    @Override
    public SparkPod configurePod(SparkPod pod) {
        Pod member = new PodBuilder(pod.pod()).editOrNewSpec().endSpec().build();
        // The client that Spark brings has no such field yet.
        member.getSpec().setAdditionalProperty("schedulingGroup", Map.of("podGroupName", group));
        return new SparkPod(member, pod.container());
    }
}
