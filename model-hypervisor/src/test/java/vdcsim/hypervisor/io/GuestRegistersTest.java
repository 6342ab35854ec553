package vdcsim.hypervisor.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vdcsim.hardware.cpu.ExecutionContext;
import vdcsim.hardware.cpu.Processor;
import vdcsim.hardware.cpu.RunToCompletion;
import vdcsim.hardware.cpu.Task;
import vdcsim.hardware.cpu.Topology;
import vdcsim.hardware.pci.ConfigSpace;
import vdcsim.hardware.pci.Device;
import vdcsim.hardware.pci.Identity;
import vdcsim.hardware.pci.LocalApic;
import vdcsim.hardware.pci.Registers;
import vdcsim.hardware.pci.Space;
import vdcsim.hypervisor.cpu.cost.Costs;
import vdcsim.hypervisor.cpu.cost.ProcessorGeneration;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.quantity.Frequency;

class GuestRegistersTest {
  private final Simulation simulation = new Simulation(1, 0);
  // A cycle is a nanosecond.
  private final Processor processor =
      new Processor(
          simulation,
          "h",
          Topology.flat(2),
          new Frequency(1_000_000_000L),
          0,
          new RunToCompletion());
  private final Task vcpu = RunToCompletion.task(processor, "vcpu", List.of(0));
  private final Task other = RunToCompletion.task(processor, "dom0", List.of(1));
  private final Exits exits = new Exits("vm", simulation.metrics());
  private final Interception interception = interception(IoPlatform.KVM);
  private final List<String> seen = new ArrayList<>();

  private Interception interception(IoPlatform platform) {
    return new Interception(vcpu, ns -> ns, IoCosts.of(platform), exits);
  }

  /** Register 0 of port and memory; a write makes the model compute. */
  private final class Model implements Device {
    private final ConfigSpace config =
        new ConfigSpace(new Identity(1, 2, 3, 4))
            .bar(0, Space.PORTS, 16)
            .bar(1, Space.MEMORY_32, 16);
    private final ExecutionContext context;
    private final long work;
    private long value;

    Model(ExecutionContext context, long work) {
      this.context = context;
      this.work = work;
      config.enable();
    }

    @Override
    public ConfigSpace config() {
      return config;
    }

    @Override
    public long read(int bar, long offset, int width) {
      note("read");
      return value;
    }

    @Override
    public void write(int bar, long offset, int width, long written) {
      note("write");
      value = written;
      if (work > 0) {
        context.execute(work, () -> note("worked"));
      }
    }
  }

  private void note(String what) {
    seen.add(what + "@" + simulation.now());
  }

  private void writeThenRead(Registers registers, int bar) {
    registers.write(
        bar,
        0,
        4,
        7,
        (kind, argument, reference) ->
            registers.read(
                bar, 0, 4, (k, value, r) -> note("got " + value), 0, Simulation.NO_REFERENCE),
        0,
        0,
        Simulation.NO_REFERENCE);
    simulation.run(1_000_000);
  }

  @Test
  void aPortOfAModelInTheKernelCostsWhatWasMeasured() {
    writeThenRead(interception.emulated(new Model(vcpu, 0), Handling.KERNEL), 0);
    // Out 1402 and in 2435 cycles; half of the round trip of 1195 is the way back.
    assertThat(seen).containsExactly("write@805", "read@3240", "got 7@3837");
    assertThat(exits.total(ExitKind.PIO)).isEqualTo(2);
  }

  @Test
  void theGuestGoesOnWhenTheModelHasWorked() {
    writeThenRead(interception.emulated(new Model(vcpu, 1000), Handling.USER), 0);
    assertThat(seen).containsExactly("write@6259", "worked@7259", "read@14115", "got 7@14712");
    assertThat(vcpu.ranNs()).isEqualTo(2 * 6856 + 1000);
  }

  @Test
  void aModelElsewhereWorksThereAndTheGuestWaits() {
    writeThenRead(interception.emulatedBy(other, new Model(other, 1000), Handling.USER), 1);
    assertThat(vcpu.ranNs()).isEqualTo(2 * 2 * (1195 / 2));
    assertThat(other.ranNs()).isEqualTo(2 * (10365 - 2 * (1195 / 2)) + 1000);
    assertThat(seen.get(3)).isEqualTo("got 7@" + (2 * 10365 + 1000));
    assertThat(exits.total(ExitKind.MMIO)).isEqualTo(2);
  }

  @Test
  void aDeviceOfTheGuestsOwnLeadsToNoExit() {
    writeThenRead(interception.direct(new Model(vcpu, 0)), 1);
    assertThat(seen).containsExactly("write@100", "read@650", "got 7@650");
    assertThat(exits.total()).isZero();
  }

  @Test
  void aDoorbellIsALightExit() {
    Model model = new Model(other, 500);
    Registers registers = interception.emulated(model, Handling.USER).doorbell(0, 0);
    registers.write(0, 0, 2, 1, (k, a, r) -> note("on"), 0, 0, Simulation.NO_REFERENCE);
    simulation.run(1_000_000);
    assertThat(seen).containsExactly("write@1762", "on@1762", "worked@2262");
    assertThat(exits.total(ExitKind.KICK)).isEqualTo(1);
    assertThat(exits.total()).isEqualTo(1);
  }

  @Test
  void theConfigurationSpaceIsTwoPorts() {
    Registers registers = interception.emulated(new Model(vcpu, 0), Handling.USER);
    registers.readConfig(0, 2, (k, v, r) -> note("vendor " + v), 0, Simulation.NO_REFERENCE);
    simulation.run(1_000_000);
    assertThat(seen).containsExactly("vendor 1@13712");
    assertThat(exits.total(ExitKind.CONFIG)).isEqualTo(2);
  }

  @Test
  void anInterruptIsTwoExitsAndNoneWhenPosted() {
    assertThat(interrupted(IoPlatform.KVM)).isEqualTo(1195 + 1402);
    assertThat(exits.total(ExitKind.INTERRUPT)).isEqualTo(1);
    assertThat(exits.total(ExitKind.EOI)).isEqualTo(1);
    assertThat(interrupted(IoPlatform.KVM_POSTED)).isZero();
    assertThat(exits.total()).isEqualTo(2);
    assertThat(interrupted(IoPlatform.XEN_HVM)).isEqualTo(12731 + 8400);
  }

  @Test
  void aHostedMonitorSwitchesWorldsToReachAProcessOrToLeaveForAnInterrupt() {
    IoCosts hosted = IoCosts.of(IoPlatform.HOSTED);
    assertThat(interrupted(IoPlatform.HOSTED)).isEqualTo(1195 + 2 * 3262 + 1402);
    // No event of the kernel stands behind a doorbell.
    assertThat(hosted.kick(true)).isEqualTo(6856 + 2 * 3262);
    assertThat(hosted.legs()).isEqualTo(new Legs(598, 597, 2210, 567, 3262));
    assertThat(IoCosts.of(IoPlatform.KVM).legs()).isEqualTo(new Legs(598, 597, 2210, 567, 0));
  }

  private long interrupted(IoPlatform platform) {
    long before = vcpu.ranNs();
    LocalApic apic = new LocalApic(interception(platform));
    apic.serve(
        0x40,
        (k, v, r) -> apic.end((k2, v2, r2) -> {}, 0, 0, Simulation.NO_REFERENCE),
        0,
        Simulation.NO_REFERENCE);
    apic.message(LocalApic.FIRST_PROCESSOR, 0x40);
    simulation.run(simulation.now() + 1_000_000);
    return vcpu.ranNs() - before;
  }

  @Test
  void onAnotherProcessorTheRoundTripDiffers() {
    long sandyBridge = Costs.of(ProcessorGeneration.SANDY_BRIDGE).roundTrip();
    IoCosts costs = IoCosts.of(IoPlatform.KVM, sandyBridge);
    assertThat(costs.kick(true)).isEqualTo(1762 - 1195 + 784);
    assertThat(costs.roundTrip()).isEqualTo(784);
    // Measured by Dong et al. on Nehalem, of 1009.
    assertThat(IoCosts.of(IoPlatform.XEN_HVM, 784).endInterrupt()).isEqualTo(8400 - 225);
    assertThat(IoCosts.of(IoPlatform.KVM_POSTED, 784).endInterrupt()).isZero();
  }
}
