package vdcsim.network.router;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vdcsim.hardware.ethernet.Addresses;
import vdcsim.hardware.ethernet.EthernetPort;
import vdcsim.hardware.ethernet.MacAddress;
import vdcsim.hardware.ethernet.Ports;
import vdcsim.hardware.host.Cards;
import vdcsim.kernel.quantity.DataRate;
import vdcsim.kernel.spec.NearNames;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.world.Wiring;
import vdcsim.kernel.world.World;
import vdcsim.network.ip.Ipv4Interface;
import vdcsim.network.stack.Stacks;

/** A box with interfaces and the stack of a machine that forwards. */
public final class Router implements Ports, Cards {
  private final String name;
  private final List<EthernetPort> ports = new ArrayList<>();
  private final List<String> names;

  private Router(String name, RouterSpec spec, World world) {
    this.name = name;
    this.names = List.copyOf(spec.interfaces().keySet());
    spec.interfaces()
        .forEach(
            (port, said) ->
                ports.add(
                    new EthernetPort(
                        world.simulation(),
                        name + "." + port,
                        address(said, world),
                        spec.settings())));
  }

  private static MacAddress address(RouterInterfaceSpec said, World world) {
    return said.address()
        .map(text -> Addresses.give(world, text))
        .orElseGet(() -> Addresses.next(world));
  }

  /** Makes a router, adds it to the world and draws it. */
  public static Wiring make(String name, RouterSpec spec, World world) {
    world.add(name, new Router(name, spec, world));
    world.picture().node(name, "router", () -> "");
    List<Ipv4Interface> loopbacks = spec.loopbacks().stream().map(Ipv4Interface::parse).toList();
    return Stacks.addresses(name, spec.ip(), loopbacks, world);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<EthernetPort> nics() {
    return List.copyOf(ports);
  }

  @Override
  public List<EthernetPort> ethernetPorts() {
    return nics();
  }

  @Override
  public EthernetPort port(String portName) {
    int index = names.indexOf(portName);
    if (index < 0) {
      throw new Refusal(
          "link",
          "router '%s' has no interface '%s'%s"
              .formatted(name, portName, NearNames.hint(portName, names)));
    }
    return ports.get(index);
  }

  @Override
  public EthernetPort freePort() {
    return ports.stream()
        .filter(port -> !port.isPlugged())
        .findFirst()
        .orElseThrow(
            () ->
                new Refusal(
                    "link", "all interfaces of router '" + name + "' have a cable; add one"));
  }

  @Override
  public Optional<DataRate> rate(EthernetPort port) {
    return Optional.empty();
  }
}
