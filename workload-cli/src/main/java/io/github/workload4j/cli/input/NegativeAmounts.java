package io.github.workload4j.cli.input;

import io.github.workload4j.api.core.Container;
import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.core.ResourceRequirements;
import io.github.workload4j.api.field.FieldPath;
import io.github.workload4j.api.field.Violation;
import io.github.workload4j.api.meta.ApiObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Amounts of resources below zero. No server stores them: a pod with a negative request would fit anywhere. */
final class NegativeAmounts {

    private static final FieldPath SPEC = FieldPath.root("spec");

    private final List<Violation> found = new ArrayList<>();

    private NegativeAmounts() {}

    /** {@return the amounts below zero in an object, by their places} */
    public static List<Violation> in(ApiObject object) {
        NegativeAmounts amounts = new NegativeAmounts();
        if (object instanceof Pod pod) {
            PodSpec spec = pod.spec();
            amounts.add(SPEC.child("initContainers"), spec.initContainers());
            amounts.add(SPEC.child("containers"), spec.containers());
            amounts.add(SPEC.child("resources"), spec.resources());
            amounts.add(SPEC.child("overhead"), spec.overhead());
        } else if (object instanceof Node node) {
            amounts.add(
                    FieldPath.root("status").child("allocatable"), node.status().allocatable());
        }
        return amounts.found;
    }

    private void add(FieldPath path, List<Container> containers) {
        for (int i = 0; i < containers.size(); i++) {
            add(path.index(i).child("resources"), containers.get(i).resources());
        }
    }

    private void add(FieldPath path, @Nullable ResourceRequirements resources) {
        if (resources != null) {
            add(path.child("requests"), resources.requests());
            add(path.child("limits"), resources.limits());
        }
    }

    private void add(FieldPath path, Map<String, Quantity> amounts) {
        amounts.forEach((resource, amount) -> {
            if (amount.signum() < 0) {
                found.add(new Violation(
                        path.key(resource),
                        Violation.Type.INVALID,
                        "\"" + amount + "\"",
                        "must be greater than or equal to 0",
                        "",
                        ""));
            }
        });
    }
}
