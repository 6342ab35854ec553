package vdcsim.hardware.nic.vmdq;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import vdcsim.hardware.cpu.ExecutionContext;
import vdcsim.hardware.ethernet.DeviceEnd;
import vdcsim.hardware.ethernet.Frame;
import vdcsim.hardware.machine.Machine;
import vdcsim.hardware.nic.PhysicalNic;
import vdcsim.hardware.nic.ReceiveQueue;
import vdcsim.hardware.nic.Sorter;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.world.World;

/**
 * VMDq: a card sorts received frames by address into a queue a machine, each with an interrupt, a
 * processor and a thread of its own. Machines for which it has no queue left share that of the
 * host, and one thread, which sorts for them.
 */
public final class QueueSorter implements Sorter {
  /** Above the vectors of the host's own queues. */
  private static final int FIRST_VECTOR = 128;

  private final PhysicalNic nic;
  private final World world;
  private final Map<Long, ReceiveQueue> queues = new LinkedHashMap<>();
  private final Map<Long, MachineQueue> machines = new LinkedHashMap<>();

  private QueueSorter(PhysicalNic nic, World world) {
    this.nic = nic;
    this.world = world;
    nic.sortedBy(this);
  }

  /**
   * The sorter of a card.
   *
   * @throws Refusal with the key {@code attach}, if nothing is said of what is on the card
   */
  public static QueueSorter of(String card, World world) {
    Optional<PhysicalNic> nic = world.find(card, PhysicalNic.class);
    if (nic.isEmpty()) {
      throw new Refusal(
          "attach",
          "nothing is said of what is on '%s'; add 'nic-hardware: { %s: { vmdq: 4 } }' to its host"
              .formatted(card, card.substring(card.indexOf('.') + 1)));
    }
    return world
        .find(card, QueueSorter.class)
        .orElseGet(
            () -> {
              QueueSorter made = new QueueSorter(nic.get(), world);
              world.add(card, made);
              return made;
            });
  }

  /** Carries the frames of a machine's card from now on; a queue of the card is its, if any is. */
  public MachineQueue give(DeviceEnd guest, BackendSpec spec) {
    long address = guest.port().address().bits();
    boolean sorted = queues.size() < nic.spec().vmdq();
    String purpose = sorted ? "vmdq-" + guest.port().name() : "vmdq-rest";
    MachineQueue made = new MachineQueue(nic, guest, spec, sorted, thread(purpose), world);
    machines.put(address, made);
    nic.engine().add(made);
    if (sorted) {
      int index = queues.size();
      String name = nic.name() + ".vmdq" + index;
      queues.put(address, nic.furtherQueue(name, FIRST_VECTOR + index, index + 1, made::arrive));
    }
    guest.carrier(true);
    return made;
  }

  private ExecutionContext thread(String purpose) {
    return world
        .find(nic.host(), Machine.class)
        .map(machine -> machine.context(purpose))
        .orElse(ExecutionContext.FREE);
  }

  @Override
  public boolean arriving(Frame frame) {
    ReceiveQueue queue = queues.get(frame.destination().bits());
    if (queue == null || !frame.tags().isEmpty()) {
      return true;
    }
    queue.arrive(frame);
    return false;
  }

  @Override
  public boolean leaving(Frame frame) {
    return true;
  }

  @Override
  public boolean received(Frame frame) {
    if (frame.destination().isGroup()) {
      machines.values().stream()
          .filter(machine -> !machine.port().address().equals(frame.source()))
          .forEach(machine -> machine.arrive(frame));
      return true;
    }
    MachineQueue machine = machines.get(frame.destination().bits());
    if (machine == null || !frame.tags().isEmpty()) {
      return true;
    }
    machine.arrive(frame);
    return false;
  }
}
