package vdcsim.scenario.command;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Prints a script that lets a shell complete commands and options. */
@Command(
    footer = {
      "",
      "Examples:",
      "  vdcsim completion bash > ~/.local/share/bash-completion/completions/vdcsim",
      "  source <(vdcsim completion bash)                       for this shell",
      "  autoload -U +X bashcompinit && bashcompinit && source <(vdcsim completion zsh)"
    })
final class CompletionCommand implements Callable<Integer> {
  private final Context context;

  /** The shells that have completion. */
  private enum Shell {
    BASH,
    ZSH
  }

  @Parameters(paramLabel = "SHELL", description = "bash or zsh")
  private Shell shell;

  CompletionCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws CommandFailure {
    CommandLine root = new CommandLine(CommandLine.Model.CommandSpec.create());
    root.setCommandName(CommandTree.PROGRAM);
    for (CommandTree.Entry entry : CommandTree.entries()) {
      root.addSubcommand(entry.name(), CommandTree.commandLine(entry, context));
    }
    String script = AutoComplete.bash(CommandTree.PROGRAM, root);
    String loads = shell == Shell.ZSH ? "autoload -U +X bashcompinit && bashcompinit\n" : "";
    context.terminal().out().print(loads + script.replace(System.lineSeparator(), "\n"));
    return Exit.FINE;
  }
}
