package io.github.workload4j.robustness.promise;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.yaml.Decoded;
import io.github.workload4j.api.yaml.Document;
import io.github.workload4j.api.yaml.ManifestReader;
import io.github.workload4j.robustness.Command;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Facts about input that means harm, which no other test states. */
class HostileInputTest {

    private static final String GROUP = "apiVersion: scheduling.k8s.io/v1beta1\nkind: PodGroup\n";

    private static final String WAITING = GROUP + """
            metadata: {name: g, namespace: q}
            spec: {schedulingPolicy: {gang: {minCount: 1}}}
            ---
            {apiVersion: v1, kind: Pod, metadata: {name: p, namespace: q}, spec: {schedulingGroup: {podGroupName: g}}}
            """;

    private static Command run(String in, String... args) {
        Command run = Command.run(in.getBytes(StandardCharsets.UTF_8), List.of(args));
        run.requireSound();
        return run;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "!!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[!!java.net.URL"
                        + " [\"http://127.0.0.1/\"]]]]",
                "!!java.io.File [/etc/passwd]",
                "!<tag:yaml.org,2002:java.util.ArrayList> [1]",
                "!!python/object/apply:os.system [\"true\"]",
                "!include /etc/passwd"
            })
    void aTagMakesNoObject(String tagged) {
        for (String text : List.of(
                GROUP + "metadata: {name: n, annotations: {a: " + tagged + "}}\n",
                tagged,
                GROUP + "other: " + tagged + "\n")) {
            assertThat(ManifestReader.strict().read(text)).noneMatch(Decoded.class::isInstance);
        }
    }

    @Test
    void aTagInAPartThatIsPassedOverMakesNoObjectEither() {
        String pod = "apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec:\n  containers:\n  - {name: c, env: ["
                + "{name: !!java.io.File [x], value: y}]}\n";
        for (Document document : ManifestReader.lenient().read(pod)) {
            assertThat(document.toString()).doesNotContain("java.io.File@");
        }
    }

    @Test
    void whatATerminalObeysIsWrittenAsItsCode() {
        String evil = "\\e[2J\\a\\x08\\u202e\\x9b";
        String manifest = "apiVersion: v1\nkind: Pod\nmetadata: {name: \"" + evil + "\", namespace: \"" + evil
                + "\"}\nspec: {\"" + evil + "\": 1, containers: [{name: \"" + evil + "\"}]}\n";
        for (String command : List.of("validate", "check")) {
            Command run = run(manifest, command, "-f", "-");
            assertThat(run.status()).isNotZero();
            assertThat(run.out() + run.err())
                    .doesNotContain("\u001b", "\u0007", "\b", "\u202e", "\u009b")
                    .contains("\\u001b");
        }
        assertThat(run(manifest, "validate", "-o", "json", "-f", "-").out()).doesNotContain("\u001b", "\u0007", "\b");
        assertThat(run("", "validate", "-f", "nothing\u001b[2J").err()).contains("\\u001b");
        assertThat(run("", "\u001b[2J").err()).contains("\\u001b");
    }

    @Test
    void anEndlessTimeIsNoCrash() {
        assertThat(run("", "check", "-f", "-", "--time", "999999999h").err()).doesNotContain("overflow");
        assertThat(run("", "check", "-f", "-", "--time", "9999999999h").status())
                .isEqualTo(2);
        assertThat(run("", "check", "-f", "-", "--steps", "9223372036854775808").status())
                .isEqualTo(2);
        String last = "+1000000000-12-31T23:59:59.999999999Z";
        assertThat(run(WAITING, "when", "-f", "-", "--now", last, "-o", "svg").out())
                .contains("from " + last + " on");
    }
}
