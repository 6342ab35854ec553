package vdcsim.hypervisor.vnic.card;

/**
 * How a virtual card works between its end in the guest and a tap of the host where its machine is.
 */
public interface CardModel {
  /** Works with this tap from now on, and with no other; it is called again after a migration. */
  void attach(HostEnd at);

  /** Works with no tap from now on; what the guest sends waits. */
  void detach();

  /** The machine stands still from now on, or does not any longer; nothing moves meanwhile. */
  void hold(boolean on);

  /** Frames that were lost between its ends so far, wherever it was attached. */
  long lost();
}
