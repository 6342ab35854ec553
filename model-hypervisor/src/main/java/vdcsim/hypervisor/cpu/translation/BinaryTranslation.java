package vdcsim.hypervisor.cpu.translation;

import java.util.EnumMap;
import java.util.Map;
import vdcsim.hypervisor.cpu.KernelCode;
import vdcsim.hypervisor.cpu.Reasons;
import vdcsim.hypervisor.cpu.Technique;
import vdcsim.hypervisor.cpu.cost.Costs;
import vdcsim.hypervisor.cpu.cost.ExitReason;
import vdcsim.hypervisor.cpu.cost.Ledger;
import vdcsim.hypervisor.cpu.cost.Operation;
import vdcsim.hypervisor.cpu.state.GuestMachine;
import vdcsim.hypervisor.cpu.state.Step;

/**
 * The guest's kernel code is translated, block by block, when it is first run; programs run
 * directly. An innocuous instruction is translated to itself, a sensitive one to code that works on
 * the guest's registers in memory, or to a call out of the cache.
 */
public final class BinaryTranslation implements Technique {
  private static final String TABLE = "translation";
  private final Costs costs;
  private final TranslationSpec spec;
  private final TranslationCache cache;
  private final Map<Operation, AdaptiveSite> sites = new EnumMap<>(Operation.class);
  private final long trap;
  private final long callout;
  private final long translate;
  private final long systemCallExtra;
  private long translated;

  /** On a processor of these costs. */
  public BinaryTranslation(Costs costs, TranslationSpec spec) {
    this.costs = costs;
    this.spec = spec;
    this.cache = new TranslationCache(spec.cache());
    this.trap = costs.part("trap");
    this.callout = costs.part("callout");
    this.translate = costs.part("translate");
    this.systemCallExtra = costs.part("system-call-extra");
  }

  @Override
  public void carryOut(Step step, GuestMachine machine) {
    machine.emulateKernel(step);
  }

  @Override
  public void enter(KernelCode code, long rounds, Ledger ledger) {
    long now = cache.run(code, rounds);
    translated += now;
    if (now > 0) {
      long blocks = now / code.instructions();
      ledger.extraExit(ExitReason.CALLOUT, blocks, translate * code.instructions());
    }
    if (!spec.chaining()) {
      ledger.extraExit(ExitReason.CALLOUT, code.blocks() * rounds, callout);
    }
  }

  @Override
  public void charge(Operation operation, long each, long rounds, Ledger ledger) {
    long times = each * rounds;
    long bare = costs.bare(operation);
    switch (operation) {
      case USER, KERNEL -> ledger.direct(times, bare);
      case SYSTEM_CALL ->
          ledger.exit(
              ExitReason.SYSTEM_CALL, times, costs.under(TABLE, operation, bare + systemCallExtra));
      case SHADOW_FAULT ->
          ledger.extraExit(ExitReason.PAGE_FAULT, times, costs.under(TABLE, operation, trap));
      case PAGE_FAULT, DIVIDE_FAULT ->
          ledger.exit(Reasons.of(operation), times, costs.under(TABLE, operation, bare));
      case PAGE_TABLE_UPDATE, FOREIGN_FRAME -> pass(Operation.PAGE_TABLE_UPDATE, times, ledger);
      case READ_CLOCK -> pass(operation, times, ledger);
      case CONTEXT_SWITCH ->
          ledger.exit(ExitReason.CALLOUT, times, costs.under(TABLE, operation, bare + callout));
      case HALT -> ledger.exit(ExitReason.HALT, times, callout);
      case PRIVILEGED, IDENTIFY, HYPERCALL -> ledger.exit(ExitReason.CALLOUT, times, callout);
      case CALL_RETURN,
          INDIRECT_BRANCH,
          PORT_IN,
          PORT_OUT,
          TASK_PRIORITY_WRITE,
          INTERRUPT_FLAG,
          FLAGS_WRITE ->
          ledger.replaced(times, costs.under(TABLE, operation, bare));
    }
  }

  private void pass(Operation site, long times, Ledger ledger) {
    AdaptiveSite.Split split =
        sites
            .computeIfAbsent(site, s -> new AdaptiveSite(spec.sites(), spec.adaptAfter()))
            .pass(times);
    ledger.exit(Reasons.of(site), split.trapped(), trap);
    ledger.exit(ExitReason.CALLOUT, split.calledOut(), callout);
    ledger.replaced(split.inCache(), costs.under(TABLE, site, costs.bare(site)));
  }

  /** How many instructions were translated so far. */
  public long translated() {
    return translated;
  }

  /** How often the cache was thrown away. */
  public long flushes() {
    return cache.flushes();
  }
}
