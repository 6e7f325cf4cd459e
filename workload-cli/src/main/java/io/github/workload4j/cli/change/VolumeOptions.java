package io.github.workload4j.cli.change;

import io.github.workload4j.api.core.PersistentVolumeClaim;
import io.github.workload4j.api.storage.StorageObjects;
import io.github.workload4j.cli.screen.SeveralValues;
import io.github.workload4j.gang.question.GroupQuestion;
import io.github.workload4j.gang.whatif.VolumeSuggestion;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Changes of the objects about volumes that the caller states. */
final class VolumeOptions {

    private static final Pattern ADDED = Pattern.compile("(?<claim>[^=]+)=(?<count>[0-9]{1,5})(:(?<host>[^:]+))?");
    private static final String HOSTNAME = "kubernetes.io/hostname";
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,5}");
    private static final List<String> MODES =
            List.of("ReadWriteOnce", "ReadOnlyMany", "ReadWriteMany", "ReadWriteOncePod");

    @Option(
            names = "--add-volume",
            paramLabel = "CLAIM=COUNT[:HOST]",
            arity = "1..*",
            parameterConsumer = SeveralValues.class,
            description = "Adds COUNT volumes that serve this claim (namespace/name) and others like it; with HOST only"
                    + " the node with this kubernetes.io/hostname reaches them.")
    private List<String> added = new ArrayList<>();

    @Option(
            names = "--attach-more",
            paramLabel = "DRIVER=COUNT",
            description = "Lets each node attach COUNT more volumes of this CSI driver.")
    private Map<String, String> attached = new LinkedHashMap<>();

    @Option(
            names = "--wait-for-pod",
            paramLabel = "CLASS",
            arity = "1..*",
            parameterConsumer = SeveralValues.class,
            description = "Sets volumeBindingMode: WaitForFirstConsumer in this StorageClass.")
    private List<String> waiting = new ArrayList<>();

    @Option(
            names = "--provision",
            paramLabel = "CLASS",
            arity = "1..*",
            parameterConsumer = SeveralValues.class,
            description = "Lets volumes of this StorageClass be made on every node, as many as are wanted.")
    private List<String> provisioned = new ArrayList<>();

    @Option(
            names = "--access-mode",
            paramLabel = "FROM=TO",
            description = "Lets claims that ask for access mode FROM ask for TO instead.")
    private Map<String, String> modes = new LinkedHashMap<>();

    boolean isAnything() {
        return !(added.isEmpty()
                && attached.isEmpty()
                && waiting.isEmpty()
                && provisioned.isEmpty()
                && modes.isEmpty());
    }

    /** {@return the question with the changes made} */
    GroupQuestion apply(GroupQuestion question, CommandSpec spec) {
        GroupQuestion changed = question;
        for (String text : added) {
            changed = change(changed, more(question, text, spec), "--add-volume", text, spec);
        }
        for (Map.Entry<String, String> more : attached.entrySet()) {
            String text = more.getKey() + "=" + more.getValue();
            if (!NUMBER.matcher(more.getValue()).matches()) {
                throw wrong(spec, "--attach-more: `" + text + "` (expected: DRIVER=COUNT, 1 to 99999)");
            }
            int count = Integer.parseInt(more.getValue());
            VolumeSuggestion change = new VolumeSuggestion.MoreAttachments(more.getKey(), count, false);
            changed = change(changed, change, "--attach-more", text, spec);
        }
        for (String name : waiting) {
            changed = change(changed, new VolumeSuggestion.WaitForPod(name, false), "--wait-for-pod", name, spec);
        }
        for (String name : provisioned) {
            changed = change(changed, new VolumeSuggestion.Provisioning(name, false), "--provision", name, spec);
        }
        for (Map.Entry<String, String> mode : modes.entrySet()) {
            String text = mode.getKey() + "=" + mode.getValue();
            if (!MODES.contains(mode.getKey()) || !MODES.contains(mode.getValue())) {
                throw wrong(spec, "--access-mode: `" + text + "` (expected: FROM=TO, each " + MODES + ")");
            }
            VolumeSuggestion change = new VolumeSuggestion.AccessMode(mode.getKey(), mode.getValue(), false);
            changed = change(changed, change, "--access-mode", text, spec);
        }
        return changed;
    }

    private static VolumeSuggestion more(GroupQuestion question, String text, CommandSpec spec) {
        Matcher matcher = ADDED.matcher(text);
        if (!matcher.matches()) {
            throw wrong(
                    spec,
                    "--add-volume: `" + text + "` (expected: CLAIM=COUNT or CLAIM=COUNT:HOST, 1 to 99999 volumes)");
        }
        String name = matcher.group("claim");
        PersistentVolumeClaim claim = VolumeSuggestion.claim(question, name.contains("/") ? name : "default/" + name)
                .orElseThrow(() -> wrong(spec, "--add-volume: there is no claim " + name));
        String host = matcher.group("host");
        if (host != null && !isThere(question, host)) {
            throw wrong(spec, "--add-volume: there is no node with " + HOSTNAME + " " + host);
        }
        return new VolumeSuggestion.MoreVolumes(
                claim, Collections.nCopies(Integer.parseInt(matcher.group("count")), host == null ? "" : host), false);
    }

    private static boolean isThere(GroupQuestion question, String host) {
        return IntStream.range(0, question.snapshot().nodes())
                .mapToObj(question.snapshot()::node)
                .anyMatch(node -> host.equals(node.metadata().labels().get(HOSTNAME)));
    }

    private static GroupQuestion change(
            GroupQuestion question, VolumeSuggestion change, String option, String text, CommandSpec spec) {
        StorageObjects before = question.snapshot().storage();
        if (change.applyTo(before).equals(before)) {
            throw wrong(spec, option + ": " + text + " changes nothing (expected: what is in the inputs)");
        }
        return change.applyTo(question);
    }

    private static ParameterException wrong(CommandSpec spec, String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
