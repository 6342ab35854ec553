package vdcsim.scenario.verify.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vdcsim.scenario.verify.golden.GoldenCase;

/** Compares states entry by entry, and counts. */
public final class Comparison {
  private final List<GoldenCase.Differing> differing;
  private final List<Difference> differences = new ArrayList<>();
  private int compared;

  /** A comparison in which values where the runs differed may be any recorded one. */
  public Comparison(List<GoldenCase.Differing> differing) {
    this.differing = List.copyOf(differing);
  }

  /**
   * Compares the state after an event. Every entry counts that stands on either side: one that is
   * missing in the run, and one that the run has too many, are differences.
   *
   * @param afterEvent the event's number, -1 for the start
   */
  public void compare(int afterEvent, Entries expected, Entries actual) {
    Map<String, String> left = expected.byPath();
    Map<String, String> right = actual.byPath();
    left.forEach(
        (path, value) -> {
          String shown = right.getOrDefault(path, Difference.NOTHING);
          count(afterEvent, path, expected.accepts(path, shown) ? shown : value, shown);
        });
    right.forEach(
        (path, value) -> {
          if (!left.containsKey(path)) {
            extra(afterEvent, path, value);
          }
        });
  }

  private void count(int afterEvent, String path, String expected, String actual) {
    compared++;
    if (!expected.equals(actual)) {
      differences.add(new Difference(phase(afterEvent), path, expected, actual));
    }
  }

  /** What was not recorded is wrong, unless the runs differed there. */
  private void extra(int afterEvent, String path, String actual) {
    Optional<GoldenCase.Differing> here =
        differing.stream().filter(d -> covers(d, afterEvent, path)).findFirst();
    if (here.isEmpty()) {
      count(afterEvent, path, Difference.NOTHING, actual);
      return;
    }
    boolean single = steps(here.get().path()).equals(steps(inCase(afterEvent, path)));
    if (single && !here.get().values().contains(actual)) {
      count(afterEvent, path, "one of " + here.get().values(), actual);
    } else if (single) {
      compared++;
    }
  }

  /** Whether an entry is the differing one, or lies below it. */
  private static boolean covers(GoldenCase.Differing differing, int afterEvent, String path) {
    return (steps(inCase(afterEvent, path)) + "/").startsWith(steps(differing.path()) + "/");
  }

  private static String inCase(int afterEvent, String path) {
    return "phases/" + (afterEvent + 1) + "/" + path;
  }

  /** Paths of entries and of cases in one form: steps divided by slashes. */
  private static String steps(String path) {
    return path.replace('.', '/').replace("[", "/").replace("]", "").replace("->", "/");
  }

  /** The name of the state after an event. */
  public static String phase(int afterEvent) {
    return afterEvent < 0 ? "after the start" : "after event " + afterEvent;
  }

  /** How many entries were compared. */
  public int compared() {
    return compared;
  }

  /** What is not as it was recorded, in the order of the phases. */
  public List<Difference> differences() {
    return List.copyOf(differences);
  }
}
