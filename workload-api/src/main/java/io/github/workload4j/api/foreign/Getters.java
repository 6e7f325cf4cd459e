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
            return new Getters(type, all(type));
        }
    };

    private final Class<?> type;
    private final Cursor.Kind kind;
    private final boolean isMap;
    private final Map<String, Method> byName;
    private final String[] names;
    private final Method[] methods;

    /** By getter, those of what it gave last. Threads may miss each other's: then they are looked up. */
    private final @Nullable Getters[] likely;

    private final @Nullable Method rest;
    private volatile @Nullable Wanted last;

    /** What a shape asks for. */
    private record Wanted(Shape<?> shape, Getters getters) {}

    private Getters(Class<?> type, Map<String, Method> byName) {
        this.type = type;
        this.kind = kind(type);
        this.isMap = Map.class.isAssignableFrom(type);
        this.byName = byName;
        Map<String, Method> fields = new TreeMap<>(byName);
        rest = fields.remove(REST);
        fields.remove(ForeignCursor.LEFT_OUT);
        names = fields.keySet().toArray(new String[0]);
        methods = fields.values().toArray(new Method[0]);
        likely = new Getters[methods.length];
    }

    /**
     * {@return those of an object}
     *
     * @param likely those of an object which may be of the same class
     */
    static Getters of(Object object, @Nullable Getters likely) {
        Class<?> type = object.getClass();
        return likely != null && likely.type == type ? likely : OF.get(type);
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
                        String field = Character.toLowerCase(name.charAt(3)) + name.substring(4);
                        // Shapes call fields by constants: the same text is found without a look at its letters.
                        byName.putIfAbsent(field.intern(), method);
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
            known = new Wanted(shape, new Getters(type, wanted));
            last = known;
        }
        return known.getters;
    }

    /** {@return what an object of the class is} */
    Cursor.Kind kind() {
        return kind;
    }

    /** {@return whether an object of the class is a map} */
    boolean isMap() {
        return isMap;
    }

    int count() {
        return names.length;
    }

    String name(int getter) {
        return names[getter];
    }

    /** {@return what a getter gives, or null if that is nothing} */
    @Nullable
    Object value(int getter, Object object) {
        return call(methods[getter], object);
    }

    /** {@return those of what a getter gave last, which the next is mostly like} */
    @Nullable
    Getters likely(int getter) {
        return likely[getter];
    }

    /** Notes those of what a getter gave; null for a text. */
    void found(int getter, @Nullable Getters value) {
        if (likely[getter] != value) {
            likely[getter] = value;
        }
    }

    /**
     * {@return whether an empty list or map of a getter is something}
     *
     * <p>It is nothing where the client always has one; an object of any shape that has no fields is there.
     */
    boolean keepsEmpty(int getter) {
        return methods[getter].getReturnType() == Object.class;
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
