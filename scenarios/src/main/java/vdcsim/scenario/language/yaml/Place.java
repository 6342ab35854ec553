package vdcsim.scenario.language.yaml;

/** A place in a file: line and column, both from 1. */
public record Place(int line, int column) {
  /** For what stands in no file, as an option of the command line. */
  public static final Place NOWHERE = new Place(0, 0);
}
