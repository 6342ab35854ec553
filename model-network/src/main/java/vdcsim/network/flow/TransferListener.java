package vdcsim.network.flow;

/** Hears what becomes of a transfer. */
public interface TransferListener {
  /** Its first packet was answered: its data begins to flow. */
  default void begun(Transfer transfer) {}

  /** Its last byte has arrived. */
  void completed(Transfer transfer);

  /** It got no answer for too long, and ends with what it has delivered. */
  void abandoned(Transfer transfer);

  /** It has no way any more, for this reason. */
  void stalled(Transfer transfer, Obstacle reason);

  /** It goes on after a stall. */
  void resumed(Transfer transfer, long stalledNs);

  /** It goes on over another way. */
  void rerouted(Transfer transfer);
}
