package vdcsim.hardware.nic.passthrough;

import java.util.ArrayList;
import java.util.List;
import vdcsim.hardware.ethernet.DeviceEnd;
import vdcsim.hardware.ethernet.Frame;
import vdcsim.hardware.nic.Buffers;
import vdcsim.hardware.nic.DriverSpec;
import vdcsim.hardware.nic.GuestRing;
import vdcsim.hardware.nic.ModerationSpec;
import vdcsim.hardware.nic.PhysicalNic;
import vdcsim.hardware.nic.ReceiveQueue;
import vdcsim.hardware.nic.Sorter;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.metric.Counter;
import vdcsim.kernel.quantity.Unit;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.world.World;

/**
 * A card of a host that is given to a machine as a whole: the machine's driver fills its rings, and
 * the host neither sends nor receives through it any longer.
 *
 * <p>Metrics, below the card's name: {@code dropped-passed-through}, frames that the host would
 * have sent; below the machine's card those of its queues ({@link ReceiveQueue}) as {@code rx0}.
 */
public final class WholeCard extends GuestRing implements Sorter {
  private final PhysicalNic nic;
  private final List<ReceiveQueue> queues = new ArrayList<>();
  private final Counter refused;
  private boolean held = true;

  private WholeCard(
      PhysicalNic nic,
      DeviceEnd guest,
      DriverSpec driver,
      ModerationSpec moderation,
      Simulation simulation) {
    super(simulation, guest);
    this.nic = nic;
    this.refused =
        simulation.metrics().counter(nic.name() + ".dropped-passed-through", Unit.FRAMES);
    for (int i = 0; i < nic.spec().queues(); i++) {
      queues.add(nic.guestQueue(guest, i, driver, moderation));
    }
    nic.sortedBy(this);
    nic.engine().add(this);
    guest.onReady(nic.engine()::ready);
    nic.port().onCarrier(port -> follow());
    follow();
  }

  /**
   * Gives a card to a machine, to which its host has given it away.
   *
   * @throws Refusal with the key {@code attach}, if there is no such card with hardware, or it is
   *     shared among machines
   */
  public static WholeCard give(
      String card, DeviceEnd guest, DriverSpec driver, ModerationSpec moderation, World world) {
    PhysicalNic nic = card(card, world);
    if (nic.spec().virtualFunctions() > 0 || nic.spec().vmdq() > 0) {
      throw new Refusal(
          "attach",
          ("'%s' is shared by '%s'; pass through one that is not, or ask for a piece with"
                  + " 'model: %s'")
              .formatted(
                  card,
                  nic.spec().vmdq() > 0 ? "vmdq" : "virtual-functions",
                  nic.spec().vmdq() > 0 ? "vmdq" : "sriov"));
    }
    return new WholeCard(nic, guest, driver, moderation, world.simulation());
  }

  private static PhysicalNic card(String card, World world) {
    return world
        .find(card, PhysicalNic.class)
        .orElseThrow(
            () ->
                new Refusal(
                    "attach",
                    "nothing is said of what is on '%s'; add 'nic-hardware: { %s: {} }' to its host"
                        .formatted(card, card.substring(card.indexOf('.') + 1))));
  }

  /** The machine sees the cable's carrier. */
  private void follow() {
    guest().carrier(nic.port().hasCarrier());
  }

  /** The card. */
  public PhysicalNic card() {
    return nic;
  }

  /** Where its frames and interrupts arrive: among several, flows are spread. */
  public List<ReceiveQueue> queues() {
    return List.copyOf(queues);
  }

  /** It uses this memory from now on, and not any; each queue has buffers of its own. */
  public void uses(List<Buffers> buffers) {
    for (int i = 0; i < queues.size(); i++) {
      queues.get(i).uses(buffers.get(i));
    }
    sendFrom(buffers.get(0));
  }

  /** Sends nothing while its machine stands still. */
  public void hold(boolean on) {
    held = on;
    nic.engine().ready();
  }

  @Override
  public boolean arriving(Frame frame) {
    queues.get(nic.queue(frame)).arrive(frame);
    return false;
  }

  /** The host has no driver for it any longer. */
  @Override
  public boolean leaving(Frame frame) {
    refused.increment();
    return false;
  }

  @Override
  public boolean isReady() {
    return !held && guest().waiting() > 0;
  }

  @Override
  public void fetched(Frame frame) {
    nic.port().queue(frame);
  }
}
