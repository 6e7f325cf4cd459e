package io.github.workload4j.cli.manifest;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodStatus;
import io.github.workload4j.api.field.Fault;
import io.github.workload4j.api.field.FieldPath;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.api.release.ClusterSetup;
import io.github.workload4j.api.release.KubernetesRelease;
import io.github.workload4j.api.yaml.Document;
import io.github.workload4j.api.yaml.ManifestPart;
import io.github.workload4j.api.yaml.PlainValue;
import io.github.workload4j.api.yaml.PodTemplates;
import io.github.workload4j.api.yaml.Skipped;
import io.github.workload4j.cli.input.Problem;
import io.github.workload4j.intent.IntentReader;
import io.github.workload4j.intent.read.IntendedGroup;
import io.github.workload4j.intent.read.PodShape;
import io.github.workload4j.intent.read.Reading;
import io.github.workload4j.intent.read.ReadingLint;
import io.github.workload4j.intent.read.ReadingLoss;
import io.github.workload4j.intent.read.ReadingMode;
import io.github.workload4j.intent.read.SourceObject;
import io.github.workload4j.policy.lint.TemplatedPods;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What is odd about objects that mean groups, and about the pod templates in objects of any kind. */
final class MeantLints {

    private final IntentReader reader = new IntentReader();
    private final Map<SourceObject, LintedStream.Place> places = new LinkedHashMap<>();
    private final List<LintedStream.Place> others = new ArrayList<>();
    private final Map<SourceObject, Map<String, Long>> counts = new HashMap<>();
    private final Map<SourceObject, Map<String, IntendedGroup>> gangs = new HashMap<>();
    private List<Reading> readings = List.of();

    void add(LintedStream.Place place) {
        Document document = place.document();
        places.putIfAbsent(reader.add(document), place);
        if (document instanceof Skipped) {
            others.add(place);
        }
    }

    private static SourceObject object(Document document) {
        return new SourceObject(document.apiVersion(), document.kind(), document.namespace(), document.name());
    }

    /** Reads all documents that were added. */
    void read(@Nullable ClusterSetup setup) {
        KubernetesRelease newest = KubernetesRelease.newestFinal();
        readings = reader.readings(
                ReadingMode.UNIT, setup == null ? newest : setup.release().orElse(newest));
        for (Reading reading : readings) {
            Map<String, Long> pods = counts.computeIfAbsent(reading.object(), object -> new HashMap<>());
            for (IntendedGroup group : reading.groups()) {
                for (PodShape shape : group.shapes()) {
                    if (shape.spec() != null) {
                        if (group.isGang()) {
                            gangs.computeIfAbsent(reading.object(), object -> new HashMap<>())
                                    .put(place(shape.spec()), group);
                        }
                        long times = instances(group, reading);
                        pods.merge(place(shape.spec()), Math.min(TemplatedPods.MANY, shape.pods() * times), Long::sum);
                    }
                }
            }
        }
    }

    private static long instances(IntendedGroup group, Reading reading) {
        long instances = group.instances();
        for (String at = group.parent(); at != null; ) {
            IntendedGroup parent = reading.group(at).orElse(null);
            instances = Math.min(TemplatedPods.MANY, instances * (parent == null ? 1 : parent.instances()));
            at = parent == null ? null : parent.parent();
        }
        return instances;
    }

    /**
     * {@return the pod templates of an object that the model does not hold}
     *
     * @param number the number of the object
     */
    List<TemplatedPods> templates(int number, Document document) {
        List<TemplatedPods> templates = new ArrayList<>();
        Map<String, Long> known = counts.getOrDefault(object(document), Map.of());
        ObjectMeta metadata = ObjectMeta.of(document.namespace(), document.name());
        for (PlainValue spec : specs(document).specs()) {
            Pod pod = new Pod(metadata, spec.read(ManifestPart.POD_SPEC, fault -> {}), PodStatus.EMPTY);
            long count = known.getOrDefault(place(spec.path()), TemplatedPods.MANY);
            IntendedGroup gang = gangs.getOrDefault(object(document), Map.of()).get(place(spec.path()));
            templates.add(
                    gang == null
                            ? new TemplatedPods(number, spec.path(), pod, count)
                            : new TemplatedPods(number, spec.path(), pod, count, gang.name(), pods(gang, spec.path())));
        }
        return templates;
    }

    /** {@return a place, whether a map on the way to it is read as one or as an object} */
    private static String place(FieldPath path) {
        return path.toString().replace('[', '.').replace("]", "");
    }

    /** {@return how many pods of a template are in one gang} */
    private static long pods(IntendedGroup gang, FieldPath spec) {
        return gang.shapes().stream()
                .filter(shape -> shape.spec() != null && place(spec).equals(place(shape.spec())))
                .mapToLong(PodShape::pods)
                .sum();
    }

    private static PodTemplates specs(Document document) {
        return document.content().map(PodTemplates::of).orElse(PodTemplates.NONE);
    }

    /** Tells what is odd, with the place of the document. */
    void problems(BiConsumer<LintedStream.Place, Problem> problems) {
        for (LintedStream.Place place : others) {
            boolean isKnown = isKnown(place.document());
            for (Fault fault : specs(place.document()).faults()) {
                if (isKnown || isSurelyWrong(fault)) {
                    problems.accept(place, Problem.of(place.document(), fault));
                }
            }
        }
        for (Reading reading : readings) {
            LintedStream.Place place = places.get(reading.object());
            if (place != null) {
                problems(reading, place, problems);
            }
        }
    }

    /** {@return whether the templates of a kind are those of Kubernetes, without fields of its own} */
    private static boolean isKnown(Document document) {
        return IntentReader.reads(document.apiVersion(), document.kind())
                || List.of("v1", "apps/v1", "batch/v1").contains(document.apiVersion());
    }

    /** A kind that is not known may have fields of its own, but hardly some that are nearly those of a pod. */
    private static boolean isSurelyWrong(Fault fault) {
        String path = fault.path().toString();
        return fault.type() == Fault.Type.UNKNOWN_FIELD && fault.hint().startsWith("did you mean")
                || path.contains("schedulingGroup")
                || path.contains("workloadRef");
    }

    private static void problems(
            Reading reading, LintedStream.Place place, BiConsumer<LintedStream.Place, Problem> problems) {
        for (ReadingLint lint : reading.lint()) {
            if (!isSaidOfModel(lint, reading)) {
                String what = (lint.group() == null ? "" : "group `" + lint.group() + "`: ") + lint.what();
                problems.accept(
                        place,
                        Problem.of(place.document(), lint.path(), lint.code().id(), what));
            }
        }
        ReadingLoss error = reading.error();
        if (error != null && isReferenceByLabel(error.path())) {
            problems.accept(place, Problem.of(place.document(), error.path(), "missing-group", error.what()));
        }
    }

    /** The lints of the model know Jobs, and groups that are objects of this API. */
    private static boolean isSaidOfModel(ReadingLint lint, Reading reading) {
        boolean isJob = reading.object().kind().equals("Job")
                && reading.object().group().equals("batch");
        boolean isOurs = lint.group() != null
                && reading.group(lint.group())
                        .map(IntendedGroup::object)
                        .filter(object -> object.group().equals(ApiVersion.GROUP))
                        .isPresent();
        return lint.code() == ReadingLint.Code.NEVER_STARTS && (isJob || isOurs);
    }

    private static boolean isReferenceByLabel(FieldPath path) {
        List<FieldPath.Step> steps = path.steps();
        return !steps.isEmpty() && steps.get(steps.size() - 1) instanceof FieldPath.Key;
    }
}
