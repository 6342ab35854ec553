package vdcsim.hypervisor.vnic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vdcsim.hardware.ethernet.EthernetPort;
import vdcsim.hardware.ethernet.Ports;
import vdcsim.hardware.host.Cards;
import vdcsim.kernel.quantity.DataRate;
import vdcsim.kernel.quantity.Scale;
import vdcsim.kernel.quantity.Unit;
import vdcsim.kernel.result.Topology;
import vdcsim.kernel.spec.NearNames;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.world.World;

/** The network cards of a virtual machine. */
public final class VirtualCards implements Cards, Ports {
  /** Those of all machines without any. */
  private static final VirtualCards NONE = new VirtualCards("", List.of());

  private final String name;
  private final List<VirtualCard> cards;

  private VirtualCards(String name, List<VirtualCard> cards) {
    this.name = name;
    this.cards = cards;
  }

  /** Makes the cards of a machine; they are attached to nothing, and hold what they are given. */
  public static VirtualCards make(
      String machine, Map<String, VnicSpec> specs, Home home, World world) {
    if (specs.isEmpty()) {
      return NONE;
    }
    List<VirtualCard> cards = new ArrayList<>();
    specs.forEach(
        (card, spec) -> cards.add(new VirtualCard(machine + "." + card, spec, home, world)));
    VirtualCards made = new VirtualCards(machine, List.copyOf(cards));
    world.add(machine, made);
    world.picture().node(machine, "vm", () -> "");
    made.cards.stream()
        .filter(card -> card.drawnAt().isPresent())
        .forEach(card -> world.picture().edge(() -> made.edge(card)));
    return made;
  }

  private Topology.Edge edge(VirtualCard card) {
    Attachment.Place at = card.drawnAt().orElseThrow();
    return new Topology.Edge(
        card.name(),
        name,
        card.name().substring(name.length() + 1),
        at.device(),
        at.port(),
        Scale.format(card.port().bitsPerSecond().orElseThrow(), Unit.BITS_PER_SECOND),
        card.port().hasCarrier() ? "up" : "down");
  }

  /**
   * Attaches all cards in this host, and in no other any longer.
   *
   * @throws Refusal with the key {@code nics}, if the host has not the bridge that one asks for
   */
  public void attach(String host) {
    cards.forEach(card -> card.attach(host));
  }

  /**
   * Why they cannot go on in another host, if so: a card's state does not move, the host has not
   * the bridge that a card is attached to, or an address would get to another network or VLAN.
   */
  public Optional<String> obstacle(String host) {
    return cards.stream().flatMap(card -> card.obstacle(host).stream()).findFirst();
  }

  /** Why they cannot be attached in a host, if so, whatever network that is at. */
  public Optional<String> lacking(String host) {
    return cards.stream().flatMap(card -> card.lacking(host).stream()).findFirst();
  }

  /**
   * The first card that is a device of the guest's own: the guest's memory stays where it is as
   * long as it has one, since the device reaches it without asking.
   */
  public Optional<String> held() {
    return cards.stream()
        .filter(VirtualCard::isHeld)
        .map(card -> card.name().substring(name.length() + 1))
        .findFirst();
  }

  /** Frames to and from them that were dropped at their ends or between them, so far. */
  public long lost() {
    return cards.stream().mapToLong(VirtualCard::lost).sum();
  }

  /**
   * Runs {@code hearer} for each frame to one's own address that gets to the guest, from now on.
   */
  public void onHeard(Runnable hearer) {
    cards.forEach(card -> card.onHeard(hearer));
  }

  /** They carry nothing from now on, since the machine stands still, or do again. */
  public void hold(boolean on) {
    cards.forEach(card -> card.hold(on));
  }

  /** The cards, in the order of the scenario, and those that they are made of. */
  public List<VirtualCard> all() {
    return cards.stream().flatMap(VirtualCard::all).toList();
  }

  /**
   * Asks the guest to give up what cannot move, as a virtual function for which another card stands
   * by.
   *
   * @param whenGone runs as soon as it has given all of it up
   * @return whether there is anything; nothing will run otherwise
   */
  public boolean unplug(Runnable whenGone) {
    int[] left = {0};
    Runnable one =
        () -> {
          left[0]--;
          if (left[0] == 0) {
            whenGone.run();
          }
        };
    for (VirtualCard card : cards) {
      left[0] += card.unplug(one) ? 1 : 0;
    }
    return left[0] > 0;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<EthernetPort> nics() {
    return cards.stream().map(VirtualCard::port).toList();
  }

  @Override
  public List<EthernetPort> ethernetPorts() {
    return nics();
  }

  @Override
  public EthernetPort port(String portName) {
    List<String> names =
        cards.stream().map(card -> card.name().substring(name.length() + 1)).toList();
    if (!names.contains(portName)) {
      throw new Refusal(
          "link",
          "virtual machine '%s' has no card '%s'%s"
              .formatted(name, portName, NearNames.hint(portName, names)));
    }
    return nics().get(names.indexOf(portName));
  }

  @Override
  public EthernetPort freePort() {
    throw new Refusal(
        "link",
        "a card of virtual machine '%s' takes no cable; it says 'attach: BRIDGE'".formatted(name));
  }

  @Override
  public Optional<DataRate> rate(EthernetPort port) {
    return Optional.empty();
  }
}
