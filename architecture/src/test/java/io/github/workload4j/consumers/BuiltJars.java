package io.github.workload4j.consumers;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The jars of this build and those that they need, from the class path that Maven made. */
final class BuiltJars {

    private static final List<Path> CLASS_PATH = Arrays.stream(
                    System.getProperty("java.class.path").split(File.pathSeparator))
            .map(Path::of)
            .toList();

    private BuiltJars() {}

    /** {@return whether the libraries are there as jars; before the phase "package" they are folders of classes} */
    static boolean areBuilt() {
        return find("workload-gang").isPresent() && find("workload-cli").isPresent();
    }

    /** {@return the jar of an artifact} */
    static Path jar(String artifact) {
        return find(artifact).orElseThrow(() -> new AssertionError(artifact + " is not on the class path"));
    }

    static List<Path> jars(String... artifacts) {
        return Arrays.stream(artifacts).map(BuiltJars::jar).toList();
    }

    /** {@return what Maven gives to who depends on a library: its jar and those its pom asks for, optional ones not} */
    static List<Path> of(String library) {
        Set<String> artifacts = new LinkedHashSet<>();
        addDependencies(library, artifacts);
        return artifacts.stream().map(BuiltJars::jar).toList();
    }

    private static Optional<Path> find(String artifact) {
        return CLASS_PATH.stream()
                .filter(file -> file.getFileName().toString().matches(artifact + "-\\d.*\\.jar"))
                .findFirst();
    }

    private static void addDependencies(String library, Set<String> artifacts) {
        artifacts.add(library);
        Path pom = Path.of("..", library, "pom.xml");
        if (!Files.exists(pom)) {
            return;
        }
        for (Element dependency : dependencies(pom)) {
            if (text(dependency, "scope").isEmpty()
                    && text(dependency, "optional").isEmpty()) {
                addDependencies(text(dependency, "artifactId"), artifacts);
            }
        }
    }

    private static List<Element> dependencies(Path pom) {
        try {
            Element project = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(pom.toFile())
                    .getDocumentElement();
            List<Element> dependencies = new ArrayList<>();
            for (Element list : children(project, "dependencies")) {
                dependencies.addAll(children(list, "dependency"));
            }
            return dependencies;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static String text(Element parent, String name) {
        List<Element> children = children(parent, name);
        return children.isEmpty() ? "" : children.get(0).getTextContent();
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && element.getTagName().equals(name)) {
                children.add(element);
            }
        }
        return children;
    }
}
