package io.github.workload4j.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.release.KubernetesRelease;
import io.github.workload4j.policy.lint.Lint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page of rules and lints is what the two enums say. Run with {@code -Drules.update=true} to write it anew. */
class RulesPageTest {

    private static final Path PAGE = Path.of("../docs/rules.md");

    private static final String INTRODUCTION = """
            # Rules and lints

            `ManifestRules` says what the API server of a release would object to; each violation carries the id of \
            its rule, and
            `Rule.of(id)` says what the rule says. `Lints` says what the server accepts and what is almost surely not
            meant. This page is made from `Rule` and `Lint` by a test.

            ```java
            List<Violation> violations = ManifestRules.standard().checkCreate(object);
            List<Violation> onUpdate = ManifestRules.standard().checkUpdate(stored, object);
            List<Warning> warnings = Lints.check(objects);
            ```

            ## How to read the rules

            - An object is judged by the rules of a release of Kubernetes: the one that `withRelease` names, or else the
              newest final one that serves its kind and version. A Job or a PriorityClass, and a Pod without a
              `workloadRef`, then go by the newest final release. The last column says in which releases a rule holds.
            - What the server fills in first is filled in first, unless `withDefaulting(false)` says otherwise.
            - A DNS label is at most 63 lower-case letters, digits and hyphens. A DNS subdomain is labels joined by
              dots, at most 253 bytes in all; its labels may be longer. A path segment is neither `.` nor `..`, and
              contains neither `/` nor `%`. A label key is a name of at most 63 letters, digits, `-`, `_` and `.`, with
              an optional prefix before it: a DNS subdomain and `/`.
            - Required means set: an empty text, an empty list or a 0 where 1 is the least is missing. A Job's
              `minCount` is optional, so that 0 is malformed there.
            - From `v1alpha2` on, a rule about a list as a whole, a gate or a change comes first: if it is broken,
              nothing further is said about the field. In an update, what is the same as before is not judged again,
              except by B-6, B-12, B-13, B-14, E-2 and E-3. In `v1alpha1`, in conditions and in most of metadata,
              everything is judged again.
            - A U in the id marks a rule of updates. The rules S are those of status updates.

            What is undecided upstream, and what we do about it:
            [decisions/open-questions-of-the-api.md](decisions/open-questions-of-the-api.md).

            """;

    private static final String LINTS = """
            ## Lints

            A lint speaks only of what the stream shows: without pods, nothing is said about their number; without
            nodes, nothing about topology. A missing namespace is `default`.

            | id | when | why it matters |
            |---|---|---|
            """;

    private static final Map<String, String> SECTIONS = Map.ofEntries(
            Map.entry("M", "Metadata"),
            Map.entry("A1", "`v1alpha1`, Kubernetes 1.35"),
            Map.entry("A2", "`v1alpha2`, Kubernetes 1.36"),
            Map.entry("B", "`v1alpha3` and `v1beta1`, since Kubernetes 1.37"),
            Map.entry("E", "`v1alpha3` and `v1beta1`, since Kubernetes 1.38"),
            Map.entry("R", "What a release has"),
            Map.entry("S", "Status"),
            Map.entry("P", "PriorityClass"),
            Map.entry("J", "The `scheduling` block of a Job"),
            Map.entry("D", "Defaulting and admission"),
            Map.entry("OPEN", "Where the server is silent"));

    @Test
    void thePageIsMadeOfTheEnums() throws IOException {
        String page = page();
        if (Boolean.getBoolean("rules.update")) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(page);
    }

    private static String page() {
        StringBuilder page = new StringBuilder(INTRODUCTION).append("## Rules\n");
        String section = "";
        for (Rule rule : Rule.values()) {
            String prefix = rule.id().substring(0, rule.id().indexOf('-'));
            if (!prefix.equals(section)) {
                page.append("\n### ").append(SECTIONS.get(prefix)).append("\n\n");
                page.append("| id | rule | kinds | releases |\n|---|---|---|---|\n");
                section = prefix;
            }
            row(page, rule.id(), withoutStop(rule.sentence()), kinds(rule), releases(rule));
        }
        page.append('\n').append(LINTS);
        for (Lint lint : Lint.values()) {
            row(page, "`" + lint.id() + "`", withoutStop(lint.occasion()), withoutStop(lint.explanation()));
        }
        return page.toString();
    }

    private static void row(StringBuilder page, String... cells) {
        page.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private static String withoutStop(String sentence) {
        return sentence.substring(0, sentence.length() - 1);
    }

    private static String kinds(Rule rule) {
        return rule.kinds().equals(Rule.M_1.kinds())
                ? "all"
                : rule.kinds().stream().map(Class::getSimpleName).collect(Collectors.joining(", "));
    }

    private static String releases(Rule rule) {
        List<KubernetesRelease> all = KubernetesRelease.all();
        List<KubernetesRelease> those = List.copyOf(rule.releases());
        String first = those.get(0).version();
        KubernetesRelease last = those.get(those.size() - 1);
        if (last == all.get(all.size() - 1)) {
            return those.size() == all.size() ? "all" : "from " + first;
        }
        return those.size() == 1 ? first : first + " to " + last.version();
    }
}
