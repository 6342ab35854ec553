package vdcsim.hypervisor.slirp;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vdcsim.hardware.ethernet.Addresses;
import vdcsim.hardware.ethernet.DeviceEnd;
import vdcsim.hardware.ethernet.EthernetPort;
import vdcsim.hardware.ethernet.PortSettings;
import vdcsim.hardware.host.Cards;
import vdcsim.kernel.metric.Counter;
import vdcsim.kernel.quantity.Unit;
import vdcsim.kernel.result.Topology;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.world.World;
import vdcsim.network.dhcp.DhcpNetworkSpec;
import vdcsim.network.dhcp.DhcpServer;
import vdcsim.network.dhcp.DhcpServerSpec;
import vdcsim.network.icmp.Echo;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Interface;
import vdcsim.network.ip.Ipv4Packet;
import vdcsim.network.stack.HookPoint;
import vdcsim.network.stack.IpSpec;
import vdcsim.network.stack.Stack;
import vdcsim.network.stack.Stacks;
import vdcsim.network.tcp.Tcp;
import vdcsim.network.tcp.TcpSegment;
import vdcsim.network.udp.Datagram;
import vdcsim.network.udp.Udp;

/**
 * User networking of one card: a stack within QEMU that speaks for everybody outside.
 *
 * <p>Metrics, below {@code slirp-MACHINE-CARD}, beside those of every stack: {@code connections} of
 * TCP that were carried on; {@code connections-lost}, those that a move of the machine cut; {@code
 * dropped-ping}, echo requests for which QEMU had no right to a socket; {@code dropped-group}, for
 * many; {@code dropped-no-name-server}; {@code dropped-protocol}, neither TCP nor UDP nor an echo
 * request.
 */
public final class Slirp {
  private static final int BOOTP_SERVER = 67;

  private final String machine;
  private final String name;
  private final SlirpSpec spec;
  private final World world;
  private final DeviceEnd end;
  private final Counter connections;
  private final Counter lost;
  private final Counter droppedPing;
  private final Counter droppedGroup;
  private final Counter droppedName;
  private final Counter droppedProtocol;
  private final Runnable firstTime;
  private Optional<Relays> relays = Optional.empty();
  private Optional<Stack> own = Optional.empty();

  /** What goes through sockets of one host. */
  private record Relays(String host, TcpRelay tcp, UdpRelay udp, PingRelay ping) {}

  /** The end of SLIRP at the guest's card, as a machine with one card. */
  private record Inside(String name, EthernetPort card) implements Cards {
    @Override
    public List<EthernetPort> nics() {
      return List.of(card);
    }
  }

  /**
   * User networking behind a guest's card.
   *
   * @param card the machine's name, a dot, and the card's
   */
  public Slirp(String card, SlirpSpec spec, DeviceEnd guest, World world) {
    this.machine = card.substring(0, card.indexOf('.'));
    this.name = "slirp-" + card.replace('.', '-');
    this.spec = spec;
    this.world = world;
    EthernetPort port =
        new EthernetPort(
            world.simulation(),
            name + ".net0",
            Addresses.next(world),
            new PortSettings(1000, PortSettings.ANY_BYTES, guest.port().mtu()));
    this.end = new DeviceEnd(port, guest.bitsPerSecond());
    this.connections = counter("connections", Unit.COUNT);
    this.lost = counter("connections-lost", Unit.COUNT);
    this.droppedPing = counter("dropped-ping", Unit.COUNT);
    this.droppedGroup = counter("dropped-group", Unit.COUNT);
    this.droppedName = counter("dropped-no-name-server", Unit.COUNT);
    this.droppedProtocol = counter("dropped-protocol", Unit.COUNT);
    world.add(name, new Inside(name, port));
    this.firstTime = describe(world);
    draw(card.substring(card.indexOf('.') + 1));
  }

  /** What the model of the guest's card hands frames to, and takes them from. */
  public DeviceEnd end() {
    return end;
  }

  private void draw(String card) {
    world.picture().node(name, "router", () -> "");
    world
        .picture()
        .edge(() -> new Topology.Edge(name + ".line", machine, card, name, "net0", "", "up"));
  }

  private Counter counter(String metric, Unit unit) {
    return world.simulation().metrics().counter(name + "." + metric, unit);
  }

  /** Gives the stack its addresses, and its server of DHCP (libslirp, bootp.c). */
  private Runnable describe(World in) {
    Stacks.addresses(
        name,
        IpSpec.of(Places.GATEWAY + "/24"),
        List.of(Ipv4Interface.parse(Places.NAME_SERVER + "/32")),
        in);
    DhcpNetworkSpec lent =
        new DhcpNetworkSpec(
            "10.0.2.15-10.0.2.30",
            Optional.empty(),
            Optional.of(Places.GATEWAY.toString()),
            Optional.empty(),
            Map.of());
    DhcpServerSpec dhcp = new DhcpServerSpec(List.of(lent), Duration.ofDays(1));
    return () -> DhcpServer.make(name, dhcp, in).connect();
  }

  /**
   * QEMU runs in this host from now on; connections through another host's sockets are cut.
   *
   * @throws Refusal if the host speaks no IP, or a port that is to lead to the guest is taken
   */
  public void attach(String host) {
    if (relays.map(Relays::host).filter(host::equals).isPresent()) {
      return;
    }
    relays.ifPresent(this::leave);
    Stack slirp = own.orElseGet(this::begin);
    Stack outer = Stacks.at("nics", host, world);
    Places places = new Places(outer, spec.dns().map(Ipv4Address::parse));
    Relays made =
        new Relays(
            host,
            new TcpRelay(slirp, outer, places, connections),
            new UdpRelay(slirp, outer, places),
            new PingRelay(slirp, outer, places));
    spec.forward().forEach((port, guest) -> forward(Forward.of(port, guest), made, outer));
    relays = Optional.of(made);
  }

  private Stack begin() {
    Stack stack = Stacks.at("nics", name, world);
    stack.takeEverything();
    stack.interfaces().get(0).neighbours().publish(List.of(Places.NAME_SERVER));
    stack.hook(HookPoint.INPUT, 0, (point, passage) -> isOwn(passage.packet()));
    firstTime.run();
    own = Optional.of(stack);
    return stack;
  }

  private void leave(Relays left) {
    lost.add(left.tcp().close());
    left.udp().close();
    left.ping().close();
  }

  private static void forward(Forward forward, Relays to, Stack host) {
    int port = forward.hostPort();
    boolean taken = forward.udp() ? Udp.of(host).isTaken(port) : Tcp.of(host).isListening(port);
    if (taken) {
      throw new Refusal(
          "forward", "somebody listens at port %d of '%s' already".formatted(port, host.name()));
    } else if (forward.udp()) {
      to.udp().forward(forward);
    } else {
      to.tcp().forward(forward);
    }
  }

  /** Whether SLIRP's own stack answers a packet of the guest's; all others are carried on. */
  private boolean isOwn(Ipv4Packet packet) {
    if (packet.content() instanceof Datagram datagram) {
      return datagram.destinationPort() == BOOTP_SERVER || udp(packet, datagram);
    } else if (isForMany(packet.destination())) {
      droppedGroup.increment();
      return false;
    } else if (packet.content() instanceof Echo echo && !echo.reply()) {
      return Places.isInside(packet.destination()) || ping(packet, echo);
    } else if (packet.content() instanceof TcpSegment) {
      return true;
    }
    droppedProtocol.increment();
    return false;
  }

  private static boolean isForMany(Ipv4Address destination) {
    return destination.isMulticast()
        || destination.equals(Ipv4Address.BROADCAST)
        || (Places.isInside(destination) && (destination.bits() & 0xFF) == 0xFF);
  }

  private boolean udp(Ipv4Packet packet, Datagram datagram) {
    if (isForMany(packet.destination())) {
      droppedGroup.increment();
    } else if (!relays.orElseThrow().udp().out(packet, datagram)) {
      droppedName.increment();
    }
    return false;
  }

  private boolean ping(Ipv4Packet packet, Echo echo) {
    if (spec.ping() == PingRight.DEFAULT) {
      droppedPing.increment();
    } else {
      relays.orElseThrow().ping().out(packet, echo);
    }
    return false;
  }
}
