package org.scxvm.validate;

import org.scxvm.cluster.ClusterException;
import org.scxvm.folder.FolderCondition;
import org.scxvm.folder.FolderException;
import org.scxvm.folder.Storage;
import org.scxvm.message.AncestorMessage;
import org.scxvm.message.FindingMessage;

/** The shared folder, as this node sees it. */
final class FolderCheck {

  private final Validating validating;

  FolderCheck(Validating validating) {
    this.validating = validating;
  }

  /** Whether there is a folder to look into. */
  boolean check(Wanted wanted) throws ClusterException {
    return wanted.folder().isPresent() && check(wanted.folder().get(), wanted);
  }

  private boolean check(String path, Wanted wanted) throws ClusterException {
    try {
      FolderCondition condition = validating.ports().folders().inspect(path, validating.call());
      if (condition instanceof FolderCondition.Folder folder) {
        judge(path, folder, wanted);
        return true;
      }
      if (condition instanceof FolderCondition.NotThere) {
        String expected = "expected a folder at " + path + " on this node";
        validating.findings().addWithCause(AncestorMessage.PATHNAME_NOT_FOUND, expected);
      } else {
        unusable(path, "it is not a folder");
      }
    } catch (FolderException e) {
      unusable(path, e.words());
    }
    return false;
  }

  private void judge(String path, FolderCondition.Folder folder, Wanted wanted)
      throws FolderException, ClusterException {
    if (!folder.writable()) {
      unusable(path, "this node cannot write into it");
    }
    validating
        .saved(wanted)
        .danger()
        .ifPresent(words -> validating.findings().add(FindingMessage.NOT_TRUSTED, path, words));
    int nodes = validating.nodes().size();
    if (nodes > 1) {
      validating.findings().add(doubt(folder.storage()), path, folder.fileSystem(), nodes);
    }
  }

  /** That all nodes see the same folder is never sure. */
  private static FindingMessage doubt(Storage storage) {
    return switch (storage) {
      case SHARED -> FindingMessage.FOLDER_SHARED;
      case OF_ONE_NODE -> FindingMessage.FOLDER_OF_ONE_NODE;
      case UNKNOWN -> FindingMessage.FOLDER_UNPROVEN;
    };
  }

  private void unusable(String path, String reason) {
    validating.findings().add(FindingMessage.FOLDER_UNUSABLE, path, reason);
  }
}
