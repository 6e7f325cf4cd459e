package io.github.workload4j.intent.draft;

import io.github.workload4j.intent.read.SourceObject;

/** Which kinds mean groups, and who reads them. */
public interface Kinds {

    /** {@return whether objects of a kind mean groups} */
    boolean isRead(String apiVersion, String kind);

    /** {@return whether an object tells something about others} */
    boolean isReferredTo(String apiVersion, String kind);

    /** Reads the object of a draft. */
    void read(Draft draft);

    /** {@return whether an object groups pods that others make} */
    static boolean isGroup(SourceObject object) {
        return object.kind().equals("PodGroup");
    }
}
