package vdcsim.hypervisor.vm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.world.World;

/**
 * Where machines begin: on the host that is named, or on the first of several in the order of the
 * scenario that has room, which is called first fit. Room is what is not promised yet, also where
 * guests may have more memory than there is.
 */
final class Placement {
  private static final String NAME = "placement";

  private final World world;
  private final Map<String, Choice> choices = new TreeMap<>();

  private Placement(World world) {
    this.world = world;
  }

  /** The one of a world. */
  static Placement of(World world) {
    Optional<Placement> found = world.find(NAME, Placement.class);
    return found.orElseGet(
        () -> {
          Placement made = new Placement(world);
          world.add(NAME, made);
          return made;
        });
  }

  /**
   * The place of a machine.
   *
   * @throws Refusal if there is none
   */
  Hypervisor place(VmSpec spec) {
    return spec.on().contains("*")
        ? choices.computeIfAbsent(spec.on(), this::choice).firstFit(spec)
        : VirtualMachine.hypervisor("on", spec.on(), world);
  }

  private Choice choice(String hosts) {
    Pattern names = Pattern.compile(Pattern.quote(hosts).replace("*", "\\E.*\\Q"));
    List<Hypervisor> found = new ArrayList<>();
    for (Hypervisor hypervisor : world.all(Hypervisor.class)) {
      if (names.matcher(hypervisor.host()).matches()) {
        found.add(hypervisor);
      }
    }
    if (found.isEmpty()) {
      throw new Refusal("on", "no host '%s' has a 'hypervisor'".formatted(hosts));
    }
    return new Choice(hosts, found);
  }

  /** What a machine needs of a host. */
  private record Need(long bytes, int vcpus) implements Comparable<Need> {
    boolean fits(Hypervisor host) {
      return bytes <= host.free() && vcpus <= host.freeVcpus();
    }

    @Override
    public int compareTo(Need other) {
      int byBytes = Long.compare(bytes, other.bytes);
      return byBytes != 0 ? byBytes : Integer.compare(vcpus, other.vcpus);
    }
  }

  /**
   * Several hosts. While a world is made room only shrinks, so that a host that was too full for a
   * machine is so for all of its size that follow: each host is asked once a size.
   */
  private static final class Choice {
    private final String names;
    private final List<Hypervisor> hosts;
    private final Map<Need, Integer> firstByNeed = new TreeMap<>();

    Choice(String names, List<Hypervisor> hosts) {
      this.names = names;
      this.hosts = hosts;
    }

    Hypervisor firstFit(VmSpec spec) {
      Need need = new Need(spec.memory().bytes(), spec.vcpus());
      int first = firstByNeed.getOrDefault(need, 0);
      while (first < hosts.size() && !need.fits(hosts.get(first))) {
        first++;
      }
      firstByNeed.put(need, first);
      if (first == hosts.size()) {
        throw new Refusal(
            "on",
            "no host of '%s' has room for another %d B and %d virtual processors"
                .formatted(names, need.bytes, need.vcpus));
      }
      return hosts.get(first);
    }
  }
}
