package vdcsim.hypervisor.vdisk;

import java.util.LinkedHashMap;
import java.util.Map;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Shorthand;

/** What a scenario says about the disks of a virtual machine. */
@Doc("The disks of a virtual machine, by name.")
@Shorthand("disks")
public record VirtualDisksSpec(
    @Key(value = "The disks.", example = "{ vda: { on: sda, size: 16 GiB } }")
        Map<String, VirtualDiskSpec> disks) {
  public VirtualDisksSpec {
    disks = new LinkedHashMap<>(disks);
  }
}
