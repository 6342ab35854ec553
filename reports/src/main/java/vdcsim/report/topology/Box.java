package vdcsim.report.topology;

import vdcsim.kernel.result.Topology;

/**
 * A device to be drawn, or several of a kind that hang on the same switch.
 *
 * @param label its name, or the names of the first and the last
 * @param note a short line below the label; may be empty
 * @param kind chooses the shape
 * @param many whether it stands for several
 */
record Box(String label, String note, String kind, boolean many) {

  static Box of(Topology.Node node) {
    return new Box(node.name(), node.note(), node.kind(), false);
  }

  /** The root of a spanning tree says so in its note. */
  boolean isRoot() {
    return note.equals("root") || note.startsWith("root ") || note.startsWith("root,");
  }
}
