package vdcsim.hypervisor.memory.guest;

import java.util.Optional;
import vdcsim.hypervisor.memory.frames.HostMemory;
import vdcsim.hypervisor.vm.Hypervisor;
import vdcsim.kernel.world.World;

/** The frames of a host, the same for all its guests. */
public final class HostFrames {
  /** The memory of a host that says nothing of it: 64 GiB. */
  private static final long USUAL = 1L << 24;

  private HostFrames() {}

  /** Those of a host; made when they are first asked for. */
  public static HostMemory of(String host, World world) {
    Optional<HostMemory> known = world.find(host, HostMemory.class);
    if (known.isPresent()) {
      return known.get();
    }
    long frames = world.find(host, Hypervisor.class).map(h -> h.free() >>> 12).orElse(USUAL);
    HostMemory made =
        new HostMemory(
            Math.max(frames, USUAL), world.simulation().random().stream(host + ".frames"));
    world.add(host, made);
    return made;
  }
}
