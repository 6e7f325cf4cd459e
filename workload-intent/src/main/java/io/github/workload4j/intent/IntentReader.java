package io.github.workload4j.intent;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.release.KubernetesRelease;
import io.github.workload4j.api.yaml.Document;
import io.github.workload4j.intent.draft.Draft;
import io.github.workload4j.intent.draft.InputObject;
import io.github.workload4j.intent.draft.Inputs;
import io.github.workload4j.intent.read.Reading;
import io.github.workload4j.intent.read.ReadingMode;
import io.github.workload4j.intent.read.SourceObject;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads objects as groups: those of {@code batch}, {@code apps}, JobSet, LeaderWorkerSet, Kubeflow, Ray, Spark,
 * Volcano, scheduler-plugins, KAI, Grove and Kueue.
 *
 * <p>Takes the documents of any input, in any order, and then gives a reading for each object that means groups. An
 * object may refer to others, such as a TrainJob to its runtime or a template to a PodGroup, which are looked for among
 * the same documents. Documents of other kinds are passed over. Holds all that objects of the kinds above say; not
 * thread-safe.
 *
 * <pre>{@code
 * IntentReader reader = new IntentReader();
 * ManifestReader.lenient().read(bytes, reader::add);
 * List<Reading> readings = reader.readings(ReadingMode.UNIT);
 * }</pre>
 */
public final class IntentReader {

    private final Inputs inputs = new Inputs(KindReaders.ALL);

    /** A reader that has no documents yet. */
    public IntentReader() {}

    /** {@return whether this reads objects of a kind, for themselves or for what they tell of others} */
    public static boolean reads(String apiVersion, String kind) {
        requireNonNull(apiVersion, "apiVersion");
        requireNonNull(kind, "kind");
        return KindReaders.ALL.isRead(apiVersion, kind) || KindReaders.ALL.isReferredTo(apiVersion, kind);
    }

    /** {@return the versions of a kind that this reads, if it does not read the one that is named} */
    public static List<String> otherVersions(String apiVersion, String kind) {
        return KindReaders.otherVersions(requireNonNull(apiVersion, "apiVersion"), requireNonNull(kind, "kind"));
    }

    /**
     * Takes a document.
     *
     * @return what its object is called in readings
     */
    public SourceObject add(Document document) {
        return inputs.add(requireNonNull(document, "document"));
    }

    /**
     * Takes a document that is an object of the model, in the place of what it says, such as a pod that has been given
     * a name.
     *
     * @return what it is called in readings
     */
    public SourceObject add(Document document, ApiObject object) {
        return inputs.add(requireNonNull(document, "document"), requireNonNull(object, "object"));
    }

    /**
     * {@return the readings of all objects that mean groups, in the order of their documents; Jobs as the newest
     * final release takes them}
     */
    public List<Reading> readings(ReadingMode mode) {
        return readings(mode, KubernetesRelease.newestFinal());
    }

    /**
     * {@return the readings of all objects that mean groups, in the order of their documents, then those of Workloads
     * whose groups are not made yet}
     *
     * @param release whose Job controller is meant
     */
    public List<Reading> readings(ReadingMode mode, KubernetesRelease release) {
        requireNonNull(mode, "mode");
        requireNonNull(release, "release");
        List<Reading> readings = new ArrayList<>();
        for (InputObject object : inputs.objects()) {
            readings.add(Finishing.read(new Draft(object, inputs, mode, release)));
        }
        for (Inputs.Native each : inputs.ours()) {
            if (each.object() instanceof Workload workload
                    && release.isAtLeast(KubernetesRelease.V1_36)
                    && NativeReader.isUnmade(workload, inputs)) {
                readings.add(read(each, mode, release));
            }
        }
        return readings;
    }

    /**
     * {@return the readings of the groups that are in the input as objects of the Workload API, in the order of their
     * documents; groups in others together with those}
     */
    public List<Reading> groups(ReadingMode mode, KubernetesRelease release) {
        requireNonNull(mode, "mode");
        requireNonNull(release, "release");
        List<Reading> readings = new ArrayList<>();
        for (Inputs.Native each : inputs.ours()) {
            boolean isGroup = each.object() instanceof Workload
                    ? each.object().apiVersion() == ApiVersion.V1ALPHA1
                    : !NativeReader.isInAnother(each.object(), inputs);
            if (isGroup) {
                readings.add(read(each, mode, release));
            }
        }
        return readings;
    }

    private Reading read(Inputs.Native ours, ReadingMode mode, KubernetesRelease release) {
        InputObject object = new InputObject(
                new SourceObject(
                        ours.object().groupVersion(),
                        ours.object().kind(),
                        ours.object().metadata().namespace(),
                        ours.object().metadata().name()),
                ours.document().content().orElseThrow());
        return Finishing.read(new Draft(object, inputs, mode, release), ours.object());
    }

    @Override
    public String toString() {
        return "reader of what people have in their files";
    }
}
