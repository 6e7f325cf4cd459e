package io.github.workload4j.cli.manifest;

import io.github.workload4j.api.release.KubernetesRelease;
import io.github.workload4j.cli.input.Inputs;
import io.github.workload4j.gang.words.Style;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a conversion lost, for people. */
final class LossText {

    private LossText() {}

    /**
     * Prints what is lost; what is the same of many objects of a file is said once.
     *
     * @param release the release that the result is for
     */
    public static void print(List<LossAt> losses, KubernetesRelease release, PrintWriter err) {
        Map<String, Integer> alike = new HashMap<>();
        losses.forEach(loss -> alike.merge(likeness(loss), 1, Integer::sum));
        for (LossAt loss : losses) {
            Integer count = alike.remove(likeness(loss));
            if (count != null) {
                print(loss, count - 1, err);
            }
        }
        if (losses.stream().anyMatch(LossAt::isLoss)) {
            err.println("note: converted for " + release);
        }
    }

    /** Only losses of whole objects without a value are alike. */
    private static String likeness(LossAt loss) {
        return loss.path().isEmpty() && loss.value() == null
                ? String.join("\n", loss.file(), loss.objectKind(), loss.kind(), loss.detail())
                : loss.file() + "\n" + loss.index() + "\n" + loss.namespace() + "\n" + loss.name() + "\n" + loss.path()
                        + "\n" + loss.kind() + "\n" + loss.detail();
    }

    private static void print(LossAt loss, int more, PrintWriter err) {
        String object =
                loss.objectKind() + " " + (loss.namespace().isEmpty() ? "" : loss.namespace() + "/") + loss.name();
        String what = loss.kind().toLowerCase(Locale.ROOT).replace('_', ' ');
        String path = loss.path().isEmpty() ? "" : loss.path() + ": ";
        String value = loss.value() == null ? "" : ": " + shortened(loss.value());
        err.println(Style.printable(Inputs.shown(loss.file()) + ":" + loss.position() + ": "
                + (loss.isLoss() ? "loss" : "note") + ": " + object + (more > 0 ? " and " + more + " more" : "") + ": "
                + path + what + value + ": " + loss.detail()));
    }

    private static String shortened(String text) {
        return text.length() <= 200 ? text : text.substring(0, 190) + " [...]";
    }
}
