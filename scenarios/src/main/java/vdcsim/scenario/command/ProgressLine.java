package vdcsim.scenario.command;

import java.time.Duration;
import java.util.function.LongSupplier;
import vdcsim.report.text.Columns;
import vdcsim.scenario.run.Progress;

/** One line on the terminal that says how far the runs are; replaced a few times a second. */
final class ProgressLine implements Progress {
  private static final long REDRAW_NS = 200_000_000;
  private static final int CELLS = 28;

  private final Terminal terminal;
  private final int runs;
  private final boolean drawn;
  private final LongSupplier clock;
  private final long startNs;
  private long lastDrawnNs;
  private int shown;

  /**
   * A line for so many runs.
   *
   * @param drawn whether anything is shown while the runs are under way
   * @param clock wall time in nanoseconds
   */
  ProgressLine(Terminal terminal, int runs, boolean drawn, LongSupplier clock) {
    this.terminal = terminal;
    this.runs = runs;
    this.drawn = drawn;
    this.clock = clock;
    this.startNs = clock.getAsLong();
    this.lastDrawnNs = startNs;
  }

  @Override
  public void reached(int runsDone, long events) {
    long nowNs = clock.getAsLong();
    if (drawn && nowNs - lastDrawnNs >= REDRAW_NS) {
      lastDrawnNs = nowNs;
      String line = line(runsDone, events) + left(runsDone);
      String blank = " ".repeat(Math.max(0, shown - Columns.width(line)));
      shown = Columns.width(line);
      show("\r" + line + blank);
    }
  }

  /** How long the runs have taken so far. */
  Duration elapsed() {
    return Duration.ofNanos(clock.getAsLong() - startNs);
  }

  /** Removes the line. */
  void clear() {
    if (shown > 0) {
      show("\r" + " ".repeat(shown) + "\r");
      shown = 0;
    }
  }

  /** What is left to say when the runs have ended. */
  String summary(int runsDone, long events) {
    return line(runsDone, events);
  }

  private String line(int runsDone, long events) {
    double seconds = elapsed().toNanos() / 1e9;
    String rate = Header.count(events / Math.max(seconds, 1e-3)) + " events/s";
    String between = terminal.unicode() ? " · " : " | ";
    String counts =
        String.join(
            between,
            runsDone + "/" + runs + " runs",
            Header.count((double) events) + " events",
            rate,
            Header.span(seconds));
    return "  [" + bar(runsDone) + "] " + counts;
  }

  private String bar(int runsDone) {
    int full = (int) ((long) CELLS * runsDone / runs);
    String done = terminal.unicode() ? "█" : "#";
    String open = terminal.unicode() ? "░" : "-";
    return done.repeat(full) + open.repeat(CELLS - full);
  }

  private String left(int runsDone) {
    if (runsDone == 0) {
      return "";
    }
    double seconds = elapsed().toNanos() / 1e9 * (runs - runsDone) / runsDone;
    return (terminal.unicode() ? " · ~" : " | ~") + Header.span(seconds) + " left";
  }

  private void show(String text) {
    try {
      terminal.err().print(text);
      terminal.err().flush();
    } catch (CommandFailure e) {
      // Nobody reads standard error.
    }
  }
}
