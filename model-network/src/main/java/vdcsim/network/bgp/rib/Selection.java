package vdcsim.network.bgp.rib;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was chosen for a network.
 *
 * @param best the path that is used and told
 * @param used the paths over which packets go, the best first
 * @param reason the step that told the best from the last path that it was compared with
 */
public record Selection(Optional<Path> best, List<Path> used, Step reason) {
  /** Nothing can be used. */
  public static final Selection NONE = new Selection(Optional.empty(), List.of(), Step.ONLY_PATH);

  public Selection {
    used = List.copyOf(used);
  }

  /**
   * Chooses between the paths to a network.
   *
   * @param paths in the sequence in which they are compared: the latest arrival first
   * @param inUse the path that was best until now
   */
  public static Selection of(List<Path> paths, Optional<Path> inUse, DecisionSettings settings) {
    List<Path> valid = paths.stream().filter(Path::isValid).toList();
    if (valid.isEmpty()) {
      return NONE;
    }
    Decision decision = new Decision(settings, inUse);
    List<Path> finalists = settings.deterministicMed() ? groupWinners(valid, decision) : valid;
    Path best = finalists.get(0);
    Step reason = Step.ONLY_PATH;
    for (Path challenger : finalists.subList(1, finalists.size())) {
      Decision.Verdict verdict = decision.compare(challenger, best);
      reason = verdict.step();
      best = verdict.firstWins() ? challenger : best;
    }
    return new Selection(Optional.of(best), used(best, valid, decision, settings), reason);
  }

  /** The best of each neighbour system (FRRouting, bgp deterministic-med). */
  private static List<Path> groupWinners(List<Path> valid, Decision decision) {
    List<Path> winners = new ArrayList<>();
    for (Path path : valid) {
      int rival = rival(winners, path);
      if (rival < 0) {
        winners.add(path);
      } else if (decision.compare(path, winners.get(rival)).firstWins()) {
        winners.set(rival, path);
      }
    }
    return winners;
  }

  private static int rival(List<Path> winners, Path path) {
    for (int i = 0; i < winners.size(); i++) {
      if (Decision.sameNeighbour(
          winners.get(i).attributes().asPath(), path.attributes().asPath())) {
        return i;
      }
    }
    return -1;
  }

  private static List<Path> used(
      Path best, List<Path> valid, Decision decision, DecisionSettings settings) {
    List<Path> used = new ArrayList<>(List.of(best));
    for (Path path : valid) {
      if (!path.equals(best) && used.size() < settings.maxPaths() && decision.equal(path, best)) {
        used.add(path);
      }
    }
    return used;
  }

  /** The step that tells the best from another path, and whether that step really prefers it. */
  public Optional<Step> against(Path other, DecisionSettings settings) {
    return best.filter(path -> !path.equals(other))
        .map(path -> new Decision(settings, best).compare(path, other).step());
  }
}
