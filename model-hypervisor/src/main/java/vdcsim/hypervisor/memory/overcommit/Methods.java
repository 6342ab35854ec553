package vdcsim.hypervisor.memory.overcommit;

import vdcsim.kernel.spec.Doc;

/** How a host takes memory back. */
public enum Methods {
  @Doc("nothing: a host that runs out stops its largest machine, as Linux does")
  NONE(false, false, false),
  @Doc("pages of equal content are shared")
  SHARING(true, false, false),
  @Doc("balloon drivers take pages from their guests")
  BALLOON(false, true, false),
  @Doc("the host swaps")
  SWAP(false, false, true),
  @Doc("sharing, and the host swaps")
  SHARING_AND_SWAP(true, false, true),
  @Doc("sharing and balloons")
  SHARING_AND_BALLOON(true, true, false),
  @Doc("balloons, and the host swaps where they are not enough")
  BALLOON_AND_SWAP(false, true, true),
  @Doc("sharing, balloons, and the host swaps where both are not enough, as ESX does")
  ALL(true, true, true);

  private final boolean sharing;
  private final boolean balloon;
  private final boolean swap;

  Methods(boolean sharing, boolean balloon, boolean swap) {
    this.sharing = sharing;
    this.balloon = balloon;
    this.swap = swap;
  }

  boolean sharing() {
    return sharing;
  }

  boolean balloon() {
    return balloon;
  }

  boolean swap() {
    return swap;
  }
}
