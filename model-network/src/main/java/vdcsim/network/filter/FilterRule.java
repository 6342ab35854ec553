package vdcsim.network.filter;

import java.util.List;
import vdcsim.network.conntrack.Relation;
import vdcsim.network.conntrack.Tracked;
import vdcsim.network.match.PacketMatch;
import vdcsim.network.stack.Passage;
import vdcsim.network.stack.Stack;

/**
 * A rule of a filter.
 *
 * @param match which packets
 * @param states of which states; empty for any
 * @param verdict what becomes of them
 */
public record FilterRule(PacketMatch match, List<Relation> states, Verdict verdict) {
  public FilterRule {
    states = List.copyOf(states);
  }

  boolean fits(Stack machine, Passage passage) {
    return match.matches(machine, passage)
        && (states.isEmpty() || states.contains(relation(passage)));
  }

  private static Relation relation(Passage passage) {
    return passage.attached(Tracked.class).map(Tracked::relation).orElse(Relation.INVALID);
  }
}
