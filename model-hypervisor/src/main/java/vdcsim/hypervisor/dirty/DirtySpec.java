package vdcsim.hypervisor.dirty;

import java.util.List;
import java.util.Optional;
import vdcsim.kernel.quantity.DataRate;
import vdcsim.kernel.quantity.DataSize;
import vdcsim.kernel.quantity.Ratio;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;

/** What a scenario says about how a guest writes to its memory. */
@Doc("How the guest writes to its memory while its processors run.")
public record DirtySpec(
    @Key(
            value = "How fast pages are written, as a whole page for each write.",
            example = "400 Mbps")
        Optional<DataRate> rate,
    @Key(
            value =
                "The rate in each round of a migration, as a trace; the last one holds on. Give"
                    + " this or 'rate'.",
            example = "[ 20 Mbps, 30 Mbps ]")
        List<DataRate> trace,
    @Key(value = "How much memory is ever written.", example = "256 MiB") DataSize workingSet,
    @Key(value = "Which page is written next.", fallback = "uniform") Pattern pattern,
    @Key(
            value = "Hot and cold: the part of the working set that is hot.",
            fallback = "10 %",
            source = "the rule of thumb that a tenth of the pages gets nine tenths of the writes")
        Ratio hotPart,
    @Key(
            value = "Hot and cold: the share of the writes that goes there.",
            fallback = "90 %",
            source = "as above")
        Ratio hotWrites,
    @Key(
            value = "Zipf: the power.",
            fallback = "1",
            source = "G. K. Zipf: Human Behavior and the Principle of Least Effort, 1949")
        double exponent,
    @Key(
            value =
                "How much of a page has changed when it is sent again, as one run: what xbzrle"
                    + " sends.",
            fallback = "8 B",
            source = "a word of x86-64")
        DataSize change,
    @Key(value = "What drives the writes.", fallback = "running", example = "computing")
        Drive drive,
    @Key(
            value =
                "Counts pages one by one with seeded chance; without it the expected number of"
                    + " pages is computed.",
            fallback = "false",
            source = "expectations cost the same for any memory")
        boolean exact) {

  public DirtySpec {
    trace = List.copyOf(trace);
    if (rate.isPresent() != trace.isEmpty()) {
      throw new Refusal("rate", "give either 'rate', as '400 Mbps', or 'trace', a list of rates");
    }
    if (workingSet.bytes() < Memory.PAGE_BYTES) {
      throw new Refusal(
          "working-set", "a working set has at least a page of 4096 B, was " + workingSet.bytes());
    }
    if (!(hotPart.value() > 0 && hotPart.value() < 1)) {
      throw new Refusal("hot-part", "the hot part lies between 0 and 1, was " + hotPart.value());
    }
    if (hotWrites.value() > 1) {
      throw new Refusal("hot-writes", "a share is at most 100 %, was " + hotWrites.value());
    }
    if (change.bytes() < 1 || change.bytes() > Memory.PAGE_BYTES) {
      throw new Refusal(
          "change", "a page of 4096 B changes by 1 B to all of it, was " + change.bytes());
    }
    if (!(exponent >= 0 && exponent <= 10)) {
      throw new Refusal("exponent", "a power lies between 0 and 10, was " + exponent);
    }
  }

  /** Pages a second in a round of a migration, counted from 0. */
  double pagesPerSecond(int round) {
    DataRate now = rate.orElseGet(() -> trace.get(Math.min(round, trace.size() - 1)));
    return now.bitsPerSecond() / 8.0 / Memory.PAGE_BYTES;
  }

  long pages() {
    return workingSet.bytes() / Memory.PAGE_BYTES;
  }
}
