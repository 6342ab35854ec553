package vdcsim.scenario.language.prepare;

import vdcsim.scenario.language.yaml.Place;

/** A node that cannot be prepared: where, at which path, and why. */
public final class Unprepared extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Place place;
  private final String path;

  /** At {@code place} and {@code path}, for the reason in {@code message}; no stack trace. */
  public Unprepared(Place place, String path, String message) {
    super(message, null, false, false);
    this.place = place;
    this.path = path;
  }

  /** Where it stands. */
  public Place place() {
    return place;
  }

  /** Its path. */
  public String path() {
    return path;
  }
}
