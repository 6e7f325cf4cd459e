package io.github.workload4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Values that the three libraries export are equal if their content is, arrays included. A value is a record, or a
 * class that says when two of it are equal. All that stands for something reads as one line.
 */
class PublicValuesTest {

    private static final int LONGEST = 2_000;

    /**
     * Values that are equal only if a part of them is the same object: a question and a snapshot are as large as a
     * cluster, and are compared by identity.
     */
    private static final Set<String> BY_IDENTITY = Set.of("Opening.Open", "Queueing", "StoredSnapshot");

    /** Values of which some read as nothing: the path of a whole manifest, and no nodes in a list of ranges. */
    private static final Set<String> EMPTY = Set.of("FieldPath", "NodeSet");

    /** What does something and stands for nothing, beside builders: how it reads is of no use. */
    private static final Set<String> DOERS = Set.of(
            "Admission",
            "Conversion",
            "CreateRules",
            "Defaulting",
            "Excerpt",
            "ManifestEditor",
            "ManifestReader",
            "ManifestRules",
            "ManifestWriter",
            "Memory",
            "PackingChecker",
            "Replay",
            "ServerRulesValidator",
            "UpdateRulesValidator",
            "WorkloadModule");

    static Stream<Class<?>> readable() throws IOException {
        return NullArgumentsTest.exported()
                .filter(type -> !type.isEnum() && !Modifier.isAbstract(type.getModifiers()))
                .filter(type -> Stream.of(type.getDeclaredMethods())
                        .anyMatch(method ->
                                Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers())))
                .filter(type -> !name(type).endsWith("Builder") && !DOERS.contains(name(type)));
    }

    static Stream<Class<?>> values() throws IOException {
        return readable().filter(type -> type.isRecord() || saysWhenEqual(type));
    }

    /** {@return the name of a type within its package} */
    private static String name(Class<?> type) {
        return type.getCanonicalName().substring(type.getPackageName().length() + 1);
    }

    private static boolean saysWhenEqual(Class<?> type) {
        return Stream.of(type.getDeclaredMethods())
                .anyMatch(method -> method.getName().equals("equals") && method.getParameterCount() == 1);
    }

    @ParameterizedTest
    @MethodSource("values")
    void twoMadeAlikeAreEqual(Class<?> type) throws ReflectiveOperationException {
        Object value = new Samples().of(type);
        Object alike = new Samples().of(type);
        assertThat(value.equals(alike)).as("%s and %s", value, alike).isEqualTo(!BY_IDENTITY.contains(name(type)));
        Object same = BY_IDENTITY.contains(name(type)) ? value : alike;
        for (Object other : type.isRecord() ? List.of(same, copied(value)) : List.of(same)) {
            assertThat(other).isEqualTo(value).hasSameHashCodeAs(value).hasToString(value.toString());
        }
    }

    /** {@return a record of the same parts, arrays copied} */
    private static Object copied(Object value) throws ReflectiveOperationException {
        RecordComponent[] components = value.getClass().getRecordComponents();
        Class<?>[] types = Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        @Nullable Object[] parts = new Object[components.length];
        for (int i = 0; i < parts.length; i++) {
            Object part = components[i].getAccessor().invoke(value);
            parts[i] = part != null && part.getClass().isArray() ? copiedArray(part) : part;
        }
        Constructor<?> constructor = value.getClass().getDeclaredConstructor(types);
        return constructor.newInstance(parts);
    }

    /** {@return an array with the same elements} */
    private static Object copiedArray(Object array) {
        int length = Array.getLength(array);
        Object copy = Array.newInstance(array.getClass().getComponentType(), length);
        System.arraycopy(array, 0, copy, 0, length);
        return copy;
    }

    @ParameterizedTest
    @MethodSource("readable")
    void eachReadsAsOneLine(Class<?> type) {
        String line = new Samples().of(type).toString();
        assertThat(line.isBlank()).as(name(type)).isEqualTo(EMPTY.contains(name(type)));
        assertThat(line).hasSizeLessThanOrEqualTo(LONGEST).doesNotContain("\n", "\r");
        assertThat(line).doesNotContainPattern("\\[+[A-Z][\\w.;]*@[0-9a-f]+|[\\w$]@[0-9a-f]{2,8}\\b");
    }
}
