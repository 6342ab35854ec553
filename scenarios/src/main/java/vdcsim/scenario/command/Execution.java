package vdcsim.scenario.command;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import vdcsim.kernel.spec.NearNames;
import vdcsim.scenario.run.FailedRun;

/** Carries out one command, and turns everything that can go wrong into a sentence and a code. */
final class Execution {
  private static final int FRAMES_SHOWN = 6;

  private final Context context;
  private final Terminal terminal;

  Execution(Context context) {
    this.context = context;
    this.terminal = context.terminal();
  }

  /** Runs the command that the first argument names, with the others. */
  int run(List<String> arguments) throws CommandFailure {
    List<String> rest = arguments.subList(1, arguments.size());
    boolean json = wantsJson(rest);
    try {
      CommandLine line = CommandTree.commandLine(CommandTree.named(arguments.get(0)), context);
      return execute(line, rest);
    } catch (CommandFailure failure) {
      return fail(json, failure.exitCode(), failure.getMessage());
    } catch (RefusedFiles refused) {
      return refuse(json, rest, refused);
    } catch (FailedRun failed) {
      fail(json, Exit.BUG, failed.getMessage());
      return bug(failed.getCause() == null ? failed : failed.getCause());
    } catch (Exception | Error e) {
      fail(json, Exit.BUG, "the simulator broke: " + e);
      return bug(e);
    }
  }

  private int execute(CommandLine line, List<String> arguments) throws Exception {
    StringWriter errors = new StringWriter();
    line.setErr(new PrintWriter(errors));
    try {
      line.parseArgs(arguments.toArray(String[]::new));
    } catch (CommandLine.ParameterException e) {
      throw new CommandFailure(Exit.WRONG, wrongUsage(e), e);
    }
    if (line.isUsageHelpRequested()) {
      terminal.out().print(help(line));
      return Exit.FINE;
    }
    return (Integer) ((java.util.concurrent.Callable<?>) line.getCommand()).call();
  }

  private String help(CommandLine line) {
    boolean coloured = terminal.paint(Terminal.ColourWish.AUTO, terminal.outShown()).on();
    CommandLine.Help.Ansi ansi = coloured ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF;
    line.setCommandName(CommandTree.PROGRAM + " " + line.getCommandName());
    return line.getUsageMessage(ansi).replace(System.lineSeparator(), "\n");
  }

  private static String wrongUsage(CommandLine.ParameterException e) {
    String command = e.getCommandLine().getCommandName();
    String help = "; see '" + CommandTree.PROGRAM + " " + command + " --help'";
    if (e instanceof CommandLine.UnmatchedArgumentException unmatched
        && unmatched.getUnmatched().get(0).startsWith("-")) {
      String option = unmatched.getUnmatched().get(0).replaceFirst("=.*", "");
      List<String> known =
          e.getCommandLine().getCommandSpec().options().stream()
              .flatMap(spec -> Stream.of(spec.names()))
              .toList();
      List<String> near = NearNames.of(option, known);
      String hint = near.isEmpty() ? help : "; did you mean '" + near.get(0) + "'?";
      return "there is no option '" + option + "'" + hint;
    }
    return e.getMessage() + help;
  }

  /** A wrong command line may not say how it wants its errors, so this looks for itself. */
  private static boolean wantsJson(List<String> arguments) {
    String all = String.join("\n", arguments);
    return all.matches("(?si)(.*\n)?--format[=\n]json(\n.*)?");
  }

  private int fail(boolean json, int exitCode, String message) throws CommandFailure {
    if (json && exitCode != Exit.CANNOT_WRITE) {
      terminal
          .out()
          .print(
              Json.document(
                  Map.of("error", Json.object("exitCode", exitCode, "message", message))));
    }
    Paint paint = terminal.paint(Terminal.ColourWish.AUTO, terminal.errShown());
    terminal.tell(CommandTree.PROGRAM + ": " + paint.red("error:") + " " + message);
    return exitCode;
  }

  private int refuse(boolean json, List<String> arguments, RefusedFiles refused)
      throws CommandFailure {
    if (json) {
      terminal
          .out()
          .print(Json.document(Json.object("problems", Json.problems(refused.problems()))));
      return Exit.WRONG;
    }
    ProblemText text = new ProblemText(terminal.paint(colour(arguments), terminal.errShown()));
    refused.problems().forEach(problem -> terminal.tell(text.of(problem)));
    terminal.tell(ProblemText.count(refused.problems(), "Nothing was run."));
    return Exit.WRONG;
  }

  private static Terminal.ColourWish colour(List<String> arguments) {
    String all = String.join("\n", arguments);
    if (all.matches("(?si)(.*\n)?--color[=\n]always(\n.*)?")) {
      return Terminal.ColourWish.ALWAYS;
    }
    return all.matches("(?si)(.*\n)?--color[=\n]never(\n.*)?")
        ? Terminal.ColourWish.NEVER
        : Terminal.ColourWish.AUTO;
  }

  private int bug(Throwable cause) {
    String frames =
        Stream.of(cause.getStackTrace())
            .limit(FRAMES_SHOWN)
            .map(frame -> "    at " + frame + "\n")
            .collect(Collectors.joining());
    terminal.tell(
        frames
            + "This is a bug of vdcsim "
            + vdcsim.scenario.run.Version.number()
            + ". Please report it with the scenario and these lines.");
    return Exit.BUG;
  }
}
