package io.github.workload4j.cel;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import io.github.workload4j.api.core.Quantity;
import java.util.List;

/** The functions of Kubernetes for quantities. */
final class QuantityFunctions {

    private static final OpaqueType TYPE = OpaqueType.create("kubernetes.Quantity");

    private QuantityFunctions() {}

    static List<CelFunctionDecl> declarations() {
        return List.of(
                global("quantity", "string_to_quantity", TYPE, SimpleType.STRING),
                global("isQuantity", "is_quantity_string", SimpleType.BOOL, SimpleType.STRING),
                global("sign", "quantity_sign", SimpleType.INT, TYPE),
                member("asInteger", "quantity_as_integer", SimpleType.INT),
                member("isInteger", "quantity_is_integer", SimpleType.BOOL),
                member("asApproximateFloat", "quantity_as_float", SimpleType.DOUBLE),
                CelFunctionDecl.newFunctionDeclaration(
                        "add",
                        CelOverloadDecl.newMemberOverload("quantity_add", TYPE, TYPE, TYPE),
                        CelOverloadDecl.newMemberOverload("quantity_add_int", TYPE, TYPE, SimpleType.INT)),
                CelFunctionDecl.newFunctionDeclaration(
                        "sub",
                        CelOverloadDecl.newMemberOverload("quantity_sub", TYPE, TYPE, TYPE),
                        CelOverloadDecl.newMemberOverload("quantity_sub_int", TYPE, TYPE, SimpleType.INT)),
                CelFunctionDecl.newFunctionDeclaration(
                        "isGreaterThan",
                        CelOverloadDecl.newMemberOverload("quantity_is_greater_than", SimpleType.BOOL, TYPE, TYPE),
                        CelOverloadDecl.newMemberOverload(
                                "semver_is_greater_than",
                                SimpleType.BOOL,
                                VersionFunctions.TYPE,
                                VersionFunctions.TYPE)),
                CelFunctionDecl.newFunctionDeclaration(
                        "isLessThan",
                        CelOverloadDecl.newMemberOverload("quantity_is_less_than", SimpleType.BOOL, TYPE, TYPE),
                        CelOverloadDecl.newMemberOverload(
                                "semver_is_less_than", SimpleType.BOOL, VersionFunctions.TYPE, VersionFunctions.TYPE)),
                CelFunctionDecl.newFunctionDeclaration(
                        "compareTo",
                        CelOverloadDecl.newMemberOverload("quantity_compare_to", SimpleType.INT, TYPE, TYPE),
                        CelOverloadDecl.newMemberOverload(
                                "semver_compare_to", SimpleType.INT, VersionFunctions.TYPE, VersionFunctions.TYPE)));
    }

    private static CelFunctionDecl global(
            String name, String id, dev.cel.common.types.CelType result, dev.cel.common.types.CelType argument) {
        return CelFunctionDecl.newFunctionDeclaration(name, CelOverloadDecl.newGlobalOverload(id, result, argument));
    }

    private static CelFunctionDecl member(String name, String id, dev.cel.common.types.CelType result) {
        return CelFunctionDecl.newFunctionDeclaration(name, CelOverloadDecl.newMemberOverload(id, result, TYPE));
    }

    static List<CelFunctionBinding> bindings() {
        return List.of(
                CelFunctionBinding.from("string_to_quantity", String.class, QuantityFunctions::parse),
                CelFunctionBinding.from("is_quantity_string", String.class, QuantityFunctions::isQuantity),
                CelFunctionBinding.from("quantity_sign", QuantityValue.class, value ->
                        (long) value.amount().signum()),
                CelFunctionBinding.from("quantity_as_integer", QuantityValue.class, QuantityFunctions::asInteger),
                CelFunctionBinding.from("quantity_is_integer", QuantityValue.class, QuantityValue::isInteger),
                CelFunctionBinding.from(
                        "quantity_as_float",
                        QuantityValue.class,
                        value -> value.amount().doubleValue()),
                CelFunctionBinding.from("quantity_add", QuantityValue.class, QuantityValue.class, QuantityValue::plus),
                CelFunctionBinding.from(
                        "quantity_add_int", QuantityValue.class, Long.class, (a, b) -> a.plus(whole(b))),
                CelFunctionBinding.from("quantity_sub", QuantityValue.class, QuantityValue.class, QuantityValue::minus),
                CelFunctionBinding.from(
                        "quantity_sub_int", QuantityValue.class, Long.class, (a, b) -> a.minus(whole(b))),
                CelFunctionBinding.from(
                        "quantity_is_greater_than",
                        QuantityValue.class,
                        QuantityValue.class,
                        (a, b) -> a.compareTo(b) > 0),
                CelFunctionBinding.from(
                        "quantity_is_less_than",
                        QuantityValue.class,
                        QuantityValue.class,
                        (a, b) -> a.compareTo(b) < 0),
                CelFunctionBinding.from("quantity_compare_to", QuantityValue.class, QuantityValue.class, (a, b) ->
                        (long) a.compareTo(b)));
    }

    private static QuantityValue whole(long number) {
        return new QuantityValue(java.math.BigDecimal.valueOf(number));
    }

    private static QuantityValue parse(String text) throws CelEvaluationException {
        try {
            return new QuantityValue(Quantity.parse(text).amount());
        } catch (IllegalArgumentException e) {
            throw new CelEvaluationException("not a quantity: " + text);
        }
    }

    private static long asInteger(QuantityValue value) throws CelEvaluationException {
        if (!value.isInteger()) {
            throw new CelEvaluationException("cannot convert value to integer");
        }
        return value.asInteger();
    }

    private static boolean isQuantity(String text) {
        try {
            Quantity.parse(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
