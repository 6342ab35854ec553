package vdcsim.scenario.language.yaml;

/** Text that is no YAML, or more of it than is allowed. */
public final class MalformedYaml extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Place place;

  MalformedYaml(Place place, String message) {
    super(message);
    this.place = place;
  }

  /** Where it is wrong. */
  public Place place() {
    return place;
  }
}
