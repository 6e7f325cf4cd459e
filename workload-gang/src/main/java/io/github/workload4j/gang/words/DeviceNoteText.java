package io.github.workload4j.gang.words;

import io.github.workload4j.gang.DeviceNote;

/** What there is to know about devices as a sentence. */
final class DeviceNoteText {

    private DeviceNoteText() {}

    static String of(DeviceNote note, Voice voice) {
        String node = voice.node(note.node());
        String pod = voice.member(note.pod());
        String why = note.device().isEmpty()
                ? "the first devices that do for the pods before it leave none on " + node + " for pod " + pod
                : "on " + node + " it gives device " + note.device() + " to pod " + voice.member(note.taker())
                        + ", and pod " + pod + " gets none";
        return "kube-scheduler's own choice of devices is likely to fail here: " + Style.printable(why)
                + ". Select in the claim what the placement names, or name that alternative alone.";
    }
}
