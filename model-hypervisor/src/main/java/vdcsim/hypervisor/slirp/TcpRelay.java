package vdcsim.hypervisor.slirp;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import vdcsim.kernel.metric.Counter;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.stack.Stack;
import vdcsim.network.tcp.Tcp;
import vdcsim.network.tcp.TcpConnection;
import vdcsim.network.tcp.TcpEnding;
import vdcsim.network.tcp.TcpRequest;
import vdcsim.network.tcp.TcpSettings;
import vdcsim.network.tcp.TcpUser;
import vdcsim.network.tcp.congestion.Algorithm;

/** The connections of a guest, each of which is two (libslirp, tcp_input.c and tcp_subr.c). */
final class TcpRelay {
  /** libslirp, TCP_SNDSPACE and TCP_RCVSPACE. */
  private static final long BUFFER = 256L * 1024;

  /** SLIRP's TCP is that of 4.4BSD without extensions; it acknowledges each segment. */
  private static final TcpSettings BSD =
      TcpSettings.DEFAULT
          .congestion(Algorithm.RENO)
          .noDelay(true)
          .offering(false, false, false)
          .buffers(OptionalLong.of(BUFFER), BUFFER)
          .wholeSegments()
          .acknowledgingAtOnce();

  private final Tcp inner;
  private final Tcp outer;
  private final Places places;
  private final Counter opened;
  private final List<Integer> listening = new ArrayList<>();
  private final Map<Long, Splice> open = new TreeMap<>();
  private long next;

  TcpRelay(Stack slirp, Stack host, Places places, Counter opened) {
    this.inner = Tcp.of(slirp);
    this.outer = Tcp.of(host);
    this.places = places;
    this.opened = opened;
    inner.intercept(this::outwards);
  }

  /** The host's own connections lead on to the guest. */
  void forward(Forward forward) {
    outer.listen(forward.hostPort(), TcpSettings.DEFAULT.noDelay(true), c -> inwards(forward, c));
    listening.add(forward.hostPort());
  }

  /** The guest is told how it went out there, not before. */
  private void outwards(TcpRequest request) {
    Optional<Ipv4Address> to = places.outside(request.destination(), request.destinationPort());
    if (to.isEmpty()) {
      request.refuse();
      return;
    }
    long number = next++;
    Splice in = new Splice(c -> readBoth(number), ending -> {});
    Splice out =
        new Splice(
            c -> request.accept(BSD, accepted -> in),
            ending -> endOutwards(number, request, ending));
    out.join(in);
    open.put(number, out);
    opened.increment();
    out.over(
        outer.connect(to.get(), request.destinationPort(), TcpSettings.DEFAULT.noDelay(true), out));
  }

  private void endOutwards(long number, TcpRequest request, TcpEnding ending) {
    open.remove(number);
    switch (ending) {
      case REFUSED -> request.refuse();
      case UNREACHABLE -> request.unreachable();
      case CLOSED, ABORTED, RESET, TIMED_OUT -> request.ignore();
    }
  }

  /** Whoever comes from outside is accepted before the guest is asked, as accept(2) has it. */
  private TcpUser inwards(Forward forward, TcpConnection accepted) {
    long number = next++;
    Splice out = new Splice(c -> {}, ending -> open.remove(number));
    Splice in = new Splice(c -> readBoth(number), ending -> {});
    out.join(in);
    open.put(number, out);
    opened.increment();
    Ipv4Address seen = places.inside(accepted.remoteAddress());
    TcpSettings settings = BSD.from(Optional.of(seen), OptionalInt.of(accepted.remotePort()));
    in.over(inner.connect(places.guest(), forward.guestPort(), settings, in));
    return out;
  }

  private void readBoth(long number) {
    Optional.ofNullable(open.get(number)).ifPresent(Splice::readBoth);
  }

  /** Gives up all connections and ports of the host; returns how many connections there were. */
  int close() {
    listening.forEach(outer::stopListening);
    List<Splice> all = List.copyOf(open.values());
    all.forEach(Splice::abort);
    return all.size();
  }
}
