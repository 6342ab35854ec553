package vdcsim.hypervisor.vdisk;

import java.util.List;
import java.util.Optional;
import vdcsim.hypervisor.image.LayerSpec;
import vdcsim.hypervisor.io.IoPlatform;
import vdcsim.kernel.quantity.DataSize;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.spec.Shorthand;

/** What a scenario says about a disk of a virtual machine. */
@Doc("A disk of a virtual machine.")
@Shorthand("on")
public record VirtualDiskSpec(
    @Key(value = "The disk of its host that it lies on.", example = "sda") String on,
    @Key(value = "How large it is; without it, all of the host's disk.", example = "16 GiB")
        Optional<DataSize> size,
    @Key(
            value = "Its images, the first behind all others; without it, a raw one.",
            example = "[ raw, { format: qcow2 } ]")
        List<LayerSpec> layers,
    @Key(value = "What it looks like to the guest.", fallback = "virtio") DiskInterface model,
    @Key(value = "Who serves it, where it is virtio.", fallback = "qemu") Service service,
    @Key(
            value = "How its images are opened, which says what of the host's memory is used.",
            fallback = "none",
            source = "libvirt and OpenStack; QEMU itself has writeback")
        CacheMode cache,
    @Key(value = "What exits cost.", fallback = "kvm") IoPlatform platform,
    @Key(
            value = "Descriptors of the virtqueue.",
            fallback = "128",
            source = "QEMU, hw/block/virtio-blk.c: VIRTIO_BLK_VQ_SIZE of 2010 to 2019")
        int queue,
    @Key(
            value = "Whether each side of the virtqueue says at which entry it wants to be told.",
            fallback = "true")
        boolean eventIndex,
    @Key(value = "Whether a request takes one descriptor, and a table beside.", fallback = "true")
        boolean indirect,
    @Key(
            value =
                "Whether writes that QEMU finds together are handed on together, those that adjoin"
                    + " as one, and end together, as from QEMU 0.12 to 2.2.",
            fallback = "false")
        boolean multiwrite,
    @Key(
            value =
                "Which processor of the guest pays for the end of a request, where it is virtio.",
            fallback = "submitter")
        Ending ending,
    @Key(
            value = "Cycles that the process or thread which serves it spends on a request itself.",
            fallback = "17100",
            source =
                "Agache et al., NSDI 2020, fc-fio-qemu-r4k-qd32: 135 109 reads a second are 7.4 us"
                    + " of 3.1 GHz each, less what the host's kernel takes for one")
        int requestCycles,
    @Key(
            value =
                "Cycles of a pass of its loop beside the requests: waking, polling, dispatching.",
            fallback = "4421",
            source =
                "kvm-unit-tests, inl_from_qemu less inl_from_kernel: out to a process and back")
        int passCycles,
    @Key(
            value = "Cycles of the guest's kernel to hand a request to the driver.",
            fallback = "4350",
            source = "as submit-cycles of a host's disk")
        int submitCycles,
    @Key(
            value = "Cycles of the guest's kernel when a request is done.",
            fallback = "1500",
            source = "as complete-cycles of a host's disk")
        int completeCycles) {

  public VirtualDiskSpec {
    layers = layers.isEmpty() ? List.of(LayerSpec.PLAIN) : List.copyOf(layers);
    if (Integer.bitCount(queue) != 1 || queue < 4 || queue > 32768) {
      throw new Refusal("queue", "a virtqueue has a power of two from 4 to 32768, was " + queue);
    }
    if (requestCycles < 0 || passCycles < 0 || submitCycles < 0 || completeCycles < 0) {
      throw new Refusal("request-cycles", "cycles must not be negative");
    }
    if (cache != CacheMode.NONE && (model == DiskInterface.XEN || service == Service.VHOST)) {
      throw new Refusal("cache", "a part of the kernel serves this disk, which has no such modes");
    }
    if (ending != Ending.SUBMITTER && model != DiskInterface.VIRTIO) {
      throw new Refusal("ending", "only the driver of a virtio disk is known in two versions");
    }
    if (multiwrite && (service != Service.QEMU || model != DiskInterface.VIRTIO)) {
      throw new Refusal("multiwrite", "only QEMU gathers writes, and only those of a virtio disk");
    }
    if (service != Service.QEMU && model != DiskInterface.VIRTIO) {
      throw new Refusal("service", "only a virtio disk can be served by another than QEMU");
    }
  }
}
