package vdcsim.scenario.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import vdcsim.report.text.Columns;
import vdcsim.scenario.library.Entry;

/** Lists the scenarios that come along. */
@Command(
    footer = {
      "",
      "Examples:",
      "  vdcsim list",
      "  vdcsim list --format json   for a program",
      "  vdcsim show stp-triangle    the scenario itself, with its comments"
    })
final class ListCommand implements Callable<Integer> {
  private final Context context;

  @Mixin private OutputOptions output;

  ListCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws CommandFailure {
    List<Entry> entries = context.library().get().entries();
    context.terminal().out().print(output.json() ? json(entries) : text(entries));
    return Exit.FINE;
  }

  private String text(List<Entry> entries) {
    Terminal terminal = context.terminal();
    Paint paint = terminal.paint(output.color, terminal.outShown());
    int width = entries.stream().mapToInt(entry -> entry.name().length()).max().orElse(0);
    StringBuilder text = new StringBuilder();
    String topic = "";
    for (Entry entry : entries) {
      if (!entry.topic().equals(topic)) {
        topic = entry.topic();
        text.append(text.isEmpty() ? "" : "\n").append(paint.bold(topic)).append("\n");
      }
      String name = entry.name() + " ".repeat(width - entry.name().length());
      List<String> about = wrapped(entry.about(), terminal.columns() - width - 4);
      text.append("  ").append(name).append("  ");
      text.append(String.join("\n" + " ".repeat(width + 4), about)).append("\n");
    }
    return text.append("\nvdcsim run NAME runs one, vdcsim show NAME prints it.\n").toString();
  }

  private static List<String> wrapped(String text, int columns) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ")) {
      if (!line.isEmpty() && Columns.width(line + " " + word) > columns) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  private static String json(List<Entry> entries) {
    List<Object> objects = new ArrayList<>();
    for (Entry entry : entries) {
      objects.add(
          Json.object("name", entry.name(), "topic", entry.topic(), "about", entry.about()));
    }
    return Json.document(Json.object("scenarios", objects));
  }
}
