package io.github.workload4j.cli.manifest;

import io.github.workload4j.api.Job;
import io.github.workload4j.api.JobSpec;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.core.PodStatus;
import io.github.workload4j.api.field.Fault;
import io.github.workload4j.api.field.FieldPath;
import io.github.workload4j.api.field.Stage;
import io.github.workload4j.api.field.Violation;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.api.yaml.ManifestPart;
import io.github.workload4j.api.yaml.PlainValue;
import io.github.workload4j.api.yaml.PodTemplates;
import io.github.workload4j.api.yaml.Skipped;
import io.github.workload4j.cli.input.Problem;
import io.github.workload4j.cli.input.ServerRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Judges what objects that the model does not hold make others of: pod templates that name a group, as pods are judged,
 * and the Jobs of a CronJob, whose rules of a create hold in its template as well.
 */
final class TemplateRules {

    private TemplateRules() {}

    /** {@return what is to say of an object: it is passed over, but for references in its templates that are wrong} */
    static Finding find(String file, Skipped document, ServerRules rules) {
        List<Problem> errors = new ArrayList<>();
        ApiObject last = null;
        PodTemplates templates = document.content().map(PodTemplates::of).orElse(PodTemplates.NONE);
        for (PlainValue spec : templates.specs()) {
            PodSpec read = references(spec, fault -> errors.add(Problem.of(document, fault)));
            if (read.workloadRef() != null || read.schedulingGroup() != null) {
                last = new Pod(ObjectMeta.of("default", "template"), read, PodStatus.EMPTY);
                add(rules.violations(null, last), spec.path(), document, errors);
            }
        }
        Job job = ofCronJob(document, fault -> errors.add(Problem.of(document, fault)));
        if (job != null) {
            last = job;
            FieldPath template = FieldPath.root("spec").child("jobTemplate");
            Map<Boolean, List<Violation>> found = rules.violations(null, job).stream()
                    .collect(Collectors.partitioningBy(violation -> isOf("spec", violation)));
            add(found.get(true), template.child("spec"), document, errors);
            add(
                    found.get(false).stream()
                            .filter(violation -> isOf("metadata", violation))
                            .toList(),
                    template.child("metadata"),
                    document,
                    errors);
        }
        return last == null || errors.isEmpty()
                ? Finding.skipped(file, document, document.reason())
                : Finding.decoded(file, document, document.namespace(), errors, List.of(), rules.releaseOf(last), null);
    }

    private static boolean isOf(String field, Violation violation) {
        return violation.path().toString().startsWith(field + ".");
    }

    private static void add(List<Violation> violations, FieldPath at, Skipped document, List<Problem> errors) {
        for (Violation violation : violations) {
            Violation here = in(at, violation);
            if (errors.stream().noneMatch(known -> here.path().toString().equals(known.field()))) {
                errors.add(Problem.of(document, here));
            }
        }
    }

    /** {@return the Job that a CronJob makes, or null if that says nothing of groups} */
    private static @Nullable Job ofCronJob(Skipped document, Consumer<Fault> wrong) {
        PlainValue root = document.content().orElse(null);
        if (root == null
                || !document.kind().equals("CronJob")
                || !document.apiVersion().startsWith("batch/")) {
            return null;
        }
        PlainValue template = root.field("spec").field("jobTemplate");
        FieldPath scheduling = template.path().child("spec").child("scheduling");
        JobSpec spec = template.field("spec").read(ManifestPart.JOB_SPEC, fault -> {
            if ((fault.path() + ".").startsWith(scheduling + ".")) {
                wrong.accept(fault);
            }
        });
        ObjectMeta metadata = template.field("metadata").read(ManifestPart.METADATA, fault -> {});
        boolean delegates =
                metadata.annotations().keySet().stream().anyMatch(key -> key.startsWith("scheduling.k8s.io/"));
        return spec.scheduling() == null && !delegates
                ? null
                : new Job(
                        ObjectMeta.builder()
                                .namespace("default")
                                .name("template")
                                .annotations(metadata.annotations())
                                .build(),
                        spec);
    }

    /** Reads the references and no more; what has a wrong type there has no value. */
    private static PodSpec references(PlainValue spec, Consumer<Fault> wrong) {
        PodSpec read = spec.read(ManifestPart.POD_SPEC, fault -> {
            boolean isReference = Stream.of("workloadRef", "schedulingGroup")
                    .anyMatch(field ->
                            fault.path().toString().startsWith(spec.path().child(field) + "."));
            if (isReference && fault.type().stage() != Stage.STRICT) {
                wrong.accept(fault);
            }
        });
        return PodSpec.builder()
                .workloadRef(read.workloadRef())
                .schedulingGroup(read.schedulingGroup())
                .build();
    }

    private static Violation in(FieldPath spec, Violation violation) {
        List<FieldPath.Step> steps = violation.path().steps();
        return new Violation(
                spec.then(steps.subList(1, steps.size())),
                violation.type(),
                violation.found(),
                violation.detail(),
                violation.rule(),
                violation.origin());
    }
}
