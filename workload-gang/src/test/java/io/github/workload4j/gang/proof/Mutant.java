package io.github.workload4j.gang.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.gang.packing.Packing;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;

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

    /** Compiles the broken file beside the good ones into a directory, and loads a class of the package with it. */
    Class<?> load(Class<?> type, Path directory) throws Exception {
        Path source = SOURCES.resolve(PACKAGE.replace('.', '/')).resolve(file);
        String good = Files.readString(source);
        assertThat(good.split(Pattern.quote(find), -1))
                .as("places of %s in %s", find, file)
                .hasSize(2);
        Path broken = directory.resolve(file);
        Files.writeString(broken, good.replace(find, replacement));
        compile(broken, directory);
        return new Loader(directory).loadClass(type.getName());
    }

    private static void compile(Path source, Path directory) {
        String path = Path.of(Packing.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath())
                + System.getProperty("path.separator")
                + System.getProperty("jdk.module.path", "")
                + System.getProperty("path.separator")
                + System.getProperty("java.class.path", "");
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        int code = ToolProvider.findFirst("javac")
                .orElseThrow()
                .run(
                        out,
                        out,
                        "-proc:none",
                        "-implicit:none",
                        "-nowarn",
                        "-d",
                        directory.toString(),
                        "-cp",
                        path,
                        source.toString());
        assertThat(code).as(said.toString(StandardCharsets.UTF_8)).isZero();
    }

    /** Has a package of its own: what was compiled anew, and all else as it is. */
    private static final class Loader extends ClassLoader {

        private final Path directory;

        Loader(Path directory) {
            super(Mutant.class.getClassLoader());
            this.directory = directory;
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
            try (InputStream in = Files.exists(compiled)
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
