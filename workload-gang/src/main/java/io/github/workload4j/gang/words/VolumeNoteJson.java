package io.github.workload4j.gang.words;

import io.github.workload4j.gang.VolumeNote;
import java.util.List;
import java.util.Locale;

/** What there is to know about volumes, as JSON. */
final class VolumeNoteJson {

    private VolumeNoteJson() {}

    /** Writes a list. */
    static void write(List<VolumeNote> notes, Voice voice, JsonLines json) {
        json.objects("volumes", notes, note -> {
            json.field("kind", ExplanationJson.word(note.getClass().getSimpleName()))
                    .field("text", VolumeNoteText.of(note, voice));
            write(note, voice, json);
        });
    }

    private static void write(VolumeNote note, Voice voice, JsonLines json) {
        if (note instanceof VolumeNote.SharedClaim shared) {
            json.field("claim", shared.claim())
                    .field("pods", shared.pods())
                    .field("mostOnOneNode", shared.mostOnOneNode())
                    .texts("volumes", shared.volumes());
        } else if (note instanceof VolumeNote.ForOnePod one) {
            json.field("claim", one.claim()).field("pods", one.pods());
        } else if (note instanceof VolumeNote.Funnel funnel) {
            json.field("storageClass", funnel.storageClass())
                    .field("size", funnel.size().isEmpty() ? null : funnel.size())
                    .field("claims", funnel.claims())
                    .field("promised", funnel.promised().isEmpty() ? null : voice.node(funnel.promised()))
                    .objects(
                            "steps",
                            funnel.steps(),
                            step -> json.field("asked", word(step.asked())).field("left", step.left()))
                    .texts("volumes", VolumeNoteText.names(funnel, voice))
                    .field("making", word(funnel.making()));
        } else if (note instanceof VolumeNote.AttachLimit limit) {
            json.field("node", voice.node(limit.node()))
                    .field("driver", limit.driver())
                    .field("most", limit.most())
                    .field("there", limit.there())
                    .field("lingering", limit.lingering());
        } else if (note instanceof VolumeNote.Pinned pinned) {
            json.field("pod", voice.member(pinned.pod()))
                    .field("claim", pinned.claim())
                    .field("volume", pinned.volume())
                    .texts("nodes", pinned.nodes().stream().map(voice::node).toList())
                    .field("reaching", pinned.reaching());
        } else if (note instanceof VolumeNote.KeptTwice kept) {
            json.field("claim", kept.claim())
                    .texts("volumes", kept.volumes())
                    .field("node", voice.node(kept.node()))
                    .field("volume", kept.missed());
        } else if (note instanceof VolumeNote.FirstChoice first) {
            json.field("claim", first.claim()).field("volume", first.volume()).field("node", voice.node(first.node()));
        } else if (note instanceof VolumeNote.ReachedAsWritten written) {
            json.field("claim", written.claim())
                    .field("volume", written.volume())
                    .field("node", voice.node(written.node()));
        } else if (note instanceof VolumeNote.SmallestFirst smallest) {
            json.field("volume", smallest.volume())
                    .field("taker", smallest.taker())
                    .field("claim", smallest.claim());
        }
    }

    /** {@return a constant as it is in JSON: {@code nothingPublished}} */
    private static String word(Enum<?> constant) {
        String[] parts = constant.name().toLowerCase(Locale.ROOT).split("_", -1);
        return parts.length == 1
                ? parts[0]
                : parts[0] + parts[1].substring(0, 1).toUpperCase(Locale.ROOT) + parts[1].substring(1);
    }
}
