package vdcsim.network.traceroute;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.Timer;
import vdcsim.kernel.metric.Tally;
import vdcsim.network.icmp.Echo;
import vdcsim.network.icmp.IcmpError;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Packet;
import vdcsim.network.stack.Stack;
import vdcsim.network.udp.Datagram;
import vdcsim.network.udp.UdpSocket;

/** One search for the way: probe after probe, until the destination answers or nobody does. */
final class Trace {
  /** Of IP and of UDP or ICMP. */
  static final int HEADERS = Ipv4Packet.HEADER_BYTES + Datagram.HEADER_BYTES;

  /** What fits into an Ethernet frame. */
  static final int LARGEST = 1500;

  /** The first port, which nobody uses (traceroute(8), option -p). */
  private static final int FIRST_PORT = 33_434;

  private final Simulation simulation;
  private final TracerouteSpec spec;
  private final Stack stack;
  private final Ipv4Address to;
  private final Optional<UdpSocket> socket;
  private final int identifier;
  private final Tally roundTripTime;
  private final Timer patience;
  private final long startedNs;
  private final List<Hop> hops = new ArrayList<>();
  private int probe;
  private long sentNs;
  private boolean reached;
  private boolean ended;

  /**
   * A search that has not begun.
   *
   * @param socket from which datagrams go; empty where probes are echo requests
   * @param identifier of the echo requests
   * @param roundTripTime of the probes that the destination answers
   */
  Trace(
      Simulation simulation,
      TracerouteSpec spec,
      Stack stack,
      Ipv4Address to,
      Optional<UdpSocket> socket,
      int identifier,
      Tally roundTripTime) {
    this.simulation = simulation;
    this.spec = spec;
    this.stack = stack;
    this.to = to;
    this.socket = socket;
    this.identifier = identifier;
    this.roundTripTime = roundTripTime;
    this.patience = new Timer(simulation, this::expire);
    this.startedNs = simulation.now();
  }

  void begin() {
    hops.add(new Hop());
    send();
  }

  private Hop hop() {
    return hops.get(hops.size() - 1);
  }

  private int port() {
    return FIRST_PORT + probe;
  }

  /** A host without a way does not even begin, as the command says at once. */
  private void send() {
    Optional<Ipv4Address> source = stack.source(to);
    if (source.isEmpty()) {
      end(false);
      return;
    }
    sentNs = simulation.now();
    patience.start(spec.timeout().toNanos());
    int data = (int) spec.size().bytes() - HEADERS;
    if (socket.isPresent()) {
      socket.get().send(source.get(), to, hops.size(), port(), new ProbeBytes(data));
    } else {
      stack.send(source.get(), to, hops.size(), new Echo(false, identifier, probe, data));
    }
  }

  private void expire() {
    hop().lose();
    next();
  }

  /** An error came in that may be about the probe which is under way. */
  void error(Ipv4Packet packet) {
    IcmpError error = (IcmpError) packet.content();
    if (ended || !isMine(error.original())) {
      return;
    }
    switch (error.kind()) {
      case TIME_TO_LIVE_EXCEEDED -> answered(packet.source(), "");
      case PORT_UNREACHABLE -> {
        reached = packet.source().equals(to);
        answered(packet.source(), "");
      }
      case NETWORK_UNREACHABLE, HOST_UNREACHABLE, PROTOCOL_UNREACHABLE, FRAGMENTATION_NEEDED -> {
        String remark = error.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        answered(packet.source(), remark);
      }
      case REDIRECT, REASSEMBLY_TIME_EXCEEDED -> {}
    }
  }

  private boolean isMine(Ipv4Packet original) {
    if (!original.destination().equals(to)) {
      return false;
    } else if (original.content() instanceof Datagram datagram) {
      return socket.filter(s -> s.port() == datagram.sourcePort()).isPresent()
          && datagram.destinationPort() == port();
    }
    return original.content() instanceof Echo echo
        && echo.identifier() == identifier
        && echo.sequence() == probe;
  }

  /** The destination has answered the echo request. */
  void reply(Ipv4Packet packet) {
    if (!ended && ((Echo) packet.content()).sequence() == probe) {
      reached = true;
      answered(packet.source(), "");
    }
  }

  /** Somebody uses the port: what comes back is an answer as well. */
  void datagram(Ipv4Packet packet, Datagram datagram) {
    if (!ended && packet.source().equals(to) && datagram.sourcePort() == port()) {
      reached = true;
      answered(packet.source(), "port in use");
    }
  }

  private void answered(Ipv4Address from, String remark) {
    patience.stop();
    long roundTripNs = simulation.now() - sentNs;
    hop().answer(from, roundTripNs, remark);
    if (reached) {
      roundTripTime.record(roundTripNs);
    }
    next();
  }

  private void next() {
    probe++;
    boolean whole = hop().probes() == spec.probes();
    if (whole && (reached || isRefused() || hops.size() == spec.mostHops())) {
      end(reached);
      return;
    }
    if (whole) {
      hops.add(new Hop());
    }
    send();
  }

  /** Every probe of this hop was told that there is no way. */
  private boolean isRefused() {
    return hop().answered() == spec.probes() && !hop().remark().isEmpty();
  }

  private void end(boolean arrived) {
    ended = true;
    reached = arrived;
  }

  boolean hasEnded() {
    return ended;
  }

  boolean hasReached() {
    return reached && ended;
  }

  long startedNs() {
    return startedNs;
  }

  /** What came back, hop by hop; that which is under way too. */
  List<Hop> hops() {
    return hops;
  }
}
