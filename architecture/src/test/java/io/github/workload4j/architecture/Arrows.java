package io.github.workload4j.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the packages of a module use in fact, beside the JDK and JSpecify. */
final class Arrows {

    /** What the table calls the packages of other people. */
    private static final Map<String, String> LIBRARIES = Map.ofEntries(
            Map.entry("com.fasterxml.jackson", "Jackson"),
            Map.entry("com.google.ortools", "OR-Tools"),
            Map.entry("dev.cel", "CEL"),
            Map.entry("io.fabric8", "Fabric8"),
            Map.entry("io.kubernetes.client", "Kubernetes Client"),
            Map.entry("jakarta.validation", "Jakarta Validation"),
            Map.entry("net.jqwik", "jqwik"),
            Map.entry("org.assertj", "AssertJ"),
            Map.entry("org.junit", "JUnit"),
            Map.entry("org.hibernate.validator", "Hibernate Validator"),
            Map.entry("org.openjdk.jmh", "JMH"),
            Map.entry("org.yaml.snakeyaml", "SnakeYAML"),
            Map.entry("picocli", "picocli"));

    private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");
    private static final Pattern IMPORT = Pattern.compile("(?m)^import (?:static )?([a-z0-9_.]+)\\.[A-Z]");

    private static final Map<String, JavaClasses> CLASSES = new ConcurrentHashMap<>();

    private Arrows() {}

    /** {@return the compiled classes of a module} */
    static JavaClasses classes(String module) {
        return CLASSES.computeIfAbsent(module, name -> new ClassFileImporter().importPath(Repository.classes(name)));
    }

    /** {@return by package what it uses, in the words and the order of the table} */
    static SortedMap<String, List<String>> of(String module) {
        SortedMap<String, Set<String>> uses = new TreeMap<>();
        if (Repository.isCompiled(module)) {
            for (JavaClass type : classes(module)) {
                Set<String> used = uses.computeIfAbsent(type.getPackageName(), name -> new TreeSet<>());
                type.getDirectDependenciesFromSelf()
                        .forEach(arrow -> used.add(
                                arrow.getTargetClass().getBaseComponentType().getPackageName()));
            }
            uses.remove("");
        } else {
            Repository.files(Repository.sources(module), ".java").forEach(source -> addImports(source, uses));
        }
        SortedMap<String, List<String>> named = new TreeMap<>();
        uses.forEach((from, to) -> named.put(below(from), named(from, to)));
        return named;
    }

    /** The benchmarks are compiled in a profile of their own; their imports say as much. */
    private static void addImports(Path source, Map<String, Set<String>> uses) {
        String text = String.join("\n", Repository.lines(source));
        Matcher self = PACKAGE.matcher(text);
        if (self.find()) {
            Set<String> used = uses.computeIfAbsent(self.group(1), name -> new TreeSet<>());
            IMPORT.matcher(text).results().forEach(found -> used.add(found.group(1)));
        }
    }

    private static List<String> named(String from, Set<String> to) {
        Set<String> ours = new TreeSet<>();
        Set<String> libraries = new TreeSet<>();
        for (String name : to) {
            if (name.startsWith(Repository.ROOT_PACKAGE)) {
                ours.add(below(name));
            } else if (!name.isEmpty() && !name.startsWith("java.") && !name.startsWith("org.jspecify.")) {
                libraries.add(LIBRARIES.entrySet().stream()
                        .filter(library -> name.equals(library.getKey()) || name.startsWith(library.getKey() + "."))
                        .map(Map.Entry::getValue)
                        .findAny()
                        .orElse(name));
            }
        }
        ours.remove(below(from));
        return Stream.concat(ours.stream(), libraries.stream()).toList();
    }

    private static String below(String name) {
        return name.substring(Repository.ROOT_PACKAGE.length());
    }
}
