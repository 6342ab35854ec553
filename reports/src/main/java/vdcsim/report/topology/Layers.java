package vdcsim.report.topology;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Puts boxes into rows. What is not a leaf is layered by its distance from the root, or stands in
 * one row where it is a short chain; leaves hang below their box, or above it at the root.
 */
final class Layers {
  private static final int FAR = Integer.MAX_VALUE;
  private static final int LONGEST_ROW = 8;
  private static final int SWEEPS = 12;

  private final Graph graph;
  private final int[] layer;
  private final List<List<Integer>> neighbours = new ArrayList<>();

  private Layers(Graph graph) {
    this.graph = graph;
    this.layer = new int[graph.boxes().size()];
    for (int box = 0; box < layer.length; box++) {
      int self = box;
      neighbours.add(graph.wiresOf(box).stream().map(w -> w.other(self)).distinct().toList());
    }
  }

  /** The rows from top to bottom, each from left to right. */
  static List<List<Integer>> of(Graph graph) {
    return new Layers(graph).rows();
  }

  private List<List<Integer>> rows() {
    Arrays.fill(layer, FAR);
    for (int box = 0; box < layer.length; box++) {
      if (layer[box] == FAR && !graph.isLeaf(box)) {
        assign(component(box));
      }
    }
    for (int box = 0; box < layer.length; box++) {
      layer[box] = layer[box] == FAR ? 0 : layer[box];
    }
    Map<Integer, List<Integer>> rows = new TreeMap<>();
    for (int box : reached()) {
      rows.computeIfAbsent(layer[box], key -> new ArrayList<>()).add(box);
    }
    return ordered(new ArrayList<>(rows.values()));
  }

  /** Everything that hangs together with a box, except leaves. */
  private List<Integer> component(int start) {
    List<Integer> found = new ArrayList<>(List.of(start));
    for (int i = 0; i < found.size(); i++) {
      for (int next : neighbours.get(found.get(i))) {
        if (!graph.isLeaf(next) && !found.contains(next)) {
          found.add(next);
        }
      }
    }
    Collections.sort(found);
    return found;
  }

  private void assign(List<Integer> core) {
    boolean row = core.size() <= LONGEST_ROW && isChain(core);
    int[] distance = distances(tops(core), core);
    int deepest = 0;
    for (int box : core) {
      layer[box] = row ? 0 : distance[box];
      deepest = Math.max(deepest, layer[box]);
    }
    for (int box : core) {
      for (int leaf : neighbours.get(box)) {
        if (graph.isLeaf(leaf)) {
          layer[leaf] = layer[box] == 0 && deepest > 0 ? -1 : layer[box] + 1;
        }
      }
    }
  }

  private boolean isChain(List<Integer> core) {
    int ends = 0;
    for (int box : core) {
      long inner = neighbours.get(box).stream().filter(core::contains).count();
      if (inner > 2) {
        return false;
      }
      ends += inner == 1 ? 1 : 0;
    }
    return core.size() == 1 || ends == 2;
  }

  /** The spanning tree's root, else the box from which the farthest is nearest. */
  private int root(List<Integer> core) {
    return core.stream()
        .filter(box -> graph.boxes().get(box).isRoot())
        .findFirst()
        .orElseGet(
            () ->
                core.stream()
                    .min(
                        Comparator.comparingInt((Integer box) -> farthest(box, core))
                            .thenComparing(box -> -neighbours.get(box).size()))
                    .orElseThrow());
  }

  /** The root, and its twins: boxes with the same neighbours, as the second core switch. */
  private List<Integer> tops(List<Integer> core) {
    int root = root(core);
    List<Integer> tops = new ArrayList<>(List.of(root));
    for (int box : core) {
      List<Integer> others = new ArrayList<>(neighbours.get(box));
      others.remove(Integer.valueOf(root));
      boolean same = others.size() > 1 && neighbours.get(root).containsAll(others);
      if (box != root && same && Collections.disjoint(others, tops)) {
        tops.add(box);
      }
    }
    return tops;
  }

  private int farthest(int from, List<Integer> core) {
    int[] distance = distances(List.of(from), core);
    return core.stream().mapToInt(box -> distance[box]).max().orElse(0);
  }

  private int[] distances(List<Integer> from, List<Integer> core) {
    int[] distance = new int[layer.length];
    Arrays.fill(distance, FAR);
    from.forEach(box -> distance[box] = 0);
    Deque<Integer> next = new ArrayDeque<>(from);
    while (!next.isEmpty()) {
      int box = next.remove();
      for (int other : neighbours.get(box)) {
        if (core.contains(other) && distance[other] == FAR) {
          distance[other] = distance[box] + 1;
          next.add(other);
        }
      }
    }
    return distance;
  }

  /**
   * All boxes in the order of a walk along the wires, so that chains and siblings stay together.
   */
  private List<Integer> reached() {
    List<Integer> reached = new ArrayList<>();
    boolean[] seen = new boolean[layer.length];
    for (int start : startsOfWalks()) {
      walk(start, seen, reached);
    }
    return reached;
  }

  private List<Integer> startsOfWalks() {
    List<Integer> starts = new ArrayList<>();
    for (int box = 0; box < layer.length; box++) {
      starts.add(box);
    }
    starts.sort(Comparator.comparingInt((Integer box) -> inner(box)).thenComparing(box -> box));
    return starts;
  }

  /** Ends of chains first, leaves last. */
  private int inner(int box) {
    long inner = neighbours.get(box).stream().filter(other -> !graph.isLeaf(other)).count();
    return graph.isLeaf(box) ? Integer.MAX_VALUE : inner == 1 ? 0 : 1;
  }

  private void walk(int start, boolean[] seen, List<Integer> reached) {
    Deque<Integer> next = new ArrayDeque<>(List.of(start));
    while (!next.isEmpty()) {
      int box = next.pop();
      if (!seen[box]) {
        seen[box] = true;
        reached.add(box);
        List<Integer> others = new ArrayList<>(neighbours.get(box));
        Collections.reverse(others);
        others.forEach(next::push);
      }
    }
  }

  /** Sweeps up and down; keeps the order with the fewest crossings. */
  private List<List<Integer>> ordered(List<List<Integer>> rows) {
    List<List<Integer>> best = copy(rows);
    long fewest = Crossings.count(rows, graph.wires());
    for (int sweep = 0; sweep < SWEEPS && fewest > 0; sweep++) {
      for (int i = 1; i < rows.size(); i++) {
        int row = sweep % 2 == 0 ? i : rows.size() - 1 - i;
        sort(rows.get(row), positions(rows));
      }
      long crossings = Crossings.count(rows, graph.wires());
      if (crossings < fewest) {
        fewest = crossings;
        best = copy(rows);
      }
    }
    return best;
  }

  private static List<List<Integer>> copy(List<List<Integer>> rows) {
    List<List<Integer>> copy = new ArrayList<>();
    rows.forEach(row -> copy.add(new ArrayList<>(row)));
    return copy;
  }

  private double[] positions(List<List<Integer>> rows) {
    double[] positions = new double[layer.length];
    for (List<Integer> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        positions[row.get(i)] = (i + 0.5) / row.size();
      }
    }
    return positions;
  }

  private void sort(List<Integer> row, double[] positions) {
    double[] wanted = new double[layer.length];
    for (int box : row) {
      wanted[box] =
          neighbours.get(box).stream()
              .mapToDouble(other -> positions[other])
              .average()
              .orElse(positions[box]);
    }
    row.sort(Comparator.comparingDouble(box -> wanted[box]));
  }
}
