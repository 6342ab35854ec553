package vdcsim.report.topology;

import java.util.Locale;
import vdcsim.kernel.result.Topology;

/**
 * How a cable is drawn.
 *
 * @param look the line
 * @param barAtFrom whether a bar stands at the end from which the edge goes
 * @param barAtTo whether a bar stands at the other end
 */
record CableState(Look look, boolean barAtFrom, boolean barAtTo) {

  /** The forms of lines. */
  enum Look {
    /** A line. */
    UP,
    /** Dashes with a cross. */
    DOWN,
    /** A line with a bar at the blocked end, or in the middle where the end is not said. */
    BLOCKED,
    /** Dots: a state of which this picture knows nothing. */
    OTHER
  }

  /**
   * Reads a state: {@code up}, {@code down}, {@code blocked}; the blocked end may follow as {@code
   * from} or {@code to}, or by the name of the device or its port, as in {@code blocked s3.p2}.
   */
  static CableState of(Topology.Edge edge) {
    String state = edge.state().toLowerCase(Locale.ROOT);
    if (state.startsWith("blocked")) {
      String end = edge.state().substring("blocked".length()).replaceFirst("^[ :-]+(at )?", "");
      return new CableState(
          Look.BLOCKED,
          end.equals("both") || isEnd(end, "from", edge.from(), edge.fromPort()),
          end.equals("both") || isEnd(end, "to", edge.to(), edge.toPort()));
    }
    return switch (state) {
      case "up", "" -> new CableState(Look.UP, false, false);
      case "down" -> new CableState(Look.DOWN, false, false);
      default -> new CableState(Look.OTHER, false, false);
    };
  }

  private static boolean isEnd(String end, String word, String device, String port) {
    return end.equals(word) || end.equals(device) || end.equals(device + "." + port);
  }
}
