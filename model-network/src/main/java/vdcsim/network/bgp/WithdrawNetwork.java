package vdcsim.network.bgp;

import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.world.World;
import vdcsim.network.ip.Ipv4Prefix;

/** What a scenario says about a network that is announced no longer. */
@Doc("A router announces a network by BGP no longer.")
public record WithdrawNetwork(
    @Key(value = "The router.", example = "r1") String router,
    @Key(value = "The network.", example = "10.20.1.0/24") String network) {

  public WithdrawNetwork {
    parsed(network);
  }

  static Ipv4Prefix parsed(String network) {
    try {
      return Ipv4Prefix.parse(network);
    } catch (IllegalArgumentException e) {
      throw new Refusal("network", e.getMessage());
    }
  }

  static Bgp speaker(String router, World world) {
    return world.require("router", router, Bgp.class, "router that speaks BGP");
  }

  /** Withdraws the network. */
  public static Runnable plan(WithdrawNetwork action, World world) {
    Bgp speaker = speaker(action.router, world);
    return () -> speaker.withdrawNetwork(parsed(action.network));
  }
}
