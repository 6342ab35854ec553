package vdcsim.network.flow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vdcsim.hardware.ethernet.Cabling;
import vdcsim.hardware.ethernet.LinkSpec;
import vdcsim.kernel.quantity.DataRate;
import vdcsim.kernel.quantity.Ratio;
import vdcsim.network.Lan;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.router.Router;
import vdcsim.network.router.RouterSpec;
import vdcsim.network.stack.IpSpec;
import vdcsim.network.stack.Stack;
import vdcsim.network.stack.Stacks;
import vdcsim.network.stack.StaticRouteSpec;

/** A network whose transfers tell what becomes of them. */
final class FlowNet implements TransferListener {
  static final FluidSpec INSTANT = new FluidSpec(StartUp.INSTANT, Optional.empty(), 0);

  final Lan lan = new Lan();
  final List<String> told = new ArrayList<>();
  private final Map<Transfer, String> names = new java.util.TreeMap<>();

  /** A cable with a rate in Mbps and a delay in microseconds. */
  void link(String link, long megabits, long delayUs) {
    LinkSpec spec =
        new LinkSpec(
            link,
            Optional.of(DataRate.ofMegabits(megabits)),
            Duration.ofNanos(delayUs * 1000),
            new Ratio(0));
    Cabling.lay(link, spec, lan.world()).connect();
  }

  void router(String name, List<StaticRouteSpec> routes, String... addresses) {
    Map<String, String> interfaces = new LinkedHashMap<>();
    for (String address : addresses) {
      interfaces.put("eth" + interfaces.size(), address);
    }
    lan.connect(Router.make(name, new RouterSpec(interfaces, routes), lan.world()));
  }

  static StaticRouteSpec via(String to, String... gateways) {
    return new StaticRouteSpec(to, List.of(gateways), Optional.empty(), false, 1);
  }

  void host(String name, String address, String gateway) {
    lan.hosts(name);
    lan.address(
        name, new IpSpec(Optional.of(address), Map.of(), Optional.of(gateway), List.of(), false));
  }

  Stack stack(String name) {
    return Stacks.at("from", name, lan.world());
  }

  Transfer begin(String from, String to, long bytes) {
    return begin(from, to, bytes, 1, INSTANT);
  }

  Transfer begin(String from, String to, long bytes, double weight, FluidSpec fluid) {
    Order order =
        new Order(stack(from), stack(to).address(), bytes, weight, Double.POSITIVE_INFINITY, fluid);
    Transfer transfer = Flows.of(lan.world()).begin(order, this);
    names.put(transfer, from);
    return transfer;
  }

  /** The same to an address, at once. */
  Transfer begin(String from, Ipv4Address to, long bytes) {
    Order order = new Order(stack(from), to, bytes, 1, Double.POSITIVE_INFINITY, INSTANT);
    Transfer transfer = Flows.of(lan.world()).begin(order, this);
    names.put(transfer, from);
    return transfer;
  }

  void at(double seconds, Runnable action) {
    lan.simulation().schedule((long) (seconds * 1e9), action);
  }

  private void tell(Transfer transfer, String what) {
    told.add(names.get(transfer) + " " + what + " " + lan.simulation().now());
  }

  @Override
  public void completed(Transfer transfer) {
    tell(transfer, "completed");
  }

  @Override
  public void abandoned(Transfer transfer) {
    tell(transfer, "abandoned");
  }

  @Override
  public void stalled(Transfer transfer, Obstacle reason) {
    tell(transfer, "stalled " + reason.word());
  }

  @Override
  public void resumed(Transfer transfer, long stalledNs) {
    tell(transfer, "resumed");
  }

  @Override
  public void rerouted(Transfer transfer) {
    tell(transfer, "rerouted");
  }
}
