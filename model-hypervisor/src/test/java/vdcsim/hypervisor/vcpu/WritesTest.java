package vdcsim.hypervisor.vcpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vdcsim.hardware.machine.SchedulerKind;
import vdcsim.hypervisor.dirty.DirtySpec;
import vdcsim.hypervisor.dirty.Drive;
import vdcsim.hypervisor.dirty.Pattern;
import vdcsim.hypervisor.vm.VirtualMachine;
import vdcsim.hypervisor.vm.VmSpec;
import vdcsim.kernel.quantity.DataRate;
import vdcsim.kernel.quantity.DataSize;
import vdcsim.kernel.quantity.Ratio;

/** Writes that follow what a guest's processors compute. */
class WritesTest {
  private static final long SECOND = 1_000_000_000L;

  private final Rack rack = new Rack().host("h1", 1, 1, SchedulerKind.EEVDF);

  private VirtualMachine vm(Drive drive) {
    DirtySpec dirty =
        new DirtySpec(
            Optional.of(new DataRate(8_000_000)),
            List.of(),
            new DataSize(4096),
            Pattern.UNIFORM,
            new Ratio(0.1),
            new Ratio(0.9),
            1,
            new DataSize(8),
            drive,
            false);
    VmSpec spec =
        new VmSpec("h1", 1, new DataSize(1 << 20), new DataSize(0), Optional.of(dirty), true);
    VirtualMachine.make("vm", spec, rack.world).connect();
    return rack.vm("vm");
  }

  /** The guest's second of work and the host's compete for one processor. */
  @Test
  void aGuestWhoseHostIsBusyWritesHalfAsMuch() {
    VirtualMachine vm = vm(Drive.COMPUTING);
    rack.vcpus("vm").context(0).execute(SECOND, () -> {});
    rack.machine("h1").task("other", Optional.empty(), 0, List.of()).execute(SECOND, () -> {});
    rack.simulation.run(SECOND);
    assertThat(vm.ranSeconds()).isCloseTo(0.5, within(0.01));
    rack.simulation.run(5 * SECOND);
    // Its work is done: it idles.
    assertThat(vm.ranSeconds()).isCloseTo(1, within(0.001));
  }

  @Test
  void anIdleGuestThatWritesWhileItRunsIsNotAsked() {
    VirtualMachine vm = vm(Drive.RUNNING);
    rack.vcpus("vm");
    rack.simulation.run(5 * SECOND);
    assertThat(vm.ranSeconds()).isCloseTo(5, within(1e-9));
  }
}
