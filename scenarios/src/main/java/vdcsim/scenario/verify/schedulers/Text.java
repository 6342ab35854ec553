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
