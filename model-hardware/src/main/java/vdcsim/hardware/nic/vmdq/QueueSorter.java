package vdcsim.hardware.nic.vmdq;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import vdcsim.hardware.cpu.ExecutionContext;
import vdcsim.hardware.ethernet.DeviceEnd;
import vdcsim.hardware.ethernet.Frame;
import vdcsim.hardware.ethernet.FrameSink;
import vdcsim.hardware.ethernet.MacAddress;
import vdcsim.hardware.machine.Machine;
import vdcsim.hardware.nic.PhysicalNic;
import vdcsim.hardware.nic.ReceiveQueue;
import vdcsim.hardware.nic.Sorter;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.world.World;

/**
 * VMDq: a card sorts received frames by address and VLAN into a queue a machine, each with an
 * interrupt and a processor of its own. Machines for which it has no queue left share that of the
 * host, and software sorts for them.
 */
public final class QueueSorter implements Sorter {
  /** Above the vectors of the host's own queues. */
  private static final int FIRST_VECTOR = 128;

  private final PhysicalNic nic;
  private final World world;
  private final Map<Sorting, ReceiveQueue> queues = new LinkedHashMap<>();
  private final Map<Sorting, MachineQueue> machines = new LinkedHashMap<>();

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

  /**
   * Carries the frames of a machine's card from now on; a queue of the card is its, if any is.
   *
   * @param vlan the VLAN that the machine is in without knowing
   */
  public MachineQueue give(DeviceEnd guest, Optional<Integer> vlan, BackendSpec spec) {
    Sorting by = Sorting.of(guest.port().address(), vlan);
    boolean sorted = hasQueue();
    String purpose = sorted ? "vmdq-" + guest.port().name() : "vmdq-rest";
    MachineQueue made = new MachineQueue(nic, guest, vlan, spec, sorted, thread(purpose), world);
    machines.put(by, made);
    if (sorted) {
      queue(by, made::arrive);
    }
    guest.carrier(true);
    return made;
  }

  /** Whether a queue is left. */
  public boolean hasQueue() {
    return queues.size() < nic.spec().vmdq();
  }

  /** A queue for an address from now on, whose frames go up at the queue's own processor. */
  public void give(MacAddress address, FrameSink up) {
    queue(Sorting.of(address, Optional.empty()), up);
  }

  private void queue(Sorting by, FrameSink up) {
    int index = queues.size();
    String name = nic.name() + ".vmdq" + index;
    queues.put(by, nic.furtherQueue(name, FIRST_VECTOR + index, index + 1, up));
  }

  /** A queue to send from, which the card serves in turn with the others. */
  public SendQueue sendQueue() {
    return new SendQueue(nic, Optional.empty(), () -> {});
  }

  private ExecutionContext thread(String purpose) {
    return world
        .find(nic.host(), Machine.class)
        .map(machine -> machine.context(purpose))
        .orElse(ExecutionContext.FREE);
  }

  @Override
  public boolean arriving(Frame frame) {
    ReceiveQueue queue = queues.get(Sorting.of(frame));
    if (queue == null) {
      return true;
    }
    queue.arrive(Sorting.stripped(frame));
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
          .filter(machine -> machine.isMeant(frame))
          .forEach(machine -> machine.arrive(Sorting.stripped(frame)));
      return true;
    }
    MachineQueue machine = machines.get(Sorting.of(frame));
    if (machine == null) {
      return true;
    }
    machine.arrive(Sorting.stripped(frame));
    return false;
  }
}
