package vdcsim.kernel.fluid;

/** Hears of the end of a flow. */
@FunctionalInterface
public interface FlowListener {
  /** All work of the flow is done; it holds no resource any more. */
  void ended(Flow flow);
}
