package vdcsim.kernel.world;

import java.util.List;

/** Looks at a world whose things are all connected, before anything has happened in it. */
@FunctionalInterface
public interface Inspection {
  /** What is wrong or odd, in an order that is the same for equal worlds. */
  List<Remark> inspect(World world);
}
