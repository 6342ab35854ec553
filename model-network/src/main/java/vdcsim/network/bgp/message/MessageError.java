package vdcsim.network.bgp.message;

import vdcsim.network.bgp.message.Notification.Code;

/** A message that cannot be understood; it carries the notification that answers it. */
public final class MessageError extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Notification notification;

  private MessageError(Notification notification, String message) {
    super(message);
    this.notification = notification;
  }

  static MessageError header(int subcode, String message) {
    return new MessageError(Notification.of(Code.MESSAGE_HEADER, subcode), message);
  }

  static MessageError open(int subcode, String message) {
    return new MessageError(Notification.of(Code.OPEN_MESSAGE, subcode), message);
  }

  static MessageError update(int subcode, String message) {
    return new MessageError(Notification.of(Code.UPDATE_MESSAGE, subcode), message);
  }

  /** What the receiver sends back before it ends the session. */
  public Notification notification() {
    return notification;
  }
}
