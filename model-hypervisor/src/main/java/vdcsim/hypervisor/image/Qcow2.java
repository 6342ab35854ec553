package vdcsim.hypervisor.image;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vdcsim.hardware.disk.DiskRequest;
import vdcsim.hardware.disk.Operation;
import vdcsim.hardware.disk.Storage;
import vdcsim.kernel.random.RandomStream;

/**
 * An image in the format qcow2 (QEMU, docs/interop/qcow2.txt): a table of tables of clusters, and
 * behind it perhaps another image, from which comes what it does not hold.
 *
 * <p>A cluster that is written for the first time gets the next place in the file, and is written
 * as a whole: what the write leaves out is copied from behind. The first table (L1) is in memory;
 * those of the second level (L2), each one cluster large, are in a cache.
 */
public final class Qcow2 implements Storage {
  private static final int ENTRY_BYTES = 8;
  private static final long NOWHERE = -1;

  private final Storage file;
  private final Optional<Storage> behind;
  private final long bytes;
  private final long cluster;
  private final int entries;
  private final long[][] tables;
  private final TableCache cache;
  private final Map<Long, List<Runnable>> allocating = new TreeMap<>();
  private final Map<Integer, List<Runnable>> loading = new TreeMap<>();
  private long end;
  private long tableReads;
  private long tableWrites;
  private long allocations;
  private long copies;

  /**
   * An image.
   *
   * @param file where it lies; it grows there
   * @param behind the image behind it
   * @param bytes how large the disk is that it shows
   */
  public Qcow2(
      Storage file, Optional<Storage> behind, long bytes, LayerSpec spec, RandomStream random) {
    this.file = file;
    this.behind = behind;
    this.bytes = bytes;
    this.cluster = spec.cluster().bytes();
    this.entries = (int) (cluster / ENTRY_BYTES);
    long clusters = (bytes + cluster - 1) / cluster;
    this.tables = new long[(int) ((clusters + entries - 1) / entries)][];
    this.cache = new TableCache((int) (spec.cache().bytes() / cluster));
    // Header, L1, and the tables of reference counts, of which one serves 2 GiB.
    this.end = 4 * cluster;
    fill(clusters, spec.filled().value(), random);
  }

  private void fill(long clusters, double share, RandomStream random) {
    for (long at = 0; at < clusters && share > 0; at++) {
      if (share == 1 || random.nextDouble() < share) {
        allocate(at);
      }
    }
    allocations = 0;
  }

  /** Gives a cluster the next place in the file, and its table one if that is new. */
  private void allocate(long at) {
    int table = table(at);
    if (tables[table] == null) {
      tables[table] = new long[entries];
      Arrays.fill(tables[table], NOWHERE);
      end += cluster;
    }
    tables[table][(int) (at % entries)] = end;
    end += cluster;
    allocations++;
  }

  private int table(long at) {
    return (int) (at / entries);
  }

  private long place(long at) {
    long[] table = tables[table(at)];
    return table == null ? NOWHERE : table[(int) (at % entries)];
  }

  @Override
  public long bytes() {
    return bytes;
  }

  /** Tables that were read because they were not in memory. */
  public long tableReads() {
    return tableReads;
  }

  /** Tables that were written because they had to go and had been changed. */
  public long tableWrites() {
    return tableWrites;
  }

  /** Clusters that were given a place. */
  public long allocations() {
    return allocations;
  }

  /** Of these, how many were copied in part from behind. */
  public long copies() {
    return copies;
  }

  @Override
  public void submit(DiskRequest request) {
    if (request.offset() < 0 || request.offset() > bytes - request.bytes()) {
      request.fail();
      return;
    } else if (request.operation() == Operation.FLUSH) {
      flush(request);
      return;
    }
    long first = request.offset() / cluster;
    long last = (request.offset() + request.bytes() - 1) / cluster;
    Pieces pieces = new Pieces((int) (last - first + 1), well -> end(request, well));
    for (long at = first; at <= last; at++) {
      long from = Math.max(request.offset(), at * cluster);
      long to = Math.min(request.offset() + request.bytes(), (at + 1) * cluster);
      Piece piece = new Piece(at, from - at * cluster, to - from, request.operation(), pieces);
      withTable(table(at), () -> act(piece));
    }
  }

  /** Tables that were changed go first (QEMU, qcow2_co_flush_to_os), then the file is flushed. */
  private void flush(DiskRequest request) {
    int changed = cache.clean();
    tableWrites += changed;
    Pieces writes = new Pieces(changed, well -> flushFile(request));
    for (int i = 0; i < changed; i++) {
      ask(file, Operation.WRITE, 0, cluster, writes::done);
    }
    if (changed == 0) {
      flushFile(request);
    }
  }

  private void flushFile(DiskRequest request) {
    ask(file, Operation.FLUSH, 0, 0, well -> end(request, well));
  }

  private static void end(DiskRequest request, boolean well) {
    if (well) {
      request.done();
    } else {
      request.fail();
    }
  }

  /** The parts of a request, one a cluster; it is done with the last. */
  private static final class Pieces {
    private final Answer whole;
    private int open;
    private boolean failed;

    Pieces(int open, Answer whole) {
      this.open = open;
      this.whole = whole;
    }

    void done(boolean well) {
      failed |= !well;
      open--;
      if (open == 0) {
        whole.done(!failed);
      }
    }
  }

  /** A part of a request within a cluster, from {@code from} bytes into it. */
  private record Piece(long at, long from, long length, Operation operation, Pieces of) {}

  /**
   * Goes on when a table is in memory; one that does not exist yet needs no reading, and one that
   * is just being read is read once.
   */
  private void withTable(int table, Runnable then) {
    if (cache.has(table) || tables[table] == null) {
      then.run();
      return;
    }
    List<Runnable> waiting = loading.get(table);
    if (waiting != null) {
      waiting.add(then);
      return;
    }
    loading.put(table, new ArrayList<>(List.of(then)));
    tableReads++;
    ask(
        file,
        Operation.READ,
        0,
        cluster,
        well -> {
          load(table);
          loading.remove(table).forEach(Runnable::run);
        });
  }

  private void load(int table) {
    if (!cache.has(table) && cache.load(table)) {
      tableWrites++;
      ask(file, Operation.WRITE, 0, cluster, well -> {});
    }
  }

  private void act(Piece piece) {
    long place = place(piece.at);
    if (place != NOWHERE) {
      ask(file, piece.operation, place + piece.from, piece.length, well -> piece.of.done(well));
    } else if (piece.operation == Operation.READ) {
      readBehind(piece.at * cluster + piece.from, piece.length, () -> piece.of.done(true));
    } else {
      writeNew(piece);
    }
  }

  /** What no image holds is zero, and comes at once. */
  private void readBehind(long offset, long length, Runnable then) {
    long there = behind.map(image -> Math.min(length, image.bytes() - offset)).orElse(0L);
    if (there <= 0) {
      then.run();
    } else {
      ask(behind.orElseThrow(), Operation.READ, offset, there, well -> then.run());
    }
  }

  /** Whoever writes to a cluster that is just being given a place waits until it has one. */
  private void writeNew(Piece piece) {
    List<Runnable> waiting = allocating.get(piece.at);
    if (waiting != null) {
      waiting.add(() -> act(piece));
      return;
    }
    allocating.put(piece.at, new ArrayList<>());
    if (piece.length == cluster || behind.isEmpty()) {
      writeCluster(piece);
    } else {
      copies++;
      readBehind(piece.at * cluster, cluster, () -> writeCluster(piece));
    }
  }

  private void writeCluster(Piece piece) {
    allocate(piece.at);
    long place = place(piece.at);
    // Without an image behind, the rest of the cluster is a hole of the file, and stays one.
    boolean whole = behind.isPresent();
    ask(
        file,
        Operation.WRITE,
        whole ? place : place + piece.from,
        whole ? cluster : piece.length,
        well -> {
          load(table(piece.at));
          cache.change(table(piece.at));
          piece.of.done(well);
          allocating.remove(piece.at).forEach(Runnable::run);
        });
  }

  /** What is told when a request of the image's own is done, and whether all went well. */
  private interface Answer {
    void done(boolean well);
  }

  private static void ask(
      Storage storage, Operation operation, long offset, long length, Answer answer) {
    DiskRequest own = new DiskRequest((k, a, r) -> answer.done(!((DiskRequest) r).failed()), 0);
    storage.submit(own.ask(operation, offset, length));
  }
}
