package vdcsim.hypervisor.cpu.translation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import vdcsim.hypervisor.cpu.KernelCode;
import vdcsim.hypervisor.cpu.Reasons;
import vdcsim.hypervisor.cpu.Technique;
import vdcsim.hypervisor.cpu.cost.Costs;
import vdcsim.hypervisor.cpu.cost.ExitReason;
import vdcsim.hypervisor.cpu.cost.Ledger;
import vdcsim.hypervisor.cpu.cost.Operation;
import vdcsim.hypervisor.cpu.state.GuestMachine;
import vdcsim.hypervisor.cpu.state.Step;
import vdcsim.kernel.random.RandomStream;

/**
 * The guest's kernel code is translated, block by block, when it is first run; programs run
 * directly. An innocuous instruction is translated to itself, a sensitive one to code that works on
 * the guest's registers in memory, or to a call out of the cache.
 */
public final class BinaryTranslation implements Technique {
  private static final String TABLE = "translation";
  private static final int KERNEL_RING = 1;

  private final Costs costs;
  private final TranslationSpec spec;
  private final CodeCache code;
  private final Translator translator = new Translator();
  private final Map<Site, AdaptiveSite> sites = new LinkedHashMap<>();
  private final long trap;
  private final long callout;
  private final long translate;
  private final long systemCallExtra;
  private KernelCode at = KernelCode.loop(0, 1, 1);
  private long translated;
  private long retranslated;
  private long chainings;

  /** Where an instruction stands that may trap: each place has one of an operation. */
  private record Site(int place, Operation operation) {}

  /** On a processor of these costs, for code that is not drawn. */
  public BinaryTranslation(Costs costs, TranslationSpec spec) {
    this(costs, spec, new CodeCache(spec));
  }

  /**
   * On a processor of these costs.
   *
   * @param random draws the blocks of code that is larger than what a repetition runs through
   */
  public BinaryTranslation(Costs costs, TranslationSpec spec, RandomStream random) {
    this(costs, spec, new CodeCache(spec, random));
  }

  private BinaryTranslation(Costs costs, TranslationSpec spec, CodeCache code) {
    this.costs = costs;
    this.spec = spec;
    this.code = code;
    this.trap = costs.part("trap");
    this.callout = costs.part("callout");
    this.translate = costs.part("translate");
    this.systemCallExtra = costs.part("system-call-extra");
  }

  @Override
  public void carryOut(Step step, GuestMachine machine) {
    if (step.inUserMode() || translator.form(step.instruction()) == Translator.Form.IDENT) {
      machine.deprivileged(step, KERNEL_RING);
    } else {
      machine.emulate(step);
    }
  }

  @Override
  public void enter(KernelCode entered, long rounds, Ledger ledger) {
    at = entered;
    CodeCache.Work work = code.run(entered, rounds);
    translated += work.translated() * entered.instructions();
    if (work.translated() > 0) {
      ledger.extraExit(ExitReason.CALLOUT, work.translated(), translate * entered.instructions());
    }
    if (spec.chaining()) {
      chainings += work.chainings();
      ledger.extraExit(ExitReason.CALLOUT, work.chainings(), callout);
    } else {
      ledger.extraExit(ExitReason.CALLOUT, entered.blocks() * rounds, callout);
    }
  }

  @Override
  public long footprintBytes() {
    return costs.part(TABLE + "-footprint", 0);
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
      case USER_ACCESS, ADDRESS_SPACE_COPY, ADDRESS_SPACE_NEW -> {}
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

  private void pass(Operation operation, long times, Ledger ledger) {
    AdaptiveSite.Split split =
        sites
            .computeIfAbsent(
                new Site(at.place(), operation),
                site -> new AdaptiveSite(spec.sites(), spec.adaptAfter()))
            .pass(times);
    ledger.exit(Reasons.of(operation), split.trapped(), trap);
    ledger.exit(ExitReason.CALLOUT, split.calledOut(), callout);
    ledger.replaced(split.inCache(), costs.under(TABLE, operation, costs.bare(operation)));
    if (split.changes() > 0) {
      retranslated += split.changes();
      ledger.extraExit(ExitReason.CALLOUT, split.changes(), translate * at.instructions());
    }
  }

  @Override
  public Map<String, LongSupplier> counts() {
    Map<String, LongSupplier> counts = new LinkedHashMap<>();
    counts.put("translated", () -> translated);
    counts.put("retranslated-blocks", () -> retranslated);
    counts.put("chained", () -> chainings);
    counts.put("evicted-blocks", code.cache()::evictions);
    counts.put("cache-flushes", code.cache()::flushes);
    counts.put("cache-use", code.cache()::used);
    return counts;
  }
}
