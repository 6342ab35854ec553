package vdcsim.hypervisor.cpu.hardware;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import vdcsim.hypervisor.cpu.PagingMonitor;
import vdcsim.hypervisor.cpu.Reasons;
import vdcsim.hypervisor.cpu.Technique;
import vdcsim.hypervisor.cpu.Traps;
import vdcsim.hypervisor.cpu.cost.Costs;
import vdcsim.hypervisor.cpu.cost.ExitReason;
import vdcsim.hypervisor.cpu.cost.Ledger;
import vdcsim.hypervisor.cpu.cost.Operation;
import vdcsim.hypervisor.cpu.cost.ProcessorGeneration;
import vdcsim.hypervisor.cpu.state.GuestMachine;
import vdcsim.hypervisor.cpu.state.Step;
import vdcsim.kernel.spec.Refusal;

/**
 * The guest runs in non-root operation, its kernel in ring 0, on registers that the VMCS holds; an
 * exit happens where the controls or the processor want one.
 */
public final class HardwareAssistance implements Technique {
  private static final String TABLE = "hardware";

  /**
   * What a monitor reads to know of a fault (Intel SDM volume 3, 25.9): reason, qualification, the
   * event with its error code, the event that was being delivered; and the guest's instruction
   * pointer and privilege level.
   */
  private static final long READS_FOR_FAULT = 7;

  /** What it writes to give the guest a fault: the event and its error code. */
  private static final long WRITES_FOR_FAULT = 2;

  private final Costs costs;
  private final HardwareSpec spec;
  private final Traps traps;
  private final Optional<HaltPolling> polling;

  /**
   * On a processor of these costs.
   *
   * @throws Refusal if it has no nested paging and is to use it
   */
  public HardwareAssistance(
      ProcessorGeneration processor, Costs costs, Traps traps, HardwareSpec spec) {
    if (spec.nestedPaging() && !processor.walksNestedTables()) {
      throw new Refusal("hardware", "nested paging came with Nehalem, not before");
    }
    this.costs = costs;
    this.traps = traps;
    this.spec = spec;
    this.polling = spec.haltPolling().map(HaltPolling::new);
  }

  @Override
  public void carryOut(Step step, GuestMachine machine) {
    machine.inGuestMode(step);
  }

  @Override
  public PagingMonitor pagingMonitor() {
    return new HardwarePaging(costs, spec);
  }

  @Override
  public void charge(Operation operation, long each, long rounds, Ledger ledger) {
    long times = each * rounds;
    if (operation == Operation.SHADOW_FAULT) {
      shadowFaults(times, ledger);
    } else if (operation.isWork() && exits(operation)) {
      ledger.exit(Reasons.of(operation), times, exitCost(operation));
    } else if (operation.isWork()) {
      ledger.direct(times, withoutExit(operation));
    }
  }

  private void shadowFaults(long times, Ledger ledger) {
    if (!spec.nestedPaging()) {
      ledger.extraExit(
          ExitReason.PAGE_FAULT,
          times,
          costs.under(TABLE, Operation.SHADOW_FAULT, costs.roundTrip() + faultRead()));
    }
  }

  private boolean exits(Operation operation) {
    return switch (operation) {
      case USER, KERNEL, SYSTEM_CALL, CALL_RETURN, INDIRECT_BRANCH, INTERRUPT_FLAG, FLAGS_WRITE ->
          false;
      case USER_ACCESS, ADDRESS_SPACE_COPY, ADDRESS_SPACE_NEW -> false;
      case DIVIDE_FAULT -> spec.exceptionExiting();
      case PRIVILEGED -> traps.traps(operation) || spec.descriptorTableExiting();
      case PORT_IN, PORT_OUT -> spec.portExiting();
      case TASK_PRIORITY_WRITE -> !spec.taskPriorityShadow();
      case PAGE_FAULT -> spec.exitsOnPageFault();
      case CONTEXT_SWITCH -> spec.exitsOnPageTableBase();
      case SHADOW_FAULT, PAGE_TABLE_UPDATE, FOREIGN_FRAME -> !spec.nestedPaging();
      case READ_CLOCK -> spec.clockExiting();
      // Intel SDM volume 3, 26.1.2: CPUID and VMCALL exit whatever the controls say.
      case IDENTIFY, HYPERCALL -> true;
      case HALT -> spec.haltExiting();
    };
  }

  /** As measured in a guest; ports of a device that is the guest's own are those of the machine. */
  private long withoutExit(Operation operation) {
    long bare = costs.bare(operation);
    return operation == Operation.PORT_IN || operation == Operation.PORT_OUT
        ? bare
        : costs.under(TABLE, operation, bare);
  }

  @Override
  public Idle idle(long ns) {
    if (polling.isEmpty()) {
      return Idle.ASLEEP;
    }
    long before = polling.get().slept();
    long busy = polling.get().halt(ns);
    boolean slept = polling.get().slept() > before;
    // Away from the virtual processor's thread, and back to it.
    return new Idle(busy, slept ? 2 * costs.bare(Operation.CONTEXT_SWITCH) : 0);
  }

  @Override
  public Map<String, LongSupplier> counts() {
    Map<String, LongSupplier> counts = new LinkedHashMap<>();
    if (polling.isPresent()) {
      counts.put("polls-that-found-work", polling.get()::found);
      counts.put("sleeps", polling.get()::slept);
      counts.put("polled-ns", polling.get()::polledNs);
      counts.put("polling-window-ns", polling.get()::windowNs);
    }
    return counts;
  }

  /** Nothing where it is not known what a field of the VMCS costs. */
  private long faultRead() {
    return READS_FOR_FAULT * costs.part("vmcs-read", 0);
  }

  private long faultWritten() {
    return WRITES_FOR_FAULT * costs.part("vmcs-write", 0);
  }

  /** As measured; else the round trip, and what guest or monitor then do as without a monitor. */
  private long exitCost(Operation operation) {
    if (operation == Operation.TASK_PRIORITY_WRITE) {
      return costs.roundTrip();
    }
    if (operation == Operation.DIVIDE_FAULT) {
      return costs.roundTrip() + costs.bare(operation);
    }
    Operation measured =
        operation == Operation.FOREIGN_FRAME ? Operation.PAGE_TABLE_UPDATE : operation;
    long otherwise =
        switch (measured) {
          case PAGE_FAULT ->
              costs.roundTrip() + costs.bare(operation) + faultRead() + faultWritten();
          case PAGE_TABLE_UPDATE -> costs.roundTrip() + faultRead();
          case CONTEXT_SWITCH, PORT_IN, PORT_OUT -> costs.roundTrip() + costs.bare(operation);
          default -> costs.roundTrip();
        };
    return costs.under(TABLE, measured, otherwise);
  }
}
