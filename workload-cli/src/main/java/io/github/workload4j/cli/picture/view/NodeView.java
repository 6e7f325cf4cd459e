package io.github.workload4j.cli.picture.view;

import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.Quantity;
import java.util.List;

/**
 * A node. Amounts are by resource of the view, numbers of pods by kind.
 *
 * @param name its name
 * @param isNew whether it is one that is not there yet
 * @param state whether it can take a pod of the group
 * @param whyNot why no pod of the group can use it, whatever is free there; empty if one can
 * @param total what is allocatable
 * @param used what pods take that are there
 * @param added what pods of the group take that are placed here
 * @param placed how many are placed here
 * @param room how many would find room here if they were alone
 * @param lacking whether less is left than any pod asks for that asks for it
 * @param given which pods of the group get which devices here, in words
 */
public record NodeView(
        String name,
        boolean isNew,
        State state,
        String whyNot,
        long[] total,
        long[] used,
        long[] added,
        int[] placed,
        int[] room,
        boolean[] lacking,
        List<String> given) {

    /** Whether a node can take a pod of the group. */
    public enum State {
        /** It could if it were empty. */
        USABLE,
        /** Not even if it were empty. */
        TOO_SMALL,
        /** It is not allowed to. */
        CLOSED
    }

    /** {@return what pods may use of a node: of cpu in thousandths, of the rest in units} */
    static long allocatable(Node node, String resource) {
        Quantity allocatable = node.status().allocatable().getOrDefault(resource, Quantity.ZERO);
        return Math.max(0, resource.equals("cpu") ? allocatable.millis() : allocatable.units());
    }

    public boolean isUsable() {
        return state == State.USABLE;
    }

    public int placedPods() {
        int pods = 0;
        for (int some : placed) {
            pods += some;
        }
        return pods;
    }

    public boolean hasRoom() {
        for (int some : room) {
            if (some > 0) {
                return true;
            }
        }
        return false;
    }
}
