package vdcsim.scenario.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import vdcsim.scenario.verify.compare.CaseResult;
import vdcsim.scenario.verify.golden.GoldenCase;

/** The rows of disks that hold; which do not, docs/validation.md says. */
class IoFamilyTest {
  private final Verification verification = Cases.verification();

  private static GoldenCase row(String id) {
    return GoldenCases.bundled().stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow();
  }

  @TestFactory
  Stream<DynamicTest> isAsPublished() {
    return List.of(
            "felter-fio-rand-read-native",
            "felter-fio-lat-c16-read-native",
            "felter-fio-rand-write-kvm",
            "felter-fio-seq-read-kvm",
            "fc-fio-metal-r4k-qd1",
            "fc-fio-qemu-r4k-qd32",
            "fc-fio-fc-r4k-qd32",
            "fc-fio-cloudhv-r4k-qd32",
            "slirp-slirp4netns-1500",
            "slirp-slirp4netns-4000",
            "rk-slirp4netns-1500",
            "SLIRP-ICMP-root",
            "SLIRP-ICMP-user-allowed",
            "SLIRP-ICMP-user-default",
            "e1000-tx-mmio-per-pkt",
            "e1000-tx-moder-2v",
            "virtio-net-tx-2v",
            "NIC-rtl8139-tap",
            "NIC-rtl8139-user",
            "NIC-e1000-user",
            "NIC-virtio-net-pci,ioeventfd=off-tap",
            "sriov-udp-1g",
            "sriov-exit-total-accel",
            "sriov-intervm",
            "vmdq-without",
            "vmdq-with")
        .stream()
        .map(id -> DynamicTest.dynamicTest(id, () -> holds(row(id))));
  }

  private void holds(GoldenCase golden) throws Exception {
    CaseResult result = verification.verify(golden);
    assertThat(result.outcome())
        .as(VerificationText.sideBySide(result))
        .isEqualTo(CaseResult.Outcome.EQUAL);
  }

  @Test
  void whatCannotBeHeldSaysWhy() throws Exception {
    CaseResult result = verification.verify(row("fc-fio-qemu-w4k-qd32"));
    assertThat(result.outcome()).isEqualTo(CaseResult.Outcome.UNSUPPORTED);
  }
}
