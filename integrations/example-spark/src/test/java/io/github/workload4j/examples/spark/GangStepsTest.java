package io.github.workload4j.examples.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.EnableKubernetesMockClient;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.Workload;
import io.github.workload4j.fabric8.Fabric8Objects;
import java.util.List;
import java.util.Map;
import org.apache.spark.SparkConf;
import org.apache.spark.deploy.k8s.KubernetesConf;
import org.apache.spark.deploy.k8s.KubernetesDriverConf;
import org.apache.spark.deploy.k8s.KubernetesDriverSpec;
import org.apache.spark.deploy.k8s.KubernetesExecutorConf;
import org.apache.spark.deploy.k8s.SparkPod;
import org.apache.spark.deploy.k8s.submit.JavaMainAppResource;
import org.apache.spark.deploy.k8s.submit.KubernetesDriverBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/** Three executors of two cores on a mock cluster, through Spark's own builder of drivers. */
@EnableKubernetesMockClient(crud = true)
class GangStepsTest {

    private static KubernetesClient asked;

    private KubernetesClient client;

    @BeforeEach
    void askTheMock() {
        asked = client;
    }

    /** Asks the mock server. */
    public static final class MockedStep extends GangDriverStep {
        @Override
        KubernetesClient client() {
            return asked;
        }
    }

    private static SparkConf conf() {
        return new SparkConf(false)
                .set("spark.app.name", "pi")
                .set("spark.kubernetes.namespace", "ml")
                .set("spark.kubernetes.container.image", "spark:4.2.0")
                .set("spark.executor.instances", "3")
                .set("spark.executor.cores", "2")
                .set("spark.kubernetes.executor.podNamePrefix", "pi")
                .set("spark.kubernetes.driver.pod.featureSteps", MockedStep.class.getName());
    }

    private List<HasMetadata> resources(SparkConf conf) {
        KubernetesDriverConf driver = KubernetesConf.createDriverConf(
                conf,
                "app-1",
                new JavaMainAppResource(Option.empty()),
                "org.example.Pi",
                new String[0],
                Option.empty());
        KubernetesDriverSpec spec = new KubernetesDriverBuilder().buildFromFeatures(driver, client);
        return CollectionConverters.asJava(spec.driverPreKubernetesResources());
    }

    private void node(int cores) {
        Map<String, Quantity> room = Map.of(
                "cpu", new Quantity(String.valueOf(cores)), "memory", new Quantity("64Gi"), "pods", new Quantity("10"));
        client.resource(new NodeBuilder()
                        .withNewMetadata().withName("n1").endMetadata()
                        .withNewStatus().withAllocatable(room).endStatus()
                        .build())
                .create();
    }

    @Test
    void theDriverBringsAWorkloadAndAGroupOfItsExecutors() {
        List<Object> ours = resources(conf()).stream()
                .map(each -> (Object) Fabric8Objects.standard().object(each))
                .toList();
        assertThat(ours).hasSize(2);
        assertThat(((Workload) ours.get(0)).spec().podGroupTemplates()).hasSize(1);
        PodGroup group = (PodGroup) ours.get(1);
        assertThat(group.metadata().namespace()).isEqualTo("ml");
        assertThat(group.spec().schedulingPolicy().gang().minCount()).isEqualTo(3);
    }

    @Test
    void anExecutorNamesItsGroup() {
        KubernetesExecutorConf conf = KubernetesConf.createExecutorConf(conf(), "1", "app-1", Option.empty(), 0);
        GangExecutorStep step = new GangExecutorStep();
        step.init(conf);
        SparkPod pod = step.configurePod(SparkPod.initialPod());
        assertThat(pod.pod().getSpec().getAdditionalProperties())
                .containsEntry("schedulingGroup", Map.of("podGroupName", conf.resourceNamePrefix()));
        assertThat(Fabric8Objects.standard().pod(pod.pod()).spec().schedulingGroup().podGroupName())
                .isEqualTo(conf.resourceNamePrefix());
    }

    @Test
    void aSubmissionThatCannotFitIsRefusedWithTheExplanation() {
        node(5);
        SparkConf conf = conf().set("spark.workload.requireFit", "true");
        assertThatThrownBy(() -> resources(conf))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("the executors do not fit the cluster\ninfeasible ml/")
                .hasMessageContaining("The whole cluster takes 2 of the 3 pods needed: 1 is missing.");
    }

    @Test
    void aSubmissionThatFitsGoesOn() {
        node(6);
        assertThat(resources(conf().set("spark.workload.requireFit", "true"))).hasSize(2);
    }
}
