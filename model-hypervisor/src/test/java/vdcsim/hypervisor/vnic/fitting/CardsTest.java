package vdcsim.hypervisor.vnic.fitting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import vdcsim.hypervisor.io.IoPlatform;
import vdcsim.hypervisor.vnic.CardSpec;
import vdcsim.hypervisor.vnic.VnicModel;
import vdcsim.hypervisor.vnic.xen.Transfer;

class CardsTest {
  private static Bench bench(VnicModel model) {
    return new Bench(true, "h1").machine("h1", model, CardSpec.USUAL);
  }

  /** Frames from the guest, each when the one before is long gone. */
  private static Bench sent(VnicModel model, int frames) {
    Bench bench = bench(model);
    for (int i = 1; i <= frames; i++) {
      bench.send("h1", 1);
      bench.runTo(i * Bench.MS);
    }
    assertEquals(frames, bench.heardByHost());
    return bench;
  }

  private static Bench received(VnicModel model, int frames) {
    Bench bench = bench(model);
    for (int i = 1; i <= frames; i++) {
      bench.receive("h1", 1);
      bench.runTo(i * Bench.MS);
    }
    assertEquals(frames, bench.heardByGuest());
    return bench;
  }

  @Test
  void anE1000TouchesSixRegistersForAPacketThatHasAnInterrupt() {
    Bench sends = sent(VnicModel.E1000, 10);
    assertEquals(60, sends.count("io-exits-by.mmio"));
    assertEquals(10, sends.count("interrupts"));
    // Cause, mask, flush, buffers, mask, flush.
    assertEquals(60, received(VnicModel.E1000, 10).count("io-exits-by.mmio"));
  }

  @Test
  void anRtl8139TouchesFourForAPacketOutAndEightForOneIn() {
    assertEquals(40, sent(VnicModel.RTL8139, 10).count("io-exits-by.mmio"));
    assertEquals(80, received(VnicModel.RTL8139, 10).count("io-exits-by.mmio"));
  }

  @Test
  void virtioRingsOnceForAPacketAndTakesNoInterruptForOneThatLeft() {
    for (VnicModel model : List.of(VnicModel.VIRTIO, VnicModel.VHOST)) {
      Bench sends = sent(model, 10);
      assertEquals(10, sends.count("io-exits-by.kick"));
      // The first entry that is given back lies where the driver's event index is at first.
      assertTrue(sends.count("interrupts") <= 1);
      Bench receives = received(model, 10);
      assertEquals(0, receives.count("io-exits-by.kick"));
      assertEquals(10, receives.count("interrupts"));
    }
  }

  @Test
  void xenCallsOnceForAPacketAndIsCalledWhenItIsOut() {
    Bench sends = sent(VnicModel.XEN, 10);
    assertEquals(10, sends.count("io-exits-by.hypercall"));
    assertEquals(10, sends.count("interrupts"));
  }

  /**
   * At 1 GHz netback takes up to five times as long for a frame as the guest: it takes 1, then 5,
   * 25, 125 and the rest.
   */
  @Test
  void aBusyNetbackTakesAllThatWaitsAndTellsOnceForIt() {
    Bench bench = bench(VnicModel.XEN);
    bench.send("h1", 200);
    bench.runTo(10 * Bench.MS);
    assertEquals(200, bench.heardByHost());
    assertEquals(1, bench.count("io-exits-by.hypercall"));
    assertTrue(bench.count("interrupts") <= 5);
  }

  @Test
  void theSecondVmxnetAsksAndAcknowledgesWhereTheThirdOnlyUnmasks() {
    // A doorbell and two accesses for the interrupt; a doorbell and one.
    assertEquals(30, sent(VnicModel.VMXNET2, 10).count("io-exits-by.pio"));
    assertEquals(20, sent(VnicModel.VMXNET3, 10).count("io-exits-by.mmio"));
  }

  /** At 1 GHz: 200 frames leave the guest every 2.8 us, and take the host 7.6 us each. */
  @Test
  void aBusyHostIsNotToldAgain() {
    Bench bench = bench(VnicModel.VHOST);
    bench.send("h1", 200);
    bench.runTo(10 * Bench.MS);
    assertEquals(200, bench.heardByHost());
    assertEquals(1, bench.count("io-exits-by.kick"));
    assertEquals(1, bench.count("wake-ups"));
  }

  @Test
  void moderationKeepsInterruptsApartAndBatchingSavesDoorbells() {
    CardSpec moderated = inside(Optional.of(Duration.ofNanos(250_000)), false);
    Bench bench = new Bench(true, "h1").machine("h1", VnicModel.E1000, moderated);
    bench.send("h1", 200);
    bench.runTo(100 * Bench.MS);
    // A packet takes 49 us: exit, doorbell, sending; one interrupt for each 250 us.
    long interrupts = bench.count("interrupts");
    assertTrue(interrupts >= 30 && interrupts <= 60, "interrupts: " + interrupts);
    long doorbells = bench.count("io-exits-by.mmio") - 5 * interrupts;
    assertEquals(200, doorbells);

    CardSpec batched = inside(Optional.of(Duration.ofNanos(250_000)), true);
    Bench other = new Bench(true, "h1").machine("h1", VnicModel.E1000, batched);
    other.send("h1", 200);
    other.runTo(100 * Bench.MS);
    assertEquals(200, other.heardByHost());
    assertTrue(other.count("io-exits-by.mmio") < 200);
  }

  private static CardSpec inside(Optional<Duration> moderation, boolean batching) {
    return new CardSpec(
        IoPlatform.KVM,
        256,
        true,
        true,
        moderation,
        batching,
        Transfer.COPY,
        false,
        Optional.empty());
  }

  /** Random bursts both ways, more than rings and queues hold: what is not heard was counted. */
  @TestFactory
  Stream<DynamicTest> nothingIsLostSilently() {
    return Bench.modelled().stream()
        .map(model -> DynamicTest.dynamicTest(model.word(), () -> conserve(model)));
  }

  private static void conserve(VnicModel model) {
    Bench bench = bench(model);
    Random random = new Random(7);
    long sent = 0;
    long received = 0;
    for (int i = 1; i <= 40; i++) {
      int out = random.nextInt(300);
      int in = random.nextInt(300);
      bench.send("h1", out);
      bench.receive("h1", in);
      sent += out;
      received += in;
      bench.runTo(i * random.nextInt(500) * Bench.US + (i - 1) * 500 * Bench.US);
    }
    bench.runTo(1000 * Bench.MS);
    long dropped = bench.lost();
    assertEquals(sent + received, bench.heardByHost() + bench.heardByGuest() + dropped);
    assertTrue(bench.heardByHost() > sent / 50 && bench.heardByGuest() > received / 50);
  }

  @TestFactory
  Stream<DynamicTest> aPausedMachineLosesNothingAndGoesOn() {
    return Bench.modelled().stream()
        .map(model -> DynamicTest.dynamicTest(model.word(), () -> pause(model)));
  }

  private static void pause(VnicModel model) {
    Bench bench = bench(model);
    bench.send("h1", 50);
    bench.receive("h1", 50);
    bench.runTo(200 * Bench.US);
    bench.vm().pause();
    bench.runTo(Bench.MS);
    long heard = bench.heardByHost() + bench.heardByGuest();
    bench.runTo(50 * Bench.MS);
    assertEquals(heard, bench.heardByHost() + bench.heardByGuest());
    bench.vm().resume();
    bench.runTo(100 * Bench.MS);
    assertEquals(50, bench.heardByHost());
    assertEquals(50, bench.heardByGuest());
  }

  @TestFactory
  Stream<DynamicTest> aMachineThatMovesGoesOnInItsNewHost() {
    return Bench.modelled().stream()
        .map(model -> DynamicTest.dynamicTest(model.word(), () -> move(model)));
  }

  private static void move(VnicModel model) {
    Bench bench = new Bench(true, "h1", "h2").machine("h1", model, CardSpec.USUAL);
    bench.send("h1", 100);
    bench.runTo(100 * Bench.US);
    bench.vm().pause();
    bench.vm().depart();
    bench.vm().arrive(bench.hypervisor("h2"));
    bench.vm().resume();
    bench.runTo(20 * Bench.MS);
    bench.send("h2", 10);
    bench.receive("h2", 10);
    bench.runTo(40 * Bench.MS);
    assertEquals(10, bench.heardByGuest());
    assertTrue(bench.heardByHost() >= 10);
  }

  @Test
  void withoutProcessorsEveryCardIsAnIdealOne() {
    for (VnicModel model : Bench.modelled()) {
      Bench bench = new Bench(false, "h1").machine("h1", model, CardSpec.USUAL);
      bench.send("h1", 100);
      // 100 frames of 72 bytes at 10 Gb/s, and across the bridge at 35.
      bench.runTo(6 * Bench.US);
      assertEquals(100, bench.heardByHost(), model.word());
    }
  }
}
