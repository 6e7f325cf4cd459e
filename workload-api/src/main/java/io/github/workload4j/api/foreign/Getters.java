package io.github.workload4j.api.foreign;

import io.github.workload4j.api.wire.Cursor;
import io.github.workload4j.api.wire.Shape;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the objects of a class are, and what they can be asked for. Clients call a getter as the API calls the field,
 * which begins with a small letter; what their class has no field for they keep in a map of additional properties.
 */
final class Getters {

    private static final String REST = "additionalProperties";

    /** Made once, not with every call. */
    private static final Object[] NOTHING = {};

    private static final ClassValue<Getters> OF = new ClassValue<>() {
        @Override
        protected Getters computeValue(Class<?> type) {
            return new Getters(kind(type), all(type));
        }
    };

    private final Cursor.Kind kind;
    private final Map<String, Method> byName;
    private final String[] names;
    private final Method[] methods;
    private final @Nullable Method rest;
    private volatile @Nullable Wanted last;

    /** What a shape asks for. */
    private record Wanted(Shape<?> shape, Getters getters) {}

    private Getters(Cursor.Kind kind, Map<String, Method> byName) {
        this.kind = kind;
        this.byName = byName;
        Map<String, Method> fields = new TreeMap<>(byName);
        rest = fields.remove(REST);
        names = fields.keySet().toArray(new String[0]);
        methods = fields.values().toArray(new Method[0]);
    }

    static Getters of(Class<?> type) {
        return OF.get(type);
    }

    private static Cursor.Kind kind(Class<?> type) {
        if (Collection.class.isAssignableFrom(type)) {
            return Cursor.Kind.LIST;
        }
        if (Boolean.class == type) {
            return Cursor.Kind.BOOLEAN;
        }
        if (Integer.class == type || Long.class == type || BigInteger.class == type) {
            return Cursor.Kind.INTEGER;
        }
        if (Number.class.isAssignableFrom(type)) {
            return Cursor.Kind.FRACTION;
        }
        // Text and words of an enum, times.
        return Comparable.class.isAssignableFrom(type) ? Cursor.Kind.TEXT : Cursor.Kind.OBJECT;
    }

    private static Map<String, Method> all(Class<?> type) {
        Map<String, Method> byName = new TreeMap<>();
        for (Class<?> each = type; each != null && each != Object.class; each = each.getSuperclass()) {
            if (Modifier.isPublic(each.getModifiers())) {
                for (Method method : each.getDeclaredMethods()) {
                    if (isGetter(method)) {
                        method.trySetAccessible();
                        String name = method.getName();
                        byName.putIfAbsent(Character.toLowerCase(name.charAt(3)) + name.substring(4), method);
                    }
                }
            }
        }
        return byName;
    }

    private static boolean isGetter(Method method) {
        return method.getName().startsWith("get")
                && method.getName().length() > 3
                && method.getParameterCount() == 0
                && method.getReturnType() != void.class
                && Modifier.isPublic(method.getModifiers())
                && !Modifier.isStatic(method.getModifiers())
                && !method.isSynthetic();
    }

    /** {@return those that a shape has a field for} */
    Getters of(Shape<?> shape) {
        Wanted known = last;
        if (known == null || known.shape != shape) {
            Map<String, Method> wanted = new TreeMap<>(byName);
            wanted.keySet().removeIf(name -> !name.equals(REST) && !shape.holds(name));
            known = new Wanted(shape, new Getters(kind, wanted));
            last = known;
        }
        return known.getters;
    }

    /** {@return what an object of the class is} */
    Cursor.Kind kind() {
        return kind;
    }

    int count() {
        return names.length;
    }

    String name(int getter) {
        return names[getter];
    }

    /**
     * {@return what a getter gives, or null if that is nothing}
     *
     * <p>A list or map without anything in it is nothing where the client always has one; an object of any shape that
     * has no fields is there.
     */
    @Nullable
    Object value(int getter, Object object) {
        Method method = methods[getter];
        Object value = call(method, object);
        if (value == null || value instanceof String) {
            return value;
        }
        boolean isEmpty = value instanceof Collection<?> list && list.isEmpty()
                || value instanceof Map<?, ?> map && map.isEmpty();
        return isEmpty && method.getReturnType() != Object.class ? null : value;
    }

    /** {@return the fields that the class has no getter for} */
    Map<?, ?> rest(Object object) {
        return rest != null && call(rest, object) instanceof Map<?, ?> more ? more : Map.of();
    }

    private static @Nullable Object call(Method getter, Object object) {
        try {
            return getter.invoke(object, NOTHING);
        } catch (InvocationTargetException | IllegalAccessException e) {
            throw new IllegalArgumentException(getter.getName() + " fails: " + e.getCause(), e);
        }
    }
}
