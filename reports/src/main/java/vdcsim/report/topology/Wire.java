package vdcsim.report.topology;

import vdcsim.kernel.result.Topology;

/** A cable between two boxes, by their index. */
record Wire(int from, int to, Topology.Edge edge) {

  int other(int box) {
    return box == from ? to : from;
  }

  boolean touches(int box) {
    return box == from || box == to;
  }
}
