package vdcsim.scenario.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vdcsim.scenario.library.Library;

/** Prints a scenario of the library, with its comments. */
@Command(
    footer = {
      "",
      "Examples:",
      "  vdcsim show stp-triangle",
      "  vdcsim show stp-triangle > lab.yaml   to change it"
    })
final class ShowCommand implements Callable<Integer> {
  private final Context context;

  @Parameters(paramLabel = "NAME", description = "a name that 'vdcsim list' shows")
  private String name;

  ShowCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws CommandFailure {
    Library library = context.library().get();
    String text =
        library
            .source(name)
            .orElseThrow(
                () ->
                    new CommandFailure(
                        Exit.WRONG,
                        "the library has no scenario named '"
                            + name
                            + "'"
                            + ScenarioSource.near(name, library)));
    context.terminal().out().print(text);
    return Exit.FINE;
  }
}
