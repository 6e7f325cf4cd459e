package io.github.workload4j.intent;

import io.github.workload4j.intent.draft.Draft;
import io.github.workload4j.intent.draft.KindReader;
import io.github.workload4j.intent.draft.Kinds;
import io.github.workload4j.intent.kind.data.RayReader;
import io.github.workload4j.intent.kind.data.SparkReader;
import io.github.workload4j.intent.kind.kubeflow.MpiJobReader;
import io.github.workload4j.intent.kind.kubeflow.TrainJobReader;
import io.github.workload4j.intent.kind.kubeflow.TrainingOperatorReader;
import io.github.workload4j.intent.kind.kubernetes.JobReader;
import io.github.workload4j.intent.kind.kubernetes.JobSetReader;
import io.github.workload4j.intent.kind.kubernetes.LeaderWorkerSetReader;
import io.github.workload4j.intent.kind.kubernetes.ReplicasReader;
import io.github.workload4j.intent.kind.scheduler.GroveReader;
import io.github.workload4j.intent.kind.scheduler.KaiPodGroupReader;
import io.github.workload4j.intent.kind.scheduler.KueuePodGroupReader;
import io.github.workload4j.intent.kind.scheduler.SchedulerPluginsReader;
import io.github.workload4j.intent.kind.volcano.VolcanoJobReader;
import io.github.workload4j.intent.kind.volcano.VolcanoPodGroupReader;
import io.github.workload4j.intent.read.SourceObject;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which kinds mean groups, and who reads them. */
final class KindReaders implements Kinds {

    static final KindReaders ALL = new KindReaders();

    private static final String KUBEFLOW = "kubeflow.org/v1 ";
    private static final String RAY = "ray.io/v1 ";

    /** By {@code apiVersion} and {@code kind}. */
    private static final Map<String, KindReader> READERS = Map.ofEntries(
            Map.entry("batch/v1 Job", JobReader::readJob),
            Map.entry("batch/v1 CronJob", JobReader::readCronJob),
            Map.entry("apps/v1 Deployment", ReplicasReader::readDeployment),
            Map.entry("apps/v1 StatefulSet", ReplicasReader::readStatefulSet),
            Map.entry("jobset.x-k8s.io/v1alpha2 JobSet", JobSetReader::read),
            Map.entry("leaderworkerset.x-k8s.io/v1 LeaderWorkerSet", LeaderWorkerSetReader::read),
            Map.entry("trainer.kubeflow.org/v1alpha1 TrainJob", TrainJobReader::read),
            Map.entry(KUBEFLOW + "PyTorchJob", draft -> TrainingOperatorReader.read(draft, "pytorchReplicaSpecs")),
            Map.entry(KUBEFLOW + "TFJob", draft -> TrainingOperatorReader.read(draft, "tfReplicaSpecs")),
            Map.entry(KUBEFLOW + "XGBoostJob", draft -> TrainingOperatorReader.read(draft, "xgbReplicaSpecs")),
            Map.entry(KUBEFLOW + "PaddleJob", draft -> TrainingOperatorReader.read(draft, "paddleReplicaSpecs")),
            Map.entry(KUBEFLOW + "JAXJob", draft -> TrainingOperatorReader.read(draft, "jaxReplicaSpecs")),
            Map.entry(KUBEFLOW + "MPIJob", MpiJobReader::read),
            Map.entry("kubeflow.org/v2beta1 MPIJob", MpiJobReader::read),
            Map.entry(RAY + "RayCluster", RayReader::readCluster),
            Map.entry(RAY + "RayJob", RayReader::readJob),
            Map.entry("sparkoperator.k8s.io/v1beta2 SparkApplication", SparkReader::read),
            Map.entry("batch.volcano.sh/v1alpha1 Job", VolcanoJobReader::read),
            Map.entry("scheduling.volcano.sh/v1beta1 PodGroup", VolcanoPodGroupReader::read),
            Map.entry("scheduling.x-k8s.io/v1alpha1 PodGroup", SchedulerPluginsReader::read),
            Map.entry("scheduling.run.ai/v2alpha2 PodGroup", KaiPodGroupReader::read),
            Map.entry("grove.io/v1alpha1 PodCliqueSet", GroveReader::read));

    private static final Set<String> REFERRED_TO = Set.of(
            "trainer.kubeflow.org/v1alpha1 ClusterTrainingRuntime",
            "trainer.kubeflow.org/v1alpha1 TrainingRuntime",
            "grove.io/v1alpha1 ClusterTopologyBinding");

    private KindReaders() {}

    @Override
    public boolean isRead(String apiVersion, String kind) {
        return READERS.containsKey(apiVersion + " " + kind);
    }

    /** {@return the versions of a kind that are read, if it is of another one} */
    static List<String> otherVersions(String apiVersion, String kind) {
        String group = group(apiVersion);
        return READERS.containsKey(apiVersion + " " + kind) || group.isEmpty()
                ? List.of()
                : READERS.keySet().stream()
                        .filter(known ->
                                known.endsWith(" " + kind) && group(known).equals(group))
                        .map(known -> known.substring(0, known.indexOf(' ')))
                        .sorted()
                        .toList();
    }

    private static String group(String apiVersion) {
        return apiVersion.substring(0, Math.max(0, apiVersion.indexOf('/')));
    }

    @Override
    public boolean isReferredTo(String apiVersion, String kind) {
        return REFERRED_TO.contains(apiVersion + " " + kind);
    }

    @Override
    public void read(Draft draft) {
        SourceObject object = draft.object.source();
        KindReader reader = READERS.get(object.apiVersion() + " " + object.kind());
        if (reader == null) {
            KueuePodGroupReader.read(draft);
        } else {
            reader.read(draft);
        }
    }
}
