package vdcsim.network.station;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vdcsim.hardware.ethernet.EthernetPort;
import vdcsim.hardware.ethernet.Frame;
import vdcsim.hardware.ethernet.FrameReceiver;
import vdcsim.hardware.ethernet.JoinedFrames;
import vdcsim.hardware.ethernet.MacAddress;
import vdcsim.hardware.host.Cards;
import vdcsim.kernel.spec.NearNames;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.world.World;

/** A network card of a host, and the protocols behind it. */
public final class Station {
  private final EthernetPort nic;
  private final Optional<Processing> processing;

  /** Types of frames and who takes them: few, and looked at for every frame. */
  private int[] types = {};

  private FrameReceiver[] protocols = {};

  private PassingOn others = PassingOn.NOTHING;

  /** The bits of the group addresses it takes: few, and looked at for every frame. */
  private long[] groups = {MacAddress.BROADCAST.bits()};

  private Station(EthernetPort nic, World world) {
    this.nic = nic;
    this.processing = Processing.of(this, world);
    nic.onReceive((port, frame) -> receive(frame));
  }

  /**
   * The station at a host's first card, or at one that is named, as {@code h1.eth1}.
   *
   * @param key the key whose value is {@code name}
   * @throws Refusal if there is no such host or card, or if it has no cable
   */
  public static Station at(String key, String name, World world) {
    int dot = name.indexOf('.');
    String hostName = dot < 0 ? name : name.substring(0, dot);
    Cards host = world.require(key, hostName, Cards.class, "host");
    EthernetPort nic = dot < 0 ? host.nics().get(0) : card(key, host, name.substring(dot + 1));
    if (!nic.isPlugged()) {
      throw new Refusal(key, "'" + nic.name() + "' has no cable; add it to 'links'");
    }
    return of(nic, world);
  }

  /** The station at a card. */
  public static Station of(EthernetPort nic, World world) {
    return world
        .find(nic.name(), Station.class)
        .orElseGet(
            () -> {
              Station station = new Station(nic, world);
              world.add(nic.name(), station);
              return station;
            });
  }

  private static EthernetPort card(String key, Cards host, String card) {
    List<String> cards =
        host.nics().stream().map(nic -> nic.name().substring(host.name().length() + 1)).toList();
    int index = cards.indexOf(card);
    if (index < 0) {
      throw new Refusal(
          key, "'%s' has no card '%s'%s".formatted(host.name(), card, NearNames.hint(card, cards)));
    }
    return host.nics().get(index);
  }

  /** The card's name, as {@code h1.eth0}. */
  public String name() {
    return nic.name();
  }

  /** The card's address. */
  public MacAddress address() {
    return nic.address();
  }

  /** The rate of the card's cable, in bits per second. */
  public long bitsPerSecond() {
    return nic.bitsPerSecond().orElseThrow();
  }

  /** The card itself. */
  public EthernetPort card() {
    return nic;
  }

  /** Takes the frames to a group address as well; broadcasts are always taken. */
  public void join(MacAddress group) {
    if (!takes(group)) {
      groups = Arrays.copyOf(groups, groups.length + 1);
      groups[groups.length - 1] = group.bits();
    }
  }

  private boolean takes(MacAddress group) {
    for (long bits : groups) {
      if (bits == group.bits()) {
        return true;
      }
    }
    return false;
  }

  /** Asks {@code stack} from now on which frames are for others, since those cost less. */
  public void passOn(PassingOn stack) {
    others = stack;
  }

  /** Sends a frame that came from another card: all is paid for already. */
  public void sendOn(Frame frame) {
    nic.send(frame);
  }

  /** Sends a frame, when the machine's software is done with it. */
  public void send(Frame frame) {
    if (processing.isPresent()) {
      processing.get().send(frame);
    } else {
      nic.send(frame);
    }
  }

  /**
   * Gives frames of a type to {@code protocol}.
   *
   * @return whether no other protocol took them before
   */
  public boolean register(int etherType, FrameReceiver protocol) {
    if (indexOf(etherType) >= 0) {
      return false;
    }
    types = Arrays.copyOf(types, types.length + 1);
    protocols = Arrays.copyOf(protocols, types.length);
    types[types.length - 1] = etherType;
    protocols[types.length - 1] = protocol;
    return true;
  }

  private void receive(Frame frame) {
    MacAddress destination = frame.destination();
    boolean forMe = destination.equals(nic.address()) || takes(destination);
    if (!forMe || isOfAnotherVlan(frame)) {
      return;
    } else if (processing.isEmpty()) {
      deliver(frame);
    } else if (others.passesOn(frame)) {
      processing.get().receiveForOthers(frame, others.tracks());
    } else {
      processing.get().receive(frame);
    }
  }

  /** Hands a frame to its protocol, if the machine has it; one of several one by one. */
  void deliver(Frame frame) {
    if (frame.payload() instanceof JoinedFrames joined) {
      joined.frames().forEach(this::hand);
    } else {
      hand(frame);
    }
  }

  private void hand(Frame frame) {
    int index = indexOf(frame.payload().etherType());
    if (index >= 0) {
      protocols[index].receive(nic, frame);
    }
  }

  private int indexOf(int etherType) {
    for (int i = 0; i < types.length; i++) {
      if (types[i] == etherType) {
        return i;
      }
    }
    return -1;
  }

  /** A card without VLANs of its own takes untagged frames, and those with a priority alone. */
  private static boolean isOfAnotherVlan(Frame frame) {
    // No stream for the many frames without tags (OspfConvergence: 15 % of the time of a run).
    return !frame.tags().isEmpty() && frame.tags().stream().anyMatch(tag -> tag.vlan() != 0);
  }
}
