package vdcsim.hypervisor.slirp;

import java.util.Optional;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.stack.Stack;

/** Which addresses mean what within user networking and outside (libslirp, sotranslate_out). */
record Places(Stack host, Optional<Ipv4Address> dns) {
  static final Ipv4Address GATEWAY = Ipv4Address.parse("10.0.2.2");
  static final Ipv4Address NAME_SERVER = Ipv4Address.parse("10.0.2.3");
  static final Ipv4Address GUEST = Ipv4Address.parse("10.0.2.15");

  /** The port of the domain name system. */
  private static final int DOMAIN = 53;

  /** SLIRP's network, 10.0.2.0/24. */
  static boolean isInside(Ipv4Address address) {
    return address.bits() >>> 8 == GATEWAY.bits() >>> 8;
  }

  Ipv4Address guest() {
    return GUEST;
  }

  /** Whom the guest means: the gateway is the host, the name server is the host's. */
  Optional<Ipv4Address> outside(Ipv4Address meant, int port) {
    if (meant.equals(NAME_SERVER) && port == DOMAIN) {
      return dns;
    }
    return Optional.of(isInside(meant) ? host.address() : meant);
  }

  /** As whom the guest sees somebody: the host is the gateway. */
  Ipv4Address inside(Ipv4Address outside) {
    return host.owns(outside) ? GATEWAY : outside;
  }
}
