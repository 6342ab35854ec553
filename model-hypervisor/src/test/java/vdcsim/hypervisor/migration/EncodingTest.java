package vdcsim.hypervisor.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static vdcsim.hypervisor.migration.MigrationNet.MIB;
import static vdcsim.hypervisor.migration.MigrationNet.writer;

import java.time.Duration;
import java.util.Optional;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vdcsim.hypervisor.dirty.Pattern;
import vdcsim.hypervisor.dirty.Prepaging;
import vdcsim.hypervisor.migration.MigrationNet.Options;
import vdcsim.hypervisor.migration.storage.StorageSpec;
import vdcsim.kernel.quantity.DataRate;
import vdcsim.kernel.quantity.DataSize;
import vdcsim.kernel.spec.Refusal;

/** How pages are put into the stream: differences, several connections, on demand; and disks. */
class EncodingTest {
  private static final double MEBIBYTES = 8.0 * MIB;

  /** Writes faster than is sent, to 32 MiB: it converges only if differences are sent. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void differencesOfAWordConvergeWherePagesDoNot(boolean exact) {
    MigrationNet net = new MigrationNet(8e9, 4096);
    net.vm("plain", 512 * MIB, Optional.of(writer(200 * MEBIBYTES, 32 * MIB, Pattern.UNIFORM)));
    net.vm(
        "delta", 512 * MIB, Optional.of(writer(200 * MEBIBYTES, 32 * MIB, Pattern.UNIFORM, exact)));
    Options plain = new Options("plain", Algorithm.PRE_COPY);
    plain.maxBitsPerSecond = 64 * MEBIBYTES;
    net.migrate(plain);
    Options delta = new Options("delta", Algorithm.PRE_COPY);
    delta.maxBitsPerSecond = 64 * MEBIBYTES;
    delta.xbzrle = Optional.of(new XbzrleSpec(new DataSize(64 * MIB)));
    net.migrate(delta);
    net.run(30);
    assertThat(net.metric("plain.migration.completed")).isZero();
    assertThat(net.metric("delta.migration.completed")).isEqualTo(1);
    // 512 MiB, and each of the 8192 written pages once more whole, to be remembered.
    assertThat(net.metric("delta.migration.normal-pages"))
        .isCloseTo(131_072 + 8_192, Percentage.withPercentage(2));
    assertThat(net.metric("delta.migration.delta-pages")).isPositive();
  }

  @Test
  void aCacheThatIsTooSmallRemembersWhatFits() {
    MigrationNet net = new MigrationNet(8e9, 4096);
    net.vm("vm", 512 * MIB, Optional.of(writer(200 * MEBIBYTES, 128 * MIB, Pattern.UNIFORM, true)));
    Options options = new Options("vm", Algorithm.PRE_COPY);
    options.maxBitsPerSecond = 64 * MEBIBYTES;
    options.xbzrle = Optional.of(new XbzrleSpec(new DataSize(16 * MIB)));
    net.migrate(options);
    net.run(60);
    assertThat(net.metric("vm.migration.completed")).isZero();
  }

  @Test
  void aCacheIsAPowerOfTwo() {
    assertThatThrownBy(() -> new XbzrleSpec(new DataSize(48 * MIB)))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("power of two");
  }

  /** Two migrations over one cable of 1 Gbit/s: three connections get three parts of four. */
  @Test
  void connectionsContendEachAsOne() {
    MigrationNet net = new MigrationNet(1e9, 8192);
    net.vm("one", 2000 * MIB, Optional.empty());
    net.vm("three", 2000 * MIB, Optional.empty());
    net.migrate(new Options("one", Algorithm.STOP_AND_COPY));
    Options three = new Options("three", Algorithm.STOP_AND_COPY);
    three.multifd =
        Optional.of(new MultifdSpec(3, Optional.empty(), Compression.NONE, Optional.empty()));
    net.migrate(three);
    net.run(100);
    double bits = 2000 * MEBIBYTES;
    assertThat(net.seconds("three.migration.total-time"))
        .isCloseTo(bits / 0.75e9, Percentage.withPercentage(1));
    assertThat(net.seconds("one.migration.total-time"))
        .isCloseTo(2 * bits / 1e9, Percentage.withPercentage(1));
  }

  /** Two threads of zlib read 180 MB a second, whatever the cable could carry. */
  @Test
  void compressionTradesBytesForTheSpeedOfThreads() {
    MigrationNet net = new MigrationNet(40e9, 4096);
    net.vm("vm", 1000 * MIB, Optional.empty());
    Options options = new Options("vm", Algorithm.STOP_AND_COPY);
    options.multifd =
        Optional.of(new MultifdSpec(2, Optional.empty(), Compression.ZLIB, Optional.empty()));
    net.migrate(options);
    net.run(100);
    assertThat(net.metric("vm.migration.amplification")).isCloseTo(1 / 2.743, within(1e-3));
    assertThat(net.seconds("vm.migration.total-time"))
        .isCloseTo(1000.0 * MIB / 180e6, Percentage.withPercentage(0.5));
  }

  /** Hines and Gopalan 2009: at most 21 % of the working set are faults over the network. */
  @Test
  void pushingAroundAFaultSavesThoseThatWouldFollow() {
    double none = faults(Prepaging.NONE);
    double forward = faults(Prepaging.FORWARD);
    double bubble = faults(Prepaging.BUBBLE);
    double workingSet = 128 * 256;
    assertThat(none).isGreaterThan(0.3 * workingSet);
    assertThat(forward).isLessThan(0.21 * workingSet);
    assertThat(bubble).isLessThan(0.21 * workingSet);
  }

  private static double faults(Prepaging prepaging) {
    MigrationNet net = new MigrationNet(1e9, 4096);
    net.vm("vm", 1024 * MIB, Optional.of(writer(400e6, 128 * MIB, Pattern.SEQUENTIAL, true)));
    Options options = new Options("vm", Algorithm.POST_COPY);
    options.prepaging = prepaging;
    options.faultTime = Duration.ofNanos(300_000);
    net.migrate(options);
    net.run(100);
    assertThat(net.metric("vm.migration.completed")).isEqualTo(1);
    assertThat(net.metric("vm.migration.normal-pages")).isEqualTo(1024 * 256);
    return net.metric("vm.migration.page-faults");
  }

  @Test
  void hybridSendsARoundAndTheRestBehind() {
    MigrationNet net = new MigrationNet(1e9, 4096);
    net.vm("vm", 1000 * MIB, Optional.of(writer(2e9, 256 * MIB, Pattern.UNIFORM)));
    net.migrate(new Options("vm", Algorithm.HYBRID));
    net.run(100);
    assertThat(net.metric("vm.migration.completed")).isEqualTo(1);
    assertThat(net.metric("vm.migration.amplification")).isBetween(1.2, 1.26);
    // The processors' state waits behind what lies in the socket, at most 4 MiB at 1 Gbit/s.
    assertThat(net.seconds("vm.migration.downtime")).isBetween(0.022, 4 * MEBIBYTES / 1e9);
  }

  /** 2 GB at 1 Gbit/s are 16 s; 0.1 Gbit/s of writes add a pass of 200 MB and one of 20 MB. */
  @Test
  void disksGoFirstAndWritesToThemAgain() {
    MigrationNet net = new MigrationNet(1e9, 4096);
    net.vm("vm", 1000 * MIB, Optional.empty());
    Options options = new Options("vm", Algorithm.PRE_COPY);
    options.storage =
        Optional.of(
            new StorageSpec(
                new DataSize(2_000_000_000L), new DataRate(100_000_000L), Optional.empty()));
    net.migrate(options);
    net.run(100);
    assertThat(net.metric("vm.migration.completed")).isEqualTo(1);
    double passes = 16 + 1.6 + 0.16;
    double memory = 1000 * MEBIBYTES / 0.9e9;
    assertThat(net.seconds("vm.migration.total-time")).isCloseTo(passes + memory, within(0.2));
    assertThat(net.metric("vm.migration.storage"))
        .isCloseTo(2.22e9 + memory * 12.5e6, Percentage.withPercentage(1));
  }
}
