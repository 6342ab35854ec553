package vdcsim.scenario.capture;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Names of links as names of files: letters, digits, dots, hyphens and underscores, no two alike.
 */
final class FileNames {
  private static final int LONGEST = 100;

  /** In small letters, since some file systems know no others. */
  private final Set<String> taken = new HashSet<>();

  /** The file name of a link, without its ending. */
  String next(String link) {
    String name = link.replaceAll("\\s", "").replaceAll("[^\\p{L}\\p{N}._-]", "_");
    name = name.replaceAll("^[.-]+", "");
    name = name.isEmpty() ? "link" : name.substring(0, Math.min(LONGEST, name.length()));
    String free = name;
    for (int i = 2; !taken.add(free.toLowerCase(Locale.ROOT)); i++) {
      free = name + "-" + i;
    }
    return free;
  }
}
