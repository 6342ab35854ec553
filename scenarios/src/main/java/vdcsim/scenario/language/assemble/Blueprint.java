package vdcsim.scenario.language.assemble;

import java.util.List;
import java.util.Set;

/**
 * Everything of one point, bound: what is made, and what happens.
 *
 * @param broken the names of things that are wrong and left out, so that what speaks of them is not
 *     told as wrong too
 * @param whole whether all names are known: those of the things and those of the broken ones
 */
record Blueprint(
    List<Thing> things, List<Happening> happenings, Set<String> broken, boolean whole) {
  Blueprint {
    things = List.copyOf(things);
    happenings = List.copyOf(happenings);
    broken = Set.copyOf(broken);
  }
}
