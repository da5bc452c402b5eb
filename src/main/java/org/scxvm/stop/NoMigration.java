package org.scxvm.stop;

import org.scxvm.message.AgentMessage;
import org.scxvm.message.AncestorMessage;
import org.scxvm.message.Messages;
import org.scxvm.resource.DomainName;
import org.scxvm.resource.NodeName;
import org.scxvm.switchover.Destination.Nowhere;

/** Says why a domain is not migrated: where the agent of 2008 had a message for it, with that. */
record NoMigration(DomainName domain, Messages messages) {

  /** In a Stop; where nobody wants a migration, none is missed. */
  void explain(Nowhere nowhere) {
    String reason = nowhere.reason();
    switch (nowhere.why()) {
      case NOT_WANTED -> {}
      case NO_TARGET -> messages.sayWithCause(AncestorMessage.TARGET_NOT_FOUND, reason);
      case EVACUATED -> messages.sayWithCause(AncestorMessage.EVACUATED, reason);
      case NOT_IN_NODE_LIST ->
          messages.sayWithCause(
              AncestorMessage.TARGET_NOT_IN_NODELIST,
              reason,
              nowhere.named().map(NodeName::value).orElse("??"));
      case UNWELL -> messages.say(AgentMessage.NOT_MIGRATED, domain, reason);
    }
  }

  /** To somebody who asks. */
  void answer(Nowhere nowhere) {
    switch (nowhere.why()) {
      case NOT_WANTED -> messages.say(AgentMessage.NOT_MIGRATED, domain, nowhere.reason());
      case NO_TARGET, EVACUATED, NOT_IN_NODE_LIST, UNWELL -> explain(nowhere);
    }
  }
}
