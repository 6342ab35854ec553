package vdcsim.hypervisor.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static vdcsim.hypervisor.migration.MigrationNet.MIB;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vdcsim.hypervisor.migration.MigrationNet.Options;
import vdcsim.hypervisor.migration.engine.SendBuffer;

/** What lies in the sender's socket has been sent for the hypervisor, and not for the network. */
class SendBufferTest {
  private static final double LINK = 80e6;

  /**
   * 66 MiB at 10 MB/s; QEMU stops when less than 10 MB/s x 100 ms is left.
   *
   * <p>With 4 MiB of buffer: these are full at once, and then each 140 ms another third of them.
   * The sender looks when it has written 64 pages more, a quarter of a MiB. After 4 + 46 x 4/3 MiB
   * it has written so much and a sixth: half a MiB is left, and 7/6 MiB of the buffer are free.
   */
  private static MigrationNet migrated(long bufferBytes) {
    MigrationNet net = new MigrationNet(LINK, 4096);
    net.vm("vm", 66 * MIB, Optional.empty());
    Options options = new Options("vm", Algorithm.PRE_COPY);
    options.limit = Duration.ofMillis(100);
    options.sendBuffer = bufferBytes;
    net.migrate(options);
    net.run(100);
    return net;
  }

  @Test
  void aWriterSleepsUntilAThirdIsFree() {
    SendBuffer buffer = new SendBuffer(3000, Double.POSITIVE_INFINITY);
    assertThat(buffer.room(1200)).isEqualTo(1800);
    assertThat(buffer.untilWritable(3000)).isEqualTo(1000);
    assertThat(buffer.untilWritable(2500)).isEqualTo(500);
    assertThat(buffer.untilWritable(1900)).isZero();
  }

  @Test
  void whatFitsVanishesAndTheRestGoesInThirds() {
    MigrationNet small = migrated(4096);
    MigrationNet large = migrated(4 * MIB);
    // Without a buffer to speak of the sender waits for the link: the last 1 MB or less.
    double least = small.seconds("vm.migration.sender-downtime");
    assertThat(least).isBetween(0.001, 0.1);
    assertThat(small.seconds("vm.migration.downtime")).isCloseTo(least, within(0.001));
    // The last half MiB vanishes; it and the 17/6 MiB that lay there before take their time.
    assertThat(large.seconds("vm.migration.sender-downtime")).isZero();
    assertThat(large.seconds("vm.migration.downtime"))
        .isCloseTo((17 / 6.0 + 0.5) * MIB / 10e6, within(0.001));
    // All of the memory goes over the link, whatever the buffer.
    assertThat(large.seconds("vm.migration.total-time")).isCloseTo(66 * MIB / 10e6, within(0.02));
    assertThat(small.seconds("vm.migration.total-time")).isCloseTo(66 * MIB / 10e6, within(0.02));
  }

  @Test
  void theSendersTimeEndsAsMuchEarlierAsItsBufferHolds() {
    MigrationNet net = migrated(4 * MIB);
    double early = net.seconds("vm.migration.total-time") - net.seconds("vm.migration.sender-time");
    assertThat(early).isCloseTo(net.seconds("vm.migration.downtime"), within(0.001));
  }

  @Test
  void copyingIntoTheBufferTakesItsTime() {
    MigrationNet net = new MigrationNet(LINK, 4096);
    net.vm("vm", 66 * MIB, Optional.empty());
    Options options = new Options("vm", Algorithm.PRE_COPY);
    options.limit = Duration.ofMillis(100);
    options.copyBitsPerSecond = Optional.of(8_000_000L);
    net.migrate(options);
    net.run(100);
    // Half a MiB at 1 MB/s.
    assertThat(net.seconds("vm.migration.sender-downtime")).isCloseTo(0.524288, within(0.005));
  }
}
