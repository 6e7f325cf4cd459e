package io.github.workload4j.gang.words;

import io.github.workload4j.gang.whatif.VolumeSuggestion;
import java.util.List;
import java.util.stream.Collectors;

/** What would help with volumes, in a few words each and as JSON. */
final class VolumeSuggestionText {

    private VolumeSuggestionText() {}

    static String of(VolumeSuggestion suggestion, Voice voice) {
        if (suggestion instanceof VolumeSuggestion.MoreVolumes more) {
            int count = more.hosts().size();
            return "add " + Counted.of(count, "volume") + " of class " + Style.printable(more.storageClass())
                    + (more.size().signum() == 0 ? "" : " with " + more.size()) + ", "
                    + (isEverywhere(more)
                            ? "which every node reaches"
                            : (count == 1 ? "on host " : "on hosts ")
                                    + more.hosts().stream()
                                            .map(voice::node)
                                            .map(Style::printable)
                                            .collect(Collectors.joining(", ")))
                    + enough(more.exact(), count);
        }
        if (suggestion instanceof VolumeSuggestion.MoreAttachments more) {
            return "let each node attach " + Counted.of(more.more(), "more volume") + " of "
                    + Style.printable(more.driver()) + enough(more.exact(), more.more());
        }
        if (suggestion instanceof VolumeSuggestion.WaitForPod wait) {
            return "let class " + Style.printable(wait.storageClass())
                    + " bind when the first pod comes (volumeBindingMode: WaitForFirstConsumer)";
        }
        if (suggestion instanceof VolumeSuggestion.Provisioning making) {
            return "let volumes of class " + Style.printable(making.storageClass())
                    + " be made on every node (a provisioner, no allowedTopologies, enough capacity)";
        }
        VolumeSuggestion.AccessMode mode = (VolumeSuggestion.AccessMode) suggestion;
        return "let claims with access mode " + Style.printable(mode.from()) + " have " + Style.printable(mode.to())
                + " instead, if their storage has it";
    }

    private static boolean isEverywhere(VolumeSuggestion.MoreVolumes more) {
        return more.hosts().stream().allMatch(String::isEmpty);
    }

    private static String enough(boolean exact, int count) {
        return !exact || count < 2 ? "" : "; " + (count - 1) + (count == 2 ? " is" : " are") + " not enough";
    }

    static void write(VolumeSuggestion suggestion, Voice voice, JsonLines json) {
        json.field("kind", ExplanationJson.word(suggestion.getClass().getSimpleName()));
        if (suggestion instanceof VolumeSuggestion.MoreVolumes more) {
            json.field("storageClass", more.storageClass())
                    .field("size", more.size().toString())
                    .field("count", more.hosts().size())
                    .texts(
                            "hosts",
                            isEverywhere(more)
                                    ? List.of()
                                    : more.hosts().stream().map(voice::node).toList());
        } else if (suggestion instanceof VolumeSuggestion.MoreAttachments more) {
            json.field("driver", more.driver()).field("more", more.more());
        } else if (suggestion instanceof VolumeSuggestion.WaitForPod wait) {
            json.field("storageClass", wait.storageClass());
        } else if (suggestion instanceof VolumeSuggestion.Provisioning making) {
            json.field("storageClass", making.storageClass());
        } else if (suggestion instanceof VolumeSuggestion.AccessMode mode) {
            json.field("from", mode.from()).field("to", mode.to());
        }
        json.field("exact", suggestion.exact());
    }
}
