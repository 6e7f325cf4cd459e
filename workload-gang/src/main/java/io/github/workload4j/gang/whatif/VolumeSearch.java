package io.github.workload4j.gang.whatif;

import io.github.workload4j.api.core.PersistentVolumeClaim;
import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.gang.Assignment;
import io.github.workload4j.gang.ClaimChoice;
import io.github.workload4j.gang.FilterReason;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.VolumeNote;
import io.github.workload4j.gang.question.GroupQuestion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Looks for changes of the objects about volumes with which a group would fit. */
final class VolumeSearch {

    private static final String HOSTNAME = "kubernetes.io/hostname";
    private static final String ONE_POD = "ReadWriteOncePod";
    private static final List<String> MODES = List.of("ReadWriteMany", "ReadWriteOnce", "ReadOnlyMany");

    private final GroupQuestion question;
    private final Probe probe;
    private final List<Suggestion> found;
    private final Map<String, PersistentVolumeClaim> claims;
    private final List<VolumeNote> notes;
    private final Set<FilterReason> reasons;

    VolumeSearch(GroupQuestion question, Probe probe, List<Suggestion> found) {
        this.question = question;
        this.probe = probe;
        this.found = found;
        this.claims = AddedVolumes.claims(question);
        this.notes = question.claims().volumeNotes();
        this.reasons = new LinkedHashSet<>();
        for (int c = 0; c < question.podClasses().size(); c++) {
            reasons.addAll(question.filterReasons(c).reasons());
        }
    }

    /** {@return whether pods of a question have volumes, so that there is something to look for} */
    static boolean concerns(GroupQuestion question) {
        return question.podClasses().stream()
                .anyMatch(each -> !each.pod().spec().volumes().isEmpty());
    }

    void find() {
        Set<String> waiting = new TreeSet<>();
        Set<String> unmade = new TreeSet<>();
        Set<String> drivers = new TreeSet<>();
        for (FilterReason reason : reasons) {
            if (reason instanceof FilterReason.ClaimRefused refused
                    && refused.problem() == FilterReason.ClaimRefused.Problem.IMMEDIATE) {
                waiting.add(refused.other());
            } else if (reason instanceof FilterReason.NoVolume none) {
                unmade.add(none.storageClass());
            }
        }
        for (VolumeNote note : notes) {
            if (note instanceof VolumeNote.Funnel funnel) {
                moreVolumes(funnel);
                unmade.add(funnel.storageClass());
            } else if (note instanceof VolumeNote.AttachLimit limit) {
                drivers.add(limit.driver());
            }
        }
        drivers.forEach(this::moreAttachments);
        waiting.forEach(name -> tryOut(new VolumeSuggestion.WaitForPod(name, probe.isProved())));
        unmade.forEach(name -> tryOut(new VolumeSuggestion.Provisioning(name, probe.isProved())));
        modes();
    }

    private boolean tryOut(VolumeSuggestion change) {
        boolean fits = probe.fits(() -> change.applyTo(question));
        if (fits) {
            found.add(change);
        }
        return fits;
    }

    private void moreVolumes(VolumeNote.Funnel funnel) {
        PersistentVolumeClaim claim = claims.values().stream()
                .filter(each -> AddedVolumes.classOf(each).equals(funnel.storageClass())
                        && sizeOf(each).equals(funnel.size()))
                .findFirst()
                .orElse(null);
        if (claim == null || !probe.fits(() -> more(claim, funnel.claims()).applyTo(question))) {
            return;
        }
        Probe.Threshold fewest = probe.threshold(
                funnel.claims(), 0, count -> more(claim, (int) count).applyTo(question));
        VolumeSuggestion.MoreVolumes everywhere =
                new VolumeSuggestion.MoreVolumes(claim, hosts((int) fewest.last()), fewest.exact());
        VolumeSuggestion.MoreVolumes onNodes = isLocal(funnel) ? onNodes(everywhere) : null;
        if (onNodes == null || !tryOut(onNodes)) {
            found.add(everywhere);
        }
    }

    private static String sizeOf(PersistentVolumeClaim claim) {
        Quantity size = claim.spec().resources().requests().get("storage");
        return size == null ? "" : size.toString();
    }

    private static VolumeSuggestion.MoreVolumes more(PersistentVolumeClaim claim, int count) {
        return new VolumeSuggestion.MoreVolumes(claim, hosts(count), false);
    }

    private static List<String> hosts(int count) {
        return Collections.nCopies(count, "");
    }

    /** {@return whether each volume that is there is reached by one node} */
    private static boolean isLocal(VolumeNote.Funnel funnel) {
        return !funnel.sample().isEmpty()
                && funnel.sample().stream().noneMatch(each -> each.node().isEmpty());
    }

    /** {@return the same volumes, each where a placement has use for it; null if that is not known} */
    private VolumeSuggestion.@Nullable MoreVolumes onNodes(VolumeSuggestion.MoreVolumes everywhere) {
        if (!(probe.ask(() -> everywhere.applyTo(question)) instanceof Verdict.Feasible feasible)) {
            return null;
        }
        Set<String> there = new TreeSet<>();
        question.snapshot()
                .storage()
                .volumes()
                .forEach(volume -> there.add(volume.metadata().name()));
        List<String> hosts = new ArrayList<>();
        for (Assignment each : feasible.placement()) {
            for (ClaimChoice choice : each.volumes()) {
                if (!choice.volume().isEmpty() && !there.contains(choice.volume())) {
                    int node = question.snapshot().indexOf(each.node());
                    hosts.add(question.snapshot().node(node).metadata().labels().getOrDefault(HOSTNAME, ""));
                }
            }
        }
        Collections.sort(hosts);
        return hosts.size() != everywhere.hosts().size() || hosts.contains("")
                ? null
                : new VolumeSuggestion.MoreVolumes(everywhere.claim(), hosts, everywhere.exact());
    }

    private void moreAttachments(String driver) {
        int most = question.packing().pods() * Math.max(1, claims.size());
        if (probe.fits(() -> new VolumeSuggestion.MoreAttachments(driver, most, false).applyTo(question))) {
            Probe.Threshold fewest = probe.threshold(
                    most, 0, more -> new VolumeSuggestion.MoreAttachments(driver, (int) more, false).applyTo(question));
            found.add(new VolumeSuggestion.MoreAttachments(driver, (int) fewest.last(), fewest.exact()));
        }
    }

    /** Looks at modes where one keeps pods apart, or volumes away. */
    private void modes() {
        Set<String> asked = new TreeSet<>();
        Collection<PersistentVolumeClaim> all = claims.values();
        all.forEach(claim -> asked.addAll(claim.spec().accessModes()));
        boolean missing = notes.stream().anyMatch(VolumeSearch::losesByModes);
        for (String from : asked) {
            for (String to : from.equals(ONE_POD) || missing ? MODES : List.<String>of()) {
                if (!to.equals(from) && tryOut(new VolumeSuggestion.AccessMode(from, to, probe.isProved()))) {
                    break;
                }
            }
        }
    }

    private static boolean losesByModes(VolumeNote note) {
        int before = 0;
        for (VolumeNote.Funnel.Step step :
                note instanceof VolumeNote.Funnel funnel ? funnel.steps() : List.<VolumeNote.Funnel.Step>of()) {
            if (step.asked() == VolumeNote.Funnel.Asked.MODES && step.left() < before) {
                return true;
            }
            before = step.left();
        }
        return false;
    }
}
