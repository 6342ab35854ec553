package vdcsim.hypervisor.vnic;

import java.util.Optional;
import vdcsim.hypervisor.slirp.Slirp;

/** A card behind QEMU's user networking, which is a part of the process and moves with it. */
final class UserNetworking implements Attachment {
  private final Slirp slirp;

  UserNetworking(Slirp slirp) {
    this.slirp = slirp;
  }

  @Override
  public void attach(String host) {
    slirp.attach(host);
  }

  /** Nothing is in the way (QEMU, net/slirp.c: it has a vmstate). */
  @Override
  public Optional<String> obstacle(String host) {
    return Optional.empty();
  }

  @Override
  public Optional<String> lacking(String host) {
    return Optional.empty();
  }

  @Override
  public boolean works() {
    return true;
  }

  @Override
  public void hold(boolean on) {
    slirp.hold(on);
  }

  /** It counts for itself what it drops, as a stack does. */
  @Override
  public long lost() {
    return 0;
  }

  @Override
  public Optional<Place> drawnAt() {
    return Optional.empty();
  }
}
