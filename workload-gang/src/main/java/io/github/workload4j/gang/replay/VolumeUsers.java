package io.github.workload4j.gang.replay;

import io.github.workload4j.api.core.Pod;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The pods with volumes on each node, those placed so far among them. Mutable, not thread-safe. */
final class VolumeUsers {

    final Claims claims;

    private final @Nullable VolumeUsers before;
    private final Map<String, List<Pod>> on = new HashMap<>();

    /** Claims that pods there name, the pods' own left out, and one of these pods. */
    private final Map<String, String> users = new HashMap<>();

    VolumeUsers(Claims claims) {
        this.claims = claims;
        this.before = null;
    }

    /** Starts with the pods that were there before; these are not changed. */
    VolumeUsers(VolumeUsers before) {
        this.claims = before.claims;
        this.before = before;
    }

    void put(Pod pod, String node) {
        if (!pod.spec().volumes().isEmpty()) {
            on.computeIfAbsent(node, n -> new ArrayList<>(before == null ? List.of() : before.on(n)))
                    .add(pod);
            for (Claims.Use use : claims.of(pod)) {
                if (!use.own()) {
                    users.putIfAbsent(
                            pod.metadata().namespaceOrDefault() + "/" + use.name(),
                            pod.metadata().name());
                }
            }
        }
    }

    /** {@return the pods with volumes on a node} */
    List<Pod> on(String node) {
        List<Pod> here = on.get(node);
        if (here != null) {
            return here;
        }
        return before == null ? List.of() : before.on(node);
    }

    /** {@return a pod there that names a claim which is not its own; null if there is none} */
    @Nullable
    String user(String claim) {
        String earlier = before == null ? null : before.user(claim);
        return earlier == null ? users.get(claim) : earlier;
    }
}
