package io.github.workload4j.policy.rule;

/**
 * Under which ids the rules that several kinds share are listed for one kind: {@code A2-10} of a template is {@code A2-G10} of a group, and
 * all of them together are {@code B-7} in Kubernetes 1.37. Rules are asked for by their number among those of {@code v1alpha2}.
 */
enum Ids {
    /** A template of {@code v1alpha2}. */
    A2_TEMPLATE("A2-", true),
    /** A PodGroup of {@code v1alpha2}. */
    A2_GROUP("A2-G", true),
    /** A template or PodGroup of {@code v1alpha3} and {@code v1beta1}. */
    B_LEAF("B-7", false),
    /** A composite template. */
    B_COMPOSITE("B-10", false),
    /** A CompositePodGroup. */
    B_COMPOSITE_GROUP("B-C2", false),
    /** The scheduling block of a Job. */
    JOB("J-", true);

    static final int POLICY = 6;
    static final int COUNT = 7;
    static final int CONSTRAINTS_GATE = 8;
    static final int MOST_TOPOLOGY = 9;
    static final int TOPOLOGY_KEY = 10;
    static final int MOST_CLAIMS = 11;
    static final int UNIQUE_CLAIMS = 12;
    static final int CLAIM_NAME = 13;
    static final int CLAIM_SOURCE = 14;
    static final int CLAIM_REFERENCE = 15;
    static final int DISRUPTION_MODE = 16;
    static final int PRIORITY_CLASS = 17;
    static final int PRIORITY = 18;

    private final String[] ids = new String[PRIORITY + 1];

    Ids(String id, boolean numbered) {
        for (int i = 0; i < ids.length; i++) {
            ids[i] = numbered ? id + i : id;
        }
    }

    String of(int rule) {
        return ids[rule];
    }
}
