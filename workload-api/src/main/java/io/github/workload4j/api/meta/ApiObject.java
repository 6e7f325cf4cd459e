package io.github.workload4j.api.meta;

/** An object of the Kubernetes API: something with a version, a kind and metadata. */
public interface ApiObject extends ManifestValue {

    /**
     * {@return group and version as a manifest writes them, such as {@code scheduling.k8s.io/v1alpha1} or {@code v1}}
     */
    String groupVersion();

    /** {@return the kind, such as {@code Workload}} */
    String kind();

    /** {@return name, namespace, labels and the like} */
    ObjectMeta metadata();
}
