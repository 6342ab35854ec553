package vdcsim.hardware.ethernet;

import java.util.Comparator;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import vdcsim.kernel.quantity.DataRate;
import vdcsim.kernel.quantity.Scale;
import vdcsim.kernel.quantity.Unit;
import vdcsim.kernel.result.Topology;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.world.Wiring;
import vdcsim.kernel.world.World;

/** Lays the cables of a scenario: finds both ends by name, and plugs them in. */
public final class Cabling {
  private static final DataRate DEFAULT_RATE = DataRate.ofGigabits(1);

  private final World world;
  private final String name;
  private final LinkSpec spec;

  private Cabling(World world, String name, LinkSpec spec) {
    this.world = world;
    this.name = name;
    this.spec = spec;
  }

  /** The cable of a spec; both ends must have been made when it is connected. */
  public static Wiring lay(String name, LinkSpec spec, World world) {
    return new Cabling(world, name, spec)::connect;
  }

  private void connect() {
    String[] ends = spec.ends();
    Optional<Hub> left = world.find(ends[0], Hub.class);
    Optional<Hub> right = world.find(ends[1], Hub.class);
    long delayNs = spec.delay().toNanos();
    if (left.isPresent() && right.isPresent()) {
      join(left.get(), right.get(), delayNs);
      draw(
          left.get().name() + ".",
          right.get().name() + ".",
          left.get().bitsPerSecond(),
          () -> "up");
    } else if (left.isPresent()) {
      plug(left.get(), end(ends[1]), delayNs);
    } else if (right.isPresent()) {
      plug(right.get(), end(ends[0]), delayNs);
    } else {
      between(end(ends[0]), end(ends[1]), delayNs);
    }
  }

  private static void join(Hub left, Hub right, long delayNs) {
    try {
      left.connect(right, delayNs);
    } catch (IllegalArgumentException e) {
      throw new Refusal("link", e.getMessage());
    }
  }

  private void plug(Hub hub, End end, long delayNs) {
    if (spec.rate().isPresent() || spec.bitErrorRate().value() > 0) {
      throw new Refusal(
          "link",
          "a cable of a hub runs at the hub's rate, without errors; set the rate at the hub");
    }
    hub.connect(end.port(), delayNs);
    draw(
        hub.name() + ".",
        end.port().name(),
        hub.bitsPerSecond(),
        () -> end.port().isBlocked() ? "blocked" : "up");
  }

  private void between(End left, End right, long delayNs) {
    if (left.port() == right.port()) {
      throw new Refusal("link", "a link needs two ends, was '" + spec.link() + "'");
    }
    DataRate rate = spec.rate().or(() -> lower(left, right)).orElse(DEFAULT_RATE);
    Link link =
        new Link(
            world.simulation(),
            name,
            left.port(),
            right.port(),
            rate.bitsPerSecond(),
            delayNs,
            spec.bitErrorRate().value());
    world.add(name, link);
    draw(
        left.port().name(),
        right.port().name(),
        rate.bitsPerSecond(),
        () -> state(link, left.port(), right.port()));
  }

  private static Optional<DataRate> lower(End left, End right) {
    return Stream.of(left.device().rate(left.port()), right.device().rate(right.port()))
        .flatMap(Optional::stream)
        .min(Comparator.comparingLong(DataRate::bitsPerSecond));
  }

  private static String state(Link link, EthernetPort left, EthernetPort right) {
    boolean blocked = left.isBlocked() || right.isBlocked();
    return !link.isUp() ? "down" : blocked ? "blocked" : "up";
  }

  private void draw(String left, String right, long bitsPerSecond, Supplier<String> state) {
    world.picture().edge(() -> edge(left, right, bitsPerSecond, state.get()));
  }

  private Topology.Edge edge(String left, String right, long bitsPerSecond, String state) {
    int dotLeft = left.indexOf('.');
    int dotRight = right.indexOf('.');
    return new Topology.Edge(
        name,
        left.substring(0, dotLeft),
        left.substring(dotLeft + 1),
        right.substring(0, dotRight),
        right.substring(dotRight + 1),
        Scale.format((double) bitsPerSecond, Unit.BITS_PER_SECOND),
        state);
  }

  /** A device, and one of its ports that is free. */
  private record End(Ports device, EthernetPort port) {}

  private End end(String written) {
    int dot = written.indexOf('.');
    String deviceName = dot < 0 ? written : written.substring(0, dot);
    Ports device = world.require("link", deviceName, Ports.class, "device with ports");
    EthernetPort port = dot < 0 ? device.freePort() : device.port(written.substring(dot + 1));
    if (port.isPlugged()) {
      throw new Refusal("link", "port '" + port.name() + "' has a cable already");
    }
    return new End(device, port);
  }
}
