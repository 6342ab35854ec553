package vdcsim.network.fabric;

import java.util.ArrayList;
import java.util.List;
import vdcsim.kernel.world.Wiring;
import vdcsim.kernel.world.World;

/**
 * Leaves and spines. The hosts of leaf l, from 0, are in N.x.y.0/24 with l = 256 x + y. A leaf has
 * a default route over all spines, a spine a route for each leaf.
 */
public final class LeafSpine {
  private LeafSpine() {}

  /** Makes the hosts, routers and cables of the fabric, and adds them to the world. */
  public static Wiring make(String name, LeafSpineSpec spec, World world) {
    Site site = new Site(spec.prefix(), spec.octet(), spec.mtu(), spec.delay());
    for (int leaf = 0; leaf < spec.leaves(); leaf++) {
      String router = "leaf" + (leaf + 1);
      for (int host = 0; host < spec.hosts(); host++) {
        int number = leaf * spec.hosts() + host + 1;
        site.host(number, router, host, leaf / 256, leaf % 256, spec.rate());
      }
      List<String> above = new ArrayList<>();
      for (int spine = 1; spine <= spec.spines(); spine++) {
        List<String> ends = site.join("spine" + spine, router, router, "up" + spine, spec.uplink());
        above.add(ends.get(0));
        String hosts = site.network(leaf / 256, leaf % 256);
        site.route("spine" + spine, hosts, List.of(ends.get(1)));
      }
      site.route(router, "0.0.0.0/0", above);
    }
    return site.make(name, world);
  }
}
