package vdcsim.scenario.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import vdcsim.kernel.result.Results;
import vdcsim.report.Report;
import vdcsim.report.ResultFiles;

/** Draws a report again, from the files of its results. */
@Command(
    footer = {
      "",
      "Nothing is run. The folder's data files stay as they are.",
      "",
      "Examples:",
      "  vdcsim report out/switch-learning --lang zh   labels in Chinese",
      "  vdcsim report out/switch-learning --greys     charts for print"
    })
final class ReportCommand implements Callable<Integer> {
  private final Context context;

  @Mixin private ChartOptions charts;
  @Mixin private OutputOptions output;

  @Parameters(paramLabel = "DIR", description = "the folder of a scenario that was run")
  private Path folder;

  ReportCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws CommandFailure {
    Terminal terminal = context.terminal();
    Results results = results();
    Report.Written written = write(results);
    written.warnings().forEach(warning -> terminal.tell("warning: " + warning));
    RunText text = new RunText(terminal, output.color, charts.language);
    terminal
        .out()
        .print(
            output.json()
                ? Json.document(
                    Json.object(
                        "scenario", results.scenario(),
                        "report", written.html().toString(),
                        "files", RunText.names(written)))
                : text.files(written));
    return Exit.FINE;
  }

  private Results results() throws CommandFailure {
    try {
      if (!Files.isDirectory(folder)) {
        throw new CommandFailure(Exit.WRONG, "there is no folder '" + folder + "'");
      }
      return ResultFiles.read(folder);
    } catch (IOException e) {
      throw new CommandFailure(
          Exit.WRONG, "cannot read the results in " + folder + ": " + Reason.of(e), e);
    }
  }

  private Report.Written write(Results results) throws CommandFailure {
    try {
      Duration wallTime = ResultFiles.wallTime(folder);
      return Report.write(results, charts.report(wallTime, context.terminal()), folder);
    } catch (IOException e) {
      throw Reason.unwritten(folder, e);
    } catch (UncheckedIOException e) {
      throw Reason.unwritten(folder, e.getCause());
    }
  }
}
