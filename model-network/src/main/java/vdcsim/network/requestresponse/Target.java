package vdcsim.network.requestresponse;

import java.util.function.IntPredicate;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.world.World;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.stack.Stack;
import vdcsim.network.stack.Stacks;

/**
 * Who answers, and where it is asked.
 *
 * @param address where requests go, which may be that of somebody who translates it
 */
record Target(Stack server, Ipv4Address address, RequestResponseSpec spec) {
  private static final int FIRST_PORT = 8000;

  static Target of(RequestResponseSpec spec, World world) {
    Stack server = Stacks.at("to", spec.to(), world);
    Ipv4Address address =
        spec.via().map(via -> Stacks.target("via", via, world).get()).orElse(server.address());
    return new Target(server, address, spec);
  }

  /** The port that is said, or the first that is free. */
  int port(IntPredicate taken) {
    if (spec.port().isPresent()) {
      int said = spec.port().get();
      if (taken.test(said)) {
        throw new Refusal("port", "port %d of '%s' is taken".formatted(said, spec.to()));
      }
      return said;
    }
    int free = FIRST_PORT;
    while (taken.test(free)) {
      free++;
    }
    return free;
  }
}
