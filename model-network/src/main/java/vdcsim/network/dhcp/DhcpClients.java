package vdcsim.network.dhcp;

import java.util.Map;
import java.util.TreeMap;
import vdcsim.kernel.world.Wiring;
import vdcsim.kernel.world.World;
import vdcsim.network.ip.Ipv4Packet;
import vdcsim.network.stack.Interface;
import vdcsim.network.stack.IpSpec;
import vdcsim.network.stack.Stack;
import vdcsim.network.stack.Stacks;
import vdcsim.network.udp.Datagram;
import vdcsim.network.udp.Udp;
import vdcsim.network.udp.UdpSocket;

/** The clients of a machine, one for each card that asks for its address. */
public final class DhcpClients {
  private final Map<String, DhcpClient> clients = new TreeMap<>();

  private DhcpClients(Stack stack) {
    UdpSocket socket = Udp.of(stack).open(DhcpMessage.CLIENT_PORT, this::receive);
    for (Interface card : stack.interfaces()) {
      if (!card.hasAddress()) {
        clients.put(card.name(), new DhcpClient(stack, card, socket));
      }
    }
    stack.onInterfaceChange(this::changed);
  }

  /** Gives a host the addresses that a scenario says, and lets it ask for others. */
  public static Wiring make(String host, IpSpec spec, World world) {
    Wiring addresses = Stacks.addresses(host, spec, world);
    if (!spec.asks()) {
      return addresses;
    }
    return () -> {
      addresses.connect();
      world.find(host, Stack.class).ifPresent(stack -> new DhcpClients(stack).begin(world));
    };
  }

  private void begin(World world) {
    world.simulation().schedule(0, () -> clients.values().forEach(DhcpClient::carrierChanged));
  }

  private void changed(Interface card) {
    if (clients.containsKey(card.name())) {
      clients.get(card.name()).carrierChanged();
    }
  }

  private void receive(Interface arrived, Ipv4Packet packet, Datagram datagram) {
    if (clients.containsKey(arrived.name()) && datagram.content() instanceof DhcpMessage message) {
      clients.get(arrived.name()).receive(message);
    }
  }
}
