package vdcsim.scenario.verify.network;

import vdcsim.scenario.verify.golden.Fields;

/**
 * What was recorded of all routers at one time.
 *
 * @param routers a field for each router
 */
record RecordedRouters(Network network, Fields routers) {}
