package vdcsim.network.bgp.session;

import static vdcsim.network.bgp.session.State.ACTIVE;
import static vdcsim.network.bgp.session.State.CONNECT;
import static vdcsim.network.bgp.session.State.ESTABLISHED;
import static vdcsim.network.bgp.session.State.IDLE;
import static vdcsim.network.bgp.session.State.OPEN_CONFIRM;
import static vdcsim.network.bgp.session.State.OPEN_SENT;

import vdcsim.network.bgp.session.Transition.Effect;

/** The state machine of a session: for each state, where each event leads (RFC 4271, 8.2.2). */
final class Machine {
  static Transition on(State state, Event event) {
    return switch (state) {
      case IDLE -> idle(event);
      case CONNECT -> connect(event);
      case ACTIVE -> active(event);
      case OPEN_SENT -> openSent(event);
      case OPEN_CONFIRM -> openConfirm(event);
      case ESTABLISHED -> established(event);
    };
  }

  private static Transition idle(Event event) {
    return switch (event) {
      case START -> Transition.to(CONNECT, Effect.CONNECT);
      case CONNECTION_OPENED -> Transition.to(IDLE, Effect.DROP_CONNECTION);
      case STOP,
          CONNECTION_CLOSED,
          CONNECTION_FAILED,
          CONNECT_RETRY_EXPIRED,
          HOLD_EXPIRED,
          KEEPALIVE_EXPIRED,
          OPEN_RECEIVED,
          KEEPALIVE_RECEIVED,
          UPDATE_RECEIVED,
          NOTIFICATION_RECEIVED,
          MESSAGE_REFUSED ->
          Transition.to(IDLE);
    };
  }

  private static Transition connect(Event event) {
    return switch (event) {
      case START -> Transition.to(CONNECT);
      case CONNECTION_OPENED -> Transition.to(OPEN_SENT, Effect.SEND_OPEN);
      case CONNECTION_FAILED -> Transition.to(ACTIVE, Effect.DROP_CONNECTION);
      case CONNECT_RETRY_EXPIRED -> Transition.to(CONNECT, Effect.DROP_CONNECTION, Effect.CONNECT);
      case STOP,
          CONNECTION_CLOSED,
          HOLD_EXPIRED,
          KEEPALIVE_EXPIRED,
          OPEN_RECEIVED,
          KEEPALIVE_RECEIVED,
          UPDATE_RECEIVED,
          NOTIFICATION_RECEIVED,
          MESSAGE_REFUSED ->
          Transition.to(IDLE, Effect.DROP_CONNECTION);
    };
  }

  private static Transition active(Event event) {
    return switch (event) {
      case START, CONNECTION_FAILED -> Transition.to(ACTIVE);
      case CONNECTION_OPENED -> Transition.to(OPEN_SENT, Effect.SEND_OPEN);
      case CONNECT_RETRY_EXPIRED -> Transition.to(CONNECT, Effect.CONNECT);
      case STOP,
          CONNECTION_CLOSED,
          HOLD_EXPIRED,
          KEEPALIVE_EXPIRED,
          OPEN_RECEIVED,
          KEEPALIVE_RECEIVED,
          UPDATE_RECEIVED,
          NOTIFICATION_RECEIVED,
          MESSAGE_REFUSED ->
          Transition.to(IDLE, Effect.DROP_CONNECTION);
    };
  }

  private static Transition openSent(Event event) {
    return switch (event) {
      case OPEN_RECEIVED -> Transition.to(OPEN_CONFIRM, Effect.SEND_KEEPALIVE);
      case CONNECTION_CLOSED, CONNECTION_FAILED -> Transition.to(ACTIVE, Effect.DROP_CONNECTION);
      case HOLD_EXPIRED -> Transition.to(IDLE, Effect.NOTIFY_HOLD_TIMER, Effect.DROP_CONNECTION);
      case NOTIFICATION_RECEIVED -> Transition.to(IDLE, Effect.DROP_CONNECTION, Effect.BACK_OFF);
      case STOP -> Transition.to(IDLE, Effect.NOTIFY_CEASE, Effect.DROP_CONNECTION);
      case MESSAGE_REFUSED -> Transition.to(IDLE, Effect.DROP_CONNECTION);
      case START, KEEPALIVE_EXPIRED, CONNECT_RETRY_EXPIRED -> Transition.to(OPEN_SENT);
      case CONNECTION_OPENED, KEEPALIVE_RECEIVED, UPDATE_RECEIVED ->
          Transition.to(IDLE, Effect.NOTIFY_STATE_MACHINE, Effect.DROP_CONNECTION);
    };
  }

  private static Transition openConfirm(Event event) {
    return switch (event) {
      case KEEPALIVE_RECEIVED -> Transition.to(ESTABLISHED);
      case KEEPALIVE_EXPIRED -> Transition.to(OPEN_CONFIRM, Effect.SEND_KEEPALIVE);
      case HOLD_EXPIRED -> Transition.to(IDLE, Effect.NOTIFY_HOLD_TIMER, Effect.DROP_CONNECTION);
      case NOTIFICATION_RECEIVED -> Transition.to(IDLE, Effect.DROP_CONNECTION, Effect.BACK_OFF);
      case STOP -> Transition.to(IDLE, Effect.NOTIFY_CEASE, Effect.DROP_CONNECTION);
      case CONNECTION_CLOSED, CONNECTION_FAILED, MESSAGE_REFUSED ->
          Transition.to(IDLE, Effect.DROP_CONNECTION);
      case START, CONNECT_RETRY_EXPIRED -> Transition.to(OPEN_CONFIRM);
      case CONNECTION_OPENED, OPEN_RECEIVED, UPDATE_RECEIVED ->
          Transition.to(IDLE, Effect.NOTIFY_STATE_MACHINE, Effect.DROP_CONNECTION);
    };
  }

  private static Transition established(Event event) {
    return switch (event) {
      case KEEPALIVE_RECEIVED, UPDATE_RECEIVED ->
          Transition.to(ESTABLISHED, Effect.RESTART_HOLD_TIMER);
      case KEEPALIVE_EXPIRED -> Transition.to(ESTABLISHED, Effect.SEND_KEEPALIVE);
      case HOLD_EXPIRED -> Transition.to(IDLE, Effect.NOTIFY_HOLD_TIMER, Effect.DROP_CONNECTION);
      case NOTIFICATION_RECEIVED -> Transition.to(IDLE, Effect.DROP_CONNECTION, Effect.BACK_OFF);
      case STOP -> Transition.to(IDLE, Effect.NOTIFY_CEASE, Effect.DROP_CONNECTION);
      case CONNECTION_CLOSED, CONNECTION_FAILED, MESSAGE_REFUSED ->
          Transition.to(IDLE, Effect.DROP_CONNECTION);
      case START, CONNECT_RETRY_EXPIRED -> Transition.to(ESTABLISHED);
      case CONNECTION_OPENED, OPEN_RECEIVED ->
          Transition.to(IDLE, Effect.NOTIFY_STATE_MACHINE, Effect.DROP_CONNECTION);
    };
  }

  private Machine() {}
}
