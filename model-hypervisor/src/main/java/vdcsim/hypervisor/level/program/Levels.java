package vdcsim.hypervisor.level.program;

import vdcsim.hardware.machine.Machine;
import vdcsim.hypervisor.cpu.usermode.UserModeSpec;
import vdcsim.hypervisor.level.Bare;
import vdcsim.hypervisor.level.Level;
import vdcsim.hypervisor.level.api.ApiEmulation;
import vdcsim.hypervisor.level.hardware.HardwareLevel;
import vdcsim.hypervisor.level.hardware.HardwareLevelSpec;
import vdcsim.hypervisor.level.os.OsLevel;
import vdcsim.hypervisor.level.os.OsSpec;
import vdcsim.hypervisor.level.runtime.ManagedRuntime;
import vdcsim.hypervisor.level.runtime.RuntimeLevel;
import vdcsim.hypervisor.level.runtime.RuntimeSpec;
import vdcsim.hypervisor.level.usermode.UserModeLinux;
import vdcsim.kernel.metric.Metrics;

/** Makes the level that a scenario names. */
final class Levels {
  private Levels() {}

  static Level make(String name, ProgramSpec spec, Machine machine, Metrics metrics) {
    return switch (spec.level()) {
      case NATIVE -> new Bare();
      case LANGUAGE -> {
        RuntimeSpec runtime = spec.runtime().orElse(RuntimeSpec.UNSAID);
        yield new RuntimeLevel(
            runtime, new ManagedRuntime(name, runtime, machine, spec.group(), metrics));
      }
      case API -> new ApiEmulation();
      case OS -> new OsLevel(spec.os().orElse(OsSpec.UNSAID));
      case USER_MODE_LINUX -> new UserModeLinux(spec.userMode().orElse(UserModeSpec.UNSAID));
      case HARDWARE -> new HardwareLevel(spec.hardware().orElse(HardwareLevelSpec.UNSAID));
    };
  }
}
