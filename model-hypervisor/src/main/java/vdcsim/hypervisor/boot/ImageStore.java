package vdcsim.hypervisor.boot;

import java.util.List;
import vdcsim.kernel.fluid.Demand;
import vdcsim.kernel.fluid.Resource;
import vdcsim.kernel.fluid.Sharing;
import vdcsim.kernel.world.World;

/** Where a host's machines read their images: all share its rate. */
public final class ImageStore {
  private final Sharing sharing;
  private final Demand demand;

  private ImageStore(String host, double bytesPerSecond, World world) {
    this.sharing = new Sharing(world.simulation());
    Resource disk = sharing.resource(host + ".images", bytesPerSecond);
    this.demand = sharing.demand(List.of(disk));
  }

  /** The images of a host. */
  public static ImageStore at(String host, double bytesPerSecond, World world) {
    String name = host + ".images";
    return world
        .find(name, ImageStore.class)
        .orElseGet(
            () -> {
              ImageStore made = new ImageStore(host, bytesPerSecond, world);
              world.add(name, made);
              return made;
            });
  }

  /** Reads so much beside all others, and runs {@code then}. */
  public void read(long bytes, Runnable then) {
    if (bytes == 0) {
      then.run();
    } else {
      sharing.begin(demand, bytes, 1, flow -> then.run());
    }
  }
}
