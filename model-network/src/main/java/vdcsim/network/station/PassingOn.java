package vdcsim.network.station;

import vdcsim.hardware.ethernet.Frame;

/** What a stack says of the frames that it passes on to others. */
public interface PassingOn {
  /** Of a machine that passes on nothing. */
  PassingOn NOTHING =
      new PassingOn() {
        @Override
        public boolean passesOn(Frame frame) {
          return false;
        }

        @Override
        public boolean tracks() {
          return false;
        }
      };

  /** Whether a frame that has arrived will be passed on; nothing changes by asking. */
  boolean passesOn(Frame frame);

  /** Whether connections are tracked meanwhile, and addresses translated. */
  boolean tracks();
}
