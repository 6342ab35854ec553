package vdcsim.hypervisor.memory.overcommit;

import java.util.Optional;
import vdcsim.hypervisor.memory.overcommit.virtioballoon.VirtioBalloonSpec;
import vdcsim.kernel.quantity.DataSize;
import vdcsim.kernel.quantity.Ratio;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.world.Wiring;
import vdcsim.kernel.world.World;

/** What a scenario says about a machine's memory on a host that promises more than it has. */
@Doc("A machine's right to memory, and what its memory holds.")
public record MemoryPolicySpec(
    @Key(value = "What it keeps in any case.", fallback = "0 B", example = "64 MiB") DataSize min,
    @Key(
            value = "Its right to the rest; without it, 10 for each MiB of its memory.",
            source = "VMware vSphere, Resource Management: normal shares",
            example = "1000")
        Optional<Integer> shares,
    @Key(
            value = "What the hypervisor needs for it.",
            fallback = "32 MiB",
            source = "Waldspurger 2002, 6.2")
        DataSize overhead,
    @Key(
            value = "Whether a balloon driver runs in it.",
            fallback = "true",
            source = "VMware Tools installs it")
        boolean balloon,
    @Key(
            value = "Its kernel, apart from what grows with its memory.",
            fallback = "4 MiB",
            source = "Linux 2.4: text, static data, first slabs",
            example = "16 MiB")
        DataSize kernel,
    @Key(
            value = "What its kernel needs for each byte of memory.",
            fallback = "1.85 %",
            source = "Linux 2.4: 64 B of struct page for 4096, and hash tables of 12 B")
        Ratio structures,
    @Key(
            value = "The image that it was made from; equal images have equal programs.",
            example = "rh72")
        Optional<String> image,
    @Key(
            value =
                "Kernel and programs of the image, in use from the start to the end, all pages"
                    + " different.",
            fallback = "0 B",
            example = "20 MiB")
        DataSize common,
    @Key(
            value = "Memory that holds some of these pages once more.",
            fallback = "0 B",
            example = "2 MiB")
        DataSize duplicates,
    @Key(
            value = "Memory that it has touched at the start and that holds zeros.",
            fallback = "0 B",
            example = "2 MiB")
        DataSize zeros,
    @Key(
            value = "Whether it clears all its memory at the start, as Windows does.",
            fallback = "false")
        boolean clearsMemory,
    @Key("That its balloon is a virtio device; without it, it is VMware's.")
        Optional<VirtioBalloonSpec> virtioBalloon) {
  /** What holds when a scenario says nothing. */
  static final MemoryPolicySpec UNSAID =
      new MemoryPolicySpec(
          new DataSize(0),
          Optional.empty(),
          new DataSize(32L << 20),
          true,
          new DataSize(4L << 20),
          new Ratio(0.0185),
          Optional.empty(),
          new DataSize(0),
          new DataSize(0),
          new DataSize(0),
          false,
          Optional.empty());

  private static final int MOST_SHARES = 1_000_000_000;

  public MemoryPolicySpec {
    if (shares.isPresent() && (shares.get() < 1 || shares.get() > MOST_SHARES)) {
      throw new Refusal(
          "shares", "shares must lie between 1 and " + MOST_SHARES + ", were " + shares.get());
    }
    if (structures.value() > 0.5) {
      throw new Refusal("structures", "structures are at most 50 %, were " + structures.value());
    }
    if (image.isEmpty() && common.bytes() > 0) {
      throw new Refusal(
          "common", "memory in common with others needs an 'image' that names what it holds");
    }
    if (virtioBalloon.isPresent() && !balloon) {
      throw new Refusal("virtio-balloon", "without 'balloon' no driver runs in it");
    }
    if (duplicates.bytes() > common.bytes()) {
      throw new Refusal(
          "duplicates", "there cannot be more duplicates than common pages, which they repeat");
    }
  }

  /** Notes what holds for a machine; it is asked for when the machine is admitted. */
  public static Wiring make(String vm, MemoryPolicySpec spec, World world) {
    world.add(vm, spec);
    return Wiring.NONE;
  }

  /** The shares of a machine with so much memory. */
  int sharesOf(long bytes) {
    return shares.orElse((int) Math.max(1, Math.min(MOST_SHARES, (bytes * 10) >> 20)));
  }

  /** What is in use when it has started. */
  long startBytes(long bytes) {
    return kernel.bytes()
        + (long) (structures.value() * bytes)
        + common.bytes()
        + duplicates.bytes()
        + zeros.bytes();
  }
}
