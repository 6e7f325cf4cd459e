package io.github.workload4j.policy.rule;

/** Whose fields are judged, where several kinds have the same fields under rules of their own. */
enum Subject {
    /** A template of {@code v1alpha2}. */
    V1ALPHA2_TEMPLATE,
    /** A PodGroup of {@code v1alpha2}. */
    V1ALPHA2_POD_GROUP,
    /** A PodGroup, or a template of one, of {@code v1alpha3} or {@code v1beta1}. */
    LEAF,
    /** A template of a CompositePodGroup. */
    COMPOSITE_TEMPLATE,
    /** A CompositePodGroup. */
    COMPOSITE_POD_GROUP,
    /** The scheduling block of a Job. */
    JOB
}
