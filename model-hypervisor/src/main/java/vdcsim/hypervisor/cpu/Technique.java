package vdcsim.hypervisor.cpu;

import java.util.Map;
import java.util.function.LongSupplier;
import vdcsim.hypervisor.cpu.cost.Ledger;
import vdcsim.hypervisor.cpu.cost.Operation;
import vdcsim.hypervisor.cpu.state.GuestMachine;
import vdcsim.hypervisor.cpu.state.Step;

/** A way to run a guest's instructions: what becomes of its state, and what it costs. */
public interface Technique {
  /** Carries an instruction out on the guest's machine. */
  void carryOut(Step step, GuestMachine machine);

  /** Writes down what a loop costs that does {@code each} operations in each of its rounds. */
  void charge(Operation operation, long each, long rounds, Ledger ledger);

  /** A loop over the guest's kernel code begins; only who translates code asks for it. */
  default void enter(KernelCode code, long rounds, Ledger ledger) {}

  /**
   * What a host does while a guest has nothing to do.
   *
   * @param busyNs how long it keeps the guest's core busy, looking for work
   * @param wakeCycles what it costs to run the guest again
   */
  record Idle(long busyNs, long wakeCycles) {
    /** It gives the core away, and what that costs is not known. */
    public static final Idle ASLEEP = new Idle(0, 0);
  }

  /** The guest has halted, for so long. */
  default Idle idle(long ns) {
    return Idle.ASLEEP;
  }

  /** Bytes that the monitor touches of each address space when it is switched to. */
  default long footprintBytes() {
    return 0;
  }

  /**
   * Its part in the paging of a guest whose page tables are modelled. Unless more is known, each
   * event costs what an operation of its class does.
   */
  default PagingMonitor pagingMonitor() {
    return (event, besides, ledger) -> {
      charge(event.operation(), 1, 1, ledger);
      ledger.overhead(besides);
    };
  }

  /**
   * Whether the guest's levels of privilege are the machine's own, which an interpreter's are not.
   */
  default boolean usesRings() {
    return true;
  }

  /** What it counts of its own work, by the name of the metric. */
  default Map<String, LongSupplier> counts() {
    return Map.of();
  }
}
