package vdcsim.scenario.language.assemble;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vdcsim.kernel.result.Measurement;
import vdcsim.scenario.language.prepare.Variation;
import vdcsim.scenario.language.problem.Problem;
import vdcsim.scenario.language.problem.Problems;
import vdcsim.scenario.language.yaml.Node;
import vdcsim.scenario.language.yaml.Place;
import vdcsim.scenario.language.yaml.SourceText;

/**
 * Looks at points before any is run. Enough of them to meet every varied value once come first, the
 * first point before all: a wrong value is wrong at whichever point it stands. Then come others,
 * for values that do not go together. Of very many values in large worlds the first and the last of
 * each path are checked, and as many others as a second or two allow; what is left is checked when
 * its world is built.
 */
final class PointCheck {
  /**
   * How many things are made for the sake of values, over all the worlds that are built: enough for
   * fifty points of a thousand hosts, and done in a second or two.
   */
  private static final long MOST_THINGS = 50_000;

  /** And for what they are together, in so many points at most: some tenths of a second. */
  private static final long MOST_TOGETHER = 10_000;

  private static final int MOST_POINTS = 1_000;

  private static final double GOLDEN_SECTION = 0.618;

  private final Points points;
  private final Variation variation;
  private final SourceText source;
  private final long seed;
  private final Map<String, Measurement> metrics = new TreeMap<>();
  private final Set<Integer> checked = new HashSet<>();
  private long things;

  /** What was found at any point, in its own words. */
  private final Problems known;

  PointCheck(Points points, Variation variation, SourceText source, long seed) {
    this.points = points;
    this.variation = variation;
    this.source = source;
    this.seed = seed;
    this.known = new Problems(source);
  }

  /** What the worlds measure, by name; nothing where the first world could not be built. */
  Optional<Map<String, Measurement>> check(Problems problems) {
    Problems first = found(0);
    known.addAll(first);
    problems.addAll(first);
    for (Trial trial : trials()) {
      if (problems.full() || things > MOST_THINGS) {
        break;
      }
      Problems found = found(trial.point());
      tell(found, trial, first, problems);
      known.addAll(found);
    }
    if (!problems.hasErrors()) {
      checkTogether(problems);
    }
    return first.hasErrors() ? Optional.empty() : Optional.of(metrics);
  }

  private Problems found(int point) {
    Problems found = new Problems(source);
    things += 1L + points.checkOne(point, found, seed, metrics);
    checked.add(point);
    return found;
  }

  /** A point that is checked for the sake of values that no other point had: {axis, value}. */
  private record Trial(int point, List<int[]> news) {}

  /** For each path the last of its trials comes first, so that both its ends are checked. */
  private List<Trial> trials() {
    Set<Long> met = new HashSet<>();
    Map<Integer, List<Trial>> byAxis = new TreeMap<>();
    for (int point : variation.representatives()) {
      List<Integer> settings = variation.points().get(point);
      List<int[]> news = new ArrayList<>();
      for (int axis = 0; axis < settings.size(); axis++) {
        if (met.add(((long) axis << 32) + settings.get(axis))) {
          news.add(new int[] {axis, settings.get(axis)});
        }
      }
      if (point > 0 && !news.isEmpty()) {
        byAxis
            .computeIfAbsent(news.get(0)[0], axis -> new ArrayList<>())
            .add(new Trial(point, news));
      }
    }
    List<Trial> trials = new ArrayList<>();
    byAxis.values().forEach(list -> trials.add(list.remove(list.size() - 1)));
    byAxis.values().forEach(trials::addAll);
    return trials;
  }

  /**
   * Tells what is wrong with a trial. What was not wrong in the first point is the fault of the
   * varied value, and is told there.
   */
  private void tell(Problems found, Trial trial, Problems first, Problems problems) {
    for (Problem problem : found.inOrder()) {
      if (first.has(problem)) {
        continue;
      }
      boolean there =
          first.hasErrors()
              || problem.severity() == Problem.Severity.WARNING
              || trial.news().stream().anyMatch(news -> within(problem, value(news)));
      if (there) {
        problems.add(problem);
      } else {
        int[] news = trial.news().get(0);
        problems.error(
            value(news).place(),
            problem.path(),
            problem.message() + " (with " + setting(news) + ")");
      }
    }
  }

  private Node value(int[] news) {
    return variation.paths().get(news[0]).values().get(news[1]);
  }

  private static boolean within(Problem problem, Node node) {
    Place place = node.place();
    if (problem.line() == place.line() && problem.column() == place.column()) {
      return true;
    } else if (node instanceof Node.Sequence sequence) {
      return sequence.items().stream().anyMatch(item -> within(problem, item));
    } else if (node instanceof Node.Mapping mapping) {
      return mapping.entries().stream()
          .anyMatch(
              entry ->
                  within(problem, entry.value())
                      || (problem.line() == entry.keyPlace().line()
                          && problem.column() == entry.keyPlace().column()));
    }
    return false;
  }

  // Values that are right by themselves.

  /** Goes through all points in an order that is even at each of its lengths. */
  private void checkTogether(Problems problems) {
    int size = variation.points().size();
    int stride = stride(size);
    long most = things + MOST_TOGETHER;
    int last = Math.min(size - 1, MOST_POINTS);
    for (int i = 1; i <= last && things <= most && !problems.full(); i++) {
      int point = (int) ((long) i * stride % size);
      if (!checked.contains(point)) {
        tellTogether(found(point), point, problems);
      }
    }
  }

  /** A number without a common divisor; as a part of the size near the golden section. */
  private static int stride(int size) {
    int stride = (int) (size * GOLDEN_SECTION);
    while (divisor(stride, size) != 1) {
      stride++;
    }
    return stride;
  }

  private static int divisor(int a, int b) {
    return b == 0 ? a : divisor(b, a % b);
  }

  private void tellTogether(Problems found, int point, Problems problems) {
    for (Problem problem : found.inOrder()) {
      if (problem.severity() == Problem.Severity.ERROR && !known.has(problem)) {
        known.add(problem);
        problems.add(
            new Problem(
                problem.file(),
                problem.line(),
                problem.column(),
                problem.path(),
                problem.message() + " (with " + others(problem, point) + ")",
                problem.excerpt(),
                problem.severity()));
      }
    }
  }

  /** In what the point differs from the first, but for the value where the problem is. */
  private String others(Problem problem, int point) {
    List<Integer> settings = variation.points().get(point);
    List<Integer> usual = variation.points().get(0);
    return IntStream.range(0, settings.size())
        .filter(axis -> !settings.get(axis).equals(usual.get(axis)))
        .mapToObj(axis -> new int[] {axis, settings.get(axis)})
        .filter(setting -> !within(problem, value(setting)))
        .map(setting -> setting(setting))
        .collect(Collectors.joining(", "));
  }

  private String setting(int[] axisAndValue) {
    return variation.paths().get(axisAndValue[0]).path()
        + ": "
        + Variation.shown(value(axisAndValue));
  }
}
