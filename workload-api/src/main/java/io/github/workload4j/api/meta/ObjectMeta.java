package io.github.workload4j.api.meta;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.ordered.OrderedMap;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What every object carries: its name, its labels, who owns it.
 *
 * <p>An absent text is the empty text, an absent number 0; only where the API tells them apart may a part be null.
 *
 * @param name name within the namespace
 * @param generateName prefix from which the server makes a name when there is none
 * @param namespace namespace, empty if the manifest names none
 * @param selfLink a link of old servers, kept
 * @param uid identity over time and space, set by the server
 * @param resourceVersion version of the stored object, set by the server
 * @param generation counts changes of the spec, set by the server
 * @param creationTimestamp when the object was created, or null
 * @param deletionTimestamp when the object goes or went, or null if it is not being deleted
 * @param deletionGracePeriodSeconds seconds allowed for going, or null
 * @param labels labels in manifest order
 * @param annotations annotations in manifest order
 * @param ownerReferences owners in manifest order
 * @param finalizers what must happen before the object goes
 * @param managedFields who manages which fields
 */
public record ObjectMeta(
        String name,
        String generateName,
        String namespace,
        String selfLink,
        String uid,
        String resourceVersion,
        long generation,
        @Nullable Instant creationTimestamp,
        @Nullable Instant deletionTimestamp,
        @Nullable Long deletionGracePeriodSeconds,
        Map<String, String> labels,
        Map<String, String> annotations,
        List<OwnerReference> ownerReferences,
        List<String> finalizers,
        List<ManagedFieldsEntry> managedFields)
        implements ManifestValue {

    public ObjectMeta {
        requireNonNull(name, "name");
        requireNonNull(generateName, "generateName");
        requireNonNull(namespace, "namespace");
        requireNonNull(selfLink, "selfLink");
        requireNonNull(uid, "uid");
        requireNonNull(resourceVersion, "resourceVersion");
        labels = OrderedMap.copyOf(requireNonNull(labels, "labels"));
        annotations = OrderedMap.copyOf(requireNonNull(annotations, "annotations"));
        ownerReferences = List.copyOf(requireNonNull(ownerReferences, "ownerReferences"));
        finalizers = List.copyOf(requireNonNull(finalizers, "finalizers"));
        managedFields = List.copyOf(requireNonNull(managedFields, "managedFields"));
    }

    /** Metadata with nothing in it. */
    public static final ObjectMeta EMPTY = builder().build();

    /** {@return metadata of a namespaced object} */
    public static ObjectMeta of(String namespace, String name) {
        return builder().namespace(namespace).name(name).build();
    }

    /** {@return metadata of a cluster-wide object} */
    public static ObjectMeta of(String name) {
        return builder().name(name).build();
    }

    /** {@return a namespace as it is meant: {@code default} if none is written, as for {@code kubectl}} */
    public static String namespaceOrDefault(String written) {
        return requireNonNull(written, "written").isEmpty() ? "default" : written;
    }

    /** {@return the namespace of an object that is in one: {@code default} if none is written} */
    public String namespaceOrDefault() {
        return namespaceOrDefault(namespace);
    }

    /** {@return {@code namespace/name} of an object that is in a namespace, {@code default} if none is written} */
    public String qualifiedName() {
        return namespaceOrDefault() + "/" + name;
    }

    /** {@return a builder with nothing set} */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return a builder holding this value's parts} */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.name = name;
        builder.generateName = generateName;
        builder.namespace = namespace;
        builder.selfLink = selfLink;
        builder.uid = uid;
        builder.resourceVersion = resourceVersion;
        builder.generation = generation;
        builder.creationTimestamp = creationTimestamp;
        builder.deletionTimestamp = deletionTimestamp;
        builder.deletionGracePeriodSeconds = deletionGracePeriodSeconds;
        builder.labels = labels;
        builder.annotations = annotations;
        builder.ownerReferences = ownerReferences;
        builder.finalizers = finalizers;
        builder.managedFields = managedFields;
        return builder;
    }

    /**
     * Collects the parts of a {@link ObjectMeta}; each setter sets the component of its name. Not thread-safe, may be
     * used again after {@link #build()}.
     */
    public static final class Builder {
        private String name = "";
        private String generateName = "";
        private String namespace = "";
        private String selfLink = "";
        private String uid = "";
        private String resourceVersion = "";
        private long generation;
        private @Nullable Instant creationTimestamp;
        private @Nullable Instant deletionTimestamp;
        private @Nullable Long deletionGracePeriodSeconds;
        private Map<String, String> labels = Map.of();
        private Map<String, String> annotations = Map.of();
        private List<OwnerReference> ownerReferences = List.of();
        private List<String> finalizers = List.of();
        private List<ManagedFieldsEntry> managedFields = List.of();

        private Builder() {}

        public Builder name(String name) {
            this.name = requireNonNull(name, "name");
            return this;
        }

        public Builder generateName(String generateName) {
            this.generateName = requireNonNull(generateName, "generateName");
            return this;
        }

        public Builder namespace(String namespace) {
            this.namespace = requireNonNull(namespace, "namespace");
            return this;
        }

        public Builder selfLink(String selfLink) {
            this.selfLink = requireNonNull(selfLink, "selfLink");
            return this;
        }

        public Builder uid(String uid) {
            this.uid = requireNonNull(uid, "uid");
            return this;
        }

        public Builder resourceVersion(String resourceVersion) {
            this.resourceVersion = requireNonNull(resourceVersion, "resourceVersion");
            return this;
        }

        public Builder generation(long generation) {
            this.generation = generation;
            return this;
        }

        public Builder creationTimestamp(@Nullable Instant creationTimestamp) {
            this.creationTimestamp = creationTimestamp;
            return this;
        }

        public Builder deletionTimestamp(@Nullable Instant deletionTimestamp) {
            this.deletionTimestamp = deletionTimestamp;
            return this;
        }

        public Builder deletionGracePeriodSeconds(@Nullable Long deletionGracePeriodSeconds) {
            this.deletionGracePeriodSeconds = deletionGracePeriodSeconds;
            return this;
        }

        public Builder labels(Map<String, String> labels) {
            this.labels = requireNonNull(labels, "labels");
            return this;
        }

        public Builder annotations(Map<String, String> annotations) {
            this.annotations = requireNonNull(annotations, "annotations");
            return this;
        }

        public Builder ownerReferences(List<OwnerReference> ownerReferences) {
            this.ownerReferences = requireNonNull(ownerReferences, "ownerReferences");
            return this;
        }

        public Builder ownerReferences(OwnerReference... ownerReferences) {
            requireNonNull(ownerReferences, "ownerReferences");
            return ownerReferences(List.of(ownerReferences));
        }

        public Builder finalizers(List<String> finalizers) {
            this.finalizers = requireNonNull(finalizers, "finalizers");
            return this;
        }

        public Builder finalizers(String... finalizers) {
            requireNonNull(finalizers, "finalizers");
            return finalizers(List.of(finalizers));
        }

        public Builder managedFields(List<ManagedFieldsEntry> managedFields) {
            this.managedFields = requireNonNull(managedFields, "managedFields");
            return this;
        }

        public Builder managedFields(ManagedFieldsEntry... managedFields) {
            requireNonNull(managedFields, "managedFields");
            return managedFields(List.of(managedFields));
        }

        /** {@return the value} */
        public ObjectMeta build() {
            return new ObjectMeta(
                    name,
                    generateName,
                    namespace,
                    selfLink,
                    uid,
                    resourceVersion,
                    generation,
                    creationTimestamp,
                    deletionTimestamp,
                    deletionGracePeriodSeconds,
                    labels,
                    annotations,
                    ownerReferences,
                    finalizers,
                    managedFields);
        }
    }
}
