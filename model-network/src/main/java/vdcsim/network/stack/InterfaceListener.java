package vdcsim.network.stack;

/** Hears when an interface can be used, and when no longer. */
@FunctionalInterface
public interface InterfaceListener {
  /** The interface came up or went down; see {@link Interface#isUp}. */
  void changed(Interface changed);
}
