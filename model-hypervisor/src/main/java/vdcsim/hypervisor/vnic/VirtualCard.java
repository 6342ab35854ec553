package vdcsim.hypervisor.vnic;

import java.util.Optional;
import java.util.stream.Stream;
import vdcsim.hardware.ethernet.Addresses;
import vdcsim.hardware.ethernet.DeviceEnd;
import vdcsim.hardware.ethernet.EthernetPort;
import vdcsim.hardware.ethernet.Frame;
import vdcsim.hardware.ethernet.FrameTap;
import vdcsim.hardware.ethernet.MacAddress;
import vdcsim.hypervisor.vnic.card.CardModel;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.world.World;

/**
 * A network card of a virtual machine: an Ethernet end in the guest, which is attached in the host
 * where the machine is, and works while the machine runs.
 */
public final class VirtualCard {
  private final String name;
  private final VnicSpec spec;
  private final World world;
  private final DeviceEnd guest;
  private final Attachment attachment;

  /**
   * A card that is attached to nothing.
   *
   * @param name the machine's name, a dot, and the card's
   */
  VirtualCard(String name, VnicSpec spec, Home home, World world) {
    this(
        name,
        spec,
        spec.address()
            .map(text -> Addresses.give(world, text))
            .orElseGet(() -> Addresses.next(world)),
        home,
        world);
  }

  /** A card with this address, which another may have as well. */
  VirtualCard(String name, VnicSpec spec, MacAddress address, Home home, World world) {
    this.name = name;
    this.spec = spec;
    this.world = world;
    Simulation simulation = world.simulation();
    EthernetPort port = new EthernetPort(simulation, name, address, spec.settings());
    this.guest = new DeviceEnd(port, spec.rate().bitsPerSecond());
    this.attachment = attachment(home);
    if (spec.model() == VnicModel.IDEAL && !works()) {
      workForNothing();
    }
    hold(true);
  }

  private Attachment attachment(Home home) {
    if (spec.slirp().isPresent()) {
      return new UserNetworking(guest, spec.model(), spec.slirp().get(), world);
    }
    if (spec.macvtap().isPresent()) {
      return new MacvtapCard(guest, spec.attach().orElse(""), spec.macvtap().get(), world);
    }
    if (spec.standby().isPresent()) {
      return new Failover(guest, spec, home, world);
    }
    return spec.model().isDirect()
        ? new DirectCard(guest, spec, home, world)
        : new BridgeTap(guest, spec, world);
  }

  /** The machine's name, a dot, and the card's. */
  public String name() {
    return name;
  }

  /** What a scenario says of it. */
  public VnicSpec spec() {
    return spec;
  }

  /** Its end in the guest. */
  public DeviceEnd guest() {
    return guest;
  }

  EthernetPort port() {
    return guest.port();
  }

  /** What it is attached to, if that is drawn with it; the machine itself before it is. */
  Optional<Attachment.Place> drawnAt() {
    String machine = name.substring(0, name.indexOf('.'));
    return attachment
        .drawnAt()
        .map(at -> at.device().isEmpty() ? new Attachment.Place(machine, name) : at);
  }

  /** Whether something works between its ends. */
  public boolean works() {
    return attachment.works();
  }

  /** Works like this from now on; a card gets its model once. */
  public void work(CardModel model) {
    attachment.work(model);
  }

  /** Works like an ideal card from now on. */
  public void workForNothing() {
    work(new Ideal(world.simulation(), guest));
  }

  /**
   * Attaches it in this host, and in no other any longer; where it was attached before, the
   * switches are told that it has moved.
   */
  void attach(String host) {
    attachment.attach(host);
  }

  /** Whether the guest's driver has the device itself. */
  boolean isHeld() {
    return spec.model().isHeld();
  }

  /** What the guest's driver has written into its device, where it has one itself. */
  public Optional<Assignment> assignment() {
    return attachment.assignment();
  }

  /** Why it cannot go on in another host, if so. */
  Optional<String> obstacle(String host) {
    if (spec.model().isHeld() && spec.standby().isEmpty()) {
      return Optional.of(
          "card '%s' is a device that the guest holds itself, and has a state that cannot be moved"
              .formatted(name.substring(name.indexOf('.') + 1)));
    }
    return attachment.obstacle(host);
  }

  /** Why it cannot be attached in a host, if so. */
  Optional<String> lacking(String host) {
    return attachment.lacking(host);
  }

  /** It, and cards of the guest that it is made of. */
  Stream<VirtualCard> all() {
    return Stream.concat(Stream.of(this), attachment.within().stream());
  }

  /** Asks the guest to give up what cannot move; whether there is anything. */
  boolean unplug(Runnable whenGone) {
    return attachment.unplug(whenGone);
  }

  /** Frames to and from it that were dropped at its ends or between them, so far. */
  long lost() {
    return guest.port().dropped() + attachment.lost();
  }

  /** Runs {@code hearer} for each frame to its own address that gets to the guest, from now on. */
  void onHeard(Runnable hearer) {
    guest
        .port()
        .tap(
            new FrameTap() {
              @Override
              public void sent(EthernetPort port, Frame frame) {
                // What the guest says is no answer to whether it hears.
              }

              @Override
              public void received(EthernetPort port, Frame frame) {
                if (frame.destination().equals(port.address())) {
                  hearer.run();
                }
              }
            });
  }

  /** Carries nothing from now on, since the machine stands still, or does again. */
  void hold(boolean on) {
    attachment.hold(on);
  }
}
