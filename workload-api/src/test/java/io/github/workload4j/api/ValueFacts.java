package io.github.workload4j.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What every record of the model promises. */
public final class ValueFacts {

    private ValueFacts() {}

    /**
     * Requires that a record is equal by content, rejects null, copies its collections and prints on one line.
     *
     * @param value an example with something in every collection
     * @param nullable the components that may be null; all others must not
     */
    public static void requireValue(Record value, String... nullable) {
        Object[] parts = parts(value);
        assertThat(made(value, parts)).isEqualTo(value).hasSameHashCodeAs(value);
        assertThat(value.toString())
                .startsWith(value.getClass().getSimpleName())
                .doesNotContain("\n");
        assertThat(value.toString()).doesNotContainPattern("@[0-9a-f]{4,}");
        Set<String> mayBeNull = Set.of(nullable);
        RecordComponent[] components = value.getClass().getRecordComponents();
        assertThat(Stream.of(components).map(RecordComponent::getName)).containsAll(mayBeNull);
        for (int i = 0; i < components.length; i++) {
            if (!components[i].getType().isPrimitive()) {
                requireNullRule(value, i, mayBeNull.contains(components[i].getName()));
            }
            requireCopy(value, i, components[i].getName());
        }
    }

    private static void requireNullRule(Record value, int component, boolean mayBeNull) {
        @Nullable Object[] parts = parts(value);
        parts[component] = null;
        if (mayBeNull) {
            assertThat(parts(made(value, parts))[component]).isNull();
        } else {
            assertThatNullPointerException()
                    .as("null in place of component %s of %s", component, value)
                    .isThrownBy(() -> made(value, parts));
        }
    }

    private static void requireCopy(Record value, int component, String name) {
        Object[] parts = parts(value);
        if (parts[component] instanceof List<?> list) {
            assertThat(list).as(name).isNotEmpty();
            List<Object> mine = new ArrayList<>(list);
            parts[component] = mine;
            Record made = made(value, parts);
            mine.clear();
            assertThat(made).as(name).isEqualTo(value);
            List<?> held = (List<?>) parts(made)[component];
            assertThatThrownBy(held::clear).isInstanceOf(UnsupportedOperationException.class);
        } else if (parts[component] instanceof Map<?, ?> map) {
            assertThat(map).as(name).isNotEmpty();
            Map<Object, Object> mine = new LinkedHashMap<>(map);
            parts[component] = mine;
            Record made = made(value, parts);
            mine.clear();
            assertThat(made).as(name).isEqualTo(value);
            Map<?, ?> held = (Map<?, ?>) parts(made)[component];
            assertThatThrownBy(held::clear).isInstanceOf(UnsupportedOperationException.class);
        }
    }

    private static Object[] parts(Record value) {
        return Stream.of(value.getClass().getRecordComponents())
                .map(component -> {
                    try {
                        return component.getAccessor().invoke(value);
                    } catch (ReflectiveOperationException e) {
                        throw new AssertionError(e);
                    }
                })
                .toArray();
    }

    private static Record made(Record like, @Nullable Object[] parts) {
        Class<?>[] types = Stream.of(like.getClass().getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            Constructor<? extends Record> constructor = like.getClass().getDeclaredConstructor(types);
            return constructor.newInstance(parts);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException thrown) {
                throw thrown;
            }
            throw new AssertionError(e);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
