package vdcsim.scenario.verify.golden;

/**
 * A golden case that asks for what this version cannot do, or says what it does not know. It counts
 * as unsupported, never as passed.
 */
public final class UnsupportedCase extends Exception {
  private static final long serialVersionUID = 1L;

  /** A case that cannot be held against the simulator, and why. */
  public UnsupportedCase(String reason) {
    super(reason);
  }
}
