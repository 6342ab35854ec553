package vdcsim.network.bgp.message;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The autonomous systems that a route has passed, the nearest first (RFC 4271, 5.1.2).
 *
 * @param segments sequences, and sets where routes have been aggregated
 */
public record AsPath(List<Segment> segments) {
  /** The path of a route that has not left its autonomous system. */
  public static final AsPath EMPTY = new AsPath(List.of());

  /** The most numbers that one segment holds, as its count is one octet. */
  static final int LONGEST_SEGMENT = 255;

  /**
   * A part of a path.
   *
   * @param set whether the order of the numbers means nothing
   */
  public record Segment(boolean set, List<Long> numbers) {
    public Segment {
      numbers = set ? List.copyOf(new TreeSet<>(numbers)) : List.copyOf(numbers);
    }

    /** {@code 1 2 3}, or a set as {@code {1,2,3}}. */
    @Override
    public String toString() {
      String joined =
          numbers.stream().map(String::valueOf).collect(Collectors.joining(set ? "," : " "));
      return set ? "{" + joined + "}" : joined;
    }
  }

  public AsPath {
    segments = List.copyOf(segments);
  }

  /** A path that is one sequence. */
  public static AsPath of(List<Long> numbers) {
    return numbers.isEmpty() ? EMPTY : new AsPath(List.of(new Segment(false, numbers)));
  }

  /** How many steps it counts for: a set counts for one (RFC 4271, 9.1.2.2 a). */
  public int length() {
    int length = 0;
    for (Segment segment : segments) {
      length += segment.set() ? 1 : segment.numbers().size();
    }
    return length;
  }

  /** Whether an autonomous system is on it. */
  public boolean contains(long number) {
    for (Segment segment : segments) {
      if (segment.numbers().contains(number)) {
        return true;
      }
    }
    return false;
  }

  /** The neighbour that it came from, where it starts with a sequence. */
  public Optional<Long> first() {
    return segments.isEmpty() || segments.get(0).set()
        ? Optional.empty()
        : Optional.of(segments.get(0).numbers().get(0));
  }

  /** The path with numbers in front, as a speaker adds its own (RFC 4271, 5.1.2 b). */
  public AsPath prepend(List<Long> numbers) {
    if (numbers.isEmpty()) {
      return this;
    }
    List<Long> front = new ArrayList<>(numbers);
    List<Segment> rest = segments;
    if (!rest.isEmpty() && !rest.get(0).set()) {
      front.addAll(rest.get(0).numbers());
      rest = rest.subList(1, rest.size());
    }
    List<Segment> all = new ArrayList<>();
    for (int from = 0; from < front.size(); from += LONGEST_SEGMENT) {
      int to = Math.min(front.size(), from + LONGEST_SEGMENT);
      all.add(new Segment(false, front.subList(from, to)));
    }
    all.addAll(rest);
    return new AsPath(all);
  }

  /**
   * The path of an aggregate: what all have in front stays a sequence, the rest becomes a set (RFC
   * 4271, 9.2.2.2).
   */
  public static AsPath aggregate(List<AsPath> paths) {
    if (paths.stream().distinct().count() <= 1) {
      return paths.isEmpty() ? EMPTY : paths.get(0);
    }
    int common = common(paths.stream().map(AsPath::leading).toList());
    List<Long> front = paths.get(0).leading().subList(0, common);
    TreeSet<Long> rest = new TreeSet<>();
    for (AsPath path : paths) {
      List<Long> all = path.segments.stream().flatMap(s -> s.numbers().stream()).toList();
      rest.addAll(all.subList(common, all.size()));
    }
    AsPath tail =
        rest.isEmpty() ? EMPTY : new AsPath(List.of(new Segment(true, List.copyOf(rest))));
    return tail.prepend(front);
  }

  private List<Long> leading() {
    return segments.isEmpty() || segments.get(0).set() ? List.of() : segments.get(0).numbers();
  }

  private static int common(List<List<Long>> sequences) {
    int shortest = sequences.stream().mapToInt(List::size).min().orElse(0);
    for (int i = 0; i < shortest; i++) {
      int at = i;
      if (sequences.stream().map(s -> s.get(at)).distinct().count() > 1) {
        return i;
      }
    }
    return shortest;
  }

  /** All numbers in order, sets sorted. */
  List<Long> numbers() {
    List<Long> all = new ArrayList<>();
    segments.forEach(segment -> all.addAll(segment.numbers()));
    return Collections.unmodifiableList(all);
  }

  /** As routers show it: {@code 65001 65002 {65003,65004}}; empty for {@link #EMPTY}. */
  @Override
  public String toString() {
    return segments.stream().map(Segment::toString).collect(Collectors.joining(" "));
  }
}
