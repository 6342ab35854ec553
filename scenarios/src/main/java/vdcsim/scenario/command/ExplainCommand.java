package vdcsim.scenario.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vdcsim.scenario.explain.Answer;
import vdcsim.scenario.explain.Explain;
import vdcsim.scenario.explain.Page;

/** Says what a key of a scenario means. */
@Command(
    footer = {
      "",
      "Examples:",
      "  vdcsim explain                         all keys at the top, and topics",
      "  vdcsim explain hosts.nics.eth0.rate    meaning, unit, default, source",
      "  vdcsim explain switches --recursive    with the keys below its keys",
      "  vdcsim explain units                   a topic"
    })
final class ExplainCommand implements Callable<Integer> {
  private final Context context;

  /** The form of the page. */
  private enum Format {
    TEXT,
    MD,
    JSON
  }

  @Parameters(
      paramLabel = "KEY",
      arity = "0..1",
      defaultValue = "",
      description = "a path, as an error names it, or a topic; without it an overview")
  private String key;

  @Option(names = "--recursive", description = "list the keys below the keys too")
  private boolean recursive;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "TEXT",
      description = "text, md or json")
  private Format format;

  ExplainCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws CommandFailure {
    Explain explain = new Explain(context.language().get());
    Answer answer = key.isBlank() ? explain.overview() : explain.explain(key, recursive);
    if (answer instanceof Answer.Unknown unknown) {
      String near =
          unknown.near().isEmpty()
              ? "; 'vdcsim explain' lists all"
              : "; did you mean " + String.join(", ", unknown.near()) + "?";
      throw new CommandFailure(Exit.WRONG, "there is no key or topic '" + key + "'" + near);
    }
    Page page = (Page) answer;
    context
        .terminal()
        .out()
        .print(
            switch (format) {
              case TEXT -> page.text(context.terminal().columns());
              case MD -> page.markdown();
              case JSON -> page.json();
            });
    return Exit.FINE;
  }
}
