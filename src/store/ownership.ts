/** Whose the files of a state folder are: they must be the daemon's user's, who may be somebody else than whoever restores. */
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fchownSync,
  fstatSync,
  openSync,
  statSync,
} from 'node:fs';
import { HoldfastError } from '../errors.js';

/**
 * Looks before SQLite does, for which a file that may not be opened is as good as a damaged one.
 * @param paths of files and folders; those that are missing are passed over.
 * @throws HoldfastError ACCESS_DENIED naming the first that this process may not use, and its owner.
 */
export function requireAccess(paths: readonly string[]): void {
  const { R_OK, W_OK, X_OK } = constants;
  for (const path of paths.filter((one) => existsSync(one))) {
    const stats = statSync(path);
    try {
      accessSync(path, stats.isDirectory() ? R_OK | W_OK | X_OK : R_OK | W_OK);
    } catch (error) {
      const { code = '' } = error as NodeJS.ErrnoException;
      const owner = `user ${stats.uid}, mode ${(stats.mode & 0o7777).toString(8).padStart(4, '0')}`;
      throw new HoldfastError(
        'ACCESS_DENIED',
        `${path} may not be used by user ${process.getuid?.()} (${code}); it belongs to ${owner}. Nothing says that it is damaged`,
      );
    }
  }
}

/**
 * Gives what root made in somebody's state folder to the folder's owner; does nothing for anybody but root. Never call it
 * on a database that this process has open (POSIX locks).
 */
export function giveToOwner(state_dir: string, paths: readonly string[]): void {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = statSync(state_dir);
  if (uid === 0) return;
  for (const path of paths.filter((one) => existsSync(one))) {
    // The folder is not root's: what is a link by now may be one to a file that its owner must not get.
    const fd = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    try {
      const stats = fstatSync(fd);
      const is_ours = stats.isDirectory() || (stats.isFile() && stats.nlink === 1);
      if (is_ours && stats.uid === 0) fchownSync(fd, uid, gid);
    } finally {
      closeSync(fd);
    }
  }
}
