package vdcsim.scenario.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vdcsim.kernel.Simulation;
import vdcsim.scenario.language.problem.RefusedScenario;

/** A card that cannot be passed through is refused with a sentence, at its place. */
class PassthroughRefusalsTest {
  private static final String HARDWARE = "    nic-hardware: { eth1: {} }\n";
  private static final String IOMMU = "    iommu: {}\n";

  /** The first problem of a host that says so much more, and machines. */
  private static String said(String host, String machines) {
    String text =
        """
        name: t
        duration: 1 s
        hosts:
          h1:
            hypervisor: 8 GiB
            nics: { "eth[0..1]": 10 Gbps }
        """
            + host
            + "vms:\n"
            + machines;
    try {
      ScenarioRun.read(text).builder().build(0, new Simulation(1, 0));
    } catch (RefusedScenario e) {
      return e.problems().get(0).path() + ": " + e.problems().get(0).message();
    }
    throw new AssertionError("the scenario was accepted");
  }

  private static String vm(String name, String memory, String card) {
    return "  %s: { on: h1, memory: %s, nics: { eth0: { model: passthrough, %s } } }\n"
        .formatted(name, memory, card);
  }

  private static final String WEB = vm("web", "1 GiB", "attach: eth1");

  @Test
  void aHostWithoutVtd() {
    assertThat(said(HARDWARE, WEB))
        .isEqualTo(
            "vms.web.nics.eth0.attach: 'h1' has no VT-d, so that 'h1.eth1' could reach the memory"
                + " of all; add 'iommu: {}' to the host, or say 'unsafe: true'");
  }

  @Test
  void aHostWhoseVtdDoesNotRemapInterrupts() {
    assertThat(said(HARDWARE + "    iommu: { interrupt-remapping: false }\n", WEB))
        .startsWith("vms.web.nics.eth0.attach: the VT-d of 'h1' does not remap interrupts");
  }

  @Test
  void aCardThatIsNotThere() {
    assertThat(said(HARDWARE + IOMMU, vm("web", "1 GiB", "attach: eth7")))
        .startsWith("vms.web.nics.eth0.attach: host 'h1' has no card 'eth7'");
    assertThat(said(IOMMU, WEB))
        .isEqualTo(
            "vms.web.nics.eth0.attach: nothing is said of what is on 'h1.eth1'; add"
                + " 'nic-hardware: { eth1: {} }' to its host");
    assertThat(said(HARDWARE + IOMMU, vm("web", "1 GiB", "mtu: 1500")))
        .startsWith("vms.web.nics.eth0.attach: 'web.eth0' is a piece of a card of the host");
  }

  @Test
  void aCardThatTheHostUses() {
    assertThat(said(HARDWARE + IOMMU + "    bridges: { br0: eth1 }\n", WEB))
        .isEqualTo(
            "vms.web.nics.eth0.attach: a bridge of 'h1' has card 'eth1'; one that is passed"
                + " through belongs to the machine alone");
    assertThat(said(HARDWARE + IOMMU + "    ip: { cards: { eth1: 10.0.0.1/24 } }\n", WEB))
        .isEqualTo(
            "vms.web.nics.eth0.attach: 'h1.eth1' has an address of the host; one that is passed"
                + " through has its driver elsewhere");
  }

  @Test
  void aCardThatAnotherMachineHas() {
    assertThat(said(HARDWARE + IOMMU, WEB + vm("db", "1 GiB", "attach: eth1")))
        .isEqualTo(
            "vms.db.nics.eth0.attach: card 'h1.eth1' is passed through to 'web.eth0' already: it"
                + " has one driver");
    assertThat(said("    nic-hardware: { eth1: { virtual-functions: 7 } }\n" + IOMMU, WEB))
        .startsWith("vms.web.nics.eth0.attach: 'h1.eth1' is shared by 'virtual-functions'");
  }

  @Test
  void aMachineWhoseMemoryIsPromisedAgain() {
    assertThat(said(HARDWARE + IOMMU + "    cpu: {}\n    overcommit: {}\n", WEB))
        .isEqualTo(
            "vms.web.memory: the memory of 'web' is pinned, since the device behind its card"
                + " 'eth0' reaches it without asking: 'h1' cannot promise it again ('overcommit')");
  }

  @Test
  void aMachineTooSmallForTheRings() {
    assertThat(said(HARDWARE + IOMMU, vm("web", "1 MiB", "attach: eth1")))
        .isEqualTo(
            "vms.web.nics.eth0.attach: the rings of 'h1.eth1' take 2097152 B of buffers, and 'web'"
                + " has 786432 B of memory for them");
  }

  @Test
  void whatContradictsTheUnit() {
    String posted = vm("web", "1 GiB", "attach: eth1, passthrough: { platform: kvm-posted }");
    assertThat(said(HARDWARE + IOMMU, posted))
        .isEqualTo(
            "vms.web.nics.eth0.passthrough.platform: the VT-d of 'h1' posts no interrupts; say"
                + " 'posted-interrupts: true' there");
    String xen = vm("web", "1 GiB", "attach: eth1, passthrough: { platform: xen-hvm }");
    assertThat(said(HARDWARE + "    iommu: { posted-interrupts: true }\n", xen))
        .startsWith("vms.web.nics.eth0.passthrough.platform: interrupts that VT-d posts");
    assertThat(
            said(
                HARDWARE + "    iommu: { interrupt-remapping: false, posted-interrupts: true }\n",
                WEB))
        .startsWith("hosts.h1.iommu.posted-interrupts: posted interrupts need");
  }

  @Test
  void keysOfAnotherModel() {
    String ideal =
        "  web: { on: h1, memory: 1 GiB, nics: { eth0: { passthrough: { unsafe: true } } } }\n";
    assertThat(said(HARDWARE + IOMMU, ideal))
        .startsWith("vms.web.nics.eth0.passthrough: 'passthrough' needs 'model: passthrough'");
  }

  @Test
  void aStrayDeviceThatIsNone() {
    String none = "  web: { on: h1, memory: 1 GiB }\n";
    assertThat(said(HARDWARE + IOMMU, none + "events:\n  - { at: 1 ms, stray-dma: { vm: web } }\n"))
        .startsWith("events[0].stray-dma.vm: 'web' holds no device whose addresses matter");
  }

  @Test
  void aMachineThatIsSavedWithItsDevice() {
    assertThat(said(HARDWARE + IOMMU, WEB + "events:\n  - { at: 1 ms, save-vm: web }\n"))
        .endsWith("'web' cannot be saved: its card 'eth0' is a device that it holds itself");
  }
}
