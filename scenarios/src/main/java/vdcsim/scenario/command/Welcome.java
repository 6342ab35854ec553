package vdcsim.scenario.command;

import java.util.List;
import java.util.stream.Collectors;
import vdcsim.scenario.run.Version;

/** What {@code vdcsim} says when no command is given. */
final class Welcome {
  private Welcome() {}

  static String version() {
    return CommandTree.PROGRAM + " " + Version.number() + "\n";
  }

  /** The commonest commands, an example each. */
  static String brief() {
    return "vdcsim simulates virtualized data centres: a scenario in YAML, a report with charts.\n\n"
        + CommandTree.entries().stream()
            .filter(entry -> !entry.example().isEmpty())
            .map(entry -> row("vdcsim " + entry.example(), entry.about()))
            .collect(Collectors.joining())
        + "\nAll commands: vdcsim --help\n";
  }

  /** All commands. */
  static String full() {
    List<CommandTree.Entry> entries = CommandTree.entries();
    return "Usage: vdcsim COMMAND [OPTIONS]\n\n"
        + "A deterministic discrete-event simulator of a virtualized data centre.\n\nCommands:\n"
        + entries.stream()
            .map(entry -> row(entry.name(), entry.about()))
            .collect(Collectors.joining())
        + "\nOptions:\n"
        + row("-h, --help", "Shows this text; 'vdcsim COMMAND --help' shows more on one command.")
        + row("-V, --version", "Shows the version.")
        + "\nExamples:\n"
        + entries.stream()
            .filter(entry -> !entry.example().isEmpty())
            .map(entry -> "  vdcsim " + entry.example() + "\n")
            .collect(Collectors.joining())
        + "\nExit codes: 0 fine; 1 an expectation did not hold; 2 wrong usage or scenario;\n"
        + "70 a bug; 73, 74 cannot write; 75 interrupted.\n";
  }

  private static String row(String what, String about) {
    return String.format("  %-28s %s", what, about) + "\n";
  }
}
