# Printed by tools/print_stubs.py from the library's own words: do not edit.

import builtins

from ._error import Error as Error

BY_CODE: dict[int, type[Error]]
def class_name(status_name: str) -> str: ...

class NoMemoryError(Error, builtins.MemoryError):
    """Out of memory. (*memori habis*)"""

class NotFoundError(Error, builtins.KeyError):
    """There is no such record. (*data tidak ditemukan*)"""

class InvalidError(Error, builtins.ValueError):
    """A value breaks a rule. (*nilai melanggar aturan*)"""

class TypeError(Error, builtins.TypeError):
    """A value has the wrong type for its field. (*jenis nilai salah untuk isian*)"""

class ConflictError(Error):
    """The record has changed since it was read. (*data sudah berubah sejak dibaca*)"""

class ReferenceError(Error, builtins.LookupError):
    """A reference points to no record, or the record is still referred to. (*rujukan tidak ada, atau data masih dirujuk*)"""

class DuplicateError(Error, builtins.ValueError):
    """A record with this value is already there. (*data dengan nilai ini sudah ada*)"""

class ReadOnlyError(Error):
    """The store may only be read. (*berkas hanya boleh dibaca*)"""

class BusyError(Error, builtins.TimeoutError):
    """Another program is writing to the store. (*berkas sedang ditulis program lain*)"""

class IoError(Error, builtins.OSError):
    """A file could not be read or written. (*berkas tidak dapat dibaca atau ditulis*)"""

class CorruptError(Error):
    """The file is damaged. (*berkas rusak*)"""

class VersionError(Error):
    """The file needs a newer library. (*berkas memerlukan versi lebih baru*)"""

class SyntaxError(Error, builtins.ValueError):
    """The text could not be understood. (*teks tidak dapat dipahami*)"""

class UsageError(Error, builtins.ValueError):
    """The call was made wrongly. (*pemanggilan keliru*)"""

class UnsupportedError(Error, builtins.NotImplementedError):
    """This build or format does not offer that. (*tidak didukung oleh versi atau format ini*)"""

class DeniedError(Error, builtins.PermissionError):
    """The actor may not do that. (*pelaku tidak berwenang*)"""

class FullError(Error):
    """The disk or the table is full. (*penyimpanan penuh*)"""

class RefusedError(Error):
    """Conditions are not met. (*syarat belum terpenuhi*)"""

__all__ = [
    'Error',
    'NoMemoryError',
    'NotFoundError',
    'InvalidError',
    'TypeError',
    'ConflictError',
    'ReferenceError',
    'DuplicateError',
    'ReadOnlyError',
    'BusyError',
    'IoError',
    'CorruptError',
    'VersionError',
    'SyntaxError',
    'UsageError',
    'UnsupportedError',
    'DeniedError',
    'FullError',
    'RefusedError',
]
