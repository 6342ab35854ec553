package vdcsim.scenario.verify.network;

import vdcsim.scenario.verify.golden.Fields;
import vdcsim.scenario.verify.golden.UnreadableCase;

/** What a switch of a case is told about spanning tree; the defaults are those of the cases. */
record SpanningTreeSettings(
    String protocol, int priority, int helloS, int forwardDelayS, int maxAgeS) {

  static final String STP = "stp";
  static final String RSTP = "rstp";

  static SpanningTreeSettings read(String protocol, Fields node) throws UnreadableCase {
    return new SpanningTreeSettings(
        protocol,
        node.integer("priority", 32768),
        node.integer("hello_s", 2),
        node.integer("forward_delay_s", 15),
        node.integer("max_age_s", 20));
  }

  /**
   * The longest time until the tree stands again after a single change: stale information dies
   * (twice, where what replaces it is stale as well), ports listen and learn, and some hellos for
   * messages on their way.
   */
  int settleS() {
    return 2 * maxAgeS + 2 * forwardDelayS + 5 * helloS;
  }
}
