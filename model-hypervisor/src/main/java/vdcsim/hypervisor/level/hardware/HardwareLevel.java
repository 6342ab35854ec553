package vdcsim.hypervisor.level.hardware;

import java.util.List;
import vdcsim.hypervisor.cpu.KernelCode;
import vdcsim.hypervisor.cpu.Technique;
import vdcsim.hypervisor.cpu.Traps;
import vdcsim.hypervisor.cpu.bare.Bare;
import vdcsim.hypervisor.cpu.cost.Costs;
import vdcsim.hypervisor.cpu.cost.Ledger;
import vdcsim.hypervisor.cpu.cost.Operation;
import vdcsim.hypervisor.cpu.guest.TechniqueKind;
import vdcsim.hypervisor.cpu.hardware.HardwareAssistance;
import vdcsim.hypervisor.cpu.hardware.HardwareSpec;
import vdcsim.hypervisor.cpu.interpretation.Interpretation;
import vdcsim.hypervisor.cpu.paravirtual.Paravirtual;
import vdcsim.hypervisor.cpu.paravirtual.ParavirtualSpec;
import vdcsim.hypervisor.cpu.translation.BinaryTranslation;
import vdcsim.hypervisor.cpu.translation.TranslationSpec;
import vdcsim.hypervisor.cpu.trapandemulate.TrapAndEmulate;
import vdcsim.hypervisor.isa.Architecture;
import vdcsim.hypervisor.level.Anatomy;
import vdcsim.hypervisor.level.Bill;
import vdcsim.hypervisor.level.Call;
import vdcsim.hypervisor.level.Cause;
import vdcsim.hypervisor.level.GuestBoot;
import vdcsim.hypervisor.level.Image;
import vdcsim.hypervisor.level.Level;
import vdcsim.hypervisor.level.Linux;
import vdcsim.hypervisor.level.Separation;
import vdcsim.hypervisor.level.Separation.Thing;

/**
 * A guest with a kernel of its own on virtual hardware: its kernel does what a native one does, and
 * the technique adds what it adds to each sensitive operation in that.
 */
public final class HardwareLevel implements Level {
  private static final int BLOCKS = 50;
  private static final int BLOCK_LENGTH = 12;

  private final Linux linux = new Linux();
  private final HardwareLevelSpec spec;
  private final Technique technique;
  private final Technique bare;

  /** On these costs, under this technique. */
  public HardwareLevel(HardwareLevelSpec spec) {
    this.spec = spec;
    Costs costs = Costs.of(spec.processor());
    this.bare = new Bare(costs);
    this.technique = technique(spec, costs);
  }

  private static Technique technique(HardwareLevelSpec spec, Costs costs) {
    TechniqueKind kind = spec.technique();
    boolean vtx = kind == TechniqueKind.HARDWARE_ASSISTANCE;
    Traps traps = new Traps((vtx ? Architecture.X86_VTX : Architecture.X86).instructions());
    return switch (kind) {
      case NATIVE -> new Bare(costs);
      case INTERPRETATION -> new Interpretation(costs);
      case TRAP_AND_EMULATE -> new TrapAndEmulate(costs, traps);
      case BINARY_TRANSLATION -> new BinaryTranslation(costs, TranslationSpec.UNSAID);
      case PARAVIRTUALIZATION -> new Paravirtual(costs, ParavirtualSpec.UNSAID);
      case HARDWARE_ASSISTANCE ->
          new HardwareAssistance(
              spec.processor(),
              costs,
              traps,
              HardwareSpec.UNSAID.withNestedPaging(spec.nestedPaging()));
      case USER_MODE_KERNEL -> throw HardwareLevelSpec.noHardware();
    };
  }

  @Override
  public void call(Call call, long times, Image image, Bill bill) {
    Anatomy anatomy = linux.anatomy(call);
    bill.add(Cause.KERNEL, times, linux.cycles(call, image.pages()));
    Ledger with = new Ledger();
    Ledger without = new Ledger();
    int place = List.of(Call.values()).indexOf(call);
    technique.enter(KernelCode.loop(place, BLOCKS, BLOCK_LENGTH), times, with);
    add(Operation.SYSTEM_CALL, anatomy.systemCalls(), times, with, without);
    add(Operation.PAGE_FAULT, anatomy.faults(), times, with, without);
    add(Operation.CONTEXT_SWITCH, anatomy.contextSwitches(), times, with, without);
    // A copied process has an entry for each page, as its parent has, which both may no longer
    // write; the entry that a fault fills in is part of the fault.
    long entries = 2 * anatomy.processes() * image.pages();
    add(Operation.PAGE_TABLE_UPDATE, entries, times, with, without);
    bill.add(Cause.INTERCEPTION, 1, with.cycles() - without.cycles());
  }

  private void add(Operation operation, long each, long times, Ledger with, Ledger without) {
    if (each > 0) {
      technique.charge(operation, each, times, with);
      bare.charge(operation, each, times, without);
    }
  }

  @Override
  public void compute(long times, long cycles, Bill bill) {
    Ledger with = new Ledger();
    technique.charge(Operation.USER, cycles, times, with);
    bill.add(Cause.PROGRAM, times, cycles);
    bill.add(Cause.INTERPRETATION, 1, with.cycles() - times * cycles);
  }

  @Override
  public void start(Image image, Bill bill) {
    GuestBoot.through(this, image, bill);
  }

  @Override
  public long memoryBytes(Image image) {
    return spec.memory().bytes() + spec.monitorMemory().bytes();
  }

  @Override
  public Separation separation() {
    return Separation.of(Thing.values());
  }
}
