package io.github.workload4j.cli.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.cli.Run;
import io.github.workload4j.cli.screen.ExitStatus;
import io.github.workload4j.cli.screen.JsonTree;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code verify} accepts what {@code check} prints, and nothing else. */
class VerifyCommandTest {

    private static final Path FOLDER = Path.of("../examples/manifests");
    private static final List<String> EXAMPLES = List.of(
            "training.yaml",
            "training-too-large.yaml",
            "self-play.yaml",
            "fine-tuning-v1beta1.yaml",
            "chat-v1alpha3.yaml");

    private static final Map<String, String> ANSWERS = new ConcurrentHashMap<>();

    /** A way to make an answer untrue: a change of the last answer of a document, and what the objection names. */
    private record Tampering(String verdict, String named, Consumer<Map<String, Object>> change) {}

    private static final Map<String, Tampering> WAYS = Map.ofEntries(
            Map.entry("aVerdictOfGated", new Tampering("", "verdict: gated", answer -> answer.put("verdict", "gated"))),
            Map.entry(
                    "anotherGroup",
                    new Tampering(
                            "",
                            "verdict: \\w+, by the inputs gated",
                            answer -> object(answer, "group").put("name", "other"))),
            Map.entry("anotherMinimum", new Tampering("", "minCount: 1", answer -> add(answer, "minCount", 1_000))),
            Map.entry(
                    "anotherMember",
                    new Tampering("", "members.pending", answer -> add(object(answer, "members"), "pending", 1))),
            Map.entry(
                    "aMostThatIsNone",
                    new Tampering("", "maximal", answer -> answer.put("maximal", !(Boolean) answer.get("maximal")))),
            Map.entry("aFieldThatIsNone", new Tampering("", "sure should not", answer -> answer.put("sure", "yes"))),
            Map.entry("aFieldLeftOut", new Tampering("", "reason is missing", answer -> answer.remove("reason"))),
            Map.entry("aCountOfPods", new Tampering("", "placed", answer -> add(answer, "placed", 1))),
            Map.entry(
                    "anotherNode",
                    new Tampering(
                            "feasible",
                            "control-a-r01-1",
                            answer -> item(answer, "placement", 0).put("node", "control-a-r01-1"))),
            Map.entry(
                    "aNodeThatIsNone",
                    new Tampering(
                            "feasible",
                            "no such node",
                            answer -> item(answer, "placement", 0).put("node", "nowhere"))),
            Map.entry("aPodPlacedTwice", new Tampering("feasible", "placed twice", answer -> {
                list(answer, "placement").add(item(answer, "placement", 0));
                add(answer, "placed", 1);
            })),
            Map.entry(
                    "aPodOfNobody",
                    new Tampering(
                            "feasible",
                            "not a pending member",
                            answer -> item(answer, "placement", 0).put("pod", "ml/nobody"))),
            Map.entry(
                    "aPodLeftOut",
                    new Tampering("feasible", "maximal|does not succeed|nothing is placed|placed", answer -> {
                        list(answer, "placement").remove(0);
                        add(answer, "placed", -1);
                    })),
            Map.entry(
                    "anotherDomain",
                    new Tampering(
                            "feasible with domains",
                            "domain",
                            answer -> item(answer, "domains", 0).put("value", "elsewhere"))),
            Map.entry(
                    "aVerdictOfInfeasible",
                    new Tampering("feasible", "", answer -> answer.put("verdict", "infeasible"))),
            Map.entry(
                    "anotherWeight",
                    new Tampering(
                            "infeasible",
                            "WORTH",
                            answer -> answer.put(
                                    "certificate",
                                    changed(answer.get("certificate"), "\"points\":\\[[^\\]]*\\]", "\"points\":[0]")))),
            Map.entry(
                    "anotherQuestion",
                    new Tampering(
                            "infeasible",
                            "certificate.problem.classes\\[0\\].count",
                            answer -> answer.put(
                                    "certificate",
                                    changed(answer.get("certificate"), "\"count\":20", "\"count\":21")))),
            Map.entry(
                    "aSmallerClaim",
                    new Tampering(
                            "infeasible",
                            "certificate.atLeast: 2, by the inputs 1",
                            answer -> add(object(answer, "certificate"), "atLeast", 1))),
            Map.entry(
                    "noCertificate",
                    new Tampering("infeasible", "expected: a certificate", answer -> answer.put("certificate", null))),
            Map.entry(
                    "aSearchThatNobodyCanCheck",
                    new Tampering("infeasible", "not checkable: exhaustive search", answer -> {
                        answer.put("proof", "exhausted");
                        answer.put("certificate", null);
                    })),
            Map.entry(
                    "aProofOfNoKind",
                    new Tampering(
                            "infeasible",
                            "no kind|weights, inDomains",
                            answer -> object(answer, "certificate").put("proof", Map.of("certainly", List.of())))));

    static Stream<String> examples() {
        return EXAMPLES.stream();
    }

    static Stream<String> ways() {
        return WAYS.keySet().stream().sorted();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Map<String, Object> around, String name) {
        return (Map<String, Object>) around.get(name);
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(Map<String, Object> around, String name) {
        return (List<Object>) around.get(name);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> item(Map<String, Object> around, String name, int index) {
        return (Map<String, Object>) list(around, name).get(index);
    }

    private static void add(Map<String, Object> around, String name, int more) {
        around.put(name, ((BigDecimal) around.get(name)).add(BigDecimal.valueOf(more)));
    }

    private static Object changed(Object tree, String pattern, String replacement) {
        try {
            return JsonTree.read(Mutations.write(tree).replaceAll(pattern, replacement));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String answer(String example) {
        return ANSWERS.computeIfAbsent(
                example,
                file -> Run.of("check", "-o", "json", "-f", FOLDER + "/cluster.yaml", FOLDER + "/" + file)
                        .out());
    }

    private static Run verify(String answer, String... inputs) {
        List<String> args = new ArrayList<>(List.of("verify", "--answer", "-", "-f", FOLDER + "/cluster.yaml"));
        args.addAll(List.of(inputs));
        return Run.withInput(answer, args.toArray(String[]::new));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void acceptsWhatCheckPrints(String example) {
        Run run = verify(answer(example), FOLDER + "/" + example);
        assertThat(run.out()).contains("accepted: ").doesNotContain("refused");
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
    }

    @ParameterizedTest
    @MethodSource("ways")
    void anAnswerThatWasTamperedWithIsRefused(String way) throws IOException {
        Tampering tampering = WAYS.get(way);
        int tried = 0;
        for (String example : EXAMPLES) {
            Map<String, Object> document = JsonTree.object(JsonTree.read(answer(example)), "");
            List<Object> answers = list(document, "groups");
            Map<String, Object> last = item(document, "groups", answers.size() - 1);
            boolean fits =
                    tampering.verdict().isEmpty() || tampering.verdict().startsWith((String) last.get("verdict"));
            boolean domains = !tampering.verdict().endsWith("domains")
                    || !list(last, "domains").isEmpty();
            if (fits && domains) {
                tampering.change().accept(last);
                Run run = verify(Mutations.write(document), FOLDER + "/" + example);
                assertThat(run.out()).as(example).containsPattern("refused: .*(" + tampering.named() + ")");
                assertThat(run.status()).isEqualTo(ExitStatus.NO);
                tried++;
            }
        }
        assertThat(tried).isPositive();
    }

    @Test
    void acceptsAnAnswerFromBeforeMembersSaidWhoIsGone() throws IOException {
        String example = EXAMPLES.get(0);
        Map<String, Object> document = JsonTree.object(JsonTree.read(answer(example)), "");
        for (Object answer : list(document, "groups")) {
            object(JsonTree.object(answer, ""), "members")
                    .keySet()
                    .removeAll(List.of("finished", "leaving", "terminating"));
        }
        assertThat(verify(Mutations.write(document), FOLDER + "/" + example).status())
                .isZero();
        object(item(document, "groups", 0), "members").put("leaving", BigDecimal.ZERO);
        assertThat(verify(Mutations.write(document), FOLDER + "/" + example).out())
                .contains("members.finished is missing");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void refusesAnAnswerForOtherInputs(String example) throws IOException {
        Path folder = Files.createTempDirectory("inputs");
        Path other = folder.resolve("other.yaml");
        Files.writeString(
                other, Files.readString(FOLDER.resolve(example)).replaceAll("(?m)^( +- )?name: [a-z0-9-]+-0$", "$0x"));
        String cluster = Files.readString(FOLDER.resolve("cluster.yaml")).replace("gpu-", "gone-");
        Path changed = folder.resolve("cluster.yaml");
        Files.writeString(changed, cluster);
        Run run = Run.withInput(
                answer(example), "verify", "--answer", "-", "-f", changed.toString(), FOLDER + "/" + example);
        Run same =
                Run.withInput(answer(example), "verify", "--answer", "-", "-f", changed.toString(), other.toString());
        assertThat(run.out() + same.out()).contains("refused");
        assertThat(Math.max(run.status(), same.status())).isEqualTo(ExitStatus.NO);
    }

    @Test
    void refusesAProofWithABranchLeftOut() {
        String inputs = "src/test/resources/golden/explain/fragmented-rack.yaml";
        String answer = Run.of("check", "-o", "json", "-f", inputs).out();
        Run run = Run.withInput(
                answer.replaceAll("\"domains\":\\[(\\d+),[^\\]]*\\],\"why\"", "\"domains\":[$1],\"why\""),
                "verify",
                "--answer",
                "-",
                "-f",
                inputs);
        assertThat(run.out()).contains("refused: ml/train infeasible: CASES: group 0: nothing about domain");
        assertThat(Run.withInput(answer, "verify", "--answer", "-", "-f", inputs)
                        .status())
                .isZero();
    }

    @Test
    void refusesACountOfVerdictsThatIsWrong() {
        Run run =
                verify(answer("training.yaml").replace("\"feasible\":2", "\"feasible\":3"), FOLDER + "/training.yaml");
        assertThat(run.out()).contains("refused: the answer as a whole: summary.feasible: 3, by the inputs 2");
        assertThat(run.status()).isEqualTo(ExitStatus.NO);
    }

    @Test
    void refusesAGroupThatIsAnsweredTwice() throws IOException {
        Map<String, Object> document = JsonTree.object(JsonTree.read(answer("training.yaml")), "");
        list(document, "groups").add(list(document, "groups").get(0));
        Run run = verify(Mutations.write(document), FOLDER + "/training.yaml");
        assertThat(run.out()).contains("the group is answered twice");
    }

    @Test
    void saysAsJsonWhatItDidNotLookAt() {
        Run run = Run.withInput(
                answer("training.yaml"),
                "verify",
                "-o",
                "json",
                "--answer",
                "-",
                "-f",
                FOLDER + "/cluster.yaml",
                FOLDER + "/training.yaml");
        assertThat(run.out())
                .startsWith("{\"answers\":[\n{\"group\":{\"kind\":\"Workload\",\"namespace\":\"ml\","
                        + "\"name\":\"llm-training\"")
                .contains("\"verdict\":\"feasible\",\"accepted\":true,\"objection\":null,\"searchedAgain\":false,"
                        + "\"unchecked\":[\"elapsedMillis\",\"steps\"]}")
                .endsWith("],\"schema\":\"urn:workload4j:schema:verify:1\",\"summary\":{\"accepted\":2,"
                        + "\"refused\":0}}\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no JSON",
                "{",
                "[]",
                "3",
                "{\"groups\":3}",
                "{\"groups\":[]}{}",
                "{\"groups\":[],\"groups\":[]}",
                "{}",
                "\u0000"
            })
    void cannotUseWhatIsNoAnswer(String text) {
        Run run = verify(text, FOLDER + "/training.yaml");
        assertThat(run.status()).isEqualTo(ExitStatus.UNUSABLE);
        assertThat(run.err())
                .startsWith("error: <stdin>: ")
                .doesNotContain("\tat ")
                .hasLineCount(1);
    }

    @Test
    void anEmptyAnswerIsSaidToBeSo() {
        assertThat(verify("", FOLDER + "/training.yaml").err())
                .isEqualTo("error: <stdin>: empty (expected: what `workload check -o json` prints)\n");
    }

    @Test
    void cannotUseAnAnswerThatIsNotThere() {
        Run run = Run.of("verify", "--answer", "no-such-file", "-f", FOLDER + "/training.yaml");
        assertThat(run.status()).isEqualTo(ExitStatus.UNUSABLE);
        assertThat(run.err()).contains("no-such-file: no such file or directory");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3",
                "null",
                "{}",
                "{\"group\":{\"kind\":\"Pod\"}}",
                "{\"group\":{\"kind\":\"PodGroup\",\"namespace\":1}}"
            })
    void refusesAnAnswerAboutNothing(String answer) {
        Run run = verify("{\"groups\":[" + answer + "],\"summary\":{}}", FOLDER + "/training.yaml");
        assertThat(run.status()).isEqualTo(ExitStatus.NO);
        assertThat(run.out()).startsWith("refused: the answer as a whole");
    }

    /** An answer with its proof inside many distinctions of cases; the other case is that the root has no pods. */
    private static String nested(int depth) {
        String answer = answer("training-too-large.yaml");
        Matcher proof = Pattern.compile("\"proof\":(\\{.*?\\})\\}(?=,\"why)").matcher(answer);
        assertThat(proof.find()).isTrue();
        String around = "{\"placedOrNot\":{\"group\":0,\"not\":{\"weights\":{\"points\":[0]}},\"placed\":";
        return answer.substring(0, proof.start(1))
                + around.repeat(depth)
                + proof.group(1)
                + "}}".repeat(depth)
                + answer.substring(proof.end(1));
    }

    @Test
    void acceptsAProofOfThousandsOfCasesInOneAnother() {
        Run run = verify(nested(3_000), FOLDER + "/training-too-large.yaml");
        assertThat(run.out()).startsWith("accepted: ").doesNotContain("refused");
    }

    @Test
    void refusesASumThatDoesNotHold() {
        String answer = answer("training-too-large.yaml");
        assertThat(answer).containsPattern("\"needed\":\\d+,\"available\":\\d+[,}]");
        String inputs = FOLDER + "/training-too-large.yaml";
        Run run = verify(answer.replaceFirst("\"available\":\\d+", "\"available\":0"), inputs);
        assertThat(run.out())
                .containsPattern("refused: .*certificate.proof: needed \\d+, available 0, by the inputs needed");
        Run without = verify(answer.replaceFirst(",\"needed\":\\d+,\"available\":\\d+", ""), inputs);
        assertThat(without.out()).doesNotContain("refused");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void acceptsTheAnswerWhateverTheOrderOfTheInputs(String example) throws IOException {
        Path folder = Files.createTempDirectory("inputs");
        Path turned = folder.resolve("turned.yaml");
        List<String> documents = new ArrayList<>();
        for (String file : List.of("cluster.yaml", example)) {
            documents.addAll(List.of(Files.readString(FOLDER.resolve(file)).split("(?m)^---.*$")));
        }
        Collections.reverse(documents);
        Files.writeString(turned, String.join("\n---\n", documents));
        Run run = Run.withInput(answer(example), "verify", "--answer", "-", "-f", turned.toString());
        assertThat(run.out()).contains("accepted: ").doesNotContain("refused");
    }

    private static final String SHORT = "src/test/resources/golden/check/infeasible-json.yaml";

    private static Run verifyShort(String answer) {
        return Run.withInput(answer, "verify", "--answer", "-", "-f", SHORT);
    }

    @Test
    void refusesAResourceThatThePointsDoNotCount() {
        String answer = Run.of("check", "-o", "json", "-f", SHORT).out();
        assertThat(answer).contains("\"resources\":[\"cpu\",\"pods\"]").contains(",\"resource\":0}");
        assertThat(verifyShort(answer).out()).startsWith("accepted: ");
        for (String other : List.of("1", "2", "-1")) {
            assertThat(verifyShort(answer.replace(",\"resource\":0}", ",\"resource\":" + other + "}"))
                            .out())
                    .contains("refused: ")
                    .contains("resource");
        }
        assertThat(verifyShort(answer.replace(",\"resource\":0}", "}")).out()).startsWith("accepted: ");
    }

    /** Steps are counted on: with the fewest that decide, nothing is left for the sums; the proof is good without. */
    @Test
    void sumsAreLeftOutOnceTheBudgetIsSpent() {
        int without = 0;
        int with = 0;
        for (int steps = 1; steps < 2_000 && with == 0; steps += 1 + steps / 50) {
            String answer = Run.of("check", "-o", "json", "--steps", String.valueOf(steps), "-f", SHORT)
                    .out();
            if (answer.contains("\"verdict\":\"infeasible\"")) {
                with += answer.contains("\"needed\":") ? 1 : 0;
                without += answer.contains("\"needed\":") ? 0 : 1;
                assertThat(verifyShort(answer).out()).startsWith("accepted: ");
            }
        }
        assertThat(without).isPositive();
        assertThat(with).isPositive();
    }

    @Test
    void survivesProofsAndTextsOfAnyDepth() throws IOException {
        Run run = verify(nested(4_100), FOLDER + "/training-too-large.yaml");
        assertThat(run.out()).contains("4000 levels at most");
        assertThat(verify("[".repeat(100_000), FOLDER + "/training.yaml").status())
                .isEqualTo(ExitStatus.UNUSABLE);
    }
}
