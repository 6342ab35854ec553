package vdcsim.network.traceroute;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.metric.Tally;
import vdcsim.kernel.quantity.Unit;
import vdcsim.kernel.world.Wiring;
import vdcsim.kernel.world.World;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Packet;
import vdcsim.network.stack.Stack;
import vdcsim.network.stack.Stacks;
import vdcsim.network.udp.Datagram;
import vdcsim.network.udp.Udp;
import vdcsim.network.udp.UdpSocket;

/**
 * Looks for the routers on the way to a host, once or again and again.
 *
 * <p>Metrics, below its name: {@code hops} of the last search that ended, where it reached its
 * destination; {@code searches}, {@code reached}; {@code round-trip-time} of the probes that the
 * destination has answered. The table {@code traceroute-NAME} tells of each search, hop by hop.
 */
public final class Traceroute {
  private static final List<String> COLUMNS =
      List.of(
          "started (s)",
          "hop",
          "address",
          "machine",
          "answered",
          "lost",
          "least round-trip time (us)",
          "mean round-trip time (us)",
          "remark");

  private static final double NS_PER_SECOND = 1e9;
  private static final double NS_PER_MICROSECOND = 1e3;

  private final TracerouteSpec spec;
  private final World world;
  private final Simulation simulation;
  private final Stack stack;
  private final Supplier<Ipv4Address> to;
  private final int identifier;
  private final Optional<UdpSocket> socket;
  private final List<Trace> traces = new ArrayList<>();
  private final Tally roundTripTime;

  private Traceroute(
      String name, TracerouteSpec spec, Stack stack, Supplier<Ipv4Address> to, World world) {
    this.spec = spec;
    this.world = world;
    this.simulation = world.simulation();
    this.stack = stack;
    this.to = to;
    this.identifier = stack.icmp().nextEchoIdentifier();
    this.socket =
        spec.mode() == TracerouteSpec.Probes.UDP
            ? Optional.of(Udp.of(stack).open((card, packet, d) -> datagram(packet, d)))
            : Optional.empty();
    stack.icmp().onError(packet -> last().ifPresent(trace -> trace.error(packet)));
    stack.icmp().onEchoReply(identifier, packet -> last().ifPresent(trace -> trace.reply(packet)));
    this.roundTripTime = simulation.metrics().tally(name + ".round-trip-time", Unit.NANOSECONDS);
    simulation.metrics().figure(name + ".hops", Unit.COUNT, this::hops);
    simulation.metrics().figure(name + ".searches", Unit.COUNT, () -> count(traces));
    simulation
        .metrics()
        .figure(
            name + ".reached",
            Unit.COUNT,
            () -> count(traces.stream().filter(Trace::hasReached).toList()));
    simulation.tables().offer("traceroute-" + name, COLUMNS, this::rows);
  }

  /** Makes a traceroute; its hosts must have been made when it is connected. */
  public static Wiring make(String name, TracerouteSpec spec, World world) {
    return () -> {
      Stack from = Stacks.at("from", spec.from(), world);
      Traceroute made =
          new Traceroute(name, spec, from, Stacks.target("to", spec.to(), world), world);
      world.add(name, made);
      world.simulation().schedule(spec.start().toNanos(), made::search);
    };
  }

  /** A search that is due while another one runs is left out. */
  private void search() {
    if (last().filter(trace -> !trace.hasEnded()).isEmpty()) {
      Trace trace = new Trace(simulation, spec, stack, to.get(), socket, identifier, roundTripTime);
      traces.add(trace);
      trace.begin();
    }
    spec.every().ifPresent(time -> simulation.schedule(time.toNanos(), this::search));
  }

  private Optional<Trace> last() {
    return traces.isEmpty() ? Optional.empty() : Optional.of(traces.get(traces.size() - 1));
  }

  private void datagram(Ipv4Packet packet, Datagram datagram) {
    last().ifPresent(trace -> trace.datagram(packet, datagram));
  }

  private double hops() {
    double hops = Double.NaN;
    for (Trace trace : traces) {
      if (trace.hasEnded()) {
        hops = trace.hasReached() ? trace.hops().size() : Double.NaN;
      }
    }
    return hops;
  }

  private static double count(List<Trace> some) {
    return some.size();
  }

  private List<List<String>> rows() {
    List<List<String>> rows = new ArrayList<>();
    for (Trace trace : traces) {
      String started = fixed(trace.startedNs() / NS_PER_SECOND);
      for (int i = 0; i < trace.hops().size(); i++) {
        rows.add(row(started, i + 1, trace.hops().get(i)));
      }
    }
    return rows;
  }

  private List<String> row(String started, int number, Hop hop) {
    boolean any = hop.answered() > 0;
    return List.of(
        started,
        String.valueOf(number),
        any ? joined(hop, Ipv4Address::toString) : "*",
        any ? joined(hop, this::owner) : "",
        String.valueOf(hop.answered()),
        String.valueOf(hop.lost()),
        any ? fixed(hop.leastNs() / NS_PER_MICROSECOND) : "",
        any ? fixed(hop.meanNs() / NS_PER_MICROSECOND) : "",
        hop.remark());
  }

  private static String joined(Hop hop, java.util.function.Function<Ipv4Address, String> each) {
    return hop.addresses().stream().map(each).collect(Collectors.joining(" "));
  }

  private String owner(Ipv4Address address) {
    return world.all(Stack.class).stream()
        .filter(machine -> machine.owns(address))
        .map(Stack::name)
        .findFirst()
        .orElse("?");
  }

  private static String fixed(double number) {
    return String.format(Locale.ROOT, "%.3f", number);
  }
}
