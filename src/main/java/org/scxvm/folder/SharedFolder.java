package org.scxvm.folder;

import java.util.Optional;

/**
 * The domain pathname: a folder on storage shared by all nodes. Files in it appear whole or stay as
 * they were. Names are plain file names.
 */
public interface SharedFolder {

  /** The text of a file; empty if there is no such file. */
  Optional<String> read(String name) throws FolderException;

  /** Puts a text in the place of a file, for its owner only. */
  void write(String name, String text) throws FolderException;

  /** Gives a file another name, in the place of any that has it already. */
  void rename(String name, String newName) throws FolderException;

  /** Removes a file; no error if there is none. */
  void remove(String name) throws FolderException;

  /**
   * Why a file may be another user's work: who else can write it, the folder, or what leads there.
   * Whoever can has the say over what this node does with its text. Empty if nobody else can; a
   * file that is not there is nobody's.
   */
  Optional<String> danger(String name) throws FolderException;

  /** The numbered texts {@code <stem>.<number>}. */
  Generations generations(String stem);

  /** The path, for messages. */
  String path();
}
