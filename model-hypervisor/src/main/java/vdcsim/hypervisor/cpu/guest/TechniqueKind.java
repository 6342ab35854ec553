package vdcsim.hypervisor.cpu.guest;

import java.util.Optional;
import vdcsim.hypervisor.cpu.Technique;
import vdcsim.hypervisor.cpu.Traps;
import vdcsim.hypervisor.cpu.bare.Bare;
import vdcsim.hypervisor.cpu.cost.Costs;
import vdcsim.hypervisor.cpu.hardware.HardwareAssistance;
import vdcsim.hypervisor.cpu.hardware.HardwareSpec;
import vdcsim.hypervisor.cpu.interpretation.Interpretation;
import vdcsim.hypervisor.cpu.paravirtual.Paravirtual;
import vdcsim.hypervisor.cpu.paravirtual.ParavirtualSpec;
import vdcsim.hypervisor.cpu.translation.BinaryTranslation;
import vdcsim.hypervisor.cpu.translation.TranslationSpec;
import vdcsim.hypervisor.cpu.trapandemulate.TrapAndEmulate;
import vdcsim.hypervisor.cpu.usermode.UserModeKernel;
import vdcsim.hypervisor.cpu.usermode.UserModeSpec;
import vdcsim.hypervisor.isa.Architecture;
import vdcsim.hypervisor.memory.guest.PagingKind;
import vdcsim.kernel.random.RandomStream;
import vdcsim.kernel.spec.Doc;

/** The techniques by name. */
public enum TechniqueKind {
  @Doc("without a monitor")
  NATIVE,
  @Doc("a complete software interpreter")
  INTERPRETATION,
  @Doc("in ring 1; what traps is emulated")
  TRAP_AND_EMULATE,
  @Doc("the kernel's code is translated, programs run directly")
  BINARY_TRANSLATION,
  @Doc("a changed kernel that makes hypercalls")
  PARAVIRTUALIZATION,
  @Doc("VT-x")
  HARDWARE_ASSISTANCE,
  @Doc("a kernel that is a process, and traces its programs, as User-Mode Linux")
  USER_MODE_KERNEL;

  /** The way of paging that it has, where the guest's page tables can be modelled. */
  Optional<PagingKind> paging(HardwareSpec controls) {
    return switch (this) {
      case NATIVE -> Optional.of(PagingKind.NATIVE);
      case TRAP_AND_EMULATE, BINARY_TRANSLATION -> Optional.of(PagingKind.SHADOW);
      case PARAVIRTUALIZATION -> Optional.of(PagingKind.DIRECT);
      case HARDWARE_ASSISTANCE ->
          Optional.of(controls.nestedPaging() ? PagingKind.NESTED : PagingKind.SHADOW);
      case INTERPRETATION, USER_MODE_KERNEL -> Optional.empty();
    };
  }

  /** The instruction set of which nothing is said. */
  Architecture usualArchitecture() {
    return this == HARDWARE_ASSISTANCE ? Architecture.X86_VTX : Architecture.X86;
  }

  Technique make(GuestProgramSpec spec, Costs costs, Traps traps, RandomStream random) {
    return switch (this) {
      case NATIVE -> new Bare(costs);
      case INTERPRETATION -> new Interpretation(costs);
      case TRAP_AND_EMULATE -> new TrapAndEmulate(costs, traps);
      case BINARY_TRANSLATION ->
          new BinaryTranslation(costs, spec.translation().orElse(TranslationSpec.UNSAID), random);
      case PARAVIRTUALIZATION ->
          new Paravirtual(costs, spec.paravirtual().orElse(ParavirtualSpec.UNSAID));
      case HARDWARE_ASSISTANCE ->
          new HardwareAssistance(spec.processor(), costs, traps, spec.controls());
      case USER_MODE_KERNEL ->
          new UserModeKernel(costs, spec.userMode().orElse(UserModeSpec.UNSAID));
    };
  }
}
