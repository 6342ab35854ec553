package vdcsim.scenario.language.assemble;

import vdcsim.kernel.world.Action;
import vdcsim.scenario.language.yaml.Node;

/** An event of the time line, bound. */
record Happening(long atNs, Action<?> action, Record spec, Node node, String path) {}
