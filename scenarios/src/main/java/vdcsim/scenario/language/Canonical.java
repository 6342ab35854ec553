package vdcsim.scenario.language;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import vdcsim.kernel.spec.TextFile;
import vdcsim.scenario.language.yaml.Node;

/**
 * A scenario's canonical form: its values without comments, layout and places, overrides carried
 * out. Two files of one form are the same scenario. The form goes straight into the digest, as
 * aliases can make it much larger than the file. The files that it names belong to it.
 */
final class Canonical {
  private final MessageDigest digest;

  private Canonical(MessageDigest digest) {
    this.digest = digest;
  }

  static String sha256(Node root, Collection<TextFile> files) {
    try {
      Canonical canonical = new Canonical(MessageDigest.getInstance("SHA-256"));
      canonical.add(root);
      for (TextFile file : files) {
        canonical.addText(file.name());
        canonical.addText(String.join("\n", file.lines()));
      }
      return HexFormat.of().formatHex(canonical.digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** Each text carries its length, so that no two trees have one form. */
  private void add(Node node) {
    if (node instanceof Node.Scalar scalar) {
      if (scalar.isNull()) {
        add("~");
      } else {
        addText(scalar.text());
      }
    } else if (node instanceof Node.Sequence sequence) {
      add("[");
      for (Node item : sequence.items()) {
        add(item);
        add(",");
      }
      add("]");
    } else {
      add("{");
      for (Node.Entry entry : ((Node.Mapping) node).entries()) {
        addText(entry.key());
        add(":");
        add(entry.value());
        add(",");
      }
      add("}");
    }
  }

  private void addText(String text) {
    add(text.length() + "\"" + text + "\"");
  }

  private void add(String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
  }
}
