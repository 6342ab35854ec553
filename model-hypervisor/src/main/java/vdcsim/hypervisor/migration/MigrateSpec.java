package vdcsim.hypervisor.migration;

import java.time.Duration;
import java.util.Optional;
import vdcsim.hypervisor.dirty.Prepaging;
import vdcsim.hypervisor.dirty.WireCost;
import vdcsim.hypervisor.migration.engine.SendBuffer;
import vdcsim.hypervisor.migration.engine.Settings;
import vdcsim.hypervisor.migration.storage.StorageSpec;
import vdcsim.kernel.quantity.DataRate;
import vdcsim.kernel.quantity.DataSize;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;

/** What a scenario says about a migration. */
@Doc("A virtual machine that moves to another host while it runs.")
public record MigrateSpec(
    @Key(value = "The machine.", example = "web", names = "vms") String vm,
    @Key(value = "The host to which it moves.", example = "h2", names = "hosts") String to,
    @Key(value = "How it is moved.", fallback = "pre-copy", example = "post-copy") Algorithm engine,
    @Key(
            value =
                "The most that it sends while the machine runs; 'line' is given by leaving the"
                    + " network to limit it: a rate beyond the link's.",
            fallback = "1073741824 bps",
            source = "QEMU, migration/options.c: max-bandwidth of 128 MiB/s",
            example = "1 Gbps")
        DataRate maxBandwidth,
    @Key(
            value = "How long the machine may stand still, as far as can be foreseen.",
            fallback = "300 ms",
            source = "QEMU, migration/options.c: downtime-limit")
        Duration downtimeLimit,
    @Key(
            value = "Pre-copy: takes time from the guest's processors if it writes too fast.",
            fallback = "false",
            source = "QEMU, migration/options.c: auto-converge is off")
        boolean autoConverge,
    @Key("Pre-copy: sends only what has changed of pages; without it, whole pages.")
        Optional<XbzrleSpec> xbzrle,
    @Key("Sends over several connections; without it, over one.") Optional<MultifdSpec> multifd,
    @Key(
            value =
                "Xen 2005: leaves out of a round pages that have been written again since it"
                    + " began; the next one has them.",
            fallback = "true",
            source = "Clark et al. 2005, 5.2; Xen 3, xc_linux_save.c: to_skip",
            example = "false")
        boolean skipDirty,
    @Key(
            value = "Post-copy: rounds of pre-copy before it.",
            fallback = "0",
            source = "Hines and Gopalan 2009",
            example = "1")
        int rounds,
    @Key(
            value = "Post-copy: what a page that the guest asks for takes to come.",
            fallback = "1 ms",
            source = "an estimate: an exchange over 1 Gbps with kernel and process at both ends")
        Duration faultTime,
    @Key(
            value = "Post-copy: what is pushed after a page that the guest asked for.",
            fallback = "forward",
            source = "QEMU, migration/ram.c: the search goes on behind the page that was asked for")
        Prepaging prepaging,
    @Key(
            value = "The state of processors and devices.",
            fallback = "0 B",
            source = "it is small beside the memory",
            example = "1 MiB")
        DataSize deviceState,
    @Key(
            value = "From the order to stand still until the devices do.",
            fallback = "0 s",
            source = "it is part of what the papers call the last copy",
            example = "18 ms")
        Duration suspend,
    @Key(
            value =
                "Pre-copy: the most that lies in the buffer of a connection between the hypervisor"
                    + " and the wire; for the hypervisor it has been sent.",
            fallback = "4 MiB",
            source = "Linux, net.ipv4.tcp_wmem: the buffer grows up to 4194304 bytes")
        DataSize sendBuffer,
    @Key(
            value =
                "Pre-copy: how fast pages are copied into that buffer at last; without it, it takes"
                    + " no time.",
            example = "8 Gbps")
        Optional<DataRate> copyRate,
    @Key(
            value = "From the last byte to the first instruction at the destination.",
            fallback = "9 ms",
            source = "Clark et al. 2005, 6.3",
            example = "40 ms")
        Duration activation,
    @Key(
            value = "How long nothing may get through before it is given up.",
            fallback = "30 s",
            source = "libvirt, qemu.conf: keepalive_interval of 5 s, keepalive_count of 5",
            example = "10 s")
        Duration giveUp,
    @Key("Copies disks, too; without it, they are shared.") Optional<StorageSpec> storage,
    @Key(
            value = "What pages take in the stream.",
            fallback = "qemu",
            source = "a model's figures are in pages alone, as the papers count",
            example = "plain")
        Stream stream,
    @Key(value = "Records its rate over each span of this length.", example = "500 ms")
        Optional<Duration> sample,
    @Key(value = "Its name in metrics; without it, the machine's and 'migration'.", example = "m1")
        Optional<String> name) {

  /** Linux, net.ipv4.tcp_wmem: the least. */
  private static final long LEAST_BUFFER = 4096;

  public MigrateSpec {
    if (downtimeLimit.isZero()) {
      throw new Refusal("downtime-limit", "downtime-limit must be more than 0 s");
    }
    if (sample.isPresent() && sample.get().isZero()) {
      throw new Refusal("sample", "sample must be more than 0 s");
    }
    if (sendBuffer.bytes() < LEAST_BUFFER) {
      throw new Refusal(
          "send-buffer", "send-buffer must be at least 4 KiB, was " + sendBuffer.bytes() + " B");
    }
    if (giveUp.isZero()) {
      throw new Refusal("give-up", "give-up must be more than 0 s");
    }
    if (rounds < 0) {
      throw new Refusal("rounds", "rounds must not be negative, was " + rounds);
    }
    if (xbzrle.isPresent() && engine != Algorithm.PRE_COPY) {
      throw new Refusal("xbzrle", "differences are sent by 'engine: pre-copy' alone");
    }
    if (xbzrle.isPresent() && multifd.isPresent()) {
      // QEMU, migration/options.c: the two cannot be on at the same time.
      throw new Refusal("xbzrle", "differences go over one connection: leave out 'multifd'");
    }
  }

  /** What pages take in its stream. */
  WireCost cost() {
    return multifd.map(m -> m.cost(stream.cost())).orElse(stream.cost());
  }

  /** How many connections it has. */
  int channels() {
    return multifd.map(MultifdSpec::channels).orElse(1);
  }

  /** What its threads can send in a second. */
  double mostBytesPerSecond() {
    return multifd.map(MultifdSpec::mostBytesPerSecond).orElse(Double.POSITIVE_INFINITY);
  }

  Settings settings() {
    return new Settings(
        maxBandwidth.bitsPerSecond() / 8.0,
        downtimeLimit.toNanos(),
        suspend.toNanos(),
        deviceState.bytes(),
        new SendBuffer(
            (double) channels() * sendBuffer.bytes(),
            copyRate.map(r -> r.bitsPerSecond() / 8.0).orElse(Double.POSITIVE_INFINITY)),
        activation.toNanos());
  }
}
