package vdcsim.scenario.verify.published;

import vdcsim.scenario.verify.compare.FigureCheck;
import vdcsim.scenario.verify.golden.Fields;
import vdcsim.scenario.verify.golden.UnreadableCase;
import vdcsim.scenario.verify.golden.UnsupportedCase;

/**
 * A published figure.
 *
 * @param tolerance as the table writes it: {@code exact}, {@code rel 15%}, {@code abs 3}, {@code
 *     band 1..3}, {@code at most}, {@code at least}
 */
public record PublishedRow(
    String id, String metric, String configuration, double value, String unit, String tolerance) {
  private static final double HUNDRED = 100;

  /** Beyond what a sum of doubles loses. */
  private static final double EXACT = 1e-9;

  /** A row from the fields of its case. */
  public static PublishedRow read(Fields fields) throws UnreadableCase {
    return new PublishedRow(
        fields.text("id"),
        fields.text("metric"),
        fields.text("configuration"),
        fields.number("value"),
        fields.text("unit"),
        fields.text("tolerance"));
  }

  /** Whether the table says that the figure is a parameter of models, and tests nothing. */
  public boolean isParameter() {
    return tolerance.contains("input parameter");
  }

  /**
   * The figure beside what came out.
   *
   * @throws UnsupportedCase if the tolerance is none of those known
   */
  public FigureCheck check(String what, double simulated) throws UnsupportedCase {
    String[] words = tolerance.split("[ %]+");
    double by = Math.abs(value) * EXACT;
    return switch (words[0]) {
      case "exact" -> bounds(what, value - by, value + by, simulated);
      case "rel" -> {
        double share = Math.abs(value) * number(words) / HUNDRED;
        yield bounds(what, value - share, value + share, simulated);
      }
      case "abs" -> bounds(what, value - number(words), value + number(words), simulated);
      case "band" -> {
        String[] ends = words[1].split("\\.\\.");
        yield bounds(what, Double.parseDouble(ends[0]), Double.parseDouble(ends[1]), simulated);
      }
      // As "upper bound, rel 10%".
      case "upper" -> {
        double share = words.length > 3 ? value * Double.parseDouble(words[3]) / HUNDRED : by;
        yield bounds(what, Double.NEGATIVE_INFINITY, value + share, simulated);
      }
      case "at" -> {
        boolean most = words[1].equals("most");
        yield bounds(
            what,
            most ? Double.NEGATIVE_INFINITY : value - by,
            most ? value + by : Double.POSITIVE_INFINITY,
            simulated);
      }
      default ->
          throw new UnsupportedCase("its tolerance '" + tolerance + "' holds a run to nothing");
    };
  }

  private FigureCheck bounds(String what, double least, double most, double simulated) {
    return new FigureCheck(what + " (" + unit + ")", value, least, most, simulated);
  }

  private double number(String[] words) throws UnsupportedCase {
    try {
      return Double.parseDouble(words[1]);
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
      throw new UnsupportedCase("its tolerance '" + tolerance + "' has no number");
    }
  }
}
