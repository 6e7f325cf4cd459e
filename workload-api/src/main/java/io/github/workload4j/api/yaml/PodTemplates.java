package io.github.workload4j.api.yaml;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.field.Fault;
import io.github.workload4j.api.field.FieldPath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The pod templates in an object of any kind, found by their form: a {@code spec} (or {@code podSpec}) that has a list
 * of containers. Immutable and thread-safe.
 *
 * @param specs every such {@code spec}, in document order; that of a Pod itself included
 * @param faults what is wrong in them and in the {@code metadata} beside them: values of wrong types, unknown and
 *     duplicate fields; and references to groups that stand beside a template and not in it. A kind may have fields in
 *     its templates that no pod has
 */
public record PodTemplates(List<PlainValue> specs, List<Fault> faults) {

    /** None at all. */
    public static final PodTemplates NONE = new PodTemplates(List.of(), List.of());

    /** Names of fields that hold the {@code spec} of a pod. */
    public static final List<String> SPECS = List.of("spec", "podSpec");

    /** Names of the fields in it that name a group, each with a field that tells it from others of that name. */
    private static final Map<String, String> REFERENCES =
            Map.of("schedulingGroup", "podGroupName", "workloadRef", "podGroup");

    public PodTemplates {
        specs = List.copyOf(requireNonNull(specs, "specs"));
        faults = List.copyOf(requireNonNull(faults, "faults"));
    }

    /** {@return the pod templates of an object, in time linear in its size} */
    public static PodTemplates of(PlainValue object) {
        List<PlainValue> specs = new ArrayList<>();
        List<PlainValue> metadata = new ArrayList<>();
        List<PlainValue> strays = new ArrayList<>();
        collect(requireNonNull(object, "object"), specs, metadata, strays);
        if (specs.isEmpty()) {
            return NONE;
        }
        List<Fault> faults = new ArrayList<>();
        Set<FieldPath> told = new HashSet<>();
        metadata.forEach(each -> each.read(ManifestPart.METADATA, faults::add));
        specs.forEach(each -> each.read(ManifestPart.POD_SPEC, faults::add));
        faults.forEach(fault -> told.add(fault.path()));
        for (PlainValue stray : strays) {
            if (told.add(stray.path())) {
                faults.add(new Fault(
                        Fault.Type.UNKNOWN_FIELD,
                        stray.path(),
                        stray.position(),
                        "unknown field",
                        "a field of PodSpec: it belongs in the `spec` of a pod template"));
            }
        }
        return new PodTemplates(specs, faults);
    }

    private static void collect(
            PlainValue value, List<PlainValue> specs, List<PlainValue> metadata, List<PlainValue> strays) {
        value.items().forEach(item -> collect(item, specs, metadata, strays));
        boolean isSpec = value.field("containers").type() == PlainValue.Type.LIST;
        value.fields().forEach((name, field) -> {
            if (SPECS.contains(name) && field.field("containers").type() == PlainValue.Type.LIST) {
                specs.add(field);
                PlainValue beside = value.field("metadata");
                if (beside.isThere() && !value.path().equals(FieldPath.DOCUMENT)) {
                    metadata.add(beside);
                }
            }
            String mark = REFERENCES.get(name);
            if (mark != null && !isSpec && field.field(mark).isThere()) {
                strays.add(field);
            }
            collect(field, specs, metadata, strays);
        });
    }
}
