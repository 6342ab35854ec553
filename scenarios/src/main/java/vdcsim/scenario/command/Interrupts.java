package vdcsim.scenario.command;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import vdcsim.scenario.run.Cancellation;

/**
 * Turns SIGINT and SIGTERM into a cancellation: the first asks, the second ends the process at
 * once.
 *
 * <p>{@code sun.misc.Signal} is the only way to hear a signal without ending; it is reached by name
 * since the compiler refuses to see it. Where there is none, Ctrl-C ends the process as usual.
 */
final class Interrupts {
  private final Terminal terminal;
  private final Cancellation cancellation = new Cancellation();

  private Interrupts(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Watches from now on. */
  static Cancellation watch(Terminal terminal) {
    Interrupts interrupts = new Interrupts(terminal);
    interrupts.handle("INT");
    interrupts.handle("TERM");
    return interrupts.cancellation;
  }

  private void handle(String name) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      InvocationHandler heard =
          (proxy, method, arguments) -> {
            if (method.getName().equals("handle")) {
              interrupted();
            }
            return switch (method.getName()) {
              case "equals" -> proxy == arguments[0];
              case "toString" -> "interrupts";
              default -> System.identityHashCode(proxy);
            };
          };
      Object proxy =
          Proxy.newProxyInstance(handler.getClassLoader(), new Class<?>[] {handler}, heard);
      signal
          .getMethod("handle", signal, handler)
          .invoke(signal, signal.getConstructor(String.class).newInstance(name), proxy);
    } catch (ReflectiveOperationException | IllegalArgumentException e) {
      // Without it the signal ends the process, which loses nothing that was written.
    }
  }

  private void interrupted() {
    if (cancellation.isAsked()) {
      Runtime.getRuntime().halt(Exit.KILLED);
    }
    cancellation.ask();
    terminal.tell("\ninterrupted: keeping what has ended; once more ends at once");
  }
}
