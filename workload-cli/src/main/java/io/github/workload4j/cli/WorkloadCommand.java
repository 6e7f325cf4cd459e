package io.github.workload4j.cli;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.cli.answer.CheckCommand;
import io.github.workload4j.cli.capacity.QueueCommand;
import io.github.workload4j.cli.capacity.SlotsCommand;
import io.github.workload4j.cli.capacity.WhenCommand;
import io.github.workload4j.cli.change.WhatIfCommand;
import io.github.workload4j.cli.fleet.SnapshotCommand;
import io.github.workload4j.cli.fleet.WhereCommand;
import io.github.workload4j.cli.intent.GroupsCommand;
import io.github.workload4j.cli.manifest.ConvertCommand;
import io.github.workload4j.cli.manifest.ValidateCommand;
import io.github.workload4j.cli.screen.ExitStatus;
import io.github.workload4j.cli.screen.Terminal;
import io.github.workload4j.cli.verify.VerifyCommand;
import io.github.workload4j.gang.words.Style;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IVersionProvider;

/** The {@code workload} command: validates manifests, converts them, and asks whether their gangs fit a cluster. */
@Command(
        name = "workload",
        description =
                "Kubernetes Workload manifests without a cluster: what do they say, would the API server of a release"
                        + " accept them, would their gangs fit?",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = WorkloadCommand.Version.class,
        footer = {
            "",
            "Exit status: 0 valid, or every group fits; 1 something is invalid, or a group does not fit;",
            "2 wrong usage or unreadable input; 3 undetermined within the budget;",
            "4 every group fits, but that depends on something the inputs do not show."
        })
public final class WorkloadCommand implements Runnable {

    /** What each command is made of, in the order of the help. */
    private static final Map<String, Function<Terminal, Object>> COMMANDS = commands();

    /** Commands that are about the others. */
    private static final List<String> WHOLE = List.of("completion", "help");

    private static final String HELP =
            "Prints what a command does and its options; without one, what this program does.";

    /** Words that someone may have meant; further ones are hardly like what was typed. */
    private static final int MOST_MEANT = 2;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    private WorkloadCommand() {}

    private static Map<String, Function<Terminal, Object>> commands() {
        Map<String, Function<Terminal, Object>> all = new LinkedHashMap<>();
        all.put("validate", ValidateCommand::new);
        all.put("convert", ConvertCommand::new);
        all.put("check", CheckCommand::new);
        all.put("groups", GroupsCommand::new);
        all.put("whatif", WhatIfCommand::new);
        all.put("verify", VerifyCommand::new);
        all.put("slots", SlotsCommand::new);
        all.put("queue", QueueCommand::new);
        all.put("when", WhenCommand::new);
        all.put("where", WhereCommand::new);
        all.put("snapshot", SnapshotCommand::new);
        all.put("completion", CompletionCommand::new);
        all.put("help", terminal -> new CommandLine.HelpCommand());
        return all;
    }

    /** Runs the command on the streams of this process and ends the process. */
    public static void main(String[] args) {
        Terminal terminal = Terminal.ofProcess(
                new FileInputStream(FileDescriptor.in),
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err));
        System.exit(run(args, terminal));
    }

    /**
     * Runs the command once, on streams that nobody watches.
     *
     * @param in read if an input is {@code -}
     * @param out gets the result, in UTF-8
     * @param err gets problems, in UTF-8
     * @return the exit status
     */
    public static int run(String[] args, InputStream in, OutputStream out, OutputStream err) {
        return run(args, Terminal.of(in, out, err));
    }

    public static int run(String[] args, Terminal terminal) {
        int status;
        try {
            status = commandLine(terminal, args).execute(args);
        } catch (OutOfMemoryError e) {
            terminal.err().println("error: out of memory: give Java more, for example -Xmx4g");
            status = ExitStatus.UNUSABLE;
        }
        if (terminal.out().checkError()) {
            terminal.err().println("error: standard output: closed before everything was written");
            status = ExitStatus.UNUSABLE;
        }
        terminal.err().flush();
        return status;
    }

    /** {@return the command with all that it can do} */
    static CommandLine commandLine(Terminal terminal) {
        return commandLine(terminal, List.copyOf(COMMANDS.keySet()));
    }

    /** Only the command that is asked for is made, where that is one: to make all takes longer than most answers. */
    private static CommandLine commandLine(Terminal terminal, String[] args) {
        boolean one = args.length > 0 && COMMANDS.containsKey(args[0]) && !WHOLE.contains(args[0]);
        return one ? commandLine(terminal, List.of(args[0])) : commandLine(terminal);
    }

    private static CommandLine commandLine(Terminal terminal, List<String> names) {
        CommandLine line = new CommandLine(new WorkloadCommand());
        names.forEach(name ->
                line.addSubcommand(name, requireNonNull(COMMANDS.get(name)).apply(terminal)));
        CommandLine help = line.getSubcommands().get("help");
        if (help != null) {
            help.getCommandSpec().usageMessage().description(HELP);
        }
        return line.setOut(terminal.out())
                .setErr(terminal.err())
                .setColorScheme(
                        CommandLine.Help.defaultColorScheme(terminal.style() == Style.COLOURED ? Ansi.ON : Ansi.OFF))
                .setUsageHelpWidth(100)
                .setUsageHelpAutoWidth(terminal.outIsTerminal())
                .setCaseInsensitiveEnumValuesAllowed(false)
                .setUnmatchedOptionsAllowedAsOptionParameters(false)
                .setExpandAtFiles(false)
                .setParameterExceptionHandler(WorkloadCommand::wrongUsage)
                .setExecutionExceptionHandler((e, command, parsed) -> defect(e, terminal));
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    private static int wrongUsage(CommandLine.ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        boolean noSuchCommand = e instanceof CommandLine.UnmatchedArgumentException
                && name.equals("workload")
                && !args[0].startsWith("-");
        String message = noSuchCommand ? "no such command: " + args[0] : inOurWords(e.getMessage());
        command.getErr().println("error: " + Style.printable(message));
        List<String> meant =
                e instanceof CommandLine.UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.of();
        if (!meant.isEmpty()) {
            String words = meant.stream()
                    .limit(MOST_MEANT)
                    .map(word -> "`" + word + "`")
                    .collect(Collectors.joining(" or "));
            command.getErr().println("Did you mean " + words + "?");
        }
        command.getErr().println("See `" + name + " --help`.");
        return ExitStatus.UNUSABLE;
    }

    /** The parser's messages say words twice, and name types of Java. */
    private static String inOurWords(String message) {
        return message.replace("option option", "option")
                .replaceFirst("^Invalid value for option '(-[^' =]+)[^']*'[^:]*: ", "$1: ")
                .replaceFirst("^Missing required option: '(-[^=']+)=?(.*)'$", "$1: not given (expected: $1 $2)")
                .replaceFirst(
                        "^Missing required parameter for option '(-[^']+)' \\((.*)\\)$",
                        "$1: nothing after it (expected: $1 $2)")
                .replaceFirst("^option '(-[^']+)'.* should be specified only once$", "$1: given twice (expected: once)")
                .replace("is not a long", "is not a whole number")
                .replace("is not an int", "is not a whole number");
    }

    private static int defect(Exception e, Terminal terminal) {
        StackTraceElement[] trace = e.getStackTrace();
        terminal.out().flush();
        terminal.err()
                .println("error: this is a defect of the command, not of your input: " + Style.printable(e.toString())
                        + (trace.length == 0 ? "" : " at " + trace[0]));
        return ExitStatus.UNUSABLE;
    }

    /** The version of this build. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() throws IOException {
            Properties properties = new Properties();
            try (InputStream in = Version.class.getResourceAsStream("version.properties")) {
                properties.load(in);
            }
            return new String[] {"workload " + properties.getProperty("version")};
        }
    }
}
