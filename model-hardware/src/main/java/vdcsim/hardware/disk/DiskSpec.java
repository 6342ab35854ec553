package vdcsim.hardware.disk;

import java.util.Optional;
import vdcsim.hardware.pci.PcieSpec;
import vdcsim.kernel.quantity.DataSize;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.spec.Shorthand;

/** What a scenario says about a disk. */
@Doc("A disk.")
@Shorthand("type")
public record DiskSpec(
    @Key(value = "What kind of disk it is.", example = "ssd") DiskType type,
    @Key(value = "How much it holds.", fallback = "1 TB", source = "a common size") DataSize size,
    @Key(
            value =
                "How many requests it takes at once; without it 32 on SATA, 1023 on PCI Express.",
            source = "SATA 3.0, native command queuing; Linux, nvme, io_queue_depth",
            example = "64")
        Optional<Integer> depth,
    @Key("The mechanics of a hard disk.") Optional<MechanicsSpec> mechanics,
    @Key("The flash of an SSD or an NVMe disk.") Optional<FlashSpec> flash,
    @Key("The link of an NVMe disk; without it, 4 lanes of the third generation.")
        Optional<PcieSpec> pcie,
    @Key(
            value =
                "Whether its memory for writes is lost with its power, so that a flush waits until"
                    + " all in it is stored. Without it a hard disk stores a write before it is"
                    + " done, and flash has a capacitor, so that flushes cost nothing.",
            fallback = "false",
            source = "a disk of a data centre; disks of a desktop have such a memory, and use it")
        boolean volatileCache,
    @Key(
            value = "Cycles of the host's kernel to hand it a request: system call to driver.",
            fallback = "4350",
            source =
                "Agache et al., NSDI 2020, raw data m5d.metal: fio spends 1.9 us of 3.1 GHz in the"
                    + " kernel for a read, three quarters of it before it waits")
        int submitCycles,
    @Key(
            value = "Cycles of the host's kernel when a request is done: interrupt to system call.",
            fallback = "1500",
            source = "as submit-cycles, the last quarter")
        int completeCycles) {

  public DiskSpec {
    if (size.bytes() < 1 << 20) {
      throw new Refusal("size", "a disk has at least 1 MiB, had " + size.bytes() + " B");
    }
    if (depth.isPresent() && (depth.get() < 1 || depth.get() > 65535)) {
      throw new Refusal("depth", "depth must lie between 1 and 65535, was " + depth.get());
    }
    if (mechanics.isPresent() && type != DiskType.HDD) {
      throw new Refusal("mechanics", "only a hard disk has mechanics; this one is of flash");
    }
    if (flash.isPresent() && type == DiskType.HDD) {
      throw new Refusal("flash", "a hard disk has no flash; take type ssd or nvme");
    }
    if (pcie.isPresent() && type != DiskType.NVME) {
      throw new Refusal("pcie", "only an NVMe disk is on PCI Express");
    }
    if (submitCycles < 0 || completeCycles < 0) {
      throw new Refusal("submit-cycles", "cycles must not be negative");
    }
  }

  int mostAtOnce() {
    return depth.orElse(type.depth());
  }
}
