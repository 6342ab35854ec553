package vdcsim.hypervisor.vnic;

import java.util.List;
import java.util.Optional;
import vdcsim.hardware.ethernet.DeviceEnd;
import vdcsim.hypervisor.vnic.card.CardModel;
import vdcsim.hypervisor.vnic.card.HostEnd;
import vdcsim.kernel.Simulation;

/** The way between a guest and a tap, which is in one host after another; a model works on it. */
final class TapEnd {
  private final DeviceEnd guest;
  private final Announcement announcement;
  private Optional<CardModel> model = Optional.empty();
  private Optional<HostEnd> place = Optional.empty();
  private long lostElsewhere;
  private long lostBefore;
  private boolean held = true;

  TapEnd(DeviceEnd guest, Simulation simulation) {
    this.guest = guest;
    this.announcement = new Announcement(simulation, guest.port().address());
  }

  /** The card's name in its machine. */
  String card() {
    String name = guest.port().name();
    return name.substring(name.indexOf('.') + 1);
  }

  /** Where it is. */
  Optional<HostEnd> place() {
    return place;
  }

  boolean works() {
    return model.isPresent();
  }

  void work(CardModel newModel) {
    model = Optional.of(newModel);
    newModel.hold(held);
    place.ifPresent(newModel::attach);
  }

  void hold(boolean on) {
    held = on;
    model.ifPresent(card -> card.hold(on));
  }

  /** Leads to this tap from now on; if it led to another before, the switches are told. */
  void move(HostEnd there) {
    final boolean moved = place.isPresent();
    detach();
    lostElsewhere += lostHere() - lostBefore;
    DeviceEnd tap = there.tap();
    place = Optional.of(there);
    tap.reaches(List.of(guest.port()));
    guest.reaches(List.of(tap.port()));
    model.ifPresent(card -> card.attach(there));
    lostBefore = lostHere();
    tap.carrier(true);
    guest.carrier(true);
    if (moved) {
      announcement.begin(tap);
    }
  }

  private void detach() {
    model.ifPresent(CardModel::detach);
    guest.reaches(List.of());
    place.ifPresent(
        from -> {
          from.tap().reaches(List.of());
          from.tap().carrier(false);
        });
  }

  /** Frames that were dropped between guest and taps so far. */
  long lost() {
    return model.map(CardModel::lost).orElse(0L) + lostElsewhere + lostHere() - lostBefore;
  }

  /** At the tap, by whichever machine's card had it. */
  private long lostHere() {
    return place.map(at -> at.tap().port().dropped()).orElse(0L);
  }
}
