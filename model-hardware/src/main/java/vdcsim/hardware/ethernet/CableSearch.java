package vdcsim.hardware.ethernet;

import java.util.List;
import vdcsim.kernel.spec.NearNames;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.world.World;

/** Finds the cable that somebody means: either end first, with or without the ports. */
final class CableSearch {
  private CableSearch() {}

  /**
   * The cable that {@code links:} writes like this, else the one between these ends.
   *
   * @throws Refusal with the key {@code link}, if there is none, or more than one
   */
  static Cable find(String written, World world) {
    String name = written.strip().replaceAll("\\s+", " ");
    List<Cable> cables = world.all(Cable.class);
    List<Cable> found = cables.stream().filter(cable -> cable.name().equals(name)).toList();
    if (found.isEmpty()) {
      String[] ends = name.split(" -- ", -1);
      found = cables.stream().filter(cable -> ends.length == 2 && joins(cable, ends)).toList();
    }
    if (found.size() == 1) {
      return found.get(0);
    }
    List<String> names = (found.isEmpty() ? cables : found).stream().map(Cable::name).toList();
    throw new Refusal(
        "link",
        found.isEmpty()
            ? "there is no link '" + name + "'" + NearNames.hint(name, names)
            : "'" + name + "' may be any of: " + String.join(", ", names));
  }

  /**
   * The end of a cable that is meant by a port's or a device's name.
   *
   * @throws Refusal with the key {@code towards}, if neither is, or both are
   */
  static String end(Cable cable, String written) {
    List<String> ends = cable.ends().stream().filter(end -> isMeant(end, written)).toList();
    if (ends.size() != 1) {
      throw new Refusal(
          "towards",
          "'%s' is not one end of '%s', which has the ends %s"
              .formatted(written, cable.name(), String.join(" and ", cable.ends())));
    }
    return ends.get(0);
  }

  private static boolean joins(Cable cable, String[] written) {
    String first = cable.ends().get(0);
    String second = cable.ends().get(1);
    return (isMeant(first, written[0]) && isMeant(second, written[1]))
        || (isMeant(first, written[1]) && isMeant(second, written[0]));
  }

  private static boolean isMeant(String end, String written) {
    return end.equals(written) || end.startsWith(written + ".");
  }
}
