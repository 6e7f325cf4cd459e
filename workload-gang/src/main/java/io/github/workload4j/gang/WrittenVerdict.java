package io.github.workload4j.gang;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.release.FeatureGate;
import io.github.workload4j.api.release.FeatureGates;
import io.github.workload4j.api.release.KubernetesRelease;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.StopReason;
import io.github.workload4j.gang.proof.Certificate;
import java.io.InvalidObjectException;
import java.io.NotSerializableException;
import java.io.ObjectStreamException;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What Java serialization writes of a verdict: its values in the order of their records, a certificate as its JSON.
 * Reading makes each record by its constructor.
 *
 * @param values what a {@link ValueWriter} wrote
 */
record WrittenVerdict(String values) implements Serializable {

    private static final long serialVersionUID = 1;

    static WrittenVerdict of(Verdict verdict) throws ObjectStreamException {
        ValueWriter out = new ValueWriter();
        try {
            write(verdict, out);
        } catch (IllegalStateException e) {
            throw new NotSerializableException("verdict: " + e.getMessage());
        }
        return new WrittenVerdict(out.toString());
    }

    private Object readResolve() throws InvalidObjectException {
        try {
            ValueReader in = new ValueReader(values);
            Verdict verdict = verdict(in);
            in.end();
            return verdict;
        } catch (IllegalArgumentException | NullPointerException e) {
            throw new InvalidObjectException("verdict: " + e.getMessage());
        }
    }

    private static void write(Verdict verdict, ValueWriter out) {
        out.text(verdict.word());
        GroupSummary about = verdict.about();
        group(about.group(), out);
        out.number(about.minimum())
                .number(about.members().running())
                .number(about.members().pending())
                .number(about.members().gated());
        out.list(
                about.unmodelled(),
                each -> out.word(each.what())
                        .number(each.pods())
                        .text(each.example())
                        .text(each.detail()));
        out.word(about.release().release()).word(about.release().source());
        out.list(
                about.release().gates().stream().toList(),
                each -> out.list(each.on(), out::word).list(each.off(), out::word));
        if (verdict instanceof Verdict.Feasible feasible) {
            out.list(feasible.placement(), each -> assignment(each, out));
            out.list(feasible.domains(), each -> {
                group(each.group(), out);
                out.text(each.key()).text(each.value());
            });
            out.number(feasible.atMost());
            evidence(feasible.noMore(), out);
            out.number(feasible.steps());
        } else if (verdict instanceof Verdict.Infeasible infeasible) {
            evidence(infeasible.evidence(), out);
            out.number(infeasible.steps());
        } else if (verdict instanceof Verdict.Gated gated) {
            out.word(gated.why()).text(gated.detail());
        } else if (verdict instanceof Verdict.Errored errored) {
            out.word(errored.why()).text(errored.detail()).text(errored.condition());
        } else if (verdict instanceof Verdict.Undetermined open) {
            out.number(open.sure()).number(open.atMost()).word(open.stopped());
            out.text(open.objection()).number(open.steps());
        }
    }

    private static Verdict verdict(ValueReader in) {
        String word = in.text();
        GroupSummary about = new GroupSummary(
                group(in),
                in.whole(),
                new MemberCounts(in.whole(), in.whole(), in.whole()),
                in.list(() -> new Unmodelled(in.word(Unmodelled.What.class), in.whole(), in.text(), in.text())),
                new AnswerRelease(
                        in.word(KubernetesRelease.class),
                        in.word(AnswerRelease.Source.class),
                        in.list(() -> new FeatureGates(gates(in), gates(in))).stream()
                                .findFirst()));
        return switch (word) {
            case "feasible" ->
                new Verdict.Feasible(
                        about,
                        in.list(() -> assignment(in)),
                        in.list(() -> new ChosenDomain(group(in), in.text(), in.text())),
                        in.whole(),
                        evidence(in),
                        in.number());
            case "infeasible" -> new Verdict.Infeasible(about, requireNonNull(evidence(in), "evidence"), in.number());
            case "gated" -> new Verdict.Gated(about, in.word(Reason.class), in.text());
            case "error" -> new Verdict.Errored(about, in.word(Reason.class), in.text(), in.text());
            case "satisfied" -> new Verdict.Satisfied(about);
            case "undetermined" ->
                new Verdict.Undetermined(
                        about, in.whole(), in.whole(), in.word(StopReason.class), in.text(), in.number());
            default -> throw in.unexpected("a verdict before it");
        };
    }

    private static Set<FeatureGate> gates(ValueReader in) {
        return Set.copyOf(in.list(() -> in.word(FeatureGate.class)));
    }

    private static void group(GroupRef group, ValueWriter out) {
        out.word(group.kind()).text(group.namespace()).text(group.name());
        out.text(group.podGroup()).text(group.replicaKey());
    }

    private static GroupRef group(ValueReader in) {
        return new GroupRef(in.word(GroupRef.Kind.class), in.text(), in.text(), in.text(), in.text());
    }

    private static void assignment(Assignment pod, ValueWriter out) {
        out.text(pod.namespace()).text(pod.pod()).text(pod.node());
        out.list(
                pod.volumes(),
                each -> out.text(each.claim()).text(each.volume()).text(each.provision()));
        out.list(pod.devices(), each -> {
            out.text(each.claim()).text(each.request()).text(each.driver());
            out.text(each.pool()).text(each.device()).truth(each.adminAccess());
            out.list(
                    new TreeMap<>(each.consumed()).entrySet(),
                    taken -> out.text(taken.getKey()).text(taken.getValue().toString()));
            out.list(each.waitsFor(), out::text);
        });
    }

    private static Assignment assignment(ValueReader in) {
        return new Assignment(
                in.text(),
                in.text(),
                in.text(),
                in.list(() -> new ClaimChoice(in.text(), in.text(), in.text())),
                in.list(() -> new AssignedDevice(
                        in.text(),
                        in.text(),
                        in.text(),
                        in.text(),
                        in.text(),
                        in.truth(),
                        consumed(in),
                        in.list(in::text))));
    }

    private static Map<String, Quantity> consumed(ValueReader in) {
        Map<String, Quantity> consumed = new HashMap<>();
        in.list(() -> consumed.put(in.text(), Quantity.parse(in.text())));
        return consumed;
    }

    private static void evidence(@Nullable Evidence evidence, ValueWriter out) {
        if (evidence instanceof Evidence.Certified certified) {
            out.text("certified");
            WrittenPacking.write(certified.packing(), out);
            out.text(certified.certificate().toJson());
            out.list(certified.classes(), each -> {
                group(each.group(), out);
                out.list(each.pods(), out::text);
            });
            out.list(certified.nodes(), out::text).truth(certified.relaxed());
        } else if (evidence instanceof Evidence.Exhausted exhausted) {
            out.text("exhausted").number(exhausted.states());
        } else {
            out.text("none");
        }
    }

    private static @Nullable Evidence evidence(ValueReader in) {
        return switch (in.text()) {
            case "certified" -> {
                Packing packing = WrittenPacking.read(in);
                yield new Evidence.Certified(
                        packing,
                        Certificate.parse(in.text(), packing.nodes().count()),
                        in.list(() -> new Evidence.ClassName(group(in), in.list(in::text))),
                        in.list(in::text),
                        in.truth());
            }
            case "exhausted" -> new Evidence.Exhausted(in.number());
            case "none" -> null;
            default -> throw in.unexpected("evidence before it");
        };
    }
}
