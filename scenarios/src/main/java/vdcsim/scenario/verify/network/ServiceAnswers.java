package vdcsim.scenario.verify.network;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vdcsim.network.service.Answer;
import vdcsim.network.service.Connect;
import vdcsim.network.service.Report;
import vdcsim.scenario.verify.compare.Entries;
import vdcsim.scenario.verify.golden.Fields;
import vdcsim.scenario.verify.golden.UnreadableCase;
import vdcsim.scenario.verify.golden.UnsupportedCase;

/** What hosts find out of each other's services: who answers, and whom the service sees. */
final class ServiceAnswers implements Aspect {
  private static final String RESULT = "result";

  @Override
  public String field() {
    return "tests";
  }

  @Override
  public Entries expected(Fields recorded, Network network) throws UnreadableCase, UnsupportedCase {
    Entries entries = new Entries();
    int number = 0;
    for (Fields test : recorded.objects(field())) {
      Fields outcome = test.object("outcome");
      for (String name : ServiceTest.read(test).learned()) {
        entries.add(path(number, name), name.equals(RESULT) ? result(outcome) : outcome.text(name));
      }
      number++;
    }
    return entries;
  }

  private static String path(int number, String name) {
    return "tests." + number + ".outcome." + name;
  }

  /** The result in one vocabulary: of a ping its own words were recorded. */
  private static String result(Fields outcome) throws UnreadableCase {
    StringBuilder all = new StringBuilder(outcome.text(RESULT));
    for (String name : outcome.names()) {
      if (!ServiceTest.COMPARED.contains(name)) {
        all.append(' ').append(outcome.text(name));
      }
    }
    return word(all.toString().toLowerCase(Locale.ROOT));
  }

  private static String word(String text) {
    List<Meaning> meanings =
        List.of(
            new Meaning("host unreachable", "host unreachable"),
            new Meaning("no route to host", "host unreachable"),
            new Meaning("net unreachable", "network unreachable"),
            new Meaning("network unreachable", "network unreachable"),
            new Meaning("network is unreachable", "network unreachable"),
            new Meaning("port unreachable", "port unreachable"),
            new Meaning("protocol unreachable", "protocol unreachable"),
            new Meaning("time to live exceeded", "time exceeded"),
            new Meaning("no answer", "timeout"),
            new Meaning("no reply", "timeout"));
    return meanings.stream()
        .filter(meaning -> text.contains(meaning.part()))
        .map(Meaning::word)
        .findFirst()
        .orElse(text);
  }

  private record Meaning(String part, String word) {}

  @Override
  public Entries observed(NetworkRun run, Phase phase) {
    Entries entries = new Entries();
    for (int number = 0; number < phase.tests().size(); number++) {
      Phase.SentTest test = phase.tests().get(number);
      Optional<Report> report =
          run.world().find(test.name(), Connect.class).stream()
              .flatMap(client -> client.reports().stream())
              .findFirst();
      if (report.isPresent()) {
        for (String name : test.test().learned()) {
          String path = path(number, name);
          learned(report.get(), name).ifPresent(value -> entries.add(path, value));
        }
      }
    }
    return entries;
  }

  private static Optional<String> learned(Report report, String name) {
    return switch (name) {
      case RESULT -> Optional.of(report.outcome().words());
      case "server" -> report.answer().map(Answer::server);
      case "seen_source" -> report.answer().map(answer -> answer.source().toString());
      case "seen_source_port" -> report.answer().map(answer -> "" + answer.sourcePort());
      case "reply_ttl" -> report.timeToLive().stream().mapToObj(String::valueOf).findFirst();
      default -> Optional.empty();
    };
  }
}
