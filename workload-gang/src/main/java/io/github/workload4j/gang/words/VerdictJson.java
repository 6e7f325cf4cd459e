package io.github.workload4j.gang.words;

import io.github.workload4j.gang.AnswerRelease;
import io.github.workload4j.gang.AssignedDevice;
import io.github.workload4j.gang.Assignment;
import io.github.workload4j.gang.ChosenDomain;
import io.github.workload4j.gang.ClaimChoice;
import io.github.workload4j.gang.DomainsThatFit;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.Reason;
import io.github.workload4j.gang.Unmodelled;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.packing.StopReason;
import io.github.workload4j.gang.question.FewestDomains;
import io.github.workload4j.gang.question.IgnoredPreference;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is said of every verdict in JSON: which, why, on what it depends, and what it left aside. */
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
        json.list("dependsOn", all, each -> leftAside(each.what().code(), each.pods(), UnmodelledText.of(each), json));
    }

    public static void ignored(List<IgnoredPreference> all, JsonLines json) {
        json.list("ignored", all, each -> leftAside(each.what().code(), each.pods(), UnmodelledText.of(each), json));
    }

    private static void leftAside(String what, int pods, String detail, JsonLines json) {
        json.startObject(null)
                .field("what", what)
                .field("pods", pods)
                .field("detail", detail)
                .endObject();
    }

    public static @Nullable String reason(Verdict verdict) {
        if (verdict instanceof Verdict.Undetermined open && open.stopped() == StopReason.ALLOCATOR) {
            return "AllocatorError";
        }
        return VerdictText.isOpen(verdict)
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
        return VerdictText.isOpen(verdict) ? UnmodelledText.OPEN : null;
    }

    /** Writes {@code group}. */
    public static void group(GroupRef group, JsonLines json) {
        json.startObject("group")
                .field("kind", group.kind().word())
                .field("namespace", group.namespace())
                .field("name", group.name());
        if (group.kind() == GroupRef.Kind.WORKLOAD) {
            json.field("podGroup", group.podGroup());
            if (!group.replicaKey().isEmpty()) {
                json.field("podGroupReplicaKey", group.replicaKey());
            }
        }
        json.endObject();
    }

    /**
     * Writes {@code domains}.
     *
     * @param fits for each domain of the verdict where else its group could be; empty if that was not asked for
     */
    public static void domains(Verdict verdict, List<DomainsThatFit> fits, JsonLines json) {
        Verdict.Feasible feasible = verdict instanceof Verdict.Feasible yes ? yes : null;
        json.startList("domains");
        List<ChosenDomain> domains = feasible == null ? List.of() : feasible.domains();
        for (int d = 0; d < domains.size(); d++) {
            json.startObject(null)
                    .field("group", domains.get(d).group().toString())
                    .field("key", domains.get(d).key())
                    .field("value", domains.get(d).value());
            if (!fits.isEmpty()) {
                json.texts("fits", fits.get(d).values());
                json.texts("undetermined", fits.get(d).undetermined());
            }
            json.endObject();
        }
        json.endList();
    }

    /** Writes {@code preferredTopology}. */
    public static void fewest(FewestDomains fewest, JsonLines json) {
        json.startObject("preferredTopology").field("key", fewest.key());
        json.texts("domains", fewest.domains());
        json.field("atLeast", fewest.atLeast())
                .field("fewest", fewest.isFewest())
                .field("tightest", fewest.isTightest())
                .endObject();
    }

    /** Writes {@code placement}. */
    public static void placement(Verdict verdict, Voice voice, JsonLines json) {
        Verdict.Feasible feasible = verdict instanceof Verdict.Feasible yes ? yes : null;
        json.objects("placement", feasible == null ? List.<Assignment>of() : feasible.placement(), assignment -> {
            json.field("pod", voice.pod(assignment.namespace(), assignment.pod()))
                    .field("node", voice.node(assignment.node()));
            devices(assignment.devices(), json);
            volumes(assignment.volumes(), json);
        });
    }

    private static void devices(List<AssignedDevice> devices, JsonLines json) {
        if (devices.isEmpty()) {
            return;
        }
        json.objects("devices", devices, each -> {
            json.field("claim", each.claim())
                    .field("request", each.request())
                    .field("driver", each.driver())
                    .field("pool", each.pool())
                    .field("device", each.device());
            if (each.adminAccess()) {
                json.field("adminAccess", true);
            }
            if (!each.consumed().isEmpty()) {
                json.startObject("consumed");
                new TreeMap<>(each.consumed()).forEach((name, amount) -> json.field(name, amount.toString()));
                json.endObject();
            }
            if (!each.waitsFor().isEmpty()) {
                json.texts("waitsFor", each.waitsFor());
            }
        });
    }

    /** Writes what becomes of claims that are not bound yet, if there are any. */
    private static void volumes(List<ClaimChoice> choices, JsonLines json) {
        if (choices.isEmpty()) {
            return;
        }
        json.objects("volumes", choices, choice -> {
            json.field("claim", choice.claim());
            if (choice.volume().isEmpty()) {
                json.field("provision", choice.provision());
            } else {
                json.field("volume", choice.volume());
            }
        });
    }

    /** Writes of an undetermined verdict why the search stopped, and what is known all the same. */
    public static void stopped(Verdict verdict, JsonLines json) {
        if (verdict instanceof Verdict.Undetermined open) {
            json.field("stopped", open.stopped().word())
                    .field("sure", open.sure())
                    .field("atMost", open.atMost())
                    .field("objection", open.objection().isEmpty() ? null : open.objection());
        }
    }

    /** {@return whether no valid answer places more; null where the group may not be tried} */
    public static @Nullable String maximal(Verdict verdict) {
        if (verdict instanceof Verdict.Gated || verdict instanceof Verdict.Errored) {
            return null;
        }
        boolean open = verdict instanceof Verdict.Undetermined
                || verdict instanceof Verdict.Feasible feasible && !feasible.isMaximal();
        return String.valueOf(!open);
    }
}
