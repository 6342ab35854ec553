package vdcsim.report.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Names without the parts that they all share: {@code stream.rate} is {@code rate}. */
public final class ShortNames {
  private ShortNames() {}

  /**
   * The ends of dotted names, as short as they can be and still differ, all with the same number of
   * parts.
   */
  public static List<String> of(List<String> names) {
    int most = names.stream().mapToInt(name -> name.split("\\.").length).max().orElse(1);
    for (int parts = 1; parts < most; parts++) {
      List<String> ends = new ArrayList<>();
      for (String name : names) {
        ends.add(end(name, parts));
      }
      if (new TreeSet<>(ends).size() == new TreeSet<>(names).size()) {
        return ends;
      }
    }
    return List.copyOf(names);
  }

  /** The names without the last part, where it is the same in all of several names. */
  public static List<String> withoutEnd(List<String> names) {
    List<String> ends = names.stream().map(name -> end(name, 1)).distinct().toList();
    List<String> starts =
        names.stream()
            .map(name -> name.substring(0, name.length() - end(name, 1).length()))
            .map(start -> start.endsWith(".") ? start.substring(0, start.length() - 1) : start)
            .toList();
    boolean shared = names.size() > 1 && ends.size() == 1 && !starts.contains("");
    return shared ? starts : List.copyOf(names);
  }

  /**
   * Short names of readings, each with its statistic: {@code round-trip-time p99}. A metric that is
   * one number has no statistic to name.
   */
  public static List<String> ofReadings(List<Reading> readings) {
    List<String> metrics = of(readings.stream().map(Reading::metric).toList());
    List<String> names = new ArrayList<>();
    for (int i = 0; i < readings.size(); i++) {
      String statistic = readings.get(i).statistic();
      boolean alone = statistic.isEmpty() || statistic.equals("value");
      names.add(alone ? metrics.get(i) : metrics.get(i) + " " + statistic);
    }
    return names;
  }

  /** The last {@code parts} parts of a dotted name; a number after a dot is no part of its own. */
  private static String end(String name, int parts) {
    int at = name.length();
    for (int i = 0; i < parts; i++) {
      at = previousDot(name, at);
      if (at < 0) {
        return name;
      }
    }
    return name.substring(at + 1);
  }

  private static int previousDot(String name, int from) {
    int dot = name.lastIndexOf('.', from - 1);
    while (dot > 0 && dot + 1 < name.length() && Character.isDigit(name.charAt(dot + 1))) {
      dot = name.lastIndexOf('.', dot - 1);
    }
    return dot;
  }
}
