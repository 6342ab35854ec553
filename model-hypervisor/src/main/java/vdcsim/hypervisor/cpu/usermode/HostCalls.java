package vdcsim.hypervisor.cpu.usermode;

import vdcsim.hypervisor.cpu.cost.Costs;
import vdcsim.hypervisor.cpu.cost.Operation;

/**
 * What the guest's kernel makes its host do, composed of what the host's operations cost. Each
 * count is that of User-Mode Linux 2.4, as the names of its functions say.
 */
final class HostCalls {
  private static final long PAGE_BYTES = 4096;

  /** Entries of a page table, and how many tables an address space of 3 GiB has. */
  private static final long ENTRIES = 1024;

  private static final long TABLES = 768;

  /** Code and data, libraries, the stack: each has a page table. */
  private static final long TABLES_IN_USE = 3;

  private static final long STOPS = 2;

  /** userspace(), handle_trap(): 2 waits, 2 continuations, 4 moves of registers, 1 annulment. */
  private static final long CALLS_FOR_CALL = 9;

  /** userspace(), handle_segv(): 1 wait, 1 continuation, 4 moves of registers, the address. */
  private static final long CALLS_FOR_FAULT = 7;

  /** The same with a second stop, which puts the program back. */
  private static final long CALLS_FOR_SIGNALLED_FAULT = 9;

  /** _switch_to_skas(), switch_mm_skas(). */
  private static final long CALLS_FOR_SWITCH = 3;

  /** _switch_to_tt(). */
  private static final long CALLS_FOR_PIPE = 2;

  /** new_mm(): /proc/mm is opened, and told of whom it is a copy. */
  private static final long CALLS_FOR_ADDRESS_SPACE = 2;

  private final KernelPlace kernel;
  private final long call;
  private final long stop;
  private final long entry;
  private final long handOver;
  private final long fault;
  private final long mapPage;
  private final long unmapNothing;
  private final long hostProcess;

  HostCalls(Costs costs, UserModeSpec spec) {
    this.kernel = spec.kernel();
    this.call = costs.bare(Operation.SYSTEM_CALL);
    // Away from what is traced, and back to it.
    this.stop = 2 * costs.bare(Operation.CONTEXT_SWITCH);
    this.entry = costs.part("user-mode-entry");
    this.handOver = costs.part("hand-over");
    this.fault = costs.part("host-fault");
    this.mapPage = costs.part("map-page");
    this.unmapNothing = costs.part("unmap-nothing");
    long memoryPages = spec.memory().bytes() / PAGE_BYTES;
    this.hostProcess = costs.part("host-fork") + memoryPages * costs.part("copied-entry");
  }

  /** Calls of the host that ask for little, as sigprocmask(). */
  long calls(long times) {
    return times * call;
  }

  /** A system call of a program: stopped, annulled, done by the guest's kernel, stopped again. */
  long tracedCall() {
    return entry + STOPS * stop + calls(CALLS_FOR_CALL) + call;
  }

  /** A fault of a program, which the host has made a signal. */
  long tracedFault() {
    return switch (kernel) {
      case SEPARATE -> entry + stop + calls(CALLS_FOR_FAULT);
      case SHARED -> entry + STOPS * stop + calls(CALLS_FOR_SIGNALLED_FAULT);
    };
  }

  /** A page that was not there: unmapped, mapped, and touched again (fix_range()). */
  long filledPage() {
    return unmapNothing + mapPage + fault;
  }

  /** A page mapped, unmapped, or given other rights. */
  long changedPage() {
    return mapPage;
  }

  /**
   * To another program: its address space (SWITCH_MM) and two masks of signals; or a byte through a
   * pipe, on which another process of the host waits.
   */
  long switched() {
    return switch (kernel) {
      case SEPARATE -> handOver + calls(CALLS_FOR_SWITCH);
      case SHARED -> handOver + calls(CALLS_FOR_PIPE) + stop / 2;
    };
  }

  /**
   * fork: each of the parent's pages that is protected is unmapped and mapped anew (set_pte() notes
   * no less), the copy's are mapped one by one, and dropped.
   */
  long copiedAddressSpace(long pages, long writable) {
    return mapPage * (2 * writable + 2 * pages)
        + forced(TABLES_IN_USE)
        + dropped()
        + kernelFlush()
        + made();
  }

  /**
   * exec: all but the stack's table is unmapped at once; what is faulted in is dropped in the end.
   */
  long newAddressSpace(long pages) {
    return mapPage * pages + forced(1) + dropped() + made();
  }

  private long made() {
    return switch (kernel) {
      case SEPARATE -> calls(CALLS_FOR_ADDRESS_SPACE);
      case SHARED -> hostProcess + STOPS * stop;
    };
  }

  /** exit_mmap(), flush_tlb_mm(), and the descriptor closed. */
  private long dropped() {
    return kernelFlush() + call;
  }

  /** force_flush_all(): each entry of each table is unmapped, and each absent table as a whole. */
  private long forced(long tables) {
    return unmapNothing * (tables * ENTRIES + TABLES - tables);
  }

  /** flush_tlb_kernel_vm(): each absent entry of the kernel's one table for modules is unmapped. */
  private long kernelFlush() {
    return unmapNothing * ENTRIES;
  }
}
