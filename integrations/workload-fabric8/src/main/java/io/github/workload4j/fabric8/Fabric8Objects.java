package io.github.workload4j.fabric8;

import static java.util.Objects.requireNonNull;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.github.workload4j.api.core.Namespace;
import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.yaml.Decoded;
import io.github.workload4j.api.yaml.Document;
import io.github.workload4j.api.yaml.ManifestReader;
import io.github.workload4j.api.yaml.ManifestWriter;
import io.github.workload4j.api.yaml.Undecodable;
import java.util.List;
import java.util.function.Supplier;

/**
 * Objects of the fabric8 client as ours, and ours as the client's.
 *
 * <p>Nodes, namespaces and pods are taken over field by field, without a text in between; only a pod with volumes or
 * resource claims that scheduling looks at goes by JSON, as do all other kinds and the way back. Objects out of lists
 * and informers need no {@code apiVersion} and {@code kind}: the type says them. {@code managedFields} are left out of
 * nodes, namespaces and pods. An amount or a time that is none is refused, with the object's name.
 */
public final class Fabric8Objects {

    private final Supplier<KubernetesSerialization> serialization;
    private final FieldReader fields = new FieldReader();

    /** Made when it is needed first: without it Jackson need not be there. */
    private static final class Standard {
        static final KubernetesSerialization SERIALIZATION = new KubernetesSerialization();
    }

    private Fabric8Objects(Supplier<KubernetesSerialization> serialization) {
        this.serialization = serialization;
    }

    /** {@return a translation that reads and writes JSON as the client does by default} */
    public static Fabric8Objects standard() {
        return new Fabric8Objects(() -> Standard.SERIALIZATION);
    }

    /** {@return a translation that reads and writes JSON as a client does, given what the client has for that} */
    public static Fabric8Objects of(KubernetesSerialization serialization) {
        requireNonNull(serialization, "serialization");
        return new Fabric8Objects(() -> serialization);
    }

    /**
     * {@return a node}
     *
     * @throws IllegalArgumentException if a part of it is malformed
     */
    public Node node(io.fabric8.kubernetes.api.model.Node node) {
        return named(requireNonNull(node, "node"), () -> fields.node(node));
    }

    /**
     * {@return a namespace}
     *
     * @throws IllegalArgumentException if a part of it is malformed
     */
    public Namespace namespace(io.fabric8.kubernetes.api.model.Namespace namespace) {
        return named(
                requireNonNull(namespace, "namespace"), () -> new Namespace(fields.metadata(namespace.getMetadata())));
    }

    /**
     * {@return a pod}
     *
     * @throws IllegalArgumentException if a part of it is malformed
     */
    public Pod pod(io.fabric8.kubernetes.api.model.Pod pod) {
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
    public ApiObject object(HasMetadata object) {
        requireNonNull(object, "object");
        if (object instanceof io.fabric8.kubernetes.api.model.Pod pod) {
            return pod(pod);
        }
        if (object instanceof io.fabric8.kubernetes.api.model.Node node) {
            return node(node);
        }
        return object instanceof io.fabric8.kubernetes.api.model.Namespace namespace
                ? namespace(namespace)
                : read(object);
    }

    /**
     * {@return one of our objects as the client's type}
     *
     * @param type a type of that kind and version
     */
    public <T extends HasMetadata> T toClient(ApiObject object, Class<T> type) {
        requireNonNull(object, "object");
        return serialization.get().unmarshal(ManifestWriter.json().write(object), requireNonNull(type, "type"));
    }

    /** {@return one of our objects as the client's type for every kind, which any version of the client has} */
    public GenericKubernetesResource toClient(ApiObject object) {
        return toClient(object, GenericKubernetesResource.class);
    }

    private ApiObject read(HasMetadata object) {
        String json = serialization.get().asJson(object);
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

    private static <T> T named(HasMetadata object, Reading<T> reading) {
        try {
            return reading.read();
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(name(object) + ": " + e.getMessage(), e);
        }
    }

    private static String name(HasMetadata object) {
        String name = object.getMetadata() == null ? "" : object.getMetadata().getName();
        String namespace =
                object.getMetadata() == null ? null : object.getMetadata().getNamespace();
        return object.getKind() + " " + (namespace == null ? "" : namespace + "/") + name;
    }
}
