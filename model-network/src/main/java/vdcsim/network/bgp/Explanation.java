package vdcsim.network.bgp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vdcsim.network.bgp.rib.DecisionSettings;
import vdcsim.network.bgp.rib.Entry;
import vdcsim.network.bgp.rib.Path;
import vdcsim.network.bgp.rib.Selection;
import vdcsim.network.bgp.rib.Step;
import vdcsim.network.ip.Ipv4Prefix;

/**
 * How a speaker came to its choice for a network.
 *
 * @param candidates all paths, the best first, then those that share its packets, then the rest
 */
public record Explanation(Ipv4Prefix prefix, List<Candidate> candidates) {

  /**
   * A path and what became of it.
   *
   * @param best whether it is the best
   * @param used whether packets go over it
   * @param lostAt the step that preferred the best path to it; empty for the best itself, and where
   *     its next hop cannot be reached
   */
  public record Candidate(Path path, boolean best, boolean used, Optional<Step> lostAt) {}

  public Explanation {
    candidates = List.copyOf(candidates);
  }

  static Explanation of(Entry entry, DecisionSettings settings) {
    Selection selection = entry.selection();
    List<Path> order = new ArrayList<>(selection.used());
    entry.paths().stream()
        .filter(path -> path.isValid() && !order.contains(path))
        .forEach(order::add);
    entry.paths().stream().filter(path -> !order.contains(path)).forEach(order::add);
    List<Candidate> candidates = new ArrayList<>();
    for (Path path : order) {
      boolean best = selection.best().filter(path::equals).isPresent();
      candidates.add(
          new Candidate(
              path,
              best,
              selection.used().contains(path),
              path.isValid() ? selection.against(path, settings) : Optional.empty()));
    }
    return new Explanation(entry.prefix(), candidates);
  }
}
