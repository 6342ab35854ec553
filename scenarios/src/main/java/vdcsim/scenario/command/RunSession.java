package vdcsim.scenario.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vdcsim.report.Report;
import vdcsim.scenario.language.Scenario;
import vdcsim.scenario.language.problem.Problem;
import vdcsim.scenario.language.problem.RefusedScenario;
import vdcsim.scenario.run.Cancellation;
import vdcsim.scenario.run.FailedRun;
import vdcsim.scenario.run.Outcome;
import vdcsim.scenario.run.RunWatch;
import vdcsim.scenario.run.Runner;

/** Runs some scenarios one after the other, writes their reports, and shows what came out. */
final class RunSession {
  private final Context context;
  private final Terminal terminal;
  private final Wishes wishes;
  private final RunText text;
  private final List<Map<String, Object>> documents = new ArrayList<>();
  private final List<Problem> warnings = new ArrayList<>();

  /** What the command line asks for. */
  record Wishes(
      Path out,
      int threads,
      boolean quiet,
      boolean noProgress,
      List<String> captured,
      List<String> explained,
      OutputOptions output,
      ChartOptions charts) {}

  RunSession(Context context, Wishes wishes) {
    this.context = context;
    this.terminal = context.terminal();
    this.wishes = wishes;
    this.text = new RunText(terminal, wishes.output().color, wishes.charts().language);
  }

  /** Runs all; the exit code. */
  int run(List<Loading.Loaded> scenarios) throws CommandFailure, RefusedFiles, FailedRun {
    warn(scenarios);
    List<OutputFolder> folders = new ArrayList<>();
    int exit = Exit.FINE;
    try {
      for (Loading.Loaded one : scenarios) {
        folders.add(OutputFolder.below(wishes.out(), one.scenario().name()));
      }
      Cancellation cancellation = context.interrupts().get();
      for (int i = 0; i < scenarios.size() && exit != Exit.INTERRUPTED; i++) {
        int one = run(scenarios.get(i).scenario(), folders.get(i).path(), cancellation);
        exit = Math.max(exit, one);
      }
    } finally {
      folders.forEach(OutputFolder::discardIfEmpty);
    }
    if (wishes.output().json()) {
      terminal
          .out()
          .print(
              Json.document(
                  Json.object("scenarios", documents, "problems", Json.problems(warnings))));
    }
    return exit;
  }

  private void warn(List<Loading.Loaded> scenarios) {
    ProblemText shown = new ProblemText(terminal.paint(wishes.output().color, terminal.errShown()));
    for (Loading.Loaded one : scenarios) {
      warnings.addAll(one.scenario().warnings());
      if (!wishes.output().json()) {
        one.scenario().warnings().forEach(warning -> terminal.tell(shown.of(warning)));
      }
    }
  }

  private int run(Scenario scenario, Path folder, Cancellation cancellation)
      throws CommandFailure, RefusedFiles, FailedRun {
    say(Header.of(scenario, terminal.unicode()));
    int runs = Runner.runs(scenario);
    boolean drawn = terminal.errShown() && !wishes.quiet() && !wishes.noProgress();
    ProgressLine progress = new ProgressLine(terminal, runs, drawn, System::nanoTime);
    Captures captures = new Captures(scenario, wishes.captured(), folder);
    ExplainedRoutes routes = new ExplainedRoutes(wishes.explained());
    try {
      Outcome outcome = outcome(scenario, both(captures, routes), progress, cancellation);
      Duration wallTime = progress.elapsed();
      say(progress.summary(outcome.runsDone(), outcome.events()));
      if (!outcome.complete()) {
        return interrupted(outcome, wallTime);
      }
      captures.finish().forEach(sentence -> terminal.tell("warning: " + sentence));
      say(routes);
      return complete(outcome, wallTime, folder);
    } catch (IOException e) {
      throw uncaptured(folder, e);
    } finally {
      captures.drop();
    }
  }

  private static RunWatch both(RunWatch first, RunWatch second) {
    return world -> {
      first.begins(world);
      second.begins(world);
    };
  }

  /** What was asked for stands on the standard output, unless that is for programs. */
  private void say(ExplainedRoutes routes) throws CommandFailure {
    for (String line : routes.lines()) {
      if (wishes.output().json()) {
        terminal.tell(line);
      } else {
        terminal.out().print(line + "\n");
      }
    }
  }

  private Outcome outcome(
      Scenario scenario, RunWatch watch, ProgressLine progress, Cancellation cancellation)
      throws CommandFailure, RefusedFiles, FailedRun {
    try {
      return new Runner(wishes.threads()).run(scenario, watch, progress, cancellation);
    } catch (RefusedScenario e) {
      throw new RefusedFiles(e.problems());
    } catch (Captures.WrongCapture e) {
      throw new CommandFailure(Exit.WRONG, "--capture: " + e.getMessage(), e);
    } catch (ExplainedRoutes.WrongRoute e) {
      throw new CommandFailure(Exit.WRONG, "--explain-route: " + e.getMessage(), e);
    } catch (UncheckedIOException e) {
      throw uncaptured(wishes.out(), e.getCause());
    } finally {
      progress.clear();
    }
  }

  private static CommandFailure uncaptured(Path folder, IOException e) {
    return new CommandFailure(
        Exit.CANNOT_WRITE, "cannot write captures below " + folder + ": " + Reason.of(e), e);
  }

  private int complete(Outcome outcome, Duration wallTime, Path folder) throws CommandFailure {
    Report.Written written = write(outcome, wallTime, folder);
    documents.add(text.document(outcome, written, wallTime));
    if (!wishes.quiet() && !wishes.output().json()) {
      terminal.out().print(text.of(outcome, written));
      terminal.out().flush();
    }
    if (wishes.quiet() && !outcome.allHeld()) {
      terminal.tell(outcome.results().scenario() + ": " + text.failedChecks(outcome));
    }
    return outcome.allHeld() ? Exit.FINE : Exit.NOT_HELD;
  }

  /** Finished configurations go to a folder of another name, so that none takes them for all. */
  private int interrupted(Outcome outcome, Duration wallTime) throws CommandFailure {
    String name = outcome.results().scenario();
    String said = name + ": interrupted after " + outcome.runsDone() + " of " + outcome.runs();
    int points = outcome.results().points().size();
    if (points == 0) {
      terminal.tell(said + " runs; no configuration was finished, so nothing was written");
      return Exit.INTERRUPTED;
    }
    OutputFolder partial = OutputFolder.below(wishes.out(), name + ".partial");
    write(outcome, wallTime, partial.path());
    terminal.tell(
        said
            + " runs; "
            + Header.plural(points, "finished configuration")
            + " in "
            + partial.path());
    return Exit.INTERRUPTED;
  }

  private Report.Written write(Outcome outcome, Duration wallTime, Path folder)
      throws CommandFailure {
    try {
      Report.Options options = wishes.charts().report(wallTime, terminal);
      Report.Written written = Report.write(outcome.results(), options, folder);
      written.warnings().forEach(warning -> terminal.tell("warning: " + warning));
      return written;
    } catch (IOException e) {
      throw Reason.unwritten(folder, e);
    } catch (UncheckedIOException e) {
      throw Reason.unwritten(folder, e.getCause());
    }
  }

  private void say(String line) {
    if (!wishes.quiet()) {
      terminal.tell(line);
    }
  }
}
