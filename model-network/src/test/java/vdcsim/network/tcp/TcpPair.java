package vdcsim.network.tcp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vdcsim.hardware.ethernet.EthernetPort;
import vdcsim.hardware.ethernet.Frame;
import vdcsim.hardware.ethernet.Link;
import vdcsim.hardware.ethernet.MacAddress;
import vdcsim.hardware.ethernet.PortSettings;
import vdcsim.hardware.host.Host;
import vdcsim.kernel.Simulation;
import vdcsim.network.Lan;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Packet;
import vdcsim.network.stack.IpSpec;
import vdcsim.network.stack.Stack;

/** Two hosts, a and b, and a wire between them that a test can make as bad as it likes. */
final class TcpPair {
  static final Ipv4Address A = Ipv4Address.parse("10.0.0.1");
  static final Ipv4Address B = Ipv4Address.parse("10.0.0.2");

  /** What the wire does with a segment. */
  interface Wire {
    /** After which delays copies arrive: none for a loss, two for a duplicate. */
    long[] copiesAfterNs(boolean fromA, TcpSegment segment);
  }

  private final Lan lan = new Lan();
  private final List<String> log = new ArrayList<>();
  private final List<TcpSegment> segments = new ArrayList<>();
  private final EthernetPort left;
  private final EthernetPort right;
  private Wire wire;
  private boolean logging;

  TcpPair(long delayNs) {
    this(delayNs, (fromA, segment) -> new long[] {delayNs});
  }

  TcpPair(long arpDelayNs, Wire wire) {
    this.wire = wire;
    lan.hosts("a", "b");
    lan.address("a", IpSpec.of("10.0.0.1/24"));
    lan.address("b", IpSpec.of("10.0.0.2/24"));
    left = middle("m1", "a");
    right = middle("m2", "b");
    left.onReceive((port, frame) -> carry(true, frame, arpDelayNs));
    right.onReceive((port, frame) -> carry(false, frame, arpDelayNs));
    lan.runUntil(0);
  }

  private EthernetPort middle(String name, String host) {
    Simulation simulation = lan.simulation();
    EthernetPort port =
        new EthernetPort(
            simulation,
            name + ".p",
            new MacAddress(0x0200_0000_0F00L + name.charAt(1)),
            new PortSettings(100_000, PortSettings.ANY_BYTES, 9000));
    EthernetPort card = lan.world().find(host, Host.class).orElseThrow().nics().get(0);
    Link link = new Link(simulation, host + " -- " + name, card, port, 1_000_000_000_000L, 0, 0);
    lan.world().add(link.name(), link);
    return port;
  }

  private void carry(boolean fromA, Frame frame, long arpDelayNs) {
    EthernetPort out = fromA ? right : left;
    long[] copies = {arpDelayNs};
    if (frame.payload() instanceof Ipv4Packet packet
        && packet.content() instanceof TcpSegment segment) {
      copies = wire.copiesAfterNs(fromA, segment);
      segments.add(segment);
      if (logging) {
        log.add(
            "%.3f %s %s%s"
                .formatted(
                    lan.simulation().now() / 1e6,
                    fromA ? "a>b" : "b>a",
                    segment,
                    copies.length == 0 ? " LOST" : ""));
      }
    }
    for (long delay : copies) {
      lan.simulation().schedule(delay, () -> out.send(frame));
    }
  }

  void wire(Wire other) {
    wire = other;
  }

  TcpPair logging() {
    logging = true;
    return this;
  }

  List<String> log() {
    return log;
  }

  /** All segments that were sent, whether they arrived or not. */
  List<TcpSegment> segments() {
    return segments;
  }

  Lan lan() {
    return lan;
  }

  Stack stack(String host) {
    return lan.world().find(host, Stack.class).orElseThrow();
  }

  Tcp tcp(String host) {
    return Tcp.of(stack(host));
  }

  void run(double seconds) {
    lan.runUntil(lan.simulation().now() / 1e9 + seconds);
  }

  /** A user that notes what it hears. */
  static final class Notes implements TcpUser {
    final List<String> heard = new ArrayList<>();
    final List<TcpMessage> messages = new ArrayList<>();
    long bytes;
    boolean closesBack = true;
    Optional<TcpEnding> ending = Optional.empty();

    @Override
    public void established(TcpConnection connection) {
      heard.add("established");
    }

    @Override
    public void received(TcpConnection connection, TcpMessage message) {
      messages.add(message);
    }

    @Override
    public void arrived(TcpConnection connection, long arrived) {
      bytes += arrived;
    }

    @Override
    public void peerClosed(TcpConnection connection) {
      heard.add("peer closed");
      if (closesBack) {
        connection.close();
      }
    }

    @Override
    public void ended(TcpConnection connection, TcpEnding newEnding) {
      heard.add("ended " + newEnding);
      ending = Optional.of(newEnding);
    }
  }
}
