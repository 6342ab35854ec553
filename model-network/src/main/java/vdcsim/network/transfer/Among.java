package vdcsim.network.transfer;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import vdcsim.hardware.ethernet.EthernetPort;
import vdcsim.hardware.host.Host;
import vdcsim.kernel.spec.NearNames;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.world.World;

/** The hosts that a list of names means. */
final class Among {
  private Among() {}

  /**
   * The names of all hosts with a cable that one of the patterns means, in the order of the
   * scenario.
   *
   * @param patterns names, in which '*' stands for any text; without any, all hosts
   */
  static List<String> hosts(List<String> patterns, World world) {
    List<String> all = plugged(world);
    TreeSet<String> wanted = new TreeSet<>();
    for (String pattern : patterns) {
      Pattern glob = Pattern.compile(Pattern.quote(pattern).replace("*", "\\E.*\\Q"));
      List<String> found = all.stream().filter(host -> glob.matcher(host).matches()).toList();
      if (found.isEmpty()) {
        throw new Refusal(
            "among",
            "there is no host '" + pattern + "' with a cable" + NearNames.hint(pattern, all));
      }
      wanted.addAll(found);
    }
    List<String> hosts = new ArrayList<>(all);
    if (!patterns.isEmpty()) {
      hosts.removeIf(host -> !wanted.contains(host));
    }
    if (hosts.size() < 2) {
      throw new Refusal("among", "transfers need at least 2 hosts, was " + hosts.size());
    }
    return hosts;
  }

  private static List<String> plugged(World world) {
    return world.all(Host.class).stream()
        .filter(host -> host.nics().stream().anyMatch(EthernetPort::isPlugged))
        .map(Host::name)
        .toList();
  }
}
