package vdcsim.scenario.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import vdcsim.scenario.schema.Schema;

/** Prints the JSON Schema of the scenario language. */
@Command(
    footer = {
      "",
      "Editors that know YAML then complete keys and mark mistakes while you type.",
      "",
      "Examples:",
      "  vdcsim schema > vdcsim.schema.json",
      "  # yaml-language-server: $schema=vdcsim.schema.json   (first line of a scenario)"
    })
final class SchemaCommand implements Callable<Integer> {
  private final Context context;

  SchemaCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws CommandFailure {
    context.terminal().out().print(Schema.of(context.language().get()));
    return Exit.FINE;
  }
}
