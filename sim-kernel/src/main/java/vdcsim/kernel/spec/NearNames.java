package vdcsim.kernel.spec;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds what somebody may have meant. */
public final class NearNames {
  private static final int LISTED = 10;

  /** Longer texts are no names, and nothing is near them. */
  private static final int LONGEST = 100;

  private NearNames() {}

  /**
   * The known names nearest to {@code name}: those that differ in case, hyphens and underscores
   * only, else those within a third of its length by Damerau and Levenshtein's distance; best
   * first.
   */
  public static List<String> of(String name, Collection<String> known) {
    if (name.isEmpty() || name.length() > LONGEST) {
      return List.of();
    }
    String plain = plain(name);
    List<String> same =
        known.stream().filter(k -> sameButMarks(plain, k)).sorted().distinct().toList();
    if (!same.isEmpty()) {
      return same;
    }
    int limit = Math.max(1, name.length() / 3);
    Map<Integer, Set<String>> byDistance = new TreeMap<>();
    for (String candidate : known) {
      if (Math.abs(candidate.length() - name.length()) <= limit) {
        byDistance
            .computeIfAbsent(distance(name, candidate, limit), d -> new TreeSet<>())
            .add(candidate);
      }
    }
    return byDistance.entrySet().stream()
        .filter(entry -> entry.getKey() <= limit)
        .flatMap(entry -> entry.getValue().stream())
        .toList();
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

  /** Whether a name in lower case without marks is {@code known} so. */
  private static boolean sameButMarks(String plain, String known) {
    int at = 0;
    for (int i = 0; i < known.length(); i++) {
      char c = known.charAt(i);
      if (c != '_' && c != '-') {
        if (at == plain.length()
            || (plain.charAt(at) != c && plain.charAt(at) != Character.toLowerCase(c))) {
          return false;
        }
        at++;
      }
    }
    return at == plain.length();
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
  }

  /**
   * Optimal string alignment: insertion, deletion, substitution, swap of neighbours.
   *
   * @param limit past which the distance does not matter: what is more may be given as any number
   *     above it
   */
  static int distance(String a, String b, int limit) {
    int[] before = new int[b.length() + 1];
    int[] above = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      int least = i;
      for (int j = 1; j <= b.length(); j++) {
        int substitution = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(substitution, Math.min(above[j], row[j - 1]) + 1);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          row[j] = Math.min(row[j], before[j - 2] + 1);
        }
        least = Math.min(least, row[j]);
      }
      // A swap reaches over one row, so that two rows above the limit are needed to be sure.
      if (least > limit + 1) {
        return least;
      }
      int[] free = before;
      before = above;
      above = row;
      row = free;
    }
    return above[b.length()];
  }
}
