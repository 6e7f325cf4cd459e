package io.github.workload4j.architecture;

import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.AnnotatedTypeVariable;
import java.lang.reflect.AnnotatedWildcardType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a module promises: a line for each exported type, and below it one for each member that a user can name. Record
 * components stand for their accessors and their constructor. What every object has is left out.
 */
final class PublicApi {

    private static final Set<String> OF_EVERY_OBJECT = Set.of("equals", "hashCode", "toString");

    private PublicApi() {}

    static List<String> lines(String module) {
        Path classes = Repository.classes(module);
        ModuleDescriptor descriptor = ModuleFinder.of(classes).findAll().stream()
                .findFirst()
                .orElseThrow()
                .descriptor();
        List<String> lines = new ArrayList<>();
        descriptor.exports().stream()
                .filter(export -> !export.isQualified())
                .map(ModuleDescriptor.Exports::source)
                .sorted()
                .flatMap(name -> Repository.files(classes.resolve(name.replace('.', '/')), ".class").stream()
                        .filter(file -> !file.endsWith("package-info.class"))
                        .filter(file -> file.getParent().equals(classes.resolve(name.replace('.', '/'))))
                        .map(file -> loaded(name + "." + file.getFileName()))
                        .filter(PublicApi::isVisible)
                        .sorted((a, b) -> a.getName().compareTo(b.getName())))
                .forEach(type -> {
                    lines.add(head(type));
                    members(type).forEach(member -> lines.add("    " + member));
                });
        return lines;
    }

    private static Class<?> loaded(String file) {
        try {
            return Class.forName(
                    file.substring(0, file.length() - ".class".length()), false, PublicApi.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean isVisible(Class<?> type) {
        Class<?> outer = type.getDeclaringClass();
        return type.getCanonicalName() != null && isVisible(type.getModifiers()) && (outer == null || isVisible(outer));
    }

    private static boolean isVisible(int modifiers) {
        return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
    }

    private static String head(Class<?> type) {
        String word = type.isAnnotation()
                ? "@interface"
                : type.isInterface() ? "interface" : type.isEnum() ? "enum" : type.isRecord() ? "record" : "class";
        StringBuilder head = new StringBuilder(name(type)).append(": ");
        int modifiers = type.getModifiers();
        boolean isClass = word.equals("class");
        head.append(isClass && Modifier.isAbstract(modifiers) ? "abstract " : "");
        head.append(isClass && Modifier.isFinal(modifiers) ? "final " : "");
        head.append(type.isSealed() ? "sealed " : "").append(word).append(variables(type.getTypeParameters()));
        if (isClass && type.getSuperclass() != Object.class) {
            head.append(" extends ").append(shown(type.getAnnotatedSuperclass()));
        }
        List<String> above = Stream.of(type.getAnnotatedInterfaces())
                .map(PublicApi::shown)
                .sorted()
                .toList();
        if (!above.isEmpty() && !type.isAnnotation()) {
            head.append(" is ").append(String.join(", ", above));
        }
        if (type.isSealed() && !type.isEnum()) {
            head.append(" permits ")
                    .append(Stream.of(type.getPermittedSubclasses())
                            .map(PublicApi::name)
                            .sorted()
                            .collect(Collectors.joining(", ")));
        }
        return head.toString();
    }

    private static List<String> members(Class<?> type) {
        List<String> ordered = new ArrayList<>();
        Set<String> accessors = new TreeSet<>();
        Class<?>[] components = new Class<?>[0];
        if (type.isRecord()) {
            RecordComponent[] parts = type.getRecordComponents();
            components = Stream.of(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
            for (RecordComponent part : parts) {
                ordered.add("component " + shown(part.getAnnotatedType()) + " " + part.getName());
                accessors.add(part.getName());
            }
        }
        Set<String> sorted = new TreeSet<>();
        for (Field field : type.getDeclaredFields()) {
            if (field.isEnumConstant()) {
                ordered.add("constant " + field.getName());
            } else if (isVisible(field.getModifiers()) && !field.isSynthetic()) {
                sorted.add("field " + modifiers(field.getModifiers()) + shown(field.getAnnotatedType()) + " "
                        + field.getName());
            }
        }
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            boolean canonical = type.isRecord() && Arrays.equals(constructor.getParameterTypes(), components);
            if (isVisible(constructor.getModifiers()) && !constructor.isSynthetic() && !canonical) {
                sorted.add("new" + variables(constructor.getTypeParameters()) + parameters(constructor));
            }
        }
        for (Method method : type.getDeclaredMethods()) {
            boolean accessor = accessors.contains(method.getName()) && method.getParameterCount() == 0;
            if (isVisible(method.getModifiers()) && !accessor && !isGiven(method)) {
                sorted.add("method " + modifiers(method.getModifiers()) + (method.isDefault() ? "default " : "")
                        + shown(method.getAnnotatedReturnType()) + " " + method.getName()
                        + variables(method.getTypeParameters()) + parameters(method));
            }
        }
        ordered.addAll(sorted);
        return ordered;
    }

    private static boolean isGiven(Method method) {
        boolean ofEnums = method.getDeclaringClass().isEnum()
                && (method.getName().equals("values") || method.getName().equals("valueOf"));
        return ofEnums || method.isSynthetic() || OF_EVERY_OBJECT.contains(method.getName());
    }

    private static String modifiers(int modifiers) {
        return (Modifier.isProtected(modifiers) ? "protected " : "")
                + (Modifier.isStatic(modifiers) ? "static " : "")
                + (Modifier.isAbstract(modifiers) ? "abstract " : "");
    }

    private static String parameters(Executable call) {
        AnnotatedType[] types = call.getAnnotatedParameterTypes();
        String shown = Stream.of(types).map(PublicApi::shown).collect(Collectors.joining(", "));
        String thrown = Stream.of(call.getAnnotatedExceptionTypes())
                .map(PublicApi::shown)
                .sorted()
                .collect(Collectors.joining(", "));
        return "(" + shown + ")" + (thrown.isEmpty() ? "" : " throws " + thrown);
    }

    private static String variables(TypeVariable<?>[] variables) {
        return variables.length == 0
                ? ""
                : Stream.of(variables)
                        .map(variable -> variable.getName() + bounds(" extends ", variable.getAnnotatedBounds()))
                        .collect(Collectors.joining(", ", "<", ">"));
    }

    private static String bounds(String word, AnnotatedType... bounds) {
        String shown = Stream.of(bounds).map(PublicApi::shown).collect(Collectors.joining(" & "));
        return shown.isEmpty() || shown.equals("Object") ? "" : word + shown;
    }

    private static String shown(AnnotatedType type) {
        String mark = type.isAnnotationPresent(Nullable.class) ? "@Nullable " : "";
        if (type instanceof AnnotatedArrayType array) {
            return shown(array.getAnnotatedGenericComponentType()) + (mark.isEmpty() ? "" : " @Nullable ") + "[]";
        }
        if (type instanceof AnnotatedParameterizedType generic) {
            Type raw = ((ParameterizedType) type.getType()).getRawType();
            return mark
                    + name((Class<?>) raw)
                    + Stream.of(generic.getAnnotatedActualTypeArguments())
                            .map(PublicApi::shown)
                            .collect(Collectors.joining(", ", "<", ">"));
        }
        if (type instanceof AnnotatedWildcardType wildcard) {
            return "?" + bounds(" super ", wildcard.getAnnotatedLowerBounds())
                    + bounds(" extends ", wildcard.getAnnotatedUpperBounds());
        }
        return mark
                + (type instanceof AnnotatedTypeVariable
                        ? type.getType().getTypeName()
                        : name((Class<?>) type.getType()));
    }

    /** The JDK's types by their simple names, ours below the root package. */
    private static String name(Class<?> type) {
        String name = type.getCanonicalName();
        return name.startsWith("java.")
                ? name.substring(type.getPackageName().length() + 1)
                : name.replace(Repository.ROOT_PACKAGE + ".", "");
    }
}
