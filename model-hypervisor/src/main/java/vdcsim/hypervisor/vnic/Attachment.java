package vdcsim.hypervisor.vnic;

import java.util.List;
import java.util.Optional;
import vdcsim.hypervisor.vnic.card.CardModel;

/** How a virtual card is attached in the host where its machine is. */
interface Attachment {
  /** Attaches it in this host, and in no other any longer. */
  void attach(String host);

  /** Why it cannot go on in another host, if so. */
  Optional<String> obstacle(String host);

  /** Why it cannot be attached in a host at all, whatever network that is at. */
  Optional<String> lacking(String host);

  /** Whether frames pass between guest and host. */
  boolean works();

  /** A model of a card works between guest and host from now on, where none works yet. */
  default void work(CardModel model) {
    throw new IllegalStateException("such a card works already");
  }

  /** The device that the guest's driver has itself, if it has one, and its addresses matter. */
  default Optional<Assignment> assignment() {
    return Optional.empty();
  }

  /** Cards of the guest that it is made of. */
  default List<VirtualCard> within() {
    return List.of();
  }

  /**
   * Asks the guest to give up what cannot move, if there is anything.
   *
   * @return whether there is; {@code whenGone} runs as soon as it has
   */
  default boolean unplug(Runnable whenGone) {
    return false;
  }

  /** Carries nothing from now on, since the machine stands still, or does again. */
  void hold(boolean on);

  /** Frames to and from it that were dropped behind its end in the guest, so far. */
  long lost();

  /** What it is drawn at; nothing for what draws that itself. */
  Optional<Place> drawnAt();

  /**
   * An end of a line in the picture.
   *
   * @param device empty while it is attached to nothing
   */
  record Place(String device, String port) {}
}
