package io.github.workload4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleReader;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Null where it is not allowed is the caller's mistake, and is answered with an exception that names the argument: by
 * every public method and constructor of every type that the four libraries export.
 */
class NullArgumentsTest {

    private static final String ROOT = "io.github.workload4j.";
    private static final Samples SAMPLES = new Samples();

    static Stream<Class<?>> exported() throws IOException {
        List<Class<?>> types = new ArrayList<>();
        for (String name : List.of("api", "policy", "intent", "gang")) {
            Module module = ModuleLayer.boot().findModule(ROOT + name).orElseThrow();
            Set<String> packages = module.getDescriptor().exports().stream()
                    .filter(export -> !export.isQualified())
                    .map(ModuleDescriptor.Exports::source)
                    .collect(Collectors.toSet());
            try (ModuleReader reader = ModuleLayer.boot()
                    .configuration()
                    .findModule(ROOT + name)
                    .orElseThrow()
                    .reference()
                    .open()) {
                reader.list()
                        .filter(file -> file.endsWith(".class") && !file.endsWith("-info.class"))
                        .map(file -> file.substring(0, file.length() - ".class".length())
                                .replace('/', '.'))
                        .filter(type -> packages.contains(type.substring(0, type.lastIndexOf('.'))))
                        .sorted()
                        .forEach(type -> types.add(Class.forName(module, type)));
            }
        }
        return types.stream().filter(NullArgumentsTest::isPublic);
    }

    private static boolean isPublic(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        return Modifier.isPublic(type.getModifiers()) && (outer == null || isPublic(outer));
    }

    @ParameterizedTest
    @MethodSource("exported")
    void nullIsRefusedByName(Class<?> type) {
        List<String> faults = new ArrayList<>();
        for (Constructor<?> constructor : type.getConstructors()) {
            check(constructor, faults);
        }
        for (Method method : type.getDeclaredMethods()) {
            if (Modifier.isPublic(method.getModifiers()) && !isGiven(method)) {
                check(method, faults);
            }
        }
        assertThat(faults).isEmpty();
    }

    /**
     * What the language makes or prescribes: {@code equals} answers null, a bridge and {@code valueOf} of an enum are
     * not ours.
     */
    private static boolean isGiven(Method method) {
        boolean equals = method.getName().equals("equals") && method.getParameterCount() == 1;
        boolean valueOf =
                method.getDeclaringClass().isEnum() && method.getName().equals("valueOf");
        return equals || valueOf || method.isSynthetic() || Modifier.isAbstract(method.getModifiers());
    }

    private static void check(Executable call, List<String> faults) {
        for (int i = 0; i < call.getParameterCount(); i++) {
            if (!call.getParameterTypes()[i].isPrimitive() && !Samples.isNullable(call, i)) {
                String name = call.getParameters()[i].getName();
                String thrown = thrown(call, i);
                if (!thrown.equals("java.lang.NullPointerException: " + name)) {
                    faults.add(shown(call) + ": " + name + ": " + thrown);
                }
            }
        }
    }

    private static String shown(Executable call) {
        String names = Stream.of(call.getParameters())
                .map(parameter -> parameter.getType().getSimpleName() + " " + parameter.getName())
                .collect(Collectors.joining(", "));
        String name = call instanceof Constructor<?> ? "new" : call.getName();
        return call.getDeclaringClass().getName() + "." + name + "(" + names + ")";
    }

    private static String thrown(Executable call, int without) {
        try {
            @Nullable Object[] arguments = SAMPLES.arguments(call);
            arguments[without] = null;
            if (call instanceof Constructor<?> constructor) {
                constructor.newInstance(arguments);
            } else {
                Method method = (Method) call;
                boolean isStatic = Modifier.isStatic(method.getModifiers());
                method.invoke(isStatic ? null : SAMPLES.of(method.getDeclaringClass()), arguments);
            }
            return "nothing is thrown";
        } catch (InvocationTargetException e) {
            return String.valueOf(e.getCause());
        } catch (ReflectiveOperationException | IllegalStateException e) {
            return "cannot be called: " + e;
        }
    }
}
