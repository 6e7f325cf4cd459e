package io.github.workload4j.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import io.github.workload4j.api.device.DeviceAttribute;
import io.github.workload4j.gang.selector.DeviceFacts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A device as selectors see it: the variable {@code device}. */
final class DeviceValue {

    private static final Set<String> FIELDS = Set.of("driver", "allowMultipleAllocations", "attributes", "capacity");

    private DeviceValue() {}

    static Map<String, Object> of(DeviceFacts facts) {
        Map<String, Map<String, Object>> attributes = new HashMap<>();
        facts.attributes().forEach((name, attribute) -> put(attributes, facts.driver(), name, value(attribute)));
        Map<String, Map<String, Object>> capacity = new HashMap<>();
        facts.capacity()
                .forEach((name, each) -> put(
                        capacity,
                        facts.driver(),
                        name,
                        new QuantityValue(each.value().amount())));
        return Map.of(
                "driver",
                facts.driver(),
                "allowMultipleAllocations",
                facts.allowMultipleAllocations(),
                "attributes",
                new DomainMap(attributes),
                "capacity",
                new DomainMap(capacity));
    }

    private static void put(Map<String, Map<String, Object>> all, String driver, String name, Object value) {
        int slash = name.indexOf('/');
        String domain = slash < 0 ? driver : name.substring(0, slash);
        all.computeIfAbsent(domain, d -> new HashMap<>()).put(name.substring(slash + 1), value);
    }

    private static Object value(DeviceAttribute attribute) {
        if (attribute.intValue() != null) {
            return attribute.intValue();
        } else if (attribute.boolValue() != null) {
            return attribute.boolValue();
        } else if (attribute.stringValue() != null) {
            return attribute.stringValue();
        } else if (attribute.versionValue() != null) {
            VersionValue version = VersionValue.parse(attribute.versionValue());
            return version == null ? attribute.versionValue() : version;
        }
        return attribute.stringValues().isEmpty() ? List.of() : attribute.stringValues();
    }

    /** {@return what a selector does to the device that every API server refuses, or the empty text} */
    static String fault(CelAbstractSyntaxTree tree) {
        return CelNavigableAst.fromAst(tree)
                .getRoot()
                .allNodes()
                .filter(node -> node.getKind() == CelExpr.ExprKind.Kind.IDENT
                        && node.expr().ident().name().equals("device"))
                .map(DeviceValue::fault)
                .filter(fault -> !fault.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String fault(CelNavigableExpr device) {
        CelExpr parent = device.parent().map(CelNavigableExpr::expr).orElse(null);
        if (parent == null || parent.exprKind().getKind() != CelExpr.ExprKind.Kind.SELECT) {
            return "a selector that uses the device other than by its fields";
        }
        return FIELDS.contains(parent.select().field())
                ? ""
                : "a selector that asks for device." + parent.select().field() + ", which there is not";
    }
}
