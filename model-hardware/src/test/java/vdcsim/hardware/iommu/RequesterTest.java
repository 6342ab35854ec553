package vdcsim.hardware.iommu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vdcsim.hardware.pci.Dma;
import vdcsim.hardware.pci.InterruptTarget;
import vdcsim.hardware.pci.PcieLink;
import vdcsim.hardware.pci.PcieSpec;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.result.Measurement;

class RequesterTest {
  private static final long GIB = 1L << 30;
  private static final SourceId CARD = SourceId.of(3, 0, 0);
  private static final int KIND = 7;

  private final Simulation simulation = new Simulation(1, 0);
  private final List<String> calls = new ArrayList<>();
  private final PcieLink link = new PcieLink(simulation, PcieSpec.of(3, 8));
  private RootComplex complex;
  private Requester card;
  private PhysicalMemory.Range victim;

  private void host(Optional<IommuSpec> spec) {
    complex =
        new RootComplex(
            new PhysicalMemory("h1", simulation.metrics()),
            new HostInterrupts("h1", simulation.metrics()),
            spec.map(said -> new Iommu("h1", said, simulation)));
    PhysicalMemory.Range bad = complex.memory().of("bad", GIB);
    victim = complex.memory().of("victim", GIB);
    card = complex.give(CARD, link, bad);
    // The context's invalidation takes 686 ns.
    simulation.run(1000);
  }

  private static IommuSpec with(boolean interruptRemapping) {
    IommuSpec usual = IommuSpec.USUAL;
    return new IommuSpec(
        interruptRemapping,
        false,
        2,
        0,
        2,
        2,
        4,
        MappingSize.SMALL,
        usual.reference(),
        1,
        usual.invalidation(),
        2);
  }

  private void told(int kind, long argument, Object reference) {
    calls.add(
        ((kind & Dma.BLOCKED) != 0 ? "blocked" : "done")
            + (kind & ~Dma.BLOCKED)
            + "@"
            + simulation.now());
  }

  private long value(String metric) {
    return Math.round(
        simulation.metrics().read().stream()
            .filter(m -> m.metric().equals(metric))
            .mapToDouble(m -> ((Measurement.Scalar) m).value())
            .findFirst()
            .orElseThrow());
  }

  private long writeAt(long address, long bytes) {
    calls.clear();
    card.write(address, bytes, this::told, KIND, 0, Simulation.NO_REFERENCE);
    long before = simulation.now();
    simulation.run(before + 100_000);
    assertThat(calls).hasSize(1);
    return Long.parseLong(calls.get(0).substring(calls.get(0).indexOf('@') + 1)) - before;
  }

  @Test
  void machinesLieOneAfterTheOtherFrom4GibOn() {
    host(Optional.empty());
    assertThat(card.memory().first()).isEqualTo(4 * GIB);
    assertThat(victim.first()).isEqualTo(5 * GIB);
  }

  @Test
  void aMissDelaysAWriteByItsReferencesAndAHitByNothing() {
    host(Optional.of(with(true)));
    // 88 B / 7.246 B/ns + 265 = 277.1 ns, and root, context and four levels of 82 ns.
    assertThat(writeAt(0x1000, 64)).isEqualTo(278 + 6 * 82);
    assertThat(writeAt(0x1040, 64)).isEqualTo(278);
    assertThat(writeAt(0x2000, 64)).isEqualTo(278 + 4 * 82);
  }

  @Test
  void aWriteAcrossTwoPagesIsLookedUpTwice() {
    host(Optional.of(with(true)));
    writeAt(0x1FC0, 128);
    assertThat(value("h1.iommu.iotlb-misses")).isEqualTo(2);
    assertThat(value("h1.iommu.walk-references")).isEqualTo(2 + 4 + 4);
  }

  @Test
  void oneWalkerServesOneMissAfterTheOther() {
    host(Optional.of(with(true)));
    writeAt(0, 0);
    calls.clear();
    for (long page = 1; page <= 3; page++) {
      card.write(page << 12, 0, this::told, KIND, 0, Simulation.NO_REFERENCE);
    }
    long before = simulation.now();
    simulation.run(before + 100_000);
    assertThat(calls.get(2)).endsWith("@" + (before + 265 + 3 * 4 * 82 + 10));
  }

  @Test
  void withoutAUnitAStrayWriteOverwritesAnothersMemory() {
    host(Optional.empty());
    writeAt(card.busAddress(0x1000), 64);
    assertThat(value("h1.dma-violations")).isZero();
    writeAt(victim.first() + 0x5000, 64);
    assertThat(calls.get(0)).startsWith("done7");
    assertThat(value("victim.dma-overwritten")).isEqualTo(64);
    card.read(victim.first(), 100, this::told, KIND, 0, Simulation.NO_REFERENCE);
    card.write(0x1000, 8, this::told, KIND, 0, Simulation.NO_REFERENCE);
    assertThat(value("victim.dma-leaked")).isEqualTo(100);
    assertThat(value("h1.dma-overwritten")).as("the host's own").isEqualTo(8);
    assertThat(value("h1.dma-violations")).isEqualTo(3);
  }

  @Test
  void withAUnitAStrayWriteIsBlockedAndSoftwareReadsTheFault() {
    host(Optional.of(with(true)));
    writeAt(victim.first() + 0x5008, 64);
    assertThat(calls.get(0)).startsWith("blocked7");
    assertThat(value("victim.dma-overwritten")).isZero();
    assertThat(value("h1.iommu.faults-by.write-not-allowed")).isEqualTo(1);
    Fault fault = complex.iommu().orElseThrow().faults().get(0);
    assertThat(fault.reason().code()).isEqualTo(5);
    assertThat(fault.source()).hasToString("03:00.0");
    assertThat(fault.address()).isEqualTo(victim.first() + 0x5000);
  }

  @Test
  void aThirdFaultFindsNoRegisterOfTwoAndIsBlockedAllTheSame() {
    host(Optional.of(with(true)));
    for (int i = 0; i < 3; i++) {
      card.read(victim.first() + i * 4096L, 64, this::told, KIND, 0, Simulation.NO_REFERENCE);
    }
    simulation.run(100_000);
    assertThat(calls).allMatch(call -> call.startsWith("blocked"));
    assertThat(value("h1.iommu.faults")).isEqualTo(3);
    assertThat(value("h1.iommu.faults-overflowed")).isEqualTo(1);
    assertThat(complex.iommu().orElseThrow().faults()).hasSize(2);
  }

  @Test
  void aMachineThatLosesItsCardKeepsItsCachedPagesUntilTheQueueIsWorkedOff() {
    host(Optional.of(with(true)));
    writeAt(0x1000, 64);
    card.withdraw();
    card.write(0x1000, 64, this::told, KIND, 0, Simulation.NO_REFERENCE);
    simulation.run(simulation.now() + 2 * 686);
    assertThat(calls.get(1)).startsWith("done");
    writeAt(0x1000, 64);
    assertThat(calls.get(0)).startsWith("blocked");
    assertThat(value("h1.iommu.faults-by.context-not-present")).isEqualTo(1);
    assertThat(value("h1.iommu.invalidations")).isEqualTo(3);
  }

  /** Notes the vectors that come. */
  private InterruptTarget noted(String who) {
    return new InterruptTarget() {
      @Override
      public void message(long address, int data) {
        calls.add(who + " " + data);
      }

      @Override
      public void line(boolean asserted) {
        throw new AssertionError("no line");
      }
    };
  }

  private HostInterrupts.Message victims() {
    return complex.interrupts().give("victim", noted("victim"), 0, 99);
  }

  @Test
  void aMessageForAnothersVectorArrivesWithoutRemapping() {
    host(Optional.of(with(false)));
    card.route(noted("bad"), 0x41);
    HostInterrupts.Message foreign = victims();
    card.vector(0).message(0, 0);
    card.message(foreign.address(), foreign.data());
    assertThat(calls).containsExactly("bad 65", "victim 99");
    assertThat(value("h1.foreign-interrupts")).isEqualTo(1);
    card.message(InterruptTable.WINDOW, 0x20);
    assertThat(value("h1.spurious-interrupts")).isEqualTo(1);
  }

  @Test
  void remappingLetsAFunctionUseItsOwnEntriesAlone() {
    host(Optional.of(with(true)));
    card.route(noted("bad"), 0x41);
    Requester other = complex.give(CARD.plus(8), link, victim);
    other.route(noted("victim"), 0x42);
    HostInterrupts.Message plain = victims();

    card.vector(0).message(0, 0);
    assertThat(calls).containsExactly("bad 65");
    card.message(plain.address(), plain.data());
    card.message(other.programmed(0).address(), other.programmed(0).data());
    card.message(InterruptTable.address(2), 0);
    assertThat(calls).containsExactly("bad 65");
    assertThat(value("h1.iommu.interrupts-remapped")).isEqualTo(1);
    assertThat(value("h1.iommu.faults-by.compatibility-format")).isEqualTo(1);
    assertThat(value("h1.iommu.faults-by.foreign-source")).isEqualTo(1);
    assertThat(value("h1.iommu.faults-by.index-beyond-table")).isEqualTo(1);
    assertThat(value("h1.foreign-interrupts")).isZero();
  }

  @Test
  void aMessageNamesEntriesBeyond32767InABitOfItsOwn() {
    for (int index : new int[] {0, 1, 32767, 32768, 65535}) {
      assertThat(InterruptTable.index(InterruptTable.address(index))).isEqualTo(index);
      assertThat(InterruptTable.isRemappable(InterruptTable.address(index))).isTrue();
    }
    assertThat(InterruptTable.address(1)).isEqualTo(0xFEE0_0030L);
  }
}
