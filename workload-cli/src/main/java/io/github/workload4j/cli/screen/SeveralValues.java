package io.github.workload4j.cli.screen;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Stack;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Takes the values of an option that may have several, and leaves the files that follow them: {@code --group ml/train
 * cluster.yaml} names a group and a file.
 */
public final class SeveralValues implements IParameterConsumer {

    @Override
    public void consumeParameters(Stack<String> args, ArgSpec option, CommandSpec command) {
        if (args.isEmpty() || isOption(args.peek(), command)) {
            throw new MissingParameterException(
                    command.commandLine(),
                    option,
                    "Missing required parameter for option '" + ((OptionSpec) option).longestName() + "' ("
                            + option.paramLabel() + ")");
        }
        Collection<String> values = option.getValue();
        values.add(args.pop());
        while (!args.isEmpty() && !isOption(args.peek(), command) && !isFile(args.peek())) {
            values.add(args.pop());
        }
    }

    private static boolean isOption(String word, CommandSpec command) {
        return word.startsWith("--")
                || word.length() > 1 && word.charAt(0) == '-' && command.findOption(word.charAt(1)) != null;
    }

    private static boolean isFile(String word) {
        try {
            return word.equals("-") || Files.exists(Path.of(word));
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
