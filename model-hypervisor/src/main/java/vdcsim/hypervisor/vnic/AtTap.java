package vdcsim.hypervisor.vnic;

import vdcsim.hypervisor.vnic.card.CardModel;

/** An attachment that leads to a tap of the host, whatever is behind that. */
interface AtTap extends Attachment {
  /** The way to the tap. */
  TapEnd end();

  @Override
  default boolean works() {
    return end().works();
  }

  @Override
  default void work(CardModel model) {
    end().work(model);
  }

  @Override
  default void hold(boolean on) {
    end().hold(on);
  }

  @Override
  default long lost() {
    return end().lost();
  }
}
