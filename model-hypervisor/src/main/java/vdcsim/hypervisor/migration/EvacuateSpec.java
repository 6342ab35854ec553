package vdcsim.hypervisor.migration;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import vdcsim.hypervisor.dirty.Prepaging;
import vdcsim.kernel.quantity.DataRate;
import vdcsim.kernel.quantity.DataSize;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;

/** What a scenario says about a host that is emptied. */
@Doc("All machines of a host move away, a few at a time.")
public record EvacuateSpec(
    @Key(value = "The host.", example = "h1", names = "hosts") String host,
    @Key(
            value = "Where to: each machine goes to the one with the most free memory.",
            example = "[ h2, h3 ]",
            names = "hosts")
        List<String> to,
    @Key(
            value = "How many are on their way at the same time.",
            fallback = "1",
            source = "OpenStack Nova, max_concurrent_live_migrations",
            example = "4")
        int atOnce,
    @Key(value = "Which goes first.", fallback = "as-named", example = "smallest-first")
        EvacuationOrder order,
    @Key(value = "How each is moved.", fallback = "pre-copy", example = "post-copy")
        Algorithm engine,
    @Key(
            value = "The most that each sends while it runs.",
            fallback = "1073741824 bps",
            source = "QEMU, migration/options.c: max-bandwidth of 128 MiB/s",
            example = "10 Gbps")
        DataRate maxBandwidth,
    @Key(
            value = "How long each may stand still, as far as can be foreseen.",
            fallback = "300 ms",
            source = "QEMU, migration/options.c: downtime-limit")
        Duration downtimeLimit,
    @Key(
            value = "Takes time from the processors of guests that write too fast.",
            fallback = "false",
            source = "QEMU, migration/options.c: auto-converge is off")
        boolean autoConverge) {

  public EvacuateSpec {
    to = List.copyOf(to);
    if (to.isEmpty() || to.contains(host)) {
      throw new Refusal("to", "name at least one host, and not '%s' itself".formatted(host));
    }
    if (atOnce < 1) {
      throw new Refusal("at-once", "at-once must be at least 1, was " + atOnce);
    }
    if (downtimeLimit.isZero()) {
      throw new Refusal("downtime-limit", "downtime-limit must be more than 0 s");
    }
  }

  /** One of its migrations. */
  MigrateSpec migration(String vm, String destination) {
    return new MigrateSpec(
        vm,
        destination,
        engine,
        maxBandwidth,
        downtimeLimit,
        autoConverge,
        Optional.empty(),
        Optional.empty(),
        true,
        0,
        Duration.ofMillis(1),
        Prepaging.FORWARD,
        new DataSize(0),
        Duration.ZERO,
        new DataSize(4 << 20),
        Optional.empty(),
        Duration.ofMillis(9),
        Duration.ofSeconds(30),
        Optional.empty(),
        Stream.QEMU,
        Optional.empty(),
        Optional.empty());
  }
}
