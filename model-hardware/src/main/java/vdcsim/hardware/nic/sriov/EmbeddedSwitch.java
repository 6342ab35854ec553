package vdcsim.hardware.nic.sriov;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vdcsim.hardware.ethernet.DeviceEnd;
import vdcsim.hardware.ethernet.Frame;
import vdcsim.hardware.ethernet.MacAddress;
import vdcsim.hardware.iommu.SourceId;
import vdcsim.hardware.nic.DriverSpec;
import vdcsim.hardware.nic.ModerationSpec;
import vdcsim.hardware.nic.PhysicalNic;
import vdcsim.hardware.nic.ReceiveQueue;
import vdcsim.hardware.nic.Sorter;
import vdcsim.hardware.pci.Dma;
import vdcsim.kernel.EventHandler;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.world.World;

/**
 * The switch in a card with virtual functions: frames go by their address and VLAN to a function,
 * to the line, or to both. It learns nothing: the host's driver has told it all addresses.
 *
 * <p>A frame from one function to another crosses the link twice, and the card fetches no other
 * until it is there.
 */
public final class EmbeddedSwitch implements Sorter, EventHandler {
  private static final int FIRST_OFFSET = 128;
  private static final int STRIDE = 2;

  private final PhysicalNic nic;
  private final Simulation simulation;
  private final List<VirtualFunction> functions = new ArrayList<>();
  private final Map<Long, VirtualFunction> byAddress = new TreeMap<>();

  private EmbeddedSwitch(PhysicalNic nic, Simulation simulation) {
    this.nic = nic;
    this.simulation = simulation;
    nic.sortedBy(this);
  }

  /**
   * The switch of a card.
   *
   * @throws Refusal with the key {@code attach}, if the card has no virtual functions
   */
  public static EmbeddedSwitch of(String card, World world) {
    Optional<PhysicalNic> nic = world.find(card, PhysicalNic.class);
    if (nic.isEmpty() || nic.get().spec().virtualFunctions() == 0) {
      throw new Refusal(
          "attach",
          ("'%s' has no virtual functions; add 'nic-hardware: { %s: { virtual-functions: 7 } }' to"
                  + " its host")
              .formatted(card, card.substring(card.indexOf('.') + 1)));
    }
    return world
        .find(card, EmbeddedSwitch.class)
        .orElseGet(
            () -> {
              EmbeddedSwitch made = new EmbeddedSwitch(nic.get(), world.simulation());
              world.add(card, made);
              return made;
            });
  }

  /**
   * Gives a function to a machine; its driver asks for a reset, and it works when that is answered.
   *
   * @throws Refusal with the key {@code attach}, if all are given away
   */
  public VirtualFunction give(
      DeviceEnd guest, FunctionSpec spec, DriverSpec driver, ModerationSpec moderation) {
    if (functions.size() == nic.spec().virtualFunctions()) {
      throw new Refusal(
          "attach",
          "'%s' has %d virtual functions, and all are taken"
              .formatted(nic.name(), functions.size()));
    }
    ReceiveQueue queue = nic.guestQueue(guest, 0, driver, moderation);
    VirtualFunction made = new VirtualFunction(simulation, this, freeNumber(), guest, spec, queue);
    functions.add(made);
    nic.engine().add(made);
    guest.onReady(this::ready);
    new Mailbox(simulation, nic, this, made).reset();
    return made;
  }

  /** The lowest that no function has. */
  private int freeNumber() {
    List<Integer> taken = functions.stream().map(VirtualFunction::number).toList();
    int number = 0;
    while (taken.contains(number)) {
      number++;
    }
    return number;
  }

  /** The card. */
  public PhysicalNic card() {
    return nic;
  }

  /** The number of a function (Intel 82576, data sheet 9.6.4: offset 128, stride 2). */
  public SourceId source(VirtualFunction function) {
    return nic.source().plus(FIRST_OFFSET + STRIDE * function.number());
  }

  /** The host's driver has told an address of a function. */
  void enable(VirtualFunction function) {
    byAddress.put(function.address().bits(), function);
    function.enabled(true);
  }

  /** Whether a card has a virtual function that is free. */
  public static boolean hasFree(String card, World world) {
    int all = world.find(card, PhysicalNic.class).map(n -> n.spec().virtualFunctions()).orElse(0);
    return world.find(card, EmbeddedSwitch.class).map(s -> s.functions.size()).orElse(0) < all;
  }

  /** Takes a function away from its machine: what waits to be sent is lost, and counted there. */
  public void takeBack(VirtualFunction function) {
    forget(function);
    functions.remove(function);
    function.enabled(false);
  }

  /** A function has another address, or none any longer. */
  void forget(VirtualFunction function) {
    byAddress.remove(function.address().bits(), function);
  }

  void ready() {
    nic.engine().ready();
  }

  @Override
  public boolean arriving(Frame frame) {
    return spread(frame, Optional.empty());
  }

  @Override
  public boolean leaving(Frame frame) {
    return spread(frame, Optional.empty());
  }

  /** Delivers a frame to the functions that it is for; returns whether others may want it too. */
  private boolean spread(Frame frame, Optional<VirtualFunction> from) {
    if (frame.destination().isGroup()) {
      for (VirtualFunction function : functions) {
        if (function.sees(frame) && !from.equals(Optional.of(function))) {
          function.deliver(frame);
        }
      }
      return true;
    }
    VirtualFunction to = byAddress.get(frame.destination().bits());
    if (to == null || !to.sees(frame)) {
      return true;
    }
    to.deliver(frame);
    return false;
  }

  /** A function's frame has been fetched. */
  void leaving(VirtualFunction from, Frame fetched) {
    if (!from.mayLeave(fetched)) {
      return;
    }
    Frame frame = from.within(fetched);
    MacAddress host = nic.port().address();
    if (frame.destination().equals(host)) {
      looped(() -> nic.receive(frame));
    } else if (frame.destination().isGroup()) {
      spread(frame, Optional.of(from));
      nic.receive(frame);
      nic.port().queue(frame);
    } else if (byAddress.containsKey(frame.destination().bits())) {
      looped(() -> toFunctionOrLine(frame));
    } else {
      nic.port().queue(frame);
    }
  }

  private void toFunctionOrLine(Frame frame) {
    if (spread(frame, Optional.empty())) {
      nic.port().queue(frame);
    }
  }

  /** The frame crosses the link again; a write of no bytes is there behind it. */
  private void looped(Runnable delivery) {
    nic.engine().hold();
    delivery.run();
    nic.link().write(Dma.ANYWHERE, 0, this, 0, 0, Simulation.NO_REFERENCE);
  }

  @Override
  public void handle(int kind, long argument, Object reference) {
    nic.engine().release();
  }
}
