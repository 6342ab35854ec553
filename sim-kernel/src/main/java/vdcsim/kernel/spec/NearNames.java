package vdcsim.kernel.spec;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Finds what somebody may have meant. */
public final class NearNames {
  private static final int LISTED = 8;

  private NearNames() {}

  /**
   * The known names nearest to {@code name}: those that differ in case, hyphens and underscores
   * only, else those within a third of its length by Damerau and Levenshtein's distance; best
   * first.
   */
  public static List<String> of(String name, Collection<String> known) {
    List<String> same = known.stream().filter(k -> plain(k).equals(plain(name))).sorted().toList();
    if (!same.isEmpty()) {
      return same;
    }
    int limit = Math.max(1, name.length() / 3);
    List<String> near = new ArrayList<>();
    for (int distance = 1; distance <= limit; distance++) {
      int wanted = distance;
      known.stream().filter(k -> distance(name, k) == wanted).sorted().forEach(near::add);
    }
    return near;
  }

  /** A sentence's end: the nearest name if there is one, else what there is. */
  public static String hint(String name, Collection<String> known) {
    List<String> near = of(name, known);
    if (!near.isEmpty()) {
      return "; did you mean '" + near.get(0) + "'?";
    }
    if (known.isEmpty()) {
      return "; there are none";
    }
    String listed =
        known.stream().limit(LISTED).collect(Collectors.joining(", ", "; there are: ", ""));
    return known.size() > LISTED ? listed + ", ..." : listed;
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
  }

  /** Optimal string alignment: insertion, deletion, substitution, swap of neighbours. */
  static int distance(String a, String b) {
    int[] before = new int[b.length() + 1];
    int[] above = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substitution = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(substitution, Math.min(above[j], row[j - 1]) + 1);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          row[j] = Math.min(row[j], before[j - 2] + 1);
        }
      }
      before = above;
      above = row;
    }
    return above[b.length()];
  }
}
