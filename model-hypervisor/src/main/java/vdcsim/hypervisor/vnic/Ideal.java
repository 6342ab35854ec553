package vdcsim.hypervisor.vnic;

import java.util.List;
import vdcsim.hardware.ethernet.DeviceEnd;
import vdcsim.hardware.ethernet.Patch;
import vdcsim.hypervisor.vnic.card.CardModel;
import vdcsim.hypervisor.vnic.card.HostEnd;
import vdcsim.kernel.Simulation;

/** A card that costs nobody anything, and carries frames at its rate. */
final class Ideal implements CardModel {
  private final Simulation simulation;
  private final DeviceEnd guest;
  private final Patch out;
  private List<Patch> in = List.of();
  private long lostElsewhere;
  private boolean held = true;

  Ideal(Simulation simulation, DeviceEnd guest) {
    this.simulation = simulation;
    this.guest = guest;
    this.out = new Patch(simulation, guest, guest.bitsPerSecond());
    out.hold(true);
  }

  @Override
  public void attach(HostEnd at) {
    Patch inwards = new Patch(simulation, at.tap(), guest.bitsPerSecond());
    inwards.hold(held);
    inwards.turn(guest);
    out.turn(at.tap());
    in = List.of(inwards);
  }

  @Override
  public void detach() {
    out.part();
    in.forEach(Patch::part);
    lostElsewhere += in.stream().mapToLong(Patch::lost).sum();
    in = List.of();
  }

  @Override
  public long lost() {
    return out.lost() + lostElsewhere + in.stream().mapToLong(Patch::lost).sum();
  }

  @Override
  public void hold(boolean on) {
    held = on;
    out.hold(on);
    in.forEach(inwards -> inwards.hold(on));
  }
}
