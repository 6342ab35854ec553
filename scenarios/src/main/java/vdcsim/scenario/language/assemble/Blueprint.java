package vdcsim.scenario.language.assemble;

import java.util.List;

/** Everything of one point, bound: what is made, and what happens. */
record Blueprint(List<Thing> things, List<Happening> happenings) {
  Blueprint {
    things = List.copyOf(things);
    happenings = List.copyOf(happenings);
  }
}
