package vdcsim.network.transfer;

/** Data on its way, whatever carries it. */
interface Carriage {
  /** How much data it carries. */
  long bytes();

  /** How much of it is over. */
  long delivered();

  /** When it began, with its first packet. */
  long startNs();
}
