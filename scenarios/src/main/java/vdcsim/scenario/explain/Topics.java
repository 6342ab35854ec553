package vdcsim.scenario.explain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vdcsim.kernel.random.Families;
import vdcsim.kernel.random.Family;
import vdcsim.scenario.language.shape.Grammar;
import vdcsim.scenario.language.value.DistributionText;
import vdcsim.scenario.language.value.Quantity;

/**
 * What a reader must know beside the keys. Each topic is a text among the resources: a sentence,
 * then paragraphs, pieces of scenarios between fences, and places for tables that are written from
 * the declarations.
 */
final class Topics {
  private static final List<String> NAMES =
      List.of(
          "units", "ranges", "types", "vary", "distributions", "conditions", "metrics", "paths");

  private final List<Page> pages;

  Topics(Grammar grammar) {
    this.pages = NAMES.stream().map(Topics::read).toList();
    if (!NAMES.containsAll(Grammar.PREPARED.keySet()) || grammar.sections().isEmpty()) {
      throw new IllegalStateException("there is no text on each of " + Grammar.PREPARED);
    }
  }

  Optional<Page> page(String name) {
    return pages.stream().filter(page -> page.path().equals(name)).findFirst();
  }

  List<Page> pages() {
    return pages;
  }

  List<Page.Row> rows() {
    return pages.stream().map(page -> new Page.Row(page.path(), page.meaning())).toList();
  }

  private static Page read(String name) {
    String text = resource(name + ".md");
    List<String> parts = new ArrayList<>(List.of(text.strip().split("\n\n+")));
    String meaning = oneLine(parts.remove(0));
    return new Page(name, meaning, blocks(parts));
  }

  /** A resource of this package. */
  static String resource(String file) {
    try (InputStream stream =
        Topics.class.getResourceAsStream("/vdcsim/scenario/explain/" + file)) {
      if (stream == null) {
        throw new IllegalStateException("the resource " + file + " is missing");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Page.Block> blocks(List<String> parts) {
    List<Page.Block> blocks = new ArrayList<>();
    for (String part : parts) {
      if (part.startsWith("```")) {
        blocks.add(new Page.Code(part.replaceAll("(?m)^```.*\n?", "").stripTrailing() + "\n"));
      } else if (part.startsWith("{{")) {
        blocks.addAll(tables(part.strip()));
      } else {
        blocks.add(new Page.Paragraph(oneLine(part)));
      }
    }
    return blocks;
  }

  private static String oneLine(String paragraph) {
    return paragraph.strip().replace('\n', ' ');
  }

  private static List<Page.Table> tables(String place) {
    return switch (place) {
      case "{{units}}" -> List.of(units());
      case "{{distributions}}" -> distributions();
      default -> throw new IllegalStateException("there is no table " + place);
    };
  }

  private static Page.Table units() {
    List<Page.Row> rows = new ArrayList<>();
    for (Quantity quantity : Quantity.values()) {
      String bare = quantity.bareNumbers() ? "; or none" : "";
      rows.add(new Page.Row(quantity.noun().substring(2), Pages.units(quantity) + bare));
    }
    return new Page.Table("Units", rows);
  }

  private static List<Page.Table> distributions() {
    List<Page.Row> families = new ArrayList<>();
    for (Family family : Families.all()) {
      List<String> parameters =
          family.parameters().stream()
              .map(p -> p.name() + ": " + p.doc() + (p.pure() ? ", a number without a unit" : ""))
              .toList();
      families.add(
          new Page.Row(
              DistributionText.form(family),
              family.doc() + " (" + String.join("; ", parameters) + ")"));
    }
    return List.of(new Page.Table("Distributions", families));
  }
}
