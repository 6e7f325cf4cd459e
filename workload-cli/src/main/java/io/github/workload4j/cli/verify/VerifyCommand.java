package io.github.workload4j.cli.verify;

import io.github.workload4j.cli.input.ClusterCommand;
import io.github.workload4j.cli.input.Inputs;
import io.github.workload4j.cli.input.LoadedCluster;
import io.github.workload4j.cli.input.PodOption;
import io.github.workload4j.cli.screen.ExitStatus;
import io.github.workload4j.cli.screen.FormOption;
import io.github.workload4j.cli.screen.JsonTree;
import io.github.workload4j.cli.screen.Progress;
import io.github.workload4j.cli.screen.Terminal;
import io.github.workload4j.gang.words.JsonLines;
import io.github.workload4j.gang.words.ReleaseText;
import io.github.workload4j.gang.words.Style;
import io.github.workload4j.gang.words.VerdictJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code workload verify}: is what {@code check} printed true of these inputs? */
@Command(
        name = "verify",
        description =
                "Checks the answers that `workload check -o json` printed against the inputs, believing nothing in"
                        + " them: every placement is replayed and every proof checked about a question made from the"
                        + " inputs alone.",
        mixinStandardHelpOptions = true)
public final class VerifyCommand extends ClusterCommand {

    @Mixin
    private final PodOption pods = new PodOption();

    @Option(
            names = "--answer",
            paramLabel = "FILE",
            required = true,
            description = "What `workload check -o json` printed; - for standard input.")
    private String answer = "";

    @Mixin
    private final FormOption form = new FormOption();

    public VerifyCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() {
        boolean isOwn = pods.isAsked();
        if (isOwn) {
            options.orStandardInput(spec, terminal);
        }
        options.requireUsable(spec, List.of(answer));
        LoadedCluster cluster = options.read(spec, terminal, isOwn ? pods : null, new Progress(terminal));
        List<AnswerVerification.Found> found;
        try {
            found = new AnswerVerification(cluster).of(document());
        } catch (IOException | JsonTree.Malformed | InvalidPathException e) {
            terminal.err().println("error: " + Style.printable(Inputs.shown(answer) + ": " + reason(e)));
            return ExitStatus.UNUSABLE;
        }
        if (form.isJson()) {
            writeJson(found);
        } else {
            writeText(found);
        }
        boolean accepted = found.stream().allMatch(AnswerVerification.Found::isAccepted);
        return cluster.status(accepted ? ExitStatus.YES : ExitStatus.NO);
    }

    private @Nullable Object document() throws IOException {
        if (answer.equals(Inputs.STDIN)) {
            return JsonTree.read(terminal.in());
        }
        try (InputStream in = Files.newInputStream(Path.of(answer))) {
            return JsonTree.read(in);
        }
    }

    private static String reason(Exception e) {
        if (e instanceof NoSuchFileException) {
            return "no such file or directory";
        }
        String message = String.valueOf(e.getMessage());
        return message.lines().findFirst().orElse("cannot be read")
                + " (expected: what `workload check -o json` prints)";
    }

    private void writeText(List<AnswerVerification.Found> found) {
        for (AnswerVerification.Found one : found) {
            String about = one.group() == null ? "the answer as a whole" : one.group() + " " + one.verdict();
            terminal.out()
                    .println(Style.printable((one.isAccepted() ? "accepted: " : "refused: ")
                            + about
                            + (one.isAccepted() ? again(one) : ": " + one.objection())));
        }
        ReleaseText.lines(found.stream()
                        .map(AnswerVerification.Found::release)
                        .filter(Objects::nonNull)
                        .toList())
                .forEach(terminal.out()::println);
    }

    private static String again(AnswerVerification.Found one) {
        return one.searchedAgain() ? ": exhaustive search, searched again" : "";
    }

    private void writeJson(List<AnswerVerification.Found> found) {
        try (JsonLines json = new JsonLines(terminal.out())) {
            json.objects("answers", found, one -> {
                if (one.group() == null) {
                    json.nullField("group");
                } else {
                    VerdictJson.group(one.group(), json);
                }
                if (one.release() == null) {
                    json.nullField("release");
                } else {
                    VerdictJson.release(one.release(), json);
                }
                json.field("verdict", one.verdict())
                        .field("accepted", one.isAccepted())
                        .field("objection", one.objection())
                        .field("searchedAgain", one.searchedAgain())
                        .texts("unchecked", one.unchecked());
            });
            long accepted =
                    found.stream().filter(AnswerVerification.Found::isAccepted).count();
            json.schema("verify")
                    .startObject("summary")
                    .field("accepted", accepted)
                    .field("refused", found.size() - accepted)
                    .endObject();
        }
    }
}
