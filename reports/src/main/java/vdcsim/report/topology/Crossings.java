package vdcsim.report.topology;

import java.util.List;

/** Counts how often lines cross in an order of boxes. */
final class Crossings {
  /** A line within a row that passes a box is as bad as so many crossings. */
  private static final int PASSED = 2;

  private Crossings() {}

  static long count(List<List<Integer>> rows, List<Wire> wires) {
    int boxes = rows.stream().mapToInt(List::size).sum();
    int[] row = new int[boxes];
    int[] place = new int[boxes];
    for (int r = 0; r < rows.size(); r++) {
      for (int i = 0; i < rows.get(r).size(); i++) {
        row[rows.get(r).get(i)] = r;
        place[rows.get(r).get(i)] = i;
      }
    }
    long crossings = 0;
    for (int a = 0; a < wires.size(); a++) {
      Wire wire = wires.get(a);
      if (row[wire.from()] == row[wire.to()]) {
        crossings += PASSED * (Math.abs(place[wire.from()] - place[wire.to()]) - 1L);
      }
      for (int b = a + 1; b < wires.size(); b++) {
        crossings += cross(wire, wires.get(b), row, place) ? 1 : 0;
      }
    }
    return crossings;
  }

  /** Whether two lines between the same two rows end in another order than they start. */
  private static boolean cross(Wire a, Wire b, int[] row, int[] place) {
    int aTop = row[a.from()] < row[a.to()] ? a.from() : a.to();
    int bTop = row[b.from()] < row[b.to()] ? b.from() : b.to();
    int aEnd = a.other(aTop);
    int bEnd = b.other(bTop);
    boolean sameRows = row[aTop] == row[bTop] && row[aEnd] == row[bEnd] && row[aTop] != row[aEnd];
    int tops = Integer.compare(place[aTop], place[bTop]);
    int ends = Integer.compare(place[aEnd], place[bEnd]);
    return sameRows && tops * ends < 0;
  }
}
