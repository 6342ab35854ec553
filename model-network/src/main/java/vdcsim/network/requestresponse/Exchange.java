package vdcsim.network.requestresponse;

import vdcsim.kernel.Simulation;
import vdcsim.kernel.metric.Counter;
import vdcsim.kernel.metric.Metrics;
import vdcsim.kernel.metric.Tally;
import vdcsim.kernel.quantity.Unit;
import vdcsim.kernel.random.Sampler;

/** How many requests there are, how long they are, and when their responses came. */
final class Exchange {
  private final Simulation simulation;
  private final RequestResponseSpec spec;
  private final Sampler requestSize;
  private final Sampler responseSize;
  private final Sampler think;
  private final Counter requests;
  private final Counter responses;
  private final Tally latency;
  private long begun;

  Exchange(String name, RequestResponseSpec spec, Simulation simulation) {
    this.simulation = simulation;
    this.spec = spec;
    this.requestSize = spec.request().sampler(simulation.random().stream(name + ".request"));
    this.responseSize = spec.response().sampler(simulation.random().stream(name + ".response"));
    this.think = spec.think().sampler(simulation.random().stream(name + ".think"));
    Metrics metrics = simulation.metrics();
    this.requests = metrics.counter(name + ".requests", Unit.COUNT);
    this.responses = metrics.counter(name + ".responses", Unit.COUNT);
    this.latency = metrics.tally(name + ".latency", Unit.NANOSECONDS);
    metrics.rate(name + ".request-rate", Unit.PER_SECOND, responses::value);
  }

  /** Whether no further request is to be sent. */
  boolean isOver() {
    boolean late =
        spec.for_()
            .map(time -> simulation.now() >= spec.start().plus(time).toNanos())
            .orElse(false);
    return late || spec.count().map(count -> begun >= count).orElse(false);
  }

  /** The next request, which somebody has wanted to send since then. */
  Request next(long sinceNs) {
    begun++;
    requests.increment();
    long length = Math.max(1, requestSize.nextLong());
    return new Request(sinceNs, length, Math.max(1, responseSize.nextLong()));
  }

  /** The response to a request that was sent then is here. */
  void answered(long sentNs) {
    responses.increment();
    latency.record(simulation.now() - sentNs);
  }

  /** From a response to the next request. */
  long pauseNs() {
    return think.nextLong();
  }
}
