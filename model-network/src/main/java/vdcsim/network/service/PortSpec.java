package vdcsim.network.service;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.spec.Shorthand;
import vdcsim.network.match.Transport;

/** What a scenario says about a port that a host listens at. */
@Doc("A port at which a host answers with its name and whom it sees.")
@Shorthand("port")
public record PortSpec(
    @Key(value = "The port, of tcp unless '/udp' stands behind it.", example = "53/udp")
        String port,
    @Key(value = "How long it thinks before it answers.", fallback = "0 s", example = "40 s")
        Duration answerAfter) {
  private static final Pattern FORM = Pattern.compile("(\\d{1,5})(?:/(tcp|udp))?");

  public PortSpec {
    Matcher matcher = FORM.matcher(port);
    int number = matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
    if (number < 1 || number > 0xFFFF) {
      throw new Refusal("port", "a port reads as '80' or '53/udp', was '" + port + "'");
    }
  }

  int number() {
    return Integer.parseInt(port.replaceFirst("/.*", ""));
  }

  Transport transport() {
    return port.endsWith("/udp") ? Transport.UDP : Transport.TCP;
  }
}
