package io.github.workload4j.client;

import static java.util.Objects.requireNonNull;

import com.google.gson.JsonParser;
import io.github.workload4j.api.core.Namespace;
import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.yaml.Decoded;
import io.github.workload4j.api.yaml.Document;
import io.github.workload4j.api.yaml.ManifestReader;
import io.github.workload4j.api.yaml.ManifestWriter;
import io.github.workload4j.api.yaml.Undecodable;
import io.kubernetes.client.common.KubernetesObject;
import io.kubernetes.client.openapi.JSON;
import io.kubernetes.client.openapi.models.V1Job;
import io.kubernetes.client.openapi.models.V1Namespace;
import io.kubernetes.client.openapi.models.V1Node;
import io.kubernetes.client.openapi.models.V1Pod;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1PriorityClass;
import io.kubernetes.client.openapi.models.V1alpha2PodGroup;
import io.kubernetes.client.openapi.models.V1alpha2Workload;
import io.kubernetes.client.util.generic.dynamic.DynamicKubernetesObject;
import java.util.List;
import java.util.Map;

/**
 * Objects of the official client as ours, and ours as the client's.
 *
 * <p>Nodes, namespaces and pods are taken over field by field, without a text in between; only a pod with volumes or
 * resource claims that scheduling looks at goes by JSON, as do all other kinds and the way back. Objects out of lists
 * and informers need no {@code apiVersion} and {@code kind}: the type says them. {@code managedFields} are left out of
 * nodes, namespaces and pods. An amount or a time that is none is refused, with the object's name.
 */
public final class ClientObjects {

    private static final Map<Class<?>, Head> HEADS = Map.of(
            V1Pod.class, new Head("v1", "Pod"),
            V1PriorityClass.class, new Head("scheduling.k8s.io/v1", "PriorityClass"),
            V1Job.class, new Head("batch/v1", "Job"),
            V1PodDisruptionBudget.class, new Head("policy/v1", "PodDisruptionBudget"),
            V1alpha2Workload.class, new Head("scheduling.k8s.io/v1alpha2", "Workload"),
            V1alpha2PodGroup.class, new Head("scheduling.k8s.io/v1alpha2", "PodGroup"));

    private final FieldReader fields = new FieldReader();

    private ClientObjects() {}

    /** What the items of lists do not say of themselves. */
    private record Head(String apiVersion, String kind) {}

    /** {@return a translation} */
    public static ClientObjects standard() {
        return new ClientObjects();
    }

    /**
     * {@return a node}
     *
     * @throws IllegalArgumentException if a part of it is malformed
     */
    public Node node(V1Node node) {
        return named(requireNonNull(node, "node"), () -> fields.node(node));
    }

    /**
     * {@return a namespace}
     *
     * @throws IllegalArgumentException if a part of it is malformed
     */
    public Namespace namespace(V1Namespace namespace) {
        return named(
                requireNonNull(namespace, "namespace"), () -> new Namespace(fields.metadata(namespace.getMetadata())));
    }

    /**
     * {@return a pod}
     *
     * @throws IllegalArgumentException if a part of it is malformed
     */
    public Pod pod(V1Pod pod) {
        requireNonNull(pod, "pod");
        if (PlainPods.isPlain(pod)) {
            return named(pod, () -> fields.pod(pod));
        }
        Pod read = (Pod) read(pod);
        return new Pod(read.metadata().toBuilder().managedFields(List.of()).build(), read.spec(), read.status());
    }

    /**
     * {@return an object of any kind that this library has, such as a PodGroup, typed or generic}
     *
     * @throws IllegalArgumentException if it is of another kind, or a part of it is malformed
     */
    public ApiObject object(KubernetesObject object) {
        requireNonNull(object, "object");
        if (object instanceof V1Pod pod) {
            return pod(pod);
        }
        if (object instanceof V1Node node) {
            return node(node);
        }
        return object instanceof V1Namespace namespace ? namespace(namespace) : read(object);
    }

    /**
     * {@return one of our objects as the client's type}
     *
     * @param type a type of that kind and version
     */
    public <T extends KubernetesObject> T toClient(ApiObject object, Class<T> type) {
        requireNonNull(object, "object");
        return JSON.deserialize(ManifestWriter.json().write(object), requireNonNull(type, "type"));
    }

    /** {@return one of our objects as the client's type for every kind, for its dynamic API} */
    public DynamicKubernetesObject toClient(ApiObject object) {
        String json = ManifestWriter.json().write(requireNonNull(object, "object"));
        return new DynamicKubernetesObject(JsonParser.parseString(json).getAsJsonObject());
    }

    private ApiObject read(KubernetesObject object) {
        String json = object instanceof DynamicKubernetesObject dynamic
                ? dynamic.getRaw().toString()
                : JSON.serialize(object);
        Head head = HEADS.get(object.getClass());
        if (object.getKind() == null && head != null) {
            String start = "{\"apiVersion\":\"" + head.apiVersion() + "\",\"kind\":\"" + head.kind() + "\"";
            json = start + (json.equals("{}") ? "" : ",") + json.substring(1);
        }
        Document document = ManifestReader.lenient().read(json).get(0);
        if (document instanceof Decoded decoded) {
            return decoded.object();
        }
        String why = document instanceof Undecodable undecodable
                ? undecodable.faults().get(0).toString()
                : "not of a kind that this library has";
        throw new IllegalArgumentException(name(object) + ": " + why);
    }

    private interface Reading<T> {
        T read();
    }

    private static <T> T named(KubernetesObject object, Reading<T> reading) {
        try {
            return reading.read();
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(name(object) + ": " + e.getMessage(), e);
        }
    }

    private static String name(KubernetesObject object) {
        String name = object.getMetadata() == null ? "" : object.getMetadata().getName();
        String namespace =
                object.getMetadata() == null ? null : object.getMetadata().getNamespace();
        Head head = HEADS.get(object.getClass());
        String kind = object.getKind() != null
                ? object.getKind()
                : head == null ? object.getClass().getSimpleName().substring(2) : head.kind();
        return kind + " " + (namespace == null ? "" : namespace + "/") + name;
    }
}
