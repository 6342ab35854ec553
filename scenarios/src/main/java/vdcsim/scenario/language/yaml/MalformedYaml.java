package vdcsim.scenario.language.yaml;

/** Text that is no YAML, or more of it than is allowed. */
public final class MalformedYaml extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Place place;
  private final String path;

  /** Without a stack trace: a file can be wrong in very many places. */
  MalformedYaml(Place place, String path, String message) {
    super(message, null, false, false);
    this.place = place;
    this.path = path;
  }

  /** Where it is wrong. */
  public Place place() {
    return place;
  }

  /** The path of the value that is wrong, as {@code hosts.h1}; empty for the whole file. */
  public String path() {
    return path;
  }
}
