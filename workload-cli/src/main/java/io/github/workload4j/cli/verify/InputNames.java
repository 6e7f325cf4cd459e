package io.github.workload4j.cli.verify;

import io.github.workload4j.cli.input.Inputs;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells texts that differ in nothing but the name of an input: it came from standard input there, or lies in another
 * directory here. A name says nothing about a cluster; each has to stand for the same one throughout an answer.
 */
final class InputNames {

    private static final Pattern FILE = Pattern.compile("()(.+)()", Pattern.DOTALL);

    /** The name, line and column, and what is wrong there. */
    private static final Pattern WARNING = Pattern.compile("()(.+?)((?::\\d+){1,2}: .*)", Pattern.DOTALL);

    private static final Pattern DETAIL =
            Pattern.compile("(.*?(?:such as|cannot be read:) )(.+?)((?::\\d+){1,2}(?:: .*)?|)", Pattern.DOTALL);

    private final Map<String, String> here = new HashMap<>();

    /** {@return whether a text of an answer is the right one, whatever it calls an input} */
    boolean areSame(String place, String found, String right) {
        if (found.equals(right)) {
            return true;
        }
        Pattern named = place.startsWith("warnings[")
                ? WARNING
                : place.endsWith(".file") ? FILE : place.endsWith("detail") ? DETAIL : null;
        if (named == null) {
            return false;
        }
        Matcher there = named.matcher(Inputs.shown(found));
        Matcher own = named.matcher(Inputs.shown(right));
        return there.matches()
                && own.matches()
                && there.group(1).equals(own.group(1))
                && there.group(3).equals(own.group(3))
                && here.computeIfAbsent(there.group(2), any -> own.group(2)).equals(own.group(2));
    }
}
