package vdcsim.scenario.language.prepare;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;

/**
 * The points of a grid, each made when it is asked for: a million points take no memory. The last
 * group of paths runs fastest.
 */
final class Grid extends AbstractList<List<Integer>> implements RandomAccess {
  private final List<Group> groups;
  private final int size;

  /**
   * Paths whose values go together.
   *
   * @param paths how many there are
   * @param values how many values each has
   */
  record Group(int paths, int values) {}

  /** The grid of these groups, whose product must be an {@code int}. */
  Grid(List<Group> groups) {
    this.groups = List.copyOf(groups);
    this.size = groups.stream().mapToInt(Group::values).reduce(1, Math::multiplyExact);
  }

  @Override
  public List<Integer> get(int index) {
    int rest = Objects.checkIndex(index, size);
    List<Integer> settings = new ArrayList<>();
    for (int i = groups.size() - 1; i >= 0; i--) {
      Group group = groups.get(i);
      settings.addAll(Collections.nCopies(group.paths(), rest % group.values()));
      rest /= group.values();
    }
    Collections.reverse(settings);
    return Collections.unmodifiableList(settings);
  }

  @Override
  public int size() {
    return size;
  }

  /** Points that meet each value once: the first, and those that differ from it in one group. */
  List<Integer> representatives() {
    List<Integer> points = new ArrayList<>(List.of(0));
    int stride = size;
    for (Group group : groups) {
      stride /= group.values();
      for (int value = 1; value < group.values(); value++) {
        points.add(value * stride);
      }
    }
    return points;
  }
}
