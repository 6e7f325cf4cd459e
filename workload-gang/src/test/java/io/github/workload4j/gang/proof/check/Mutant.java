package io.github.workload4j.gang.proof.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.gang.excerpt.Excerpt;
import io.github.workload4j.gang.packing.Packing;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A checker that is broken in one place, and the classes of its package in a loader of their own.
 *
 * @param name what is wrong with it
 * @param claim the false claim of which a proof is accepted then, by {@link FalseClaims#named}; or {@code limits}
 * @param file a source file of the package
 * @param find what stands in it
 * @param replacement what stands there instead
 */
record Mutant(String name, String claim, String file, String find, String replacement) {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final String PACKAGE = Mutant.class.getPackageName();
    private static final Pattern EACH =
            Pattern.compile("([^\n]+)\n([^\n]+)\n(\\w+\\.java)\n<<<<\n(.*?)\n====\n(.*?)>>>>\n", Pattern.DOTALL);

    /** All that are written down in the resource {@code mutants/checker.txt}. */
    static List<Mutant> all() throws IOException {
        List<Mutant> mutants = new ArrayList<>();
        String text = Files.readString(Path.of("src/test/resources/mutants/checker.txt"));
        Matcher each = EACH.matcher(text.substring(text.indexOf('\n') + 1));
        int end = 0;
        while (each.find()) {
            assertThat(each.start()).as("before %s", each.group(1)).isEqualTo(end);
            mutants.add(new Mutant(
                    each.group(1),
                    each.group(2),
                    each.group(3),
                    each.group(4),
                    each.group(5).stripTrailing()));
            end = each.end();
        }
        assertThat(text.length() - text.indexOf('\n') - 1).isEqualTo(end);
        return mutants;
    }

    /**
     * Compiles broken files into directories, against the good classes: as many at once as are of different files,
     * which takes a fraction of the time of compiling each alone.
     *
     * @return by mutant, the directory of its classes, which may hold broken classes of other files
     */
    static Map<Mutant, Path> compiled(List<Mutant> mutants, Path directory) throws IOException {
        Map<Mutant, Path> compiled = new HashMap<>();
        Map<String, Integer> ofFile = new HashMap<>();
        Map<Path, List<String>> sources = new TreeMap<>();
        for (Mutant mutant : mutants) {
            int round = ofFile.merge(mutant.file, 1, Integer::sum);
            Path classes = Files.createDirectories(directory.resolve("round" + round));
            sources.computeIfAbsent(classes, any -> new ArrayList<>()).add(mutant.write(classes));
            compiled.put(mutant, classes);
        }
        sources.forEach((classes, files) -> compile(files, classes));
        return compiled;
    }

    private String write(Path directory) throws IOException {
        Path source = SOURCES.resolve(PACKAGE.replace('.', '/')).resolve(file);
        String good = Files.readString(source);
        assertThat(good.split(Pattern.quote(find), -1))
                .as("places of %s in %s", find, file)
                .hasSize(2);
        return Files.writeString(directory.resolve(file), good.replace(find, replacement))
                .toString();
    }

    /** {@return a class of the package with the classes of the broken file, and with good ones for the rest} */
    Class<?> load(Class<?> type, Path directory) throws ClassNotFoundException {
        return new Loader(directory, PACKAGE + "." + file.replace(".java", "")).loadClass(type.getName());
    }

    private static void compile(List<String> sources, Path directory) {
        String separator = System.getProperty("path.separator");
        String path = Path.of(Packing.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath())
                + separator
                + Stream.of("jdk.module.path", "java.class.path")
                        .flatMap(each -> Stream.of(System.getProperty(each, "").split(Pattern.quote(separator))))
                        .filter(each -> each.contains("jspecify"))
                        .collect(Collectors.joining(separator));
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        List<String> arguments = new ArrayList<>(List.of("-proc:none", "-implicit:none", "-nowarn"));
        arguments.addAll(List.of("-d", directory.toString(), "-cp", path));
        arguments.addAll(sources);
        int code = ToolProvider.findFirst("javac").orElseThrow().run(out, out, arguments.toArray(String[]::new));
        assertThat(code).as(said.toString(StandardCharsets.UTF_8)).isZero();
    }

    /** Has a package of its own: what was compiled anew, and all else as it is. */
    private static final class Loader extends ClassLoader {

        private final Path directory;
        private final String broken;

        Loader(Path directory, String broken) {
            super(Mutant.class.getClassLoader());
            Mutant.class.getModule().addExports(Excerpt.class.getPackageName(), getUnnamedModule());
            this.directory = directory;
            this.broken = broken;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith(PACKAGE + ".")) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> known = findLoadedClass(name);
                return known == null ? findClass(name) : known;
            }
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            Path compiled = directory.resolve(name.replace('.', '/') + ".class");
            boolean isBroken = name.equals(broken) || name.startsWith(broken + "$");
            try (InputStream in = isBroken
                    ? Files.newInputStream(compiled)
                    : Mutant.class.getResourceAsStream(name.substring(PACKAGE.length() + 1) + ".class")) {
                if (in == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException unreadable) {
                throw new ClassNotFoundException(name, unreadable);
            }
        }
    }
}
