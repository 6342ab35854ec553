package vdcsim.hardware.ethernet;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** A cable of a shared medium: from a hub or bus to a station, or to another hub or bus. */
final class SharedCable implements Cable {
  private final String name;
  private final Segment near;
  private final Optional<Segment> far;
  private final Optional<CsmaCd> station;
  private final Place place;
  private final long delayNs;
  private boolean intact = true;
  private boolean losesInward;
  private boolean losesOutward;

  /**
   * Where on a bus a cable meets it.
   *
   * @param at in metres from the beginning, if it is given
   * @param turn else its turn among those that are spread evenly, from 0
   */
  record Place(OptionalDouble at, int turn) {}

  private SharedCable(
      String name,
      Segment near,
      Place place,
      Optional<Segment> far,
      Optional<CsmaCd> station,
      long delayNs) {
    this.name = name;
    this.near = near;
    this.place = place;
    this.far = far;
    this.station = station;
    this.delayNs = delayNs;
  }

  /** A cable to a station. */
  SharedCable(String name, Segment near, Place place, CsmaCd station, long delayNs) {
    this(name, near, place, Optional.empty(), Optional.of(station), delayNs);
  }

  /** A cable to another segment; {@code place} is on the one of the two that is a bus. */
  SharedCable(String name, Segment near, Place place, Segment far, long delayNs) {
    this(name, near, place, Optional.of(far), Optional.empty(), delayNs);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<String> ends() {
    String other = station.map(s -> s.port().name()).orElseGet(() -> far.orElseThrow().name());
    return List.of(near.name(), other);
  }

  Segment near() {
    return near;
  }

  Optional<CsmaCd> station() {
    return station;
  }

  long delayNs() {
    return delayNs;
  }

  /** The segment at the other end; there must be one. */
  Segment beyond(Segment from) {
    return from == near ? far.orElseThrow() : near;
  }

  Place place() {
    return place;
  }

  /** Whether a signal, or at least a carrier, goes through. */
  boolean isUp() {
    return intact && near.isPowered() && far.map(Segment::isPowered).orElse(true) && isEndEnabled();
  }

  boolean isEndEnabled() {
    return station.map(s -> s.port().isEnabled()).orElse(true);
  }

  /** Whether what comes towards the near segment is lost. */
  boolean losesInward() {
    return losesInward;
  }

  boolean losesFrom(Segment segment) {
    return segment == near ? losesOutward : losesInward;
  }

  @Override
  public void fail() {
    change(false, losesInward, losesOutward);
  }

  @Override
  public void failSilently() {
    change(intact, true, true);
  }

  @Override
  public void failTowards(String end) {
    if (end.equals(near.name())) {
      change(intact, true, losesOutward);
    } else {
      change(intact, losesInward, true);
    }
  }

  @Override
  public void repair() {
    change(true, false, false);
  }

  private void change(boolean works, boolean inward, boolean outward) {
    if (intact != works || losesInward != inward || losesOutward != outward) {
      intact = works;
      losesInward = inward;
      losesOutward = outward;
      near.domain().change();
    }
  }
}
