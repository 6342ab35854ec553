package vdcsim.scenario.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine;
import vdcsim.kernel.spec.NearNames;

/**
 * All commands, by name. Only the one that is asked for is made: reading the annotations of all
 * would double the time to start.
 */
final class CommandTree {
  /** The program's name. */
  static final String PROGRAM = "vdcsim";

  private static final int HELP_COLUMNS = 90;

  /**
   * A command.
   *
   * @param name what is typed
   * @param about what it does, in one line
   * @param example of the few that are shown first; empty for the others
   * @param maker makes it
   */
  record Entry(
      String name, String about, String example, Function<Context, Callable<Integer>> maker) {}

  private static final List<Entry> ENTRIES =
      List.of(
          new Entry("list", "Lists the scenarios that come along.", "list", ListCommand::new),
          new Entry(
              "run",
              "Runs scenarios and writes their reports.",
              "run switch-learning",
              RunCommand::new),
          new Entry(
              "init",
              "Prints a commented scenario to start from.",
              "init > lab.yaml",
              InitCommand::new),
          new Entry(
              "check",
              "Says all that is wrong with scenarios, without running them.",
              "check lab.yaml",
              CheckCommand::new),
          new Entry(
              "explain",
              "Says what a key of a scenario means.",
              "explain hosts.nics",
              ExplainCommand::new),
          new Entry(
              "show", "Prints a scenario of the library, with its comments.", "", ShowCommand::new),
          new Entry(
              "report",
              "Draws a report again, from the files of its results.",
              "",
              ReportCommand::new),
          new Entry(
              "verify",
              "Holds the simulator against recorded runs of real systems.",
              "",
              VerifyCommand::new),
          new Entry(
              "schema",
              "Prints the JSON Schema of scenarios, for editors.",
              "",
              SchemaCommand::new),
          new Entry(
              "completion",
              "Prints a script for completion in bash or zsh.",
              "",
              CompletionCommand::new));

  private CommandTree() {}

  static List<Entry> entries() {
    return ENTRIES;
  }

  /** The command of an entry, ready to take arguments. */
  static CommandLine commandLine(Entry entry, Context context) {
    CommandLine line = new CommandLine(entry.maker().apply(context));
    line.setCommandName(entry.name());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    CommandLine.Model.CommandSpec spec = line.getCommandSpec();
    spec.addOption(
        CommandLine.Model.OptionSpec.builder("-h", "--help")
            .usageHelp(true)
            .description("show this text")
            .build());
    spec.usageMessage().description(entry.about()).width(HELP_COLUMNS);
    spec.usageMessage().sortOptions(false).sortSynopsis(false);
    return line;
  }

  /** Carries out a command line; the exit code. */
  static int execute(Context context, String... arguments) throws CommandFailure {
    Execution execution = new Execution(context);
    String first = arguments.length == 0 ? "" : arguments[0];
    int exit =
        switch (first) {
          case "" -> print(context, Welcome.brief());
          case "-h", "--help" -> print(context, Welcome.full());
          case "-V", "--version" -> print(context, Welcome.version());
          case "help" -> execution.run(helpOn(arguments));
          default -> execution.run(List.of(arguments));
        };
    context.terminal().out().flush();
    return exit;
  }

  private static int print(Context context, String text) throws CommandFailure {
    context.terminal().out().print(text);
    return Exit.FINE;
  }

  /** {@code help run} means {@code run --help}. */
  private static List<String> helpOn(String... arguments) {
    return arguments.length == 1 ? List.of("--help") : List.of(arguments[1], "--help");
  }

  /** The entry of this name. */
  static Entry named(String name) throws CommandFailure {
    for (Entry entry : ENTRIES) {
      if (entry.name().equals(name)) {
        return entry;
      }
    }
    throw new CommandFailure(Exit.WRONG, unknown(name));
  }

  private static String unknown(String name) {
    List<String> known = new ArrayList<>(ENTRIES.stream().map(Entry::name).toList());
    if (name.startsWith("-")) {
      return "options stand after the command, as in 'vdcsim run lab.yaml " + name + "'";
    } else if (name.matches(".*\\.ya?ml")) {
      return "'" + name + "' is no command; did you mean 'vdcsim run " + name + "'?";
    }
    return "'" + name + "' is no command" + NearNames.hint(name, known);
  }
}
