package vdcsim.hypervisor.vnic;

import java.util.Optional;
import vdcsim.hardware.ethernet.DeviceEnd;
import vdcsim.hardware.machine.Machine;
import vdcsim.hypervisor.slirp.MainLoop;
import vdcsim.hypervisor.slirp.Slirp;
import vdcsim.hypervisor.slirp.SlirpSpec;
import vdcsim.hypervisor.vnic.card.Crossing;
import vdcsim.hypervisor.vnic.card.HostEnd;
import vdcsim.kernel.world.World;

/**
 * A card behind QEMU's user networking, which is a part of the process and moves with it. What its
 * stack drops, that counts for itself.
 */
final class UserNetworking implements AtTap {
  private final Slirp slirp;
  private final Crossing crossing;
  private final World world;
  private final TapEnd end;

  UserNetworking(DeviceEnd guest, VnicModel model, SlirpSpec spec, World world) {
    String card = guest.port().name();
    String machine = card.substring(0, card.indexOf('.'));
    this.slirp = new Slirp(card, spec, guest, world);
    this.crossing = new Crossing(spec.packet(), spec.copyKib());
    this.world = world;
    this.end = new TapEnd(guest, world.simulation());
    if (model == VnicModel.IDEAL) {
      work(new MainLoop(world.simulation(), "qemu-" + machine, guest));
    }
  }

  @Override
  public void attach(String host) {
    slirp.attach(host);
    end.move(new HostEnd(slirp.end(), world.find(host, Machine.class), crossing, crossing));
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
  public TapEnd end() {
    return end;
  }

  @Override
  public Optional<Place> drawnAt() {
    return Optional.empty();
  }
}
