package org.scxvm.definition;

/** Which definition a domain boots with when the saved one and the node's own differ. */
public enum DefinitionChoice {
  /** The node's own: nothing else is saved, or only this one has changed. */
  LOCAL,
  /** The saved one: another node changed it since this node saved its own. */
  SAVED,
  /** The saved one, because it is what ran last; the node's own has changed too and is kept. */
  SAVED_AND_KEEP_LOCAL;

  /**
   * Chooses by who changed what since this node saved its own.
   *
   * @param localSavedLast the node's own definition is what this node saved last
   * @param savedIsOurs the saved definition is what this node saved last
   */
  public static DefinitionChoice of(boolean localSavedLast, boolean savedIsOurs) {
    if (localSavedLast) {
      return savedIsOurs ? LOCAL : SAVED;
    }
    return savedIsOurs ? LOCAL : SAVED_AND_KEEP_LOCAL;
  }
}
