package vdcsim.network.dhcp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vdcsim.hardware.ethernet.MacAddress;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.metric.Counter;
import vdcsim.kernel.quantity.Unit;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.world.Wiring;
import vdcsim.kernel.world.World;
import vdcsim.network.dhcp.Binding.State;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Packet;
import vdcsim.network.ip.Ipv4Prefix;
import vdcsim.network.stack.Interface;
import vdcsim.network.stack.Stack;
import vdcsim.network.stack.Stacks;
import vdcsim.network.udp.Datagram;
import vdcsim.network.udp.Udp;
import vdcsim.network.udp.UdpSocket;

/**
 * The DHCP server of a machine (RFC 2131, 4.3).
 *
 * <p>Metrics, below its name and {@code .dhcp-server}: messages by type, as {@code
 * discovers-received} and {@code offers-sent}; {@code messages-ignored}, those for other servers
 * among them; {@code pool-exhausted}, the questions for which no address was left; {@code
 * offers-withdrawn}, since the client chose another server; {@code leases}, addresses lent at the
 * end. The table {@code leases-NAME} holds them.
 */
public final class DhcpServer {
  private static final long SECOND_NS = 1_000_000_000L;

  /** How long an offer holds (ISC dhcpd 4.4). */
  private static final long OFFER_NS = 120 * SECOND_NS;

  /** How long an address that was found in use is not offered (dnsmasq, DECLINE_BACKOFF). */
  private static final long DECLINED_NS = 600 * SECOND_NS;

  private static final List<String> COLUMNS =
      List.of("network", "address", "hardware address", "state", "until (s)");

  private final Simulation simulation;
  private final UdpSocket socket;
  private final List<LentNetwork> networks;
  private final Map<Ipv4Prefix, Ipv4Address> relays = new TreeMap<>();
  private final MessageLog log;
  private final Counter exhausted;
  private final Counter withdrawn;

  private DhcpServer(Stack stack, List<LentNetwork> networks) {
    this.simulation = stack.simulation();
    this.networks = networks;
    this.socket = Udp.of(stack).open(DhcpMessage.SERVER_PORT, this::receive);
    String prefix = stack.name() + ".dhcp-server.";
    this.log =
        new MessageLog(simulation.metrics(), prefix)
            .receives(
                MessageType.DISCOVER, MessageType.REQUEST, MessageType.DECLINE, MessageType.RELEASE)
            .sends(MessageType.OFFER, MessageType.ACK, MessageType.NAK);
    this.exhausted = log.counter("pool-exhausted");
    this.withdrawn = log.counter("offers-withdrawn");
    simulation.metrics().figure(prefix + "leases", Unit.COUNT, this::leases);
    simulation.tables().offer("leases-" + stack.name(), COLUMNS, this::rows);
  }

  /** Lets a machine serve; its hosts must have been made when it is connected. */
  public static Wiring make(String machine, DhcpServerSpec spec, World world) {
    return () -> {
      Stack stack = Stacks.at("", machine, world);
      takePort(stack);
      world.add(machine, new DhcpServer(stack, new LentNetworks(stack, world).make(spec)));
    };
  }

  /** A machine is a server or a relay agent, since both listen at one port. */
  static void takePort(Stack stack) {
    if (Udp.of(stack).isTaken(DhcpMessage.SERVER_PORT)) {
      throw new Refusal(
          "",
          "UDP port %d of '%s' is taken; a machine is a DHCP server or a relay, not both"
              .formatted(DhcpMessage.SERVER_PORT, stack.name()));
    }
  }

  private double leases() {
    return networks.stream()
        .flatMap(network -> network.bindings().values().stream())
        .filter(b -> b.state() == State.BOUND && b.untilNs() > simulation.now())
        .count();
  }

  private List<List<String>> rows() {
    List<List<String>> rows = new ArrayList<>();
    for (LentNetwork network : networks) {
      for (Binding binding : network.bindings().values()) {
        rows.add(
            List.of(
                network.network().toString(),
                binding.address().toString(),
                binding.client().toString(),
                binding.label(simulation.now()),
                String.format(Locale.ROOT, "%.3f", binding.untilNs() / (double) SECOND_NS)));
      }
    }
    return rows;
  }

  private void receive(Interface arrived, Ipv4Packet packet, Datagram datagram) {
    if (datagram.content() instanceof DhcpMessage message && log.heeds(message.type())) {
      Optional<LentNetwork> network = network(arrived, message);
      if (network.isPresent() && !message.type().isReply()) {
        log.note(message.type());
        if (message.isRelayed()) {
          relays.put(network.get().network(), message.relay());
        }
        heed(message, network.get(), arrived);
        return;
      }
    }
    log.ignored();
  }

  /** The network that a client is in: its relay's, that of its address, or the card's. */
  private Optional<LentNetwork> network(Interface arrived, DhcpMessage message) {
    Ipv4Address within = arrived.address().address();
    if (message.isRelayed()) {
      within = message.relay();
    } else if (!message.client().equals(Ipv4Address.UNSPECIFIED)) {
      within = message.client();
    }
    Ipv4Address wanted = within;
    return networks.stream().filter(each -> each.network().contains(wanted)).findFirst();
  }

  private void heed(DhcpMessage message, LentNetwork network, Interface arrived) {
    Ipv4Address own = arrived.address().address();
    Optional<Ipv4Address> server = message.address(Option.SERVER_IDENTIFIER);
    if (server.isPresent() && !server.get().equals(own)) {
      log.ignored();
      if (network.withdraw(message.hardware(), simulation.now())) {
        withdrawn.increment();
      }
      return;
    }
    switch (message.type()) {
      case DISCOVER -> offer(message, network, arrived);
      case REQUEST -> decide(message, network, arrived);
      case DECLINE ->
          message
              .address(Option.REQUESTED_ADDRESS)
              .ifPresent(a -> end(network, a, message.hardware(), State.DECLINED, DECLINED_NS));
      case RELEASE -> end(network, message.client(), message.hardware(), State.FREE, 0);
      case OFFER, ACK, NAK, INFORM -> throw new IllegalStateException("it heeds no such message");
    }
  }

  /** Only who has an address can end its lease. */
  private void end(
      LentNetwork network, Ipv4Address address, MacAddress client, State state, long forNs) {
    if (network.of(client).filter(b -> b.address().equals(address)).isPresent()) {
      network.note(address, client, state, simulation.now() + forNs);
    }
  }

  private void offer(DhcpMessage message, LentNetwork network, Interface arrived) {
    MacAddress client = message.hardware();
    long now = simulation.now();
    Optional<Ipv4Address> chosen =
        network.choose(client, message.address(Option.REQUESTED_ADDRESS), now);
    if (chosen.isEmpty()) {
      exhausted.increment();
      return;
    }
    // Who asks anew for what it still has keeps it, until it chooses (4.3.1).
    boolean has =
        network
            .of(client)
            .filter(b -> b.state() == State.BOUND && b.untilNs() > now + OFFER_NS)
            .isPresent();
    if (!has) {
      network.note(chosen.get(), client, State.OFFERED, now + OFFER_NS);
    }
    answer(lease(message, MessageType.OFFER, chosen.get(), network, arrived), arrived);
  }

  /** What a client asks for tells in which state it is (4.3.2). */
  private void decide(DhcpMessage message, LentNetwork network, Interface arrived) {
    boolean chosen = message.address(Option.SERVER_IDENTIFIER).isPresent();
    boolean has = !message.client().equals(Ipv4Address.UNSPECIFIED);
    Optional<Ipv4Address> wanted =
        has ? Optional.of(message.client()) : message.address(Option.REQUESTED_ADDRESS);
    boolean elsewhere = wanted.filter(network.network()::contains).isEmpty();
    boolean known = network.of(message.hardware()).isPresent();
    if (elsewhere) {
      refuse(message, arrived);
    } else if (!chosen && !known) {
      // Another server may have lent it: this one must be silent.
      log.ignored();
    } else if (network.isFree(wanted.get(), message.hardware(), simulation.now())
        && network
            .of(message.hardware())
            .filter(b -> b.address().equals(wanted.get()))
            .isPresent()) {
      lend(message, wanted.get(), network, arrived);
    } else {
      refuse(message, arrived);
    }
  }

  private void lend(
      DhcpMessage message, Ipv4Address address, LentNetwork network, Interface arrived) {
    long untilNs = simulation.now() + network.leaseS() * SECOND_NS;
    network.note(address, message.hardware(), State.BOUND, untilNs);
    answer(
        lease(message, MessageType.ACK, address, network, arrived).from(message.client()), arrived);
  }

  /** An answer that lends or offers an address. T1 is a half and T2 seven eighths (4.4.5). */
  private DhcpMessage lease(
      DhcpMessage message,
      MessageType type,
      Ipv4Address address,
      LentNetwork network,
      Interface arrived) {
    DhcpMessage answer =
        message
            .answer(type)
            .lending(address)
            .with(Option.SUBNET_MASK, network.network().netmask())
            .with(Option.SERVER_IDENTIFIER, arrived.address().address())
            .with(Option.LEASE_TIME, network.leaseS())
            .with(Option.RENEWAL_TIME, network.leaseS() / 2)
            .with(Option.REBINDING_TIME, (int) (network.leaseS() * 7L / 8));
    return network
        .gateway()
        .or(() -> Optional.ofNullable(relays.get(network.network())))
        .map(gateway -> answer.with(Option.ROUTER, gateway))
        .orElse(answer);
  }

  /** The refusal goes to all, also behind a relay: the client may have a wrong address. */
  private void refuse(DhcpMessage message, Interface arrived) {
    answer(
        message
            .answer(MessageType.NAK)
            .toAll(true)
            .with(Option.SERVER_IDENTIFIER, arrived.address().address()),
        arrived);
  }

  /** To the relay, to the address that the client uses, or to its station (4.1). */
  private void answer(DhcpMessage answer, Interface arrived) {
    log.note(answer.type());
    Ipv4Address own = arrived.address().address();
    int timeToLive = Ipv4Packet.DEFAULT_TIME_TO_LIVE;
    if (answer.isRelayed()) {
      socket.send(own, answer.relay(), timeToLive, DhcpMessage.SERVER_PORT, answer);
    } else if (!answer.client().equals(Ipv4Address.UNSPECIFIED)) {
      socket.send(own, answer.client(), timeToLive, DhcpMessage.CLIENT_PORT, answer);
    } else {
      ClientSide.answer(socket, arrived, answer);
    }
  }
}
