package vdcsim.scenario.verify.io;

import java.util.Locale;

/**
 * The machines on which disks were measured. What they are on their own is an input: a disk and a
 * kernel that are as fast as measured without a guest.
 */
enum Testbed {
  /**
   * IBM x3650 M4, Xeon E5-2665, FlashSystem 840 on two links of Fibre Channel (Felter et al. 2014;
   * logs of fio of the same). Processor time of a request: fio 2.1 us, kernel 11.4 us, the mean of
   * reads and writes with 16 under way, in the guest as well, which has the same Linux; its QEMU is
   * 1.5, that Linux 3.11. Disk: 84 044 reads or 112 034 writes a second one behind the other;
   * latency by that of 16 under way.
   */
  FELTER(
      """
      hosts:
        h1:
          cpu: { sockets: 2, cores: 8, clock: 3 GHz, scheduler: cfs, idle-states: sandy-bridge }
          hypervisor: 128 GiB
          disks:
            d:
              type: nvme
              size: 100 GB
              submit-cycles: 27600
              complete-cycles: 6600
              pcie: { lanes: 8 }
              flash:
                channels: 32
                dies: 32
                channel: 80 Gbps
                read: 229 us
                program: 100 us
                buffer: 1 GiB
                read-command: 11.9 us
                write-command: 8.93 us
                write-latency: 100 us
                read-rate: 6608 Mbps
                write-rate: 6152 Mbps
      vms:
        kvm: { on: h1, vcpus: 16, memory: 96 GiB, disks: { d: { on: d, multiwrite: true, ending: interrupted, submit-cycles: 27600, complete-cycles: 6600 } } }
      """,
      "region: 16 GiB, cycles: 6300"),
  /**
   * EC2 m5d.metal, Xeon Platinum 8175M, one of its NVMe disks (Agache et al., NSDI 2020, raw data).
   * Latencies by one request under way, the rates by 32 of 128 KiB and of 4 KiB.
   */
  METAL(
      """
      hosts:
        h1:
          cpu: { sockets: 2, cores: 24, clock: 3.1 GHz, scheduler: cfs, idle-states: skylake }
          hypervisor: 300 GiB
          page-cache: 64 GiB
          disks:
            d:
              type: nvme
              size: 900 GB
              flash:
                channels: 16
                dies: 8
                channel: 12 Gbps
                read: 37.5 us
                program: 100 us
                buffer: 64 MiB
                write-latency: 10400 ns
                read-rate: 13.8 Gbps
                write-rate: 6.2 Gbps
      vms:
        serial: { on: h1, vcpus: 2, memory: 512 MiB, disks: { d: { on: d, size: 10 GiB, service: serial } } }
        qemu: { on: h1, vcpus: 2, memory: 512 MiB, disks: { d: { on: d, size: 10 GiB } } }
        cached: { on: h1, vcpus: 2, memory: 512 MiB, disks: { d: { on: d, size: 10 GiB, service: serial, cache: unsafe } } }
      """,
      "region: 10 GiB");

  private final String world;
  private final String job;

  Testbed(String world, String job) {
    this.world = world;
    this.job = job;
  }

  /** Jobs on the host or on one of its machines; {@code keys} say what they do. */
  String scenario(String id, String on, String keys) {
    return """
    name: %s
    about: A published figure, %s.
    warm-up: 50 ms
    duration: 450 ms
    %sworkloads:
      f: { type: fio, on: %s, disk: d, %s, %s }
    """
        .formatted(id.toLowerCase(Locale.ROOT), id, world, on, keys, job);
  }
}
