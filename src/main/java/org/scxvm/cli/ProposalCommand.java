package org.scxvm.cli;

import java.util.function.UnaryOperator;
import org.scxvm.cluster.Clusters;
import picocli.CommandLine.ParseResult;

/**
 * A subcommand about a resource as an administrator wants it. He waits for the answer and reads it
 * on stderr; syslog has it, too.
 */
interface ProposalCommand extends ResourceCommand {

  /**
   * The cluster as it would be if it took the proposal.
   *
   * @throws IllegalArgumentException the words are wrong
   */
  UnaryOperator<Clusters> view(ParseResult words);
}
