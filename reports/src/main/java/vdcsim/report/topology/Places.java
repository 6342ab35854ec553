package vdcsim.report.topology;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the horizontal places of boxes whose order in each row is fixed: each as near to the mean
 * of its neighbours as the boxes beside it allow (least squares under order, by pooling adjacent
 * violators).
 */
final class Places {
  private static final int ROUNDS = 40;

  private final Graph graph;
  private final double[] widths;
  private final double gap;
  private final double[] x;

  private Places(Graph graph, double[] widths, double gap) {
    this.graph = graph;
    this.widths = widths;
    this.gap = gap;
    this.x = new double[widths.length];
  }

  /** The centre of each box; the leftmost box begins at zero. */
  static double[] of(Graph graph, List<List<Integer>> rows, double[] widths, double gap) {
    return new Places(graph, widths, gap).found(rows);
  }

  private double[] found(List<List<Integer>> rows) {
    for (List<Integer> row : rows) {
      double[] offsets = offsets(row);
      double middle = offsets[offsets.length - 1] / 2;
      for (int i = 0; i < row.size(); i++) {
        x[row.get(i)] = offsets[i] - middle;
      }
    }
    for (int round = 0; round < ROUNDS; round++) {
      for (int i = 0; i < rows.size(); i++) {
        settle(rows.get(round % 2 == 0 ? i : rows.size() - 1 - i));
      }
    }
    double left = Double.POSITIVE_INFINITY;
    for (int box = 0; box < x.length; box++) {
      left = Math.min(left, x[box] - widths[box] / 2);
    }
    for (int box = 0; box < x.length; box++) {
      x[box] -= left;
    }
    return x;
  }

  /** How far each box of a row is at least from the first. */
  private double[] offsets(List<Integer> row) {
    double[] offsets = new double[row.size()];
    for (int i = 1; i < row.size(); i++) {
      offsets[i] =
          offsets[i - 1]
              + (widths[row.get(i - 1)] + widths[row.get(i)]) / 2
              + between(row.get(i - 1), row.get(i));
    }
    return offsets;
  }

  /** Neighbours in a row that a wire joins need room for its labels. */
  private double between(int left, int right) {
    return graph.wiresOf(left).stream().anyMatch(w -> w.touches(right)) ? 3 * gap : gap;
  }

  private void settle(List<Integer> row) {
    double[] offsets = offsets(row);
    List<double[]> blocks = new ArrayList<>();
    for (int i = 0; i < row.size(); i++) {
      blocks.add(new double[] {wanted(row.get(i)) - offsets[i], 1});
      while (blocks.size() > 1 && falls(blocks)) {
        double[] last = blocks.remove(blocks.size() - 1);
        double[] before = blocks.remove(blocks.size() - 1);
        double count = before[1] + last[1];
        double mean = (before[0] * before[1] + last[0] * last[1]) / count;
        blocks.add(new double[] {mean, count});
      }
    }
    int i = 0;
    for (double[] block : blocks) {
      for (int n = 0; n < block[1]; n++) {
        x[row.get(i)] = block[0] + offsets[i];
        i++;
      }
    }
  }

  private static boolean falls(List<double[]> blocks) {
    return blocks.get(blocks.size() - 2)[0] > blocks.get(blocks.size() - 1)[0];
  }

  private double wanted(int box) {
    return graph.wiresOf(box).stream()
        .mapToDouble(wire -> x[wire.other(box)])
        .average()
        .orElse(x[box]);
  }
}
