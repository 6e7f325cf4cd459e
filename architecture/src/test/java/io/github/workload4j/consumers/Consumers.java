package io.github.workload4j.consumers;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.module.Configuration;
import java.lang.module.FindException;
import java.lang.module.ModuleFinder;
import java.lang.module.ResolutionException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.spi.ToolProvider;

/**
 * Compiles and runs small programs against jars, on the JDK that runs this. Each is a line: what it is called, the
 * program, the modules it requires (none: it has no module descriptor, and the jars are on the class path), the jars.
 * What each prints is printed, its lines joined, after what it is called. Needs nothing but the JDK.
 */
final class Consumers {

    private static final ToolProvider JAVAC = ToolProvider.findFirst("javac").orElseThrow();

    private final Path sources;
    private final Path folder;
    private final PrintStream out;

    private Consumers(Path sources, Path folder, PrintStream out) {
        this.sources = sources;
        this.folder = folder;
        this.out = out;
    }

    /** A line for {@link #main}. */
    static String line(String name, String program, List<String> modules, List<Path> jars) {
        return String.join("|", name, program, String.join(",", modules), path(jars));
    }

    /** Takes the folder of the programs, an empty folder to compile into, and a file of lines. */
    public static void main(String[] args) throws Exception {
        Consumers consumers = new Consumers(Path.of(args[0]), Path.of(args[1]), System.out);
        for (String line : Files.readAllLines(Path.of(args[2]))) {
            String[] parts = line.split("\\|", -1);
            List<String> modules = parts[2].isEmpty() ? List.of() : List.of(parts[2].split(","));
            List<Path> jars = Arrays.stream(parts[3].split(File.pathSeparator))
                    .map(Path::of)
                    .toList();
            consumers.out.println(parts[0] + ": " + consumers.outcome(parts[1], modules, jars));
        }
    }

    private String outcome(String program, List<String> modules, List<Path> jars) throws Exception {
        Path classes = Files.createTempDirectory(folder, program);
        String messages = compile(program, modules, jars, classes);
        if (!messages.isEmpty()) {
            return "not compiled: " + messages;
        }
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            Class<?> main =
                    modules.isEmpty() ? onClassPath(program, jars, classes) : onModulePath(program, jars, classes);
            Thread.currentThread().setContextClassLoader(main.getClassLoader());
            main.getMethod("main", String[].class).invoke(null, (Object) new String[0]);
        } catch (InvocationTargetException e) {
            return "failed: " + e.getCause();
        } catch (FindException | ResolutionException e) {
            return "not started: " + e.getMessage();
        } finally {
            System.setOut(out);
        }
        return printed.toString(StandardCharsets.UTF_8).strip().replaceAll("\\R", "; ");
    }

    private String compile(String program, List<String> modules, List<Path> jars, Path classes) throws IOException {
        // The oldest SnakeYAML is an automatic module.
        List<String> arguments = new ArrayList<>(
                List.of("-Xlint:all,-requires-automatic", "-Werror", "-proc:none", "-d", classes.toString()));
        arguments.addAll(List.of(modules.isEmpty() ? "-cp" : "-p", path(jars)));
        arguments.add(sources.resolve(program + ".java").toString());
        if (!modules.isEmpty()) {
            Path descriptor = Files.createTempDirectory(folder, "descriptor").resolve("module-info.java");
            String requires = "    requires " + String.join(";\n    requires ", modules) + ";\n";
            Files.writeString(descriptor, "module consumer {\n" + requires + "    exports consumer;\n}\n");
            arguments.add(descriptor.toString());
        }
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(messages, true, StandardCharsets.UTF_8);
        JAVAC.run(stream, stream, arguments.toArray(new String[0]));
        return messages.toString(StandardCharsets.UTF_8).strip().replaceAll("\\R", "; ");
    }

    private static Class<?> onClassPath(String program, List<Path> jars, Path classes) throws Exception {
        List<URL> urls = new ArrayList<>(List.of(classes.toUri().toURL()));
        for (Path jar : jars) {
            urls.add(jar.toUri().toURL());
        }
        ClassLoader parent = ClassLoader.getPlatformClassLoader();
        return new URLClassLoader(urls.toArray(new URL[0]), parent).loadClass("consumer." + program);
    }

    /** As the JVM starts a module: what it requires, and what provides the services that these use. */
    private static Class<?> onModulePath(String program, List<Path> jars, Path classes) throws Exception {
        List<Path> path = new ArrayList<>(List.of(classes));
        path.addAll(jars);
        ModuleFinder finder = ModuleFinder.of(path.toArray(new Path[0]));
        Configuration resolved =
                ModuleLayer.boot().configuration().resolveAndBind(finder, ModuleFinder.of(), Set.of("consumer"));
        ModuleLayer layer =
                ModuleLayer.boot().defineModulesWithOneLoader(resolved, ClassLoader.getPlatformClassLoader());
        return layer.findLoader("consumer").loadClass("consumer." + program);
    }

    private static String path(List<Path> jars) {
        return String.join(
                File.pathSeparator,
                jars.stream()
                        .map(jar -> jar.toAbsolutePath().normalize().toString())
                        .toList());
    }
}
