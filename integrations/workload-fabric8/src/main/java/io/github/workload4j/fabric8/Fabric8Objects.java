package io.github.workload4j.fabric8;

import static java.util.Objects.requireNonNull;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.github.workload4j.api.core.Namespace;
import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.foreign.ForeignObjects;
import io.github.workload4j.api.meta.ApiObject;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Objects of the fabric8 client as ours, and ours as the client's.
 *
 * <p>Objects are read by their getters, generic ones by their keys, and ours go to the client as maps: no text is made
 * in between, and reading needs no Jackson. Objects out of lists and informers need no {@code apiVersion} and {@code
 * kind}: the type says them. {@code managedFields} are left out, both ways. An amount or a time that is none is
 * refused, with the object's name and the field. Thread-safe.
 */
public final class Fabric8Objects {

    private static final ForeignObjects OBJECTS = new ForeignObjects(Fabric8Objects::plain);

    private final Supplier<KubernetesSerialization> serialization;

    /** Made when it is needed first: without it Jackson need not be there. */
    private static final class Standard {
        static final KubernetesSerialization SERIALIZATION = new KubernetesSerialization();
    }

    private Fabric8Objects(Supplier<KubernetesSerialization> serialization) {
        this.serialization = serialization;
    }

    private static @Nullable Object plain(Object value) {
        if (value instanceof Quantity amount) {
            return amount.toString();
        }
        return value instanceof IntOrString either ? either.getValue() : value;
    }

    /** {@return a translation that makes the client's types as the client does by default} */
    public static Fabric8Objects standard() {
        return new Fabric8Objects(() -> Standard.SERIALIZATION);
    }

    /** {@return a translation that makes the client's types as a client does, given what the client has for that} */
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
        return (Node) OBJECTS.read(requireNonNull(node, "node"), "v1", "Node");
    }

    /**
     * {@return a namespace}
     *
     * @throws IllegalArgumentException if a part of it is malformed
     */
    public Namespace namespace(io.fabric8.kubernetes.api.model.Namespace namespace) {
        return (Namespace) OBJECTS.read(requireNonNull(namespace, "namespace"), "v1", "Namespace");
    }

    /**
     * {@return a pod}
     *
     * @throws IllegalArgumentException if a part of it is malformed
     */
    public Pod pod(io.fabric8.kubernetes.api.model.Pod pod) {
        return (Pod) OBJECTS.read(requireNonNull(pod, "pod"), "v1", "Pod");
    }

    /**
     * {@return an object of any kind that this library has, such as a PodGroup, typed or generic}
     *
     * @throws IllegalArgumentException if it is of another kind, or a part of it is malformed
     */
    public ApiObject object(HasMetadata object) {
        requireNonNull(object, "object");
        String apiVersion = object.getApiVersion();
        String kind = object.getKind();
        return OBJECTS.read(
                object,
                apiVersion == null ? HasMetadata.getApiVersion(object.getClass()) : apiVersion,
                kind == null ? HasMetadata.getKind(object.getClass()) : kind);
    }

    /**
     * {@return one of our objects as the client's type}
     *
     * @param type a type of that kind and version
     */
    public <T extends HasMetadata> T toClient(ApiObject object, Class<T> type) {
        return serialization.get().convertValue(ForeignObjects.write(object), requireNonNull(type, "type"));
    }

    /** {@return one of our objects as the client's type for every kind, which any version of the client has} */
    public GenericKubernetesResource toClient(ApiObject object) {
        return toClient(object, GenericKubernetesResource.class);
    }
}
