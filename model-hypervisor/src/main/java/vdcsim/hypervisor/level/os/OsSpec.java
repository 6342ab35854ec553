package vdcsim.hypervisor.level.os;

import vdcsim.kernel.quantity.DataSize;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;

/** What a scenario says about operating-system-level virtualization. */
@Doc("How guests that share a kernel are kept apart.")
public record OsSpec(
    @Key(
            value = "What a system call pays for looking into its guest's own tables, in cycles.",
            fallback = "40",
            source = "two pointers, out of the second-level cache; assumed")
        long lookUp,
    @Key(
            value = "Layers of a loopback file system between a path name and its file.",
            fallback = "1",
            source = "Solaris Zones, lofs (Price and Tucker, LISA 2004); 0 for a copy of all files")
        int fileLayers,
    @Key(
            value = "What a layer costs for each part of a path name, in cycles.",
            fallback = "120",
            source =
                "xen03-t3-null-io-L-UP less xen03-t3-null-call-L-UP: dispatching to a file's"
                    + " operation")
        long layer,
    @Key(
            value = "The kernel's own memory for a guest.",
            fallback = "1 MiB",
            source = "namespaces, mounts, sockets, page tables; assumed")
        DataSize kernelMemory) {
  /** What holds when a scenario says nothing. */
  public static final OsSpec UNSAID = new OsSpec(40, 1, 120, new DataSize(1 << 20));

  public OsSpec {
    if (lookUp < 0) {
      throw new Refusal("look-up", "look-up cannot be negative, was " + lookUp);
    }
    if (layer < 0) {
      throw new Refusal("layer", "layer cannot be negative, was " + layer);
    }
    if (fileLayers < 0 || fileLayers > 128) {
      throw new Refusal("file-layers", "file-layers lie between 0 and 128, were " + fileLayers);
    }
  }
}
