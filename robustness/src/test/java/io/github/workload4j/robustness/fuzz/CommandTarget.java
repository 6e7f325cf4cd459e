package io.github.workload4j.robustness.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.workload4j.robustness.Command;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The first line is the arguments, divided by blanks, the rest standard input. Whatever they are, the command ends with
 * a status of its contract, prints JSON where JSON was asked for, and the same again.
 */
final class CommandTarget implements Target.Attack {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> ANSWERING = List.of("check", "whatif", "queue", "slots", "verify");

    @Override
    public void on(byte[] input) {
        int end = 0;
        while (end < input.length && input[end] != '\n') {
            end++;
        }
        List<String> args =
                new ArrayList<>(Arrays.asList(new String(input, 0, end, StandardCharsets.UTF_8).split(" ")));
        // Files of this machine are no input, nor output: what they hold is not known, and some never end.
        args.replaceAll(word -> word.contains("/") && !word.startsWith("--") ? "-" : word);
        if (args.stream().anyMatch(word -> word.matches("-f.+|--(filename|answer|old|report).*|\\.+"))) {
            return;
        }
        if (ANSWERING.contains(args.get(0)) && !args.contains("--steps")) {
            args.addAll(1, List.of("--steps", "20000"));
        }
        byte[] in = Arrays.copyOfRange(input, Math.min(end + 1, input.length), input.length);
        Command run = Command.run(in, args);
        if (args.get(0).equals("convert")) {
            run.requireSoundButManifests();
        } else {
            run.requireSound();
        }
        int form = args.indexOf("json");
        if (run.status() != 2 && form > 0 && args.get(form - 1).equals("-o")) {
            assertThatCode(() -> JSON.readTree(run.out())).as(run.out()).doesNotThrowAnyException();
        }
        assertThat(same(Command.run(in, args))).isEqualTo(same(run));
    }

    private static String same(Command run) {
        return (run.status() + run.err() + run.out()).replaceAll("\"elapsedMillis\":[0-9.E-]+", "\"elapsedMillis\":0");
    }
}
