package vdcsim.hypervisor.vnic;

import java.util.Optional;
import vdcsim.hardware.ethernet.MacAddress;
import vdcsim.hardware.ethernet.PortSettings;
import vdcsim.hypervisor.slirp.SlirpSpec;
import vdcsim.kernel.quantity.DataRate;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.spec.Shorthand;
import vdcsim.network.macvlan.MacvtapSpec;
import vdcsim.network.vlan.PortVlanSpec;

/** What a scenario says about a network card of a virtual machine. */
@Doc("A network card of a virtual machine.")
@Shorthand("model")
public record VnicSpec(
    @Key(
            value = "What card the guest sees, and how it works.",
            fallback = "ideal",
            source = "what costs nothing, so that a scenario about networks need not say more")
        VnicModel model,
    @Key(
            value =
                "The bridge that it is attached to, in whatever host the machine is; the host's"
                    + " first one unless given. Of a virtual function, of passthrough and of a"
                    + " macvtap, the card of the host. 'user' is QEMU's user networking.",
            example = "br0")
        Optional<String> attach,
    @Key(
            value = "The rate of the card.",
            fallback = "10 Gbps",
            source = "QEMU and Linux: a tap says that it has 10 Gb/s (drivers/net/tun.c)")
        DataRate rate,
    @Key(
            value = "How many frames may wait in the guest to be sent.",
            fallback = "1000",
            source = "Linux, default txqueuelen of an Ethernet device")
        int queue,
    @Key(
            value = "The longest payload of a frame in bytes; longer frames are dropped.",
            fallback = "1500",
            source = "IEEE 802.3-2018, 3.2.7: a basic frame")
        int mtu,
    @Key(
            value = "The card's address; without it, the next one that is free.",
            example = "02:00:00:00:00:01")
        Optional<String> address,
    @Key(
            value = "How user networking behaves, where it says 'attach: user'.",
            example = "{ forward: { 2222: 22 } }")
        Optional<SlirpSpec> user,
    @Key("What holds of a card that is a piece of the host's own.") Optional<SriovSpec> sriov,
    @Key("What holds of a card that is the host's own as a whole.")
        Optional<PassthroughSpec> passthrough,
    @Key("How the card works inside; what is said here counts for models that have it.")
        Optional<CardSpec> card,
    @Key(
            value = "The VLANs of its port at a bridge that has 'vlans'; they move with it.",
            example = "10")
        Optional<PortVlanSpec> vlan,
    @Key(
            value = "How it shares a card of the host, which 'attach' names, instead of a bridge.",
            example = "bridge")
        Optional<MacvtapSpec> macvtap,
    @Key(
            value =
                "Of a virtual function: the virtio card that takes over while it is away, so that"
                    + " the machine can move.",
            example = "br0")
        Optional<StandbySpec> standby) {
  /** The word for user networking. */
  private static final String USER = "user";

  /** A card at a bridge, of which nothing is a piece of the host's own. */
  public VnicSpec(
      VnicModel model,
      Optional<String> attach,
      DataRate rate,
      int queue,
      int mtu,
      Optional<String> address) {
    this(
        model,
        attach,
        rate,
        queue,
        mtu,
        address,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  public VnicSpec {
    if (standby.isPresent() && model != VnicModel.SRIOV) {
      throw new Refusal("standby", "a card stands by for a virtual function: 'model: sriov'");
    }
    if (queue < 1) {
      throw new Refusal("queue", "a queue holds at least 1 frame, was " + queue);
    }
    if (mtu < PortSettings.LEAST_MTU || mtu > PortSettings.LARGEST_MTU) {
      throw new Refusal(
          "mtu",
          "an mtu must lie between %d and %d, was %d"
              .formatted(PortSettings.LEAST_MTU, PortSettings.LARGEST_MTU, mtu));
    }
    address.ifPresent(text -> MacAddress.check("address", text));
    boolean atUser = attach.filter(USER::equals).isPresent();
    if (user.isPresent() && !atUser) {
      throw new Refusal("user", "user networking needs 'attach: user'");
    }
    if (atUser && !model.isInQemu()) {
      throw new Refusal(
          "model",
          "user networking is a part of QEMU: the card is 'ideal', 'rtl8139', 'e1000' or 'virtio',"
              + " was '%s'".formatted(model.word()));
    }
    if (macvtap.isPresent() && (model.isDirect() || atUser)) {
      throw new Refusal(
          "macvtap", "a card is attached in one way; leave out 'macvtap', or the other");
    }
    if (vlan.isPresent() && (macvtap.isPresent() || model.isDirect() || atUser)) {
      throw new Refusal("vlan", "only a port of a bridge has VLANs; attach it to a sub-interface");
    }
    if (passthrough.isPresent() && model != VnicModel.PASSTHROUGH) {
      throw new Refusal(
          "passthrough", "'passthrough' needs 'model: passthrough', was " + model.word());
    }
    if (model == VnicModel.PASSTHROUGH && sriov.isPresent()) {
      throw new Refusal("sriov", "a whole card says 'passthrough', and not 'sriov'");
    }
  }

  /** What user networking it has, if it is not attached to a bridge. */
  Optional<SlirpSpec> slirp() {
    return attach.filter(USER::equals).map(to -> user.orElse(SlirpSpec.DEFAULT));
  }

  /**
   * Whether what is behind the card takes segments that are yet to be cut, and gives joined ones:
   * user networking does not (QEMU, net/net.c: its peer has no header for that).
   */
  public boolean passesSegments() {
    return slirp().isEmpty();
  }

  /** What holds of a card that is the host's own, wholly or in part. */
  SriovSpec direct() {
    return passthrough.map(PassthroughSpec::asFunction).orElse(sriov.orElse(SriovSpec.DEFAULT));
  }

  /** A card of a model, and all else as a scenario has it that says nothing. */
  public static VnicSpec of(VnicModel model) {
    return new VnicSpec(
        model, Optional.empty(), DataRate.ofGigabits(10), 1000, 1500, Optional.empty());
  }

  /** How it works inside. */
  public CardSpec inside() {
    return card.orElse(CardSpec.USUAL);
  }

  PortSettings settings() {
    return new PortSettings(queue, PortSettings.ANY_BYTES, mtu);
  }

  /** The name of the bridge within the host; a name may be written with the host before it. */
  String bridge() {
    String written = attach.orElse("");
    return written.substring(written.indexOf('.') + 1);
  }
}
