package io.github.workload4j.cli.verify;

import static io.github.workload4j.cli.screen.JsonTree.list;
import static io.github.workload4j.cli.screen.JsonTree.number;
import static io.github.workload4j.cli.screen.JsonTree.object;
import static io.github.workload4j.cli.screen.JsonTree.text;

import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.cli.screen.JsonTree.Malformed;
import io.github.workload4j.gang.AssignedDevice;
import io.github.workload4j.gang.Assignment;
import io.github.workload4j.gang.ChosenDomain;
import io.github.workload4j.gang.ClaimChoice;
import io.github.workload4j.gang.Evidence;
import io.github.workload4j.gang.GroupNode;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.StopReason;
import io.github.workload4j.gang.proof.Weights;
import io.github.workload4j.gang.question.GroupQuestion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an answer of {@code workload check -o json} claims about a group, in words of the library. Whatever the inputs
 * say is taken from the inputs; from the answer come the verdict, the placement and the proof, which are what somebody
 * has to check.
 */
final class AnswerReader {

    private AnswerReader() {}

    /**
     * {@return which group an answer is about}
     *
     * @throws Malformed if that cannot be read
     */
    public static GroupRef group(Map<String, @Nullable Object> answer) {
        Map<String, @Nullable Object> group = object(answer.get("group"), "group");
        String word = text(group.get("kind"), "group.kind");
        for (GroupRef.Kind kind : GroupRef.Kind.values()) {
            if (kind.word().equals(word)) {
                return new GroupRef(
                        kind,
                        text(group.get("namespace"), "group.namespace"),
                        text(group.get("name"), "group.name"),
                        text(group.getOrDefault("podGroup", ""), "group.podGroup"),
                        text(group.getOrDefault("podGroupReplicaKey", ""), "group.podGroupReplicaKey"));
            }
        }
        throw new Malformed("group.kind", word, "Workload, PodGroup or CompositePodGroup");
    }

    /**
     * {@return the verdict claimed of a group that may be tried, its facts those of the question; null if it is none of
     * those that such a group may have}
     *
     * @throws Malformed if something in it cannot be read
     */
    public static @Nullable Verdict verdict(Map<String, @Nullable Object> answer, GroupQuestion question) {
        switch (text(answer.get("verdict"), "verdict")) {
            case "feasible":
                return feasible(answer, question);
            case "infeasible":
                Evidence evidence = evidence(answer, question);
                if (evidence == null) {
                    throw new Malformed("certificate", null, "a certificate");
                }
                return new Verdict.Infeasible(question.about(), evidence, 0);
            case "undetermined":
                return new Verdict.Undetermined(
                        question.about(), 0, question.about().members().pending(), stopped(answer), "", 0);
            default:
                return null;
        }
    }

    /** Why the search is said to have stopped: nobody can check that, but the reason beside it has to agree. */
    private static StopReason stopped(Map<String, @Nullable Object> answer) {
        for (StopReason reason : StopReason.values()) {
            if (reason.word().equals(answer.get("stopped"))) {
                return reason;
            }
        }
        return StopReason.STEPS;
    }

    private static Verdict.Feasible feasible(Map<String, @Nullable Object> answer, GroupQuestion question) {
        List<Assignment> placement = new ArrayList<>();
        for (Object value : list(answer.get("placement"), "placement")) {
            String place = "placement[" + placement.size() + "]";
            Map<String, @Nullable Object> one = object(value, place);
            String pod = text(one.get("pod"), place + ".pod");
            int slash = pod.indexOf('/');
            if (slash < 0) {
                throw new Malformed(place + ".pod", pod, "namespace/name");
            }
            placement.add(new Assignment(
                    pod.substring(0, slash),
                    pod.substring(slash + 1),
                    text(one.get("node"), place + ".node"),
                    volumes(one.get("volumes"), place + ".volumes"),
                    devices(one.get("devices"), place + ".devices")));
        }
        List<ChosenDomain> domains = new ArrayList<>();
        for (Object value : list(answer.get("domains"), "domains")) {
            String place = "domains[" + domains.size() + "]";
            Map<String, @Nullable Object> one = object(value, place);
            String name = text(one.get("group"), place + ".group");
            GroupRef group = question.groups().stream()
                    .map(GroupNode::group)
                    .filter(ref -> ref.toString().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new Malformed(place + ".group", name, "a group of the question"));
            domains.add(new ChosenDomain(
                    group, text(one.get("key"), place + ".key"), text(one.get("value"), place + ".value")));
        }
        Evidence noMore = evidence(answer, question);
        int atMost = noMore instanceof Evidence.Certified
                ? atLeast(answer) - 1
                : noMore == null ? provable(question).pods() : placement.size();
        return new Verdict.Feasible(question.about(placement), placement, domains, atMost, noMore, 0);
    }

    private static List<ClaimChoice> volumes(@Nullable Object all, String place) {
        List<ClaimChoice> choices = new ArrayList<>();
        for (Object value : all == null ? List.of() : list(all, place)) {
            Map<String, @Nullable Object> one = object(value, place + "[" + choices.size() + "]");
            String claim = text(one.get("claim"), place + ".claim");
            String volume = text(one.getOrDefault("volume", ""), place + ".volume");
            String provision = text(one.getOrDefault("provision", ""), place + ".provision");
            if (volume.isEmpty() == provision.isEmpty()) {
                throw new Malformed(place, one, "volume or provision");
            }
            choices.add(new ClaimChoice(claim, volume, provision));
        }
        return choices;
    }

    private static List<AssignedDevice> devices(@Nullable Object value, String place) {
        List<AssignedDevice> devices = new ArrayList<>();
        for (Object each : value == null ? List.of() : list(value, place)) {
            String here = place + "[" + devices.size() + "]";
            Map<String, @Nullable Object> one = object(each, here);
            Map<String, Quantity> consumed = new LinkedHashMap<>();
            if (one.get("consumed") != null) {
                object(one.get("consumed"), here + ".consumed")
                        .forEach((name, amount) -> consumed.put(name, amount(amount, here + ".consumed." + name)));
            }
            List<String> waitsFor = new ArrayList<>();
            for (Object condition :
                    one.get("waitsFor") == null ? List.of() : list(one.get("waitsFor"), here + ".waitsFor")) {
                waitsFor.add(text(condition, here + ".waitsFor[" + waitsFor.size() + "]"));
            }
            devices.add(new AssignedDevice(
                    text(one.get("claim"), here + ".claim"),
                    text(one.get("request"), here + ".request"),
                    text(one.get("driver"), here + ".driver"),
                    text(one.get("pool"), here + ".pool"),
                    text(one.get("device"), here + ".device"),
                    Boolean.TRUE.equals(one.get("adminAccess")),
                    consumed,
                    waitsFor));
        }
        return devices;
    }

    private static Quantity amount(@Nullable Object value, String place) {
        try {
            return Quantity.parse(text(value, place));
        } catch (IllegalArgumentException e) {
            throw new Malformed(place, value, "a quantity");
        }
    }

    /** The question that certificates are about. */
    private static Packing provable(GroupQuestion question) {
        return question.certified(Weights.of()).packing();
    }

    private static @Nullable Evidence evidence(Map<String, @Nullable Object> answer, GroupQuestion question) {
        Object proof = answer.get("proof");
        if ("exhausted".equals(proof)) {
            return new Evidence.Exhausted(0);
        }
        Object certificate = answer.get("certificate");
        if (certificate == null) {
            return null;
        }
        CertificateReader reader =
                new CertificateReader(question.packing().nodes().count());
        return question.certified(reader.read(object(certificate, "certificate").get("proof")));
    }

    /**
     * {@return number of pods that the certificate of an answer is said to prove too many}
     *
     * @throws Malformed if it is not one
     */
    public static int atLeast(Map<String, @Nullable Object> answer) {
        Object value = object(answer.get("certificate"), "certificate").get("atLeast");
        int atLeast = number(value, "certificate.atLeast");
        if (atLeast < 1) {
            throw new Malformed("certificate.atLeast", value, "1 or more");
        }
        return atLeast;
    }
}
