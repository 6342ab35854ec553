package vdcsim.network.bgp.session;

import java.util.List;

/**
 * Where an event leads, and what is done.
 *
 * @param effects in their order
 */
record Transition(State next, List<Effect> effects) {
  /** What a session does. */
  enum Effect {
    CONNECT,
    DROP_CONNECTION,
    SEND_OPEN,
    SEND_KEEPALIVE,
    NOTIFY_HOLD_TIMER,
    NOTIFY_STATE_MACHINE,
    NOTIFY_CEASE,
    RESTART_HOLD_TIMER,
    BACK_OFF
  }

  static Transition to(State next, Effect... effects) {
    return new Transition(next, List.of(effects));
  }
}
