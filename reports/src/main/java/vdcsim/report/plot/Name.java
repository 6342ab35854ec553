package vdcsim.report.plot;

import java.util.ArrayList;
import java.util.List;

/**
 * A name with its place, so that JFreeChart keeps two apart that look alike, and keeps the order.
 */
record Name(int index, String text) implements Comparable<Name> {

  static List<Name> all(List<String> texts, Look look) {
    List<Name> names = new ArrayList<>();
    for (String text : texts) {
      names.add(new Name(names.size(), look.shown(text)));
    }
    return names;
  }

  @Override
  public int compareTo(Name other) {
    return Integer.compare(index, other.index);
  }

  @Override
  public String toString() {
    return text;
  }
}
