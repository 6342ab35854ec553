package vdcsim.network.trafficcontrol;

import vdcsim.hardware.ethernet.EthernetPort;
import vdcsim.hardware.ethernet.FrameSink;
import vdcsim.hardware.ethernet.Ports;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.world.Wiring;
import vdcsim.kernel.world.World;

/** Puts disciplines before the queues of a machine's cards. */
public final class TrafficControl {
  private TrafficControl() {}

  /** Puts what a scenario asks for before the cards of a machine. */
  public static Wiring make(String machine, TrafficControlSpec spec, World world) {
    Ports ports = world.require("", machine, Ports.class, "machine");
    spec.cards().forEach((card, egress) -> put(ports.port(card), egress, world.simulation()));
    return Wiring.NONE;
  }

  private static void put(EthernetPort port, EgressSpec spec, Simulation simulation) {
    FrameSink first = port::queue;
    if (spec.tbf().isPresent()) {
      first = new TokenBucketFilter(port.name(), spec.tbf().get(), first, simulation);
    }
    if (spec.netem().isPresent()) {
      first = new Netem(port.name(), spec.netem().get(), first, simulation);
    }
    if (spec.police().isPresent()) {
      first = new Policer(port.name(), spec.police().get(), first, simulation);
    }
    port.discipline(first);
  }
}
