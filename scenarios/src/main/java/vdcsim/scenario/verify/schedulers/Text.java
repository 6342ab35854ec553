package vdcsim.scenario.verify.schedulers;

import java.util.Locale;
import vdcsim.scenario.verify.compare.FigureCheck.Recorded;
import vdcsim.scenario.verify.golden.Fields;
import vdcsim.scenario.verify.golden.UnreadableCase;

/** A scenario, line by line. */
final class Text {
  private final StringBuilder text = new StringBuilder();

  Text(String id, String about) {
    line("name: %s", id.toLowerCase(Locale.ROOT).replace('+', 'p'));
    line("about: %s", about);
  }

  void line(String form, Object... values) {
    text.append(String.format(Locale.ROOT, form, values)).append('\n');
  }

  /**
   * What else the machine that measured did, on each of its processors: for 6 % of the time, a
   * millisecond at a time, and before the tasks that were measured. The share is an input: requests
   * of 15 and 40 ms that have their quota always (R-15-i100-20, R-40-i100-50) take 5.9 and 6.4 %
   * longer in the mean than they compute; how it is spread is a guess.
   */
  void others(int processors) {
    for (int cpu = 0; cpu < processors; cpu++) {
      line(
          "  others%d: { type: cpu-requests, on: h1, cpus: [%d], nice: -20, cpu:"
              + " \"exponential(mean: 1 ms)\", every: \"exponential(mean: 16 ms)\" }",
          cpu, cpu);
    }
  }

  @Override
  public String toString() {
    return text.toString();
  }

  /** What the recorded runs showed of a figure. */
  static Recorded recorded(Fields fields, String name) throws UnreadableCase {
    return recorded(fields.object(name));
  }

  static Recorded recorded(Fields figure) throws UnreadableCase {
    return new Recorded(figure.number("min"), figure.number("median"), figure.number("max"));
  }
}
