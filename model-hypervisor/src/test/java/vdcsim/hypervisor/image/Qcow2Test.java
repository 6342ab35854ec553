package vdcsim.hypervisor.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vdcsim.hardware.disk.DiskRequest;
import vdcsim.hardware.disk.Operation;
import vdcsim.hardware.disk.Storage;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.quantity.DataSize;
import vdcsim.kernel.quantity.Ratio;
import vdcsim.kernel.random.RandomStreams;

class Qcow2Test {
  private static final long CLUSTER = 64 << 10;

  private final List<String> asked = new ArrayList<>();
  private final Simulation simulation = new Simulation(1, 0);

  /** A file that writes down what it is asked, and needs a microsecond. */
  private final class File implements Storage {
    private final String name;

    File(String name) {
      this.name = name;
    }

    @Override
    public long bytes() {
      return 1L << 40;
    }

    @Override
    public void submit(DiskRequest request) {
      String what = request.operation() == Operation.READ ? "read" : "write";
      asked.add("%s %s %d+%d".formatted(name, what, request.offset(), request.bytes()));
      simulation.schedule(1_000, request::done);
    }
  }

  private Qcow2 image(Optional<Storage> behind, double filled, int cachedTables) {
    LayerSpec spec =
        new LayerSpec(
            ImageFormat.QCOW2,
            new Ratio(filled),
            new DataSize(CLUSTER),
            new DataSize(cachedTables * CLUSTER));
    return new Qcow2(
        new File("file"), behind, 2L << 30, spec, new RandomStreams(1, 0).stream("filled"));
  }

  private int done;

  private void ask(Storage storage, Operation operation, long offset, long bytes) {
    storage.submit(new DiskRequest((k, a, r) -> done++, 0).ask(operation, offset, bytes));
    simulation.run(simulation.now() + 1_000_000);
  }

  @Test
  void whatNobodyHoldsIsZeroAndNeedsNoDisk() {
    ask(image(Optional.empty(), 0, 4), Operation.READ, 123 * CLUSTER, 4096);
    assertThat(asked).isEmpty();
    assertThat(done).isEqualTo(1);
  }

  @Test
  void aReadGoesBackToTheImageThatHoldsTheCluster() {
    Qcow2 base = image(Optional.of(new File("raw")), 0, 4);
    Qcow2 top = image(Optional.of(base), 0, 4);
    ask(top, Operation.READ, 3 * CLUSTER + 512, 4096);
    assertThat(asked).containsExactly("raw read 197120+4096");
  }

  @Test
  void theFirstWriteToAClusterCopiesTheRestOfIt() {
    Qcow2 top = image(Optional.of(new File("raw")), 0, 4);
    ask(top, Operation.WRITE, 7 * CLUSTER + 4096, 4096);
    // Four clusters for the header, one for the table.
    assertThat(asked).containsExactly("raw read 458752+65536", "file write 327680+65536");
    assertThat(top.copies()).isEqualTo(1);
    asked.clear();
    ask(top, Operation.WRITE, 7 * CLUSTER + 8192, 4096);
    ask(top, Operation.READ, 7 * CLUSTER, 4096);
    assertThat(asked).containsExactly("file write 335872+4096", "file read 327680+4096");
  }

  @Test
  void aWriteOfAWholeClusterCopiesNothing() {
    Qcow2 top = image(Optional.of(new File("raw")), 0, 4);
    ask(top, Operation.WRITE, 2 * CLUSTER, CLUSTER);
    assertThat(asked).containsExactly("file write 327680+65536");
    assertThat(top.copies()).isZero();
    assertThat(top.allocations()).isEqualTo(1);
  }

  @Test
  void twoWritesToANewClusterGiveItOnePlace() {
    Qcow2 top = image(Optional.of(new File("raw")), 0, 4);
    for (int i = 0; i < 3; i++) {
      top.submit(new DiskRequest((k, a, r) -> done++, 0).ask(Operation.WRITE, i * 4096L, 4096));
    }
    simulation.run(1_000_000);
    assertThat(done).isEqualTo(3);
    assertThat(top.allocations()).isEqualTo(1);
    assertThat(asked)
        .containsExactly(
            "raw read 0+65536",
            "file write 327680+65536",
            "file write 331776+4096",
            "file write 335872+4096");
  }

  @Test
  void aTableThatIsNotInMemoryIsRead() {
    // A table serves 8192 clusters of 64 KiB, 512 MiB; there are four, and room for two.
    Qcow2 image = image(Optional.empty(), 1, 2);
    for (long place : List.of(0L, 1L << 29, 1L << 30, 0L, 0L)) {
      ask(image, Operation.READ, place, 4096);
    }
    assertThat(image.tableReads()).isEqualTo(4);
    assertThat(asked).hasSize(5 + 4);
    assertThat(image.tableWrites()).isZero();
  }

  @Test
  void aTableThatWasChangedIsWrittenWhenItHasToGo() {
    Qcow2 image = image(Optional.empty(), 0, 1);
    ask(image, Operation.WRITE, 0, 4096);
    ask(image, Operation.WRITE, 1L << 29, 4096);
    assertThat(image.tableWrites()).isEqualTo(1);
  }

  /** What was written last is read from where it was put, whatever came between. */
  @Test
  void everyClusterHasOnePlaceOfItsOwn() {
    Qcow2 image = image(Optional.of(new File("raw")), 0.3, 3);
    Random random = new Random(3);
    for (int i = 0; i < 300; i++) {
      long cluster = random.nextInt(32_768);
      ask(image, Operation.WRITE, cluster * CLUSTER, 512);
      asked.clear();
      ask(image, Operation.READ, cluster * CLUSTER, 512);
      assertThat(asked.get(asked.size() - 1)).startsWith("file read").endsWith("+512");
    }
    assertThat(done).isEqualTo(600);
  }

  @Test
  void aRequestOverTwoClustersIsDoneWithTheLast() {
    Qcow2 image = image(Optional.empty(), 1, 4);
    ask(image, Operation.READ, CLUSTER - 512, 1024);
    assertThat(done).isEqualTo(1);
    assertThat(asked)
        .containsExactly("file read 0+65536", "file read 392704+512", "file read 393216+512");
  }
}
