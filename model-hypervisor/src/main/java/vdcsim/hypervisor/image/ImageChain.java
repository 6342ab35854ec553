package vdcsim.hypervisor.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import vdcsim.hardware.disk.Storage;
import vdcsim.kernel.metric.Metrics;
import vdcsim.kernel.quantity.Unit;
import vdcsim.kernel.random.RandomStreams;
import vdcsim.kernel.spec.Refusal;

/**
 * Images one behind the other, of which the last is written.
 *
 * <p>Metrics, below its name, over all images: {@code table-reads}, {@code table-writes}, {@code
 * allocations}, {@code copies}.
 */
public final class ImageChain {
  /** A table of 8192 entries and a few more for each 512 MiB: a grown qcow2 file is no larger. */
  private static final int TABLES_SHARE = 256;

  private final List<Qcow2> tabled = new ArrayList<>();
  private final Storage top;

  /**
   * Lays images one behind the other on a storage.
   *
   * @param start where the first may begin
   * @throws Refusal if they do not fit
   */
  public ImageChain(
      String name,
      List<LayerSpec> layers,
      long bytes,
      Storage storage,
      long start,
      RandomStreams random,
      Metrics metrics) {
    long room = room(layers, bytes);
    if (start + room > storage.bytes()) {
      throw new Refusal(
          "size",
          "the images of '%s' may grow to %d B, and %d B are free"
              .formatted(name, room, storage.bytes() - start));
    }
    long at = start;
    Optional<Storage> behind = Optional.empty();
    for (int i = 0; i < layers.size(); i++) {
      LayerSpec layer = layers.get(i);
      Storage file = new Extent(storage, at, room(layer, bytes));
      at += room(layer, bytes);
      if (layer.format() == ImageFormat.QCOW2) {
        Qcow2 image =
            new Qcow2(file, behind, bytes, layer, random.stream(name + ".layer" + i + ".filled"));
        tabled.add(image);
        behind = Optional.of(image);
      } else {
        behind = Optional.of(file);
      }
    }
    this.top = behind.orElseThrow();
    metrics.figure(name + ".table-reads", Unit.COUNT, () -> sum(Qcow2::tableReads));
    metrics.figure(name + ".table-writes", Unit.COUNT, () -> sum(Qcow2::tableWrites));
    metrics.figure(name + ".allocations", Unit.COUNT, () -> sum(Qcow2::allocations));
    metrics.figure(name + ".copies", Unit.COUNT, () -> sum(Qcow2::copies));
  }

  private long sum(ToLongFunction<Qcow2> figure) {
    return tabled.stream().mapToLong(figure).sum();
  }

  /** The room that images of a chain may come to need. */
  public static long room(List<LayerSpec> layers, long bytes) {
    return layers.stream().mapToLong(layer -> room(layer, bytes)).sum();
  }

  private static long room(LayerSpec layer, long bytes) {
    return layer.format() == ImageFormat.RAW
        ? bytes
        : bytes + bytes / TABLES_SHARE + 8 * layer.cluster().bytes();
  }

  /** The image that the guest reads and writes. */
  public Storage top() {
    return top;
  }
}
