package vdcsim.hardware.fio;

import java.time.Duration;
import java.util.Optional;
import vdcsim.kernel.quantity.DataSize;
import vdcsim.kernel.quantity.Ratio;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;

/** What a scenario says about jobs that keep a disk busy. */
@Doc("Threads that each keep a number of requests to a disk under way, as fio does.")
public record FioSpec(
    @Key(value = "The host or virtual machine that they run on.", example = "h1") String on,
    @Key(value = "Its disk.", example = "sda") String disk,
    @Key(value = "What they do.", fallback = "random-read", example = "random-write")
        Pattern pattern,
    @Key(
            value = "The share of reads where reads and writes are mixed.",
            fallback = "50 %",
            source = "fio, rwmixread")
        Ratio reads,
    @Key(value = "How much a request moves.", fallback = "4 KiB", source = "fio, bs")
        DataSize block,
    @Key(value = "Requests that a thread keeps under way.", fallback = "1", source = "fio, iodepth")
        int depth,
    @Key(value = "How many threads there are.", fallback = "1", source = "fio, numjobs") int jobs,
    @Key(
            value = "The part of the disk that is used, from its beginning; without it, all.",
            example = "16 GiB")
        Optional<DataSize> region,
    @Key(value = "When they begin.", fallback = "0 s") Duration start,
    @Key(value = "How many requests each makes; without it until the end.", example = "1000")
        Optional<Long> count,
    @Key(
            value =
                "After how many writes a thread has all made safe, and waits for it; without it"
                    + " never.",
            source = "fio, fsync",
            example = "32")
        Optional<Integer> syncEvery,
    @Key(
            value =
                "Whether a file system does that by its journal: 8 KiB of it, a flush, a block that"
                    + " commits, a flush; else it is one flush.",
            fallback = "false",
            source = "Linux, jbd2: a descriptor and a block, REQ_PREFLUSH and REQ_FUA")
        boolean journal,
    @Key(
            value = "Cycles of the thread itself for a request, the kernel left out.",
            fallback = "3800",
            source =
                "Agache et al., NSDI 2020, raw data m5d.metal: 39 % of 3.1 GHz in user mode at"
                    + " 320 000 reads a second")
        int cycles) {

  public FioSpec {
    atLeastOne("depth", depth);
    atLeastOne("jobs", jobs);
    if (block.bytes() < 512 || block.bytes() % 512 != 0) {
      throw new Refusal("block", "a block is a multiple of 512 B, was " + block.bytes() + " B");
    }
    syncEvery.ifPresent(every -> atLeastOne("sync-every", every));
    if (reads.value() > 1) {
      throw new Refusal("reads", "a share is at most 100 %");
    }
    if (region.isPresent() && region.get().bytes() < block.bytes()) {
      throw new Refusal("region", "the region holds at least a block");
    }
    if (cycles < 0) {
      throw new Refusal("cycles", "cycles must not be negative, were " + cycles);
    }
  }

  private static void atLeastOne(String key, int value) {
    if (value < 1) {
      throw new Refusal(key, key + " must be at least 1, was " + value);
    }
  }
}
