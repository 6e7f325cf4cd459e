package io.github.workload4j.api.meta;

import io.github.workload4j.api.bean.ServerRules;

/** An object of the Kubernetes API: something with a version, a kind and metadata. */
@ServerRules
public interface ApiObject {

    /**
     * {@return group and version as a manifest writes them, such as {@code scheduling.k8s.io/v1alpha1} or {@code v1}}
     */
    String groupVersion();

    /** {@return the kind, such as {@code Workload}} */
    String kind();

    /** {@return name, namespace, labels and the like} */
    ObjectMeta metadata();

    /**
     * Fails, and is not for callers. A mapper that writes any object by its accessors and getters would write what
     * looks like a manifest and is none; this getter ends that with a message that says what the mapper lacks.
     *
     * @throws IllegalStateException always
     */
    default Object getModuleOfTheMapper() {
        throw new IllegalStateException("a " + kind() + " is no bean: its mapper lacks a module, WorkloadModule of"
                + " workload-api (Jackson 2) or WorkloadJackson3Module of workload-jackson3; or write it with"
                + " ManifestWriter");
    }
}
