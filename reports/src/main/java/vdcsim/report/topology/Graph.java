package vdcsim.report.topology;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vdcsim.kernel.result.Topology;
import vdcsim.report.text.Words;

/** Boxes and wires, with many hosts of one switch drawn as one box where there are many. */
record Graph(List<Box> boxes, List<Wire> wires, boolean grouped) {
  private static final int DRAW_EACH = 28;
  private static final int SMALLEST_GROUP = 4;

  Graph {
    boxes = List.copyOf(boxes);
    wires = List.copyOf(wires);
  }

  /** The graph of a topology; a cable whose end is no device of it is left out. */
  static Graph of(Topology topology, Words words) {
    Map<String, Integer> index = new TreeMap<>();
    List<Box> boxes = new ArrayList<>();
    for (Topology.Node node : topology.nodes()) {
      index.put(node.name(), boxes.size());
      boxes.add(Box.of(node));
    }
    List<Wire> wires = new ArrayList<>();
    for (Topology.Edge edge : topology.edges()) {
      Integer from = index.get(edge.from());
      Integer to = index.get(edge.to());
      if (from != null && to != null && !from.equals(to)) {
        wires.add(new Wire(from, to, edge));
      }
    }
    Graph graph = new Graph(boxes, wires, false);
    return boxes.size() > DRAW_EACH ? graph.inGroups(words) : graph;
  }

  List<Wire> wiresOf(int box) {
    return wires.stream().filter(wire -> wire.touches(box)).toList();
  }

  /** Whether a box hangs on one other by one wire, and is not itself what others hang on. */
  boolean isLeaf(int box) {
    List<Wire> own = wiresOf(box);
    if (own.size() != 1) {
      return false;
    }
    int other = own.get(0).other(box);
    return wiresOf(other).size() > 1 || other < box;
  }

  /** Joins the leaves of one box that have the same kind and state. */
  private Graph inGroups(Words words) {
    Map<String, List<Integer>> groups = new LinkedHashMap<>();
    for (int box = 0; box < boxes.size(); box++) {
      if (isLeaf(box)) {
        Wire wire = wiresOf(box).get(0);
        String key = wire.other(box) + " " + wire.edge().state() + " " + boxes.get(box).kind();
        groups.computeIfAbsent(key, k -> new ArrayList<>()).add(box);
      }
    }
    int[] head = new int[boxes.size()];
    for (int box = 0; box < head.length; box++) {
      head[box] = box;
    }
    for (List<Integer> group : groups.values()) {
      if (group.size() >= SMALLEST_GROUP) {
        group.forEach(box -> head[box] = group.get(0));
      }
    }
    return joined(head, groups, words);
  }

  private Graph joined(int[] head, Map<String, List<Integer>> groups, Words words) {
    Map<Integer, Box> group = new TreeMap<>();
    for (List<Integer> members : groups.values()) {
      if (members.size() >= SMALLEST_GROUP) {
        Box first = boxes.get(members.get(0));
        String last = boxes.get(members.get(members.size() - 1)).label();
        String note = words.say("topology.group", members.size());
        group.put(members.get(0), new Box(first.label() + " … " + last, note, first.kind(), true));
      }
    }
    int[] index = new int[head.length];
    List<Box> kept = new ArrayList<>();
    for (int box = 0; box < head.length; box++) {
      if (head[box] == box) {
        index[box] = kept.size();
        kept.add(group.getOrDefault(box, boxes.get(box)));
      }
    }
    List<Wire> left = new ArrayList<>();
    for (Wire wire : wires) {
      boolean drawn = head[wire.from()] == wire.from() && head[wire.to()] == wire.to();
      if (drawn) {
        left.add(new Wire(index[wire.from()], index[wire.to()], wire.edge()));
      }
    }
    return new Graph(kept, left, !group.isEmpty());
  }
}
