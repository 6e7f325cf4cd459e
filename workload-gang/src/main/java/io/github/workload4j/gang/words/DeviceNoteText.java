package io.github.workload4j.gang.words;

import io.github.workload4j.gang.DeviceNote;

/** What there is to know about devices as a sentence. */
final class DeviceNoteText {

    private DeviceNoteText() {}

    static String of(DeviceNote note) {
        String why = note.device().isEmpty()
                ? "the first devices that do for the pods before it leave none on " + note.node() + " for pod "
                        + note.pod()
                : "on " + note.node() + " it gives device " + note.device() + " to pod " + note.taker() + ", and pod "
                        + note.pod() + " gets none";
        return "kube-scheduler's own choice of devices is likely to fail here: " + why
                + ". Select in the claim what the placement names, or name that alternative alone.";
    }
}
