package vdcsim.network.bgp;

import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.world.World;

/** What a scenario says about a network that is announced from now on. */
@Doc("A router announces a network by BGP from now on.")
public record AnnounceNetwork(
    @Key(value = "The router.", example = "r1") String router,
    @Key(value = "The network.", example = "10.20.1.0/24") String network) {

  public AnnounceNetwork {
    WithdrawNetwork.parsed(network);
  }

  /** Announces the network. */
  public static Runnable plan(AnnounceNetwork action, World world) {
    Bgp speaker = WithdrawNetwork.speaker(action.router, world);
    return () -> speaker.announceNetwork(WithdrawNetwork.parsed(action.network));
  }
}
