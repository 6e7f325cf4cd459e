package io.github.workload4j.cli.answer;

import io.github.workload4j.cli.input.Doubts;
import io.github.workload4j.cli.input.LoadedCluster;
import io.github.workload4j.cli.input.Unread;
import io.github.workload4j.cli.screen.JsonLines;
import io.github.workload4j.gang.AnswerRelease;
import io.github.workload4j.gang.Reason;
import io.github.workload4j.gang.Unmodelled;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.question.IgnoredPreference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What every command says of a verdict in JSON: which, why, on what it depends, and what it left aside. */
public final class VerdictJson {

    private VerdictJson() {}

    public static void write(Verdict verdict, JsonLines json) {
        json.field("verdict", verdict.word()).field("reason", reason(verdict)).field("detail", detail(verdict));
        json.field(
                "condition",
                verdict instanceof Verdict.Errored errored
                                && !errored.condition().isEmpty()
                        ? errored.condition()
                        : null);
        release(verdict.about().release(), json);
    }

    /** Writes for which release an answer is. */
    public static void release(AnswerRelease release, JsonLines json) {
        json.startObject("release")
                .field("version", release.release().version())
                .field("measured", release.release().measured())
                .field("source", release.source().code());
        release.gates().ifPresent(gates -> json.field("featureGates", gates.toString()));
        json.endObject();
    }

    public static void dependsOn(List<Unmodelled> all, JsonLines json) {
        json.startList("dependsOn");
        for (Unmodelled each : all) {
            json.startObject(null)
                    .field("what", each.what().code())
                    .field("pods", each.pods())
                    .field("detail", UnmodelledText.of(each))
                    .endObject();
        }
        json.endList();
    }

    public static void ignored(List<IgnoredPreference> all, JsonLines json) {
        json.startList("ignored");
        for (IgnoredPreference each : all) {
            json.startObject(null)
                    .field("what", each.what().code())
                    .field("pods", each.pods())
                    .field("detail", UnmodelledText.of(each))
                    .endObject();
        }
        json.endList();
    }

    /** Writes what the answers do not know, and what else was said about the inputs. */
    public static void inputs(LoadedCluster cluster, JsonLines json) {
        json.startList("incomplete");
        for (Unread unread : cluster.unread()) {
            json.startObject(null).field("file", unread.file());
            json.json("line", unread.line() == 0 ? null : String.valueOf(unread.line()));
            json.field("what", unread.what()).endObject();
        }
        json.endList().texts("warnings", cluster.inputs().warnings());
    }

    public static @Nullable String reason(Verdict verdict) {
        return Doubts.isOpen(verdict)
                ? "IncompleteInputs"
                : verdict.reason().map(Reason::code).orElse(null);
    }

    public static @Nullable String detail(Verdict verdict) {
        if (verdict instanceof Verdict.Gated gated) {
            return gated.detail();
        }
        if (verdict instanceof Verdict.Errored errored) {
            return errored.detail();
        }
        return Doubts.isOpen(verdict) ? UnmodelledText.OPEN : null;
    }
}
