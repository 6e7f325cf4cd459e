package io.github.workload4j.examples.spark;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.fabric8.Fabric8Objects;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.explain.Explanation;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.question.Feasibility;
import io.github.workload4j.gang.question.Groups;
import io.github.workload4j.gang.report.AnswerReport;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.deploy.k8s.KubernetesDriverConf;
import org.apache.spark.deploy.k8s.SparkPod;
import org.apache.spark.deploy.k8s.features.KubernetesDriverCustomFeatureConfigStep;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Creates a Workload and a PodGroup for the executors before the driver's pod:
 * {@code spark.kubernetes.driver.pod.featureSteps=io.github.workload4j.examples.spark.GangDriverStep}.
 *
 * <p>With {@code spark.workload.requireFit=true} it asks first whether the executors fit the cluster as it is, beside a
 * driver that is still to be placed, and refuses the submission with the explanation if it is proved that they do not.
 */
public class GangDriverStep implements KubernetesDriverCustomFeatureConfigStep {

    private final Fabric8Objects objects = Fabric8Objects.standard();
    private ExecutorGang gang;
    private boolean requireFit;

    @Override
    public void init(KubernetesDriverConf conf) {
        gang = ExecutorGang.of(conf.sparkConf(), conf.namespace(), conf.resourceNamePrefix());
        requireFit = conf.sparkConf().getBoolean("spark.workload.requireFit", false);
    }

    @Override
    public SparkPod configurePod(SparkPod pod) {
        return pod;
    }

    @Override
    public Seq<HasMetadata> getAdditionalPreKubernetesResources() {
        if (requireFit) {
            try (KubernetesClient client = client()) {
                requireFit(client);
            }
        }
        List<HasMetadata> resources =
                List.of(objects.toClient(gang.workload()), objects.toClient(gang.podGroup()));
        return CollectionConverters.asScala(resources).toSeq();
    }

    /** {@return the client to ask the cluster with} */
    KubernetesClient client() {
        return new KubernetesClientBuilder().build();
    }

    private void requireFit(KubernetesClient client) {
        List<Pod> pods = new ArrayList<>(gang.pods());
        client.pods().inAnyNamespace().list().getItems().forEach(pod -> pods.add(objects.pod(pod)));
        ClusterSnapshot snapshot = ClusterSnapshot.of(
                client.nodes().list().getItems().stream().map(objects::node).toList(), pods);
        Groups groups = Groups.of(List.of(gang.podGroup()));
        GroupRef group = GroupRef.podGroup(gang.namespace(), gang.name());
        Verdict verdict = Feasibility.answer(snapshot, groups, group, Budget.DEFAULT);
        if (verdict instanceof Verdict.Infeasible) {
            Explanation why = Explanation.of(snapshot, groups, group, verdict, Budget.DEFAULT);
            throw new IllegalStateException("the executors do not fit the cluster\n"
                    + AnswerReport.of(snapshot, groups, verdict).with(why).toText());
        }
    }
}
