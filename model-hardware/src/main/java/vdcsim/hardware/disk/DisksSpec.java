package vdcsim.hardware.disk;

import java.util.LinkedHashMap;
import java.util.Map;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Shorthand;

/** What a scenario says about the disks of a host. */
@Doc("The disks of a host, by name.")
@Shorthand("disks")
public record DisksSpec(
    @Key(value = "The disks.", example = "{ sda: { type: ssd, size: 480 GB } }")
        Map<String, DiskSpec> disks) {
  public DisksSpec {
    disks = new LinkedHashMap<>(disks);
  }
}
