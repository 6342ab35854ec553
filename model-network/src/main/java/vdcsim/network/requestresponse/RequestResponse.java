package vdcsim.network.requestresponse;

import vdcsim.kernel.Simulation;
import vdcsim.kernel.world.Wiring;
import vdcsim.kernel.world.World;
import vdcsim.network.stack.Stack;
import vdcsim.network.stack.Stacks;

/**
 * Requests and their responses.
 *
 * <p>Metrics, below its name: {@code requests} and {@code responses}, {@code request-rate} of the
 * answered ones; {@code latency} from a request to the last byte of its response, the handshake
 * included where each has a connection of its own. Over TCP {@code connections}, {@code failed}
 * ones, {@code retransmissions}; over UDP {@code lost}, requests without a response in time.
 */
public final class RequestResponse {
  private final Exchange exchange;

  private RequestResponse(String name, RequestResponseSpec spec, Simulation simulation) {
    this.exchange = new Exchange(name, spec, simulation);
  }

  /** Makes clients and a server; the hosts must have been made when it is connected. */
  public static Wiring make(String name, RequestResponseSpec spec, World world) {
    return () -> {
      Stack from = Stacks.at("from", spec.from(), world);
      Target target = Target.of(spec, world);
      RequestResponse made = new RequestResponse(name, spec, from.simulation());
      world.add(name, made);
      Runnable begin = made.beginner(name, spec, from, target);
      for (int i = 0; i < spec.concurrency(); i++) {
        from.simulation().schedule(spec.start().toNanos(), begin);
      }
    };
  }

  private Runnable beginner(String name, RequestResponseSpec spec, Stack from, Target target) {
    return switch (spec.protocol()) {
      case TCP -> new OverTcp(name, spec, exchange, from, target)::begin;
      case UDP -> new OverUdp(name, spec, exchange, from, target)::begin;
    };
  }
}
