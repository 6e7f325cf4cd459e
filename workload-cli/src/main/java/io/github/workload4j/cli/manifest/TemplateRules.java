package io.github.workload4j.cli.manifest;

import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.core.PodStatus;
import io.github.workload4j.api.field.Fault;
import io.github.workload4j.api.field.FieldPath;
import io.github.workload4j.api.field.Stage;
import io.github.workload4j.api.field.Violation;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.api.yaml.ManifestPart;
import io.github.workload4j.api.yaml.PlainValue;
import io.github.workload4j.api.yaml.PodTemplates;
import io.github.workload4j.api.yaml.Skipped;
import io.github.workload4j.cli.input.Problem;
import io.github.workload4j.cli.input.ServerRules;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Judges the pod templates that name a group in objects that the model does not hold, as pods are judged. */
final class TemplateRules {

    private TemplateRules() {}

    /** {@return what is to say of an object: it is passed over, but for references in its templates that are wrong} */
    static Finding find(String file, Skipped document, ServerRules rules) {
        List<Problem> errors = new ArrayList<>();
        Pod last = null;
        PodTemplates templates = document.content().map(PodTemplates::of).orElse(PodTemplates.NONE);
        for (PlainValue spec : templates.specs()) {
            PodSpec read = references(spec, fault -> errors.add(Problem.of(document, fault)));
            if (read.workloadRef() != null || read.schedulingGroup() != null) {
                last = new Pod(ObjectMeta.of("default", "template"), read, PodStatus.EMPTY);
                for (Violation violation : rules.violations(null, last)) {
                    Violation here = in(spec.path(), violation);
                    if (errors.stream()
                            .noneMatch(known -> here.path().toString().equals(known.field()))) {
                        errors.add(Problem.of(document, here));
                    }
                }
            }
        }
        return last == null || errors.isEmpty()
                ? Finding.skipped(file, document, document.reason())
                : Finding.decoded(file, document, document.namespace(), errors, List.of(), rules.releaseOf(last), null);
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
