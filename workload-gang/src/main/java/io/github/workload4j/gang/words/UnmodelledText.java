package io.github.workload4j.gang.words;

import io.github.workload4j.gang.Unmodelled;
import io.github.workload4j.gang.question.IgnoredPreference;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What answers depend on and what they leave aside, in words. */
public final class UnmodelledText {

    /** What is known of a group that does not fit by what could be used of the inputs. */
    public static final String OPEN = "does not fit by the inputs that could be used; the others may change that";

    /** What is not hidden in a snapshot: inputs that are not read, and what volumes will come to. */
    private static final Set<Unmodelled.What> SHOWN = EnumSet.of(
            Unmodelled.What.UNREAD_INPUTS,
            Unmodelled.What.PROVISIONING,
            Unmodelled.What.STORAGE_CAPACITY,
            Unmodelled.What.MULTI_ATTACH);

    private UnmodelledText() {}

    /** {@return a line, or several, for each} */
    public static List<String> lines(List<Unmodelled> dependsOn, List<IgnoredPreference> ignored) {
        List<String> lines = new ArrayList<>();
        for (Unmodelled each : dependsOn) {
            lines.addAll(Lines.wrapped(depends(each), " ", "  "));
        }
        for (IgnoredPreference each : ignored) {
            lines.addAll(Lines.wrapped("ignored, because preferences never decide what fits: " + of(each), " ", "  "));
        }
        return lines;
    }

    /** {@return that an answer depends on something, as the rest of a sentence} */
    public static String depends(Unmodelled each) {
        return "depends on " + (SHOWN.contains(each.what()) ? "" : "what a snapshot does not show: ") + of(each);
    }

    public static String of(Unmodelled each) {
        String what = switch (each.what()) {
            case VOLUMES -> "volumes";
            case PROVISIONING -> "volumes that a driver is to make";
            case STORAGE_CAPACITY -> "room of a storage pool";
            case MULTI_ATTACH -> "a volume that one node attaches at a time";
            case DEVICE_CLAIMS -> "device claims";
            case DEVICE_SELECTORS -> "selectors of devices that nothing here evaluates, in claims";
            case EXTENDED_RESOURCES -> "device classes that map resources no node offers, for requests";
            case NAMESPACE_LABELS -> "namespace labels";
            case UNREAD_INPUTS -> "";
        };
        return what.isEmpty()
                ? "inputs that could not be used, such as " + Style.printable(each.example())
                : what + " of " + Counted.of(each.pods(), "pod") + ", such as " + Style.printable(each.example())
                        + (each.detail().isEmpty() ? "" : ": " + Style.printable(each.detail()));
    }

    public static String of(IgnoredPreference each) {
        String what = switch (each.what()) {
            case PREFERRED_NODE_AFFINITY -> "preferred node affinity";
            case PREFERRED_POD_AFFINITY -> "preferred pod affinity";
            case PREFERRED_POD_ANTI_AFFINITY -> "preferred pod anti-affinity";
            case SCHEDULE_ANYWAY -> "topology spread that may be broken (ScheduleAnyway)";
        };
        return what + " of " + Counted.of(each.pods(), "pod") + ", such as " + Style.printable(each.example());
    }
}
