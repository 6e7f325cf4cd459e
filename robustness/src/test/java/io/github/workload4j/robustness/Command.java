package io.github.workload4j.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.cli.WorkloadCommand;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** One call of the command: its exit status and what it printed. */
public record Command(int status, String out, String err) {

    /** {@return what a call with these arguments comes to} */
    public static Command run(byte[] in, List<String> args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = WorkloadCommand.run(args.toArray(String[]::new), new ByteArrayInputStream(in), out, err);
        return new Command(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** What holds of every call. */
    public void requireSound() {
        requireSoundButManifests();
        requireText(out);
    }

    /** What holds of every call, but that its output may hold a manifest as it was read. */
    public void requireSoundButManifests() {
        assertThat(status).as(err).isBetween(0, 4);
        assertThat(err).doesNotContain("defect", "Exception", "out of memory");
        assertThat(out).doesNotContain("defect");
        requireText(err);
    }

    private static void requireText(String printed) {
        assertThat(printed).as("characters that a terminal obeys").doesNotContain("\u001b", "\u0007", "\b");
    }
}
