package vdcsim.hypervisor.slirp;

/** A port of the host that leads to a port of the guest. */
record Forward(boolean udp, int hostPort, int guestPort) {
  static Forward of(String host, int guestPort) {
    boolean udp = host.endsWith("/udp");
    return new Forward(udp, Integer.parseInt(host.replaceFirst("/.*", "")), guestPort);
  }
}
