package vdcsim.network.macvlan;

import vdcsim.kernel.spec.Doc;

/** What the virtual cards of one card may say to each other. */
public enum MacvlanMode {
  @Doc("to the cable, and to those of the same mode directly")
  BRIDGE,
  @Doc("to the cable; nobody of the same card is heard, even if a switch sends it back")
  PRIVATE,
  @Doc("to the cable; others of the same card are heard when a switch sends it back (hairpin)")
  VEPA,
  @Doc("one machine has all of the card")
  PASSTHRU;

  /** Whether a group frame that came back from the cable is for others of the card, too. */
  boolean hearsReflections() {
    return this == BRIDGE || this == VEPA;
  }
}
