package vdcsim.scenario.verify.network;

import vdcsim.scenario.verify.golden.Fields;

/**
 * What was recorded of all routers at one time.
 *
 * @param routers a field for each router
 */
record RecordedRouters(Network network, Fields routers) {
  /** The router whose part's entries lie below {@code path}, as r1 of {@code routers.r1.rib}. */
  static String router(String path) {
    return path.split("\\.", -1)[1];
  }
}
