package io.github.workload4j.cli.picture.view;

import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.NamedPodClass;
import io.github.workload4j.gang.packing.PodClass;
import io.github.workload4j.gang.question.GroupQuestion;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives every class of pods a sign. If there are more classes than signs, the classes of one group share a sign. If
 * there are more groups than signs, the last sign stands for all groups without one of their own.
 *
 * @param kinds pods by sign
 * @param kindOf index of the kind of each class
 */
record Kinds(List<Kind> kinds, int[] kindOf) {

    static Kinds of(GroupQuestion asked, int[] resources, int[] placed) {
        List<NamedPodClass> classes = asked.podClasses();
        List<Mark> marks = List.of(Mark.values());
        int[] kindOf = new int[classes.size()];
        List<GroupRef> groups =
                classes.stream().map(NamedPodClass::group).distinct().toList();
        for (int c = 0; c < kindOf.length; c++) {
            kindOf[c] = classes.size() <= marks.size()
                    ? c
                    : Math.min(groups.indexOf(classes.get(c).group()), marks.size() - 1);
        }
        List<Kind> kinds = new ArrayList<>();
        int signs = Math.min(marks.size(), classes.size() <= marks.size() ? classes.size() : groups.size());
        for (int k = 0; k < signs; k++) {
            kinds.add(kind(asked, resources, placed, kindOf, k, marks.get(k)));
        }
        return new Kinds(List.copyOf(kinds), kindOf);
    }

    private static Kind kind(GroupQuestion asked, int[] resources, int[] placed, int[] kindOf, int k, Mark mark) {
        int count = 0;
        int done = 0;
        List<Integer> classes = new ArrayList<>();
        List<String> names = new ArrayList<>();
        List<GroupRef> groups = new ArrayList<>();
        List<NamedPodClass> all = asked.podClasses();
        for (int c = 0; c < kindOf.length; c++) {
            if (kindOf[c] == k) {
                classes.add(c);
                count += all.get(c).count();
                done += placed[c];
                all.get(c).pods().forEach(pod -> names.add(pod.metadata().name()));
                groups.add(all.get(c).group());
            }
        }
        long groupCount = groups.stream().distinct().count();
        long[] asks = {};
        if (classes.size() == 1) {
            PodClass only = asked.packing().classes().get(classes.get(0));
            asks = new long[resources.length];
            for (int r = 0; r < asks.length; r++) {
                asks[r] = only.request()[resources[r]];
            }
        }
        return new Kind(
                mark, groups.get(0), groupCount > 1 ? groupCount + " more groups" : name(names), count, done, asks);
    }

    /** {@return the name of one, or what the names of several begin and end with} */
    static String name(List<String> names) {
        String first = names.get(0);
        if (names.size() == 1) {
            return first;
        }
        int head = first.length();
        int tail = first.length();
        for (String name : names) {
            head = Math.min(head, commonHead(first, name));
            tail = Math.min(tail, commonTail(first, name));
        }
        int shortest = names.stream().mapToInt(String::length).min().orElse(0);
        tail = Math.min(tail, Math.max(0, shortest - head));
        return first.substring(0, head) + "*" + first.substring(first.length() - tail);
    }

    private static int commonHead(String a, String b) {
        int i = 0;
        while (i < Math.min(a.length(), b.length()) && a.charAt(i) == b.charAt(i)) {
            i++;
        }
        return i > 0 && Character.isHighSurrogate(a.charAt(i - 1)) ? i - 1 : i;
    }

    private static int commonTail(String a, String b) {
        int i = 0;
        while (i < Math.min(a.length(), b.length()) && a.charAt(a.length() - 1 - i) == b.charAt(b.length() - 1 - i)) {
            i++;
        }
        return i > 0 && Character.isLowSurrogate(a.charAt(a.length() - i)) ? i - 1 : i;
    }
}
