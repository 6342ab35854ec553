package vdcsim.scenario.run;

/** Asks runs to end before their time; any thread may ask. */
public final class Cancellation {
  private volatile boolean asked;

  /** Asks. Runs that have not ended are dropped, those that have are kept. */
  public void ask() {
    asked = true;
  }

  /** Whether somebody has asked. */
  public boolean isAsked() {
    return asked;
  }
}
