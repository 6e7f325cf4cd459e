package io.github.workload4j.cli.picture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Colours for light and dark, and the patterns that say the same without colour. */
final class Stylesheet {

    private Stylesheet() {}

    /** {@return a file of rules beside this class} */
    static String of(String name) {
        try (InputStream in = Stylesheet.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not beside " + Stylesheet.class.getName());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the patterns that the rules name. */
    static void patterns(Markup out) {
        out.open("defs");
        out.open(
                "pattern",
                "id",
                "added",
                "width",
                4,
                "height",
                4,
                "patternUnits",
                "userSpaceOnUse",
                "patternTransform",
                "rotate(45)");
        out.empty("rect", "class", "wash", "width", 4, "height", 4);
        out.empty("path", "class", "stripe", "d", "M0 2h4");
        out.close();
        out.open(
                "pattern",
                "id",
                "closed",
                "width",
                6,
                "height",
                6,
                "patternUnits",
                "userSpaceOnUse",
                "patternTransform",
                "rotate(-45)");
        out.empty("path", "class", "hatch", "d", "M0 3h6");
        out.close();
        out.closeLine();
    }
}
