package vdcsim.hypervisor.spinlock;

import java.time.Duration;
import java.util.Optional;
import vdcsim.kernel.random.Distribution;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;

/** What a scenario says about threads that share a spin lock. */
@Doc("Threads that compute in turn without and with a spin lock, as in a kernel on many cores.")
public record LockedWorkSpec(
    @Key(value = "Where they run: a host or a virtual machine with 'cpu'.", example = "web")
        String on,
    @Key(
            value = "How many there are, in turn on its processors; without it, one a processor.",
            example = "4")
        Optional<Integer> threads,
    @Key(
            value = "How long a thread computes without the lock.",
            quantity = Duration.class,
            example = "exponential(mean: 50 us)")
        Distribution outside,
    @Key(value = "How long it computes with the lock.", quantity = Duration.class, example = "5 us")
        Distribution inside,
    @Key(
            value = "How the lock chooses who is next.",
            fallback = "ticket",
            source = "Linux 2.6.25 to 4.1",
            example = "test-and-set")
        LockKind lock,
    @Key(
            value = "Under 'paravirtual-ticket', for how long a thread spins before.",
            fallback = "110 us",
            source = "Linux, SPIN_THRESHOLD: 2^15 times PAUSE of about 10 cycles, at 3 GHz")
        Duration spinFor,
    @Key(
            value = "What passing the lock on takes: its line moves between two caches.",
            fallback = "100 ns",
            source =
                "David, Guerraoui, Trigonakis, SOSP 2013, table 2: about 100 to 300 cycles on Xeon"
                    + " and Opteron")
        Duration handOver,
    @Key(
            value = "Under 'paravirtual-ticket', what waking a halted one takes it.",
            fallback = "2 us",
            source = "an interrupt between virtual processors; Linux, pv_kick")
        Duration wake,
    @Key(
            value = "Cycles from one PAUSE of who spins to the next.",
            fallback = "20",
            source =
                "a PAUSE takes about 10 cycles before Skylake, and 140 from it on (Intel"
                    + " optimization manual); beside it a load, a comparison and a jump")
        int pause,
    @Key(value = "When they start.", fallback = "0 s") Duration start) {

  public LockedWorkSpec {
    if (threads.isPresent() && threads.get() < 1) {
      throw new Refusal("threads", "there is at least 1 thread, was " + threads.get());
    }
    if (pause < 1) {
      throw new Refusal("pause", "pause must be at least 1 cycle, was " + pause);
    }
    if (!(outside.mean() > 0)) {
      throw new Refusal("outside", "outside must be more than 0 s");
    }
    if (!(inside.mean() > 0)) {
      throw new Refusal("inside", "inside must be more than 0 s");
    }
  }
}
