package vdcsim.scenario.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes many files of few folders in few words: {@code out/x/charts/{a,b}.svg (+ pdf, png)}. */
final class FileNames {
  private static final int MOST_NAMES = 6;

  private FileNames() {}

  /** A line for each folder; paths below the present folder are shown from there. */
  static List<String> grouped(List<Path> files) {
    Map<Path, List<String>> folders = new LinkedHashMap<>();
    for (Path file : files) {
      Path shown = fromHere(file);
      Path folder = shown.getParent() == null ? Path.of("") : shown.getParent();
      folders.computeIfAbsent(folder, f -> new ArrayList<>()).add(shown.getFileName().toString());
    }
    List<String> lines = new ArrayList<>();
    folders.forEach(
        (folder, names) ->
            lines.add(folder.resolve("x").toString().replaceAll("x$", "") + brief(names)));
    return lines;
  }

  /** A path as the user would write it. */
  static Path fromHere(Path file) {
    Path here = Path.of("").toAbsolutePath();
    return file.startsWith(here) ? here.relativize(file) : file;
  }

  private static String brief(List<String> names) {
    Map<String, Set<String>> endings = new LinkedHashMap<>();
    for (String name : names) {
      int dot = name.lastIndexOf('.');
      endings
          .computeIfAbsent(name.substring(0, dot), stem -> new LinkedHashSet<>())
          .add(name.substring(dot + 1));
    }
    List<Set<String>> sets = endings.values().stream().distinct().toList();
    if (sets.size() > 1 || sets.get(0).size() == 1) {
      return braced(names);
    }
    List<String> common = List.copyOf(sets.get(0));
    return braced(List.copyOf(endings.keySet()))
        + "."
        + common.get(0)
        + " (+ "
        + String.join(", ", common.subList(1, common.size()))
        + ")";
  }

  private static String braced(List<String> names) {
    if (names.size() == 1) {
      return names.get(0);
    }
    List<String> shown = names.subList(0, Math.min(MOST_NAMES, names.size()));
    return "{" + String.join(",", shown) + (names.size() > MOST_NAMES ? ",..." : "") + "}";
  }
}
