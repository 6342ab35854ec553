package vdcsim.hypervisor.vnic;

import java.util.Optional;
import vdcsim.hypervisor.vnic.card.CardCosts;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;

/** What a scenario says about the cycles of a network card of a virtual machine, exits apart. */
@Doc("Cycles of a network card of a virtual machine, exits apart.")
public record CardCostsSpec(
    @Key("The guest's driver for a packet on its way out.") Optional<Integer> guestSend,
    @Key("The guest's driver for a packet on its way in.") Optional<Integer> guestReceive,
    @Key("The guest's kernel for an interrupt.") Optional<Integer> guestInterrupt,
    @Key("Whoever serves the card for a packet of the guest's.") Optional<Integer> hostSend,
    @Key("Whoever serves the card for a packet to the guest.") Optional<Integer> hostReceive,
    @Key("Whoever serves the card to come back from sleep.") Optional<Integer> hostWake,
    @Key("To raise an interrupt in the guest.") Optional<Integer> raise,
    @Key("To copy 1024 bytes between guest and host.") Optional<Integer> copyKib,
    @Key("Whoever serves the card for a doorbell that it answers itself, beside the exit.")
        Optional<Integer> hostKick) {

  public CardCostsSpec {
    notNegative("guest-send", guestSend);
    notNegative("guest-receive", guestReceive);
    notNegative("guest-interrupt", guestInterrupt);
    notNegative("host-send", hostSend);
    notNegative("host-receive", hostReceive);
    notNegative("host-wake", hostWake);
    notNegative("raise", raise);
    notNegative("copy-kib", copyKib);
    notNegative("host-kick", hostKick);
  }

  private static void notNegative(String key, Optional<Integer> cycles) {
    if (cycles.isPresent() && cycles.get() < 0) {
      throw new Refusal(key, key + " cannot be negative, was " + cycles.get());
    }
  }

  /** Those of a model, but what is said here. */
  public CardCosts over(CardCosts known) {
    return new CardCosts(
        guestSend.map(Integer::longValue).orElse(known.guestSend()),
        guestReceive.map(Integer::longValue).orElse(known.guestReceive()),
        guestInterrupt.map(Integer::longValue).orElse(known.guestInterrupt()),
        hostSend.map(Integer::longValue).orElse(known.hostSend()),
        hostReceive.map(Integer::longValue).orElse(known.hostReceive()),
        hostWake.map(Integer::longValue).orElse(known.hostWake()),
        raise.map(Integer::longValue).orElse(known.raise()),
        copyKib.map(Integer::longValue).orElse(known.copyKib()),
        hostKick.map(Integer::longValue).orElse(known.hostKick()));
  }
}
