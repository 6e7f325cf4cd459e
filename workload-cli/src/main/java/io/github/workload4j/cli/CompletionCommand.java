package io.github.workload4j.cli;

import io.github.workload4j.cli.screen.Terminal;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code workload completion}: a script with which a shell completes commands and options. */
@Command(
        name = "completion",
        description = "Prints a script with which a shell completes commands, options and files.",
        footer = {
            "",
            "bash: source <(workload completion bash)",
            "zsh:  source <(workload completion zsh)",
            "fish: workload completion fish | source"
        },
        mixinStandardHelpOptions = true)
final class CompletionCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "bash|zsh|fish", converter = ShellConverter.class, description = "The shell.")
    private Shell shell = Shell.BASH;

    private final Terminal terminal;

    CompletionCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    private enum Shell {
        BASH,
        ZSH,
        FISH
    }

    private static final class ShellConverter implements ITypeConverter<Shell> {
        @Override
        public Shell convert(String word) {
            return switch (word) {
                case "bash" -> Shell.BASH;
                case "zsh" -> Shell.ZSH;
                case "fish" -> Shell.FISH;
                default -> throw new TypeConversionException("`" + word + "` (expected: bash, zsh or fish)");
            };
        }
    }

    @Override
    public Integer call() {
        CommandLine root = spec.parent().commandLine();
        PrintWriter out = terminal.out();
        if (shell == Shell.FISH) {
            fish(root, out);
        } else {
            // One script for both: zsh runs it as bash would. It names the day on which it was made.
            AutoComplete.bash(root.getCommandName(), root)
                    .lines()
                    .filter(line -> !line.startsWith("# Date:"))
                    .forEach(out::println);
        }
        return 0;
    }

    private static void fish(CommandLine root, PrintWriter out) {
        String name = root.getCommandName();
        String none = "not __fish_seen_subcommand_from "
                + String.join(" ", root.getSubcommands().keySet());
        for (Map.Entry<String, CommandLine> each : root.getSubcommands().entrySet()) {
            CommandSpec command = each.getValue().getCommandSpec();
            out.println("complete -c " + name + " -f -n " + quoted(none) + " -a " + each.getKey() + " -d "
                    + quoted(first(command.usageMessage().description())));
        }
        root.getCommandSpec().options().forEach(option -> fish(name, none, option, out));
        root.getSubcommands()
                .forEach((word, command) -> command.getCommandSpec()
                        .options()
                        .forEach(option -> fish(name, "__fish_seen_subcommand_from " + word, option, out)));
    }

    private static void fish(String name, String when, OptionSpec option, PrintWriter out) {
        StringBuilder line = new StringBuilder("complete -c " + name + " -n " + quoted(when));
        for (String each : option.names()) {
            line.append(each.startsWith("--") ? " -l " + each.substring(2) : " -s " + each.substring(1));
        }
        if (option.arity().max() > 0) {
            line.append(" -r");
            if (option.paramLabel().matches("[a-z|]+")) {
                line.append(" -f -a ").append(quoted(option.paramLabel().replace('|', ' ')));
            }
        }
        out.println(line + " -d " + quoted(first(option.description())));
    }

    /** {@return the first sentence} */
    private static String first(String[] description) {
        String text = String.join(" ", description);
        int end = text.indexOf(". ");
        return end < 0 ? text : text.substring(0, end + 1);
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
