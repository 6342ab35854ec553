package vdcsim.hypervisor.memory;

import vdcsim.hypervisor.memory.frames.PhysicalMap;

/** Whose frames a guest's kernel writes into the entries of its tables. */
public enum Naming {
  /** Its own, which begin at 0; somebody else knows where they are. */
  GUEST_FRAMES {
    @Override
    long frameFor(PhysicalMap memory, long guestFrame) {
      return guestFrame;
    }

    /** The first that the guest has not is the nearest to others. */
    @Override
    long foreignFrame(PhysicalMap memory) {
      return memory.frames();
    }
  },
  /** The host's, all of which it can name, also those that are the monitor's. */
  HOST_FRAMES {
    @Override
    long frameFor(PhysicalMap memory, long guestFrame) {
      return memory.hostFrame(guestFrame);
    }

    @Override
    long foreignFrame(PhysicalMap memory) {
      return memory.host().monitorFrame();
    }
  };

  /** What stands in an entry that leads to a frame of the guest. */
  abstract long frameFor(PhysicalMap memory, long guestFrame);

  /** What stands in an entry that leads out of the guest's memory. */
  abstract long foreignFrame(PhysicalMap memory);
}
