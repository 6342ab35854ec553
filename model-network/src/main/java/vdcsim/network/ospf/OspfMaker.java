package vdcsim.network.ospf;

import java.util.Comparator;
import java.util.stream.Stream;
import vdcsim.kernel.spec.NearNames;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.world.Wiring;
import vdcsim.kernel.world.World;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Interface;
import vdcsim.network.ospf.lsa.AreaId;
import vdcsim.network.ospf.lsa.RouterId;
import vdcsim.network.ospf.packet.OspfPacket;
import vdcsim.network.stack.Interface;
import vdcsim.network.stack.Stack;
import vdcsim.network.stack.Stacks;

/** From what a scenario says to a router that speaks OSPF. */
final class OspfMaker {
  private static final int MOST_COST = 0xFFFF;

  private final Ospf ospf;
  private final Stack stack;
  private final OspfSpec spec;

  private OspfMaker(Stack stack, OspfSpec spec) {
    this.stack = stack;
    this.spec = spec;
    this.ospf = new Ospf(stack, routerId(stack, spec), spec);
  }

  static Wiring make(String name, OspfSpec spec, World world) {
    return () -> {
      OspfMaker maker = new OspfMaker(Stacks.at("", name, world), spec);
      maker.checkUnique(world);
      maker.build();
      world.add(name, maker.ospf);
      OspfFinalTables.offer(maker.ospf, name, world.simulation().tables());
      world.simulation().schedule(0, maker.ospf::start);
    };
  }

  /** The highest address of no interface, or else of one (FRRouting). */
  private static RouterId routerId(Stack stack, OspfSpec spec) {
    Stream<Ipv4Address> loopbacks = stack.loopbacks().stream();
    Stream<Ipv4Address> cards = stack.interfaces().stream().map(i -> i.address().address());
    return spec.routerId()
        .map(RouterId::parse)
        .or(
            () ->
                loopbacks
                    .max(Comparator.naturalOrder())
                    .or(() -> cards.max(Comparator.naturalOrder()))
                    .map(address -> new RouterId(address.bits())))
        .orElse(RouterId.NONE);
  }

  private void checkUnique(World world) {
    for (Ospf other : world.all(Ospf.class)) {
      if (other.routerId().equals(ospf.routerId())) {
        throw new Refusal(
            "router-id",
            "the router identifier %s is that of '%s' already; each router needs its own"
                .formatted(ospf.routerId(), other.stack().name()));
      }
    }
  }

  private void build() {
    checkNames();
    for (Interface card : stack.interfaces()) {
      OspfInterfaceSpec said = spec.interfaces().get(card.name());
      if (said != null) {
        addInterface(card, said);
      }
    }
    spec.loopbackArea().map(AreaId::parse).ifPresent(this::addLoopbacks);
    spec.areas().keySet().stream().map(AreaId::parse).sorted().forEach(this::addVirtualLinks);
  }

  private void checkNames() {
    for (String name : spec.interfaces().keySet()) {
      if (stack.find(name).isEmpty()) {
        throw new Refusal(
            "interfaces",
            "router '%s' has no interface '%s' with a cable%s"
                .formatted(
                    stack.name(),
                    name,
                    NearNames.hint(
                        name, stack.interfaces().stream().map(Interface::name).toList())));
      }
    }
  }

  private void addInterface(Interface card, OspfInterfaceSpec said) {
    card.join(OspfPacket.ALL_SPF_ROUTERS);
    card.join(OspfPacket.ALL_D_ROUTERS);
    ospf.add(
        new OspfInterface(
            ospf,
            ospf.area(AreaId.parse(said.area()), spec),
            card.name(),
            InterfaceSettings.of(said),
            said.cost().orElseGet(() -> cost(card.bitsPerSecond())),
            new Attachment.OnCard(stack, card)));
  }

  /** The reference rate over the interface's, rounded half up, at least 1 (FRRouting). */
  private int cost(long bitsPerSecond) {
    long reference = spec.referenceBandwidth().bitsPerSecond();
    long rounded = (2 * reference + bitsPerSecond) / (2 * bitsPerSecond);
    return (int) Math.max(1, Math.min(MOST_COST, rounded));
  }

  private void addLoopbacks(AreaId id) {
    Area area = ospf.area(id, spec);
    stack.loopbacks().forEach(address -> area.loopbacks().add(new Ipv4Interface(address, 32)));
  }

  private void addVirtualLinks(AreaId id) {
    if (spec.area(id).virtualLinks().isEmpty()) {
      return;
    }
    Area transit = ospf.area(id, spec);
    Area backbone = ospf.area(AreaId.BACKBONE, spec);
    for (RouterId peer : transit.virtualLinks()) {
      Attachment.Virtual attachment = new Attachment.Virtual(stack);
      long before = ospf.interfaces().stream().filter(OspfInterface::isVirtual).count();
      OspfInterface over =
          new OspfInterface(
              ospf,
              backbone,
              "VLINK" + before,
              InterfaceSettings.virtual(),
              /* cost= */ 1,
              attachment);
      ospf.addVirtualLink(transit, peer, over, attachment);
    }
  }
}
