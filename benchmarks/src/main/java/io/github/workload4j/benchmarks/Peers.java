package io.github.workload4j.benchmarks;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The libraries we measure ourselves against, set up as their documentation says, and records for Jackson alone. */
final class Peers {

    static final KubernetesSerialization FABRIC8 = new KubernetesSerialization();
    static final ObjectMapper JACKSON_YAML = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    static final ObjectMapper JACKSON_JSON = JsonMapper.builder().build();

    private Peers() {}

    record Workload(String apiVersion, String kind, Meta metadata, Spec spec) {}

    record Meta(
            String name,
            String namespace,
            String uid,
            String resourceVersion,
            long generation,
            String creationTimestamp,
            Map<String, String> labels,
            Map<String, String> annotations,
            List<Managed> managedFields) {}

    record Managed(
            String manager,
            String operation,
            String apiVersion,
            String time,
            String fieldsType,
            Map<String, Object> fieldsV1) {}

    record Spec(Ref controllerRef, List<Group> podGroupTemplates) {}

    record Ref(String apiGroup, String kind, String name) {}

    record Group(
            String name,
            Policy schedulingPolicy,
            Constraints schedulingConstraints,
            String priorityClassName,
            @Nullable Integer priority) {}

    record Policy(
            @Nullable Map<String, Object> basic, @Nullable Gang gang) {}

    record Gang(int minCount) {}

    record Constraints(List<Key> topology) {}

    record Key(String key) {}

    /** The part of a list of pods that scheduling reads. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record PodList(List<Pod> items) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Pod(PodMeta metadata, PodSpec spec, PodStatus status) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record PodMeta(String name, String namespace, Map<String, String> labels) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record PodSpec(
            String nodeName,
            List<Container> containers,
            Map<String, String> nodeSelector,
            List<Map<String, Object>> tolerations) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Container(String name, Resources resources) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Resources(Map<String, String> requests, Map<String, String> limits) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record PodStatus(String phase) {}
}
