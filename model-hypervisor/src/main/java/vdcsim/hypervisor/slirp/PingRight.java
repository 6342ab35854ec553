package vdcsim.hypervisor.slirp;

import vdcsim.kernel.spec.Doc;

/** Whether QEMU may open sockets for pings, so that a guest's pings get beyond its gateway. */
public enum PingRight {
  @Doc("QEMU runs as root")
  ROOT,
  @Doc("QEMU runs as a user whose group net.ipv4.ping_group_range names")
  ALLOWED,
  @Doc("QEMU runs as a user, and net.ipv4.ping_group_range names nobody, as the kernel has it")
  DEFAULT
}
