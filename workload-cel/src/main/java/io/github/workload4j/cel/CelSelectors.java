package io.github.workload4j.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelErrorCode;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.extensions.CelExtensions;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.runtime.CelStandardFunctions;
import io.github.workload4j.gang.selector.DeviceFacts;
import io.github.workload4j.gang.selector.DeviceSelectors;
import io.github.workload4j.gang.selector.Selection;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Evaluates selectors of devices as the API server of every release does: the Common Expression Language with strings,
 * optionals, sets, lists, bindings and two-variable comprehensions, and the functions of Kubernetes for quantities and
 * versions.
 *
 * <p>A selector that uses another library of Kubernetes (URLs, addresses, formats) is {@linkplain
 * Selection.Outcome#UNKNOWN unknown}, and so is one that it would refuse, or that takes too much: loops have 10,000
 * rounds together. The first selector takes a second, the others milliseconds; compiled ones are kept. Safe to share
 * between threads.
 */
public final class CelSelectors implements DeviceSelectors {

    private static final int MOST_KEPT = 10_000;

    private final Map<String, Compiled> known = new ConcurrentHashMap<>();

    /** Made by the service loader. */
    public CelSelectors() {}

    /** The environment, made when the first selector is asked. */
    private static final class Environment {
        static final CelOptions OPTIONS = CelOptions.current()
                .enableHeterogeneousNumericComparisons(true)
                .enableOptionalSyntax(true)
                .comprehensionMaxIterations(Bounds.MOST_ROUNDS)
                .build();
        static final CelCompiler COMPILER = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .addLibraries(
                        CelExtensions.strings(),
                        CelExtensions.bindings(),
                        CelExtensions.sets(OPTIONS),
                        CelExtensions.comprehensions(),
                        CelExtensions.optional())
                .addVar("device", MapType.create(SimpleType.STRING, SimpleType.DYN))
                .addFunctionDeclarations(QuantityFunctions.declarations())
                .addFunctionDeclarations(VersionFunctions.declarations())
                .addFunctionDeclarations(ListFunctions.declarations())
                .build();
        static final CelRuntime RUNTIME = CelRuntimeFactory.standardCelRuntimeBuilder()
                .setOptions(OPTIONS)
                .setStandardEnvironmentEnabled(false)
                .setStandardFunctions(CelStandardFunctions.newBuilder()
                        .filterFunctions(
                                (function, overload) -> !overload.toString().equals("IN_MAP"))
                        .build())
                .addLibraries(
                        CelExtensions.strings(),
                        CelExtensions.sets(OPTIONS),
                        CelExtensions.comprehensions(),
                        CelExtensions.optional())
                .addFunctionBindings(DomainMap.bindings())
                .addFunctionBindings(QuantityFunctions.bindings())
                .addFunctionBindings(VersionFunctions.bindings())
                .addFunctionBindings(ListFunctions.bindings())
                .build();
    }

    /** A selector compiled, or why it cannot be. */
    private record Compiled(CelRuntime.Program program, String fault) {}

    @Override
    public Selection matches(String expression, DeviceFacts device) {
        Compiled compiled = known.get(expression);
        if (compiled == null) {
            compiled = compile(expression);
            if (known.size() < MOST_KEPT) {
                known.put(expression, compiled);
            }
        }
        if (!compiled.fault().isEmpty()) {
            return Selection.unknown(compiled.fault());
        }
        try {
            Object value = compiled.program().eval(Map.of("device", DeviceValue.of(device)));
            return value instanceof Boolean truth
                    ? Selection.of(truth)
                    : Selection.error("it comes to something that is neither true nor false");
        } catch (CelEvaluationException e) {
            return e.getErrorCode() == CelErrorCode.ITERATION_BUDGET_EXCEEDED
                    ? Selection.unknown("a selector of more than " + Bounds.MOST_ROUNDS + " rounds of its loops")
                    : Selection.error(words(e));
        }
    }

    private static Compiled compile(String expression) {
        if (expression.getBytes(StandardCharsets.UTF_8).length > Bounds.MOST_BYTES) {
            return new Compiled(null, "a selector of more than 10 KiB");
        }
        try {
            CelAbstractSyntaxTree tree =
                    Environment.COMPILER.compile(expression).getAst();
            CelType type = tree.getResultType();
            if (!type.equals(SimpleType.BOOL) && !type.equals(SimpleType.DYN)) {
                return new Compiled(null, "a selector that comes to " + type.name() + ", not to true or false");
            }
            String fault = DeviceValue.fault(tree);
            fault = fault.isEmpty() ? Bounds.fault(tree) : fault;
            return fault.isEmpty()
                    ? new Compiled(Environment.RUNTIME.createProgram(tree), "")
                    : new Compiled(null, fault);
        } catch (CelValidationException | CelEvaluationException e) {
            return new Compiled(null, "cannot be compiled: " + line(e.getMessage()));
        }
    }

    private static String words(CelEvaluationException e) {
        String text = line(e.getMessage());
        int key = text.indexOf("key '");
        int end = text.indexOf('\'', key + 5);
        return key >= 0 && end > key ? "no such key: " + text.substring(key + 5, end) : text;
    }

    private static String line(String text) {
        String one = text == null ? "" : text.strip();
        int end = one.indexOf('\n');
        return end < 0 ? one : one.substring(0, end);
    }
}
