"""A register: one SQLite file with everything an office knows, and a log of every change."""

from __future__ import annotations

import builtins
import contextlib
import datetime
import os
import threading
from types import TracebackType
from typing import Any, Iterator, NamedTuple

from . import _native, kinds
from ._tasks import Progress, run_task
from ._error import Error
from ._language import language_number
from .confirming import Confirming
from .advancing import Advancing
from .programmes import Training
from .errors import NotFoundError, UsageError
from .linking import Settings, linkage_settings
from .mapping import Mapping, read_mapping
from .matching import Registrants
from .review import Reviewing, id_of
from .page import Page
from .policies import Policies
from .row import Row
from .submissions import Submitting
from .table import Table
from .view import View, with_faults

_MODES = {
    "open": _native.STORE_OPEN_OR_CREATE, "existing": _native.STORE_MUST_EXIST,
    "new": _native.STORE_CREATE_NEW, "read": _native.STORE_READ_ONLY,
}
_EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)


class Loaded(NamedTuple):
    """What came of a loading."""

    added: int
    """Records that are new."""
    updated: int
    """Records that were there by their natural key, and got the file's values."""


class Imported(NamedTuple):
    """What came of importing a file."""

    intake: kinds.Intake
    """The reading: rows, new, changed, unchanged, missing, suspicious, faults."""
    faults: View[Row]
    """What was wrong in the file, cell by cell."""


class Register(Advancing, Policies, Training, Reviewing, Submitting, kinds.Tables, Registrants):
    """An open register. Every kind of record is a table of it: reg.enterprises, reg.persons, ...

    Use it in a `with` block, or close it. It may be shared by threads, which then take turns;
    threads that should work side by side open one each.
    """

    def __init__(self, store: Any, path: str) -> None:
        self._store: Any = store
        self._path = path
        self._lock = threading.RLock()

    @property
    def _handle(self) -> Any:
        if self._store is None:
            raise UsageError("the register is closed", "berkas sudah ditutup")
        return self._store

    # ---- tables ----

    def table(self, kind: type[kinds.Kind] | str | int) -> Table[Any]:
        """The table of a kind, by its class, its name ("enterprise", "enterprises") or number."""
        if isinstance(kind, str):
            number = _native.kind_find(kind)
        else:
            number = kind if isinstance(kind, int) else kind._description.kind()
        if number not in kinds.BY_NUMBER:
            raise UsageError(f"there is no kind {kind!r}", f"tidak ada jenis data {kind!r}")
        return Table(self, number)

    def __getitem__(self, key: int | str) -> kinds.Kind:
        """The record with an id or a human number, of whatever kind."""
        with self._lock:
            record = (self._handle.get_numbered(key) if isinstance(key, str)
                      else self._handle.get(key))
        return kinds.wrap(record, self)  # type: ignore[return-value]

    # ---- transactions and the log ----

    @contextlib.contextmanager
    def transaction(self, why: str | None = None) -> Iterator["Register"]:
        """Everything inside is one commit, or, when an exception leaves the block, nothing.
        May be nested: an inner one can be rolled back alone."""
        with self._lock:
            self._handle.begin(why)
            try:
                yield self
            except BaseException:
                if self._store is not None:
                    self._handle.rollback()
                raise
            try:
                self._handle.commit()
            except BaseException:
                self._handle.rollback()
                raise

    def because(self, why: str | None, rule: str | None = None) -> None:
        """Says why, and by which rule, the running or else the next commit is made."""
        with self._lock:
            self._handle.because(why, rule)

    @property
    def last_commit(self) -> int:
        """The number of the last commit; 0 before the first. For `as_of(known=...)`."""
        with self._lock:
            return int(self._handle.last_commit())

    def undo(self, commit: int, why: str) -> None:
        """Takes back everything a commit did, as a new commit. Refused with ConflictError when a
        later one touched the same records."""
        with self._refusing() as handle:
            handle.undo(commit, why)

    def verify(self) -> View[Row]:
        """Holds the file to its log; the view has a row for every fault, and none when all is
        well."""
        return View(lambda: self._handle.verify(), self._lock, "faults of the log")

    # ---- files ----

    def load(self, path: str | os.PathLike[str]) -> Loaded:
        """Loads every record of a YAML file in one commit: all, or at any fault nothing. Records
        that are there by their natural key are updated. The exception of a file with faults has
        them all in `.faults`."""
        with self._lock:
            return Loaded(*with_faults(_native.load, self._handle, os.fspath(path)))

    # ---- one data ----

    def import_list(self, path: str | os.PathLike[str], *, list: str | None = None,
                    title: str | None = None, sheet: str | None = None,
                    region: str | None = None, agency: str | None = None,
                    list_date: datetime.date | str | None = None,
                    mapping: Mapping | str | os.PathLike[str] | None = None, whole: bool = False,
                    dry_run: bool = False, progress: Progress | None = None) -> Imported:
        """Imports a workbook or CSV file as the newest reading of an agency's list, in one commit.

        list       the list's short name; else the file's name
        sheet      of a workbook, the only sheet to read; else all that hold the list
        region     the regency or province, by code, of rows that name none; else the office's
        agency     who keeps it: the name of an organisation, made when there is none
        list_date  the day it speaks of; else today
        mapping    which column means what (a Mapping, or its file); guessed when not given
        whole      one faulty row refuses the file; else good rows are kept
        dry_run    tells what would happen and stores nothing

        Rows are told apart as new, changed, unchanged, missing and suspicious against the last
        reading; the same file twice changes nothing.
        """
        if mapping is not None and not isinstance(mapping, Mapping):
            mapping = read_mapping(mapping)
        faults = _native.Faults(0)
        with self._lock:
            try:
                task = _native.import_list(
                    self._handle, os.fspath(path), list, title, sheet, region, agency, list_date,
                    None if mapping is None else mapping._mapping, whole, dry_run, faults)
                intake = kinds.wrap(run_task(task, progress))
            except Error as error:
                error.faults = View(faults.cursor, title="faults")
                raise
        return Imported(intake, View(faults.cursor, title="faults"))  # type: ignore[arg-type]

    import_csv = import_list

    @property
    def confirm(self) -> Confirming:
        """Asking agencies that do not run Bina: send workbooks, receive answers."""
        return Confirming(self)

    def feedback(self, agency: str, path: str | os.PathLike[str], *, list: str | None = None,
                 language: str = "id") -> int:
        """Writes a workbook that tells an agency what to mend in its own lists (or in one of them),
        by row of its own file: cells that cannot be read, empty ones, villages that cannot be told,
        twins within the list, what others contradict, what is closed. Of other agencies' data it
        tells villages and years, never a person's. Gives how many things there are to mend."""
        with self._lock:
            return int(_native.feedback_write(self._handle, agency, os.fspath(path),
                                              language_number(language), list))

    def reconcile(self, *, settings: Settings | str | os.PathLike[str] | None = None,
                  survivorship: str | os.PathLike[str] | None = None, dry_run: bool = False,
                  progress: Progress | None = None) -> Row:
        """Links every row of every list, and brings the enterprises and persons in line with the
        outcome, in one commit. Gives the counts: rows, enterprises, new, merged, split, review.

        `settings` are as for `bina.link`; `survivorship` is the YAML file that says which list wins
        for which field. Doing it twice changes nothing the second time.
        """
        policy = None
        if survivorship is not None:
            policy = with_faults(_native.survivorship_read, os.fspath(survivorship))
        linkage = linkage_settings(settings)
        with self._lock:
            task = _native.reconcile(self._handle, linkage, policy, dry_run)
            return kinds.wrap(run_task(task, progress))

    def merge(self, keep: kinds.Kind | int, drop: kinds.Kind | int, reason: str | None = None) -> None:
        """Merges two registrants by hand: `drop` keeps its id and points to `keep`."""
        with self._lock:
            _native.register_merge(self._handle, id_of(keep), id_of(drop), reason)

    def unmerge(self, merged: kinds.Kind | int, reason: str | None = None) -> None:
        """Undoes a merge: the record stands for itself again."""
        with self._lock:
            _native.register_unmerge(self._handle, id_of(merged), reason)

    def succeed(self, enterprise: kinds.Enterprise | int, heir: kinds.Kind | int,
                on: datetime.date | str | None = None, reason: str | None = None) -> None:
        """Somebody takes over an enterprise, as heirs do: its owners own it until the day before,
        and `heir` (a Person, or another party) from that day on; else from today."""
        with self._lock:
            _native.register_succeed(self._handle, id_of(enterprise), id_of(heir), on, reason)

    def standing(self, record: kinds.Kind | int) -> kinds.Kind:
        """The registrant that stands for a record now: itself, or at the end of its merges."""
        with self._lock:
            return self[_native.register_resolve(self._handle, id_of(record))]

    def explain(self, first: kinds.Kind | int, second: kinds.Kind | int = 0) -> View[Row]:
        """Why two rows, the rows of a pair, or all rows of a registrant are held to be one, or not:
        first, second, field, values, level, weight, and a sentence in two languages. Links all rows
        anew to know the weights."""
        one, two = id_of(first), id_of(second)
        return View(lambda: _native.register_explain(self._handle, one, two), self._lock, "reasons")

    # ---- reports ----

    def report(self, name: str, *, region: str | None = None, scope: str | None = None,
               on: datetime.date | str | None = None, since: datetime.date | str | None = None,
               programme: kinds.Kind | int | str | None = None, fund: kinds.Kind | int | str | None = None,
               system: str | None = None, public: bool = False, known: int | None = None,
               true_on: datetime.date | str | None = None, language: str = "en") -> View[Row]:
        """A named report as a view; `bina.reports()` says which there are.

        on: the day spoken of; since: the earlier day of what came between two days; programme and
        fund: a record, its id or its name; system: size classes by this law; public: keep small
        numbers back; known: as known after this commit. `true_on` is the older name of `on`.
        """
        arguments = (name, region, scope, on if on is not None else true_on,
                     -1 if known is None else known, language_number(language), since,
                     self._named("programmes", programme), self._named("funds", fund), system,
                     public)

        def run() -> Any:
            return _native.run_report(self._handle, *arguments)

        with self._lock:
            run()  # refuses now what is not there
        return View(run, self._lock, name)

    def _named(self, table: str, which: kinds.Kind | int | str | None) -> int:
        """The id of a record, given as itself, its id or its name; 0 for none."""
        if which is None:
            return 0
        if not isinstance(which, str):
            return id_of(which)
        for row in getattr(self, table).where(name=which):
            return id_of(row)
        raise NotFoundError(f"there is no record called {which!r} among the {table}",
                            f"tidak ada data bernama {which!r}")

    # ---- pages ----

    def statement(self, number: str | None = None, *, issue: bool = False,
                  signatories: builtins.list[str] | dict[str, str] | None = None,
                  office: str | None = None, place: str | None = None,
                  issued: datetime.date | str | None = None, region: str | None = None,
                  scope: str | None = None, language: str = "id") -> Page:
        """The statement (*Berita Acara Satu Data*) as a page to sign.

        Without a number it is a draft. With `issue=True` it is issued under the number, and with a
        number alone the one issued under it is printed again, the same to the letter.
        `signatories` are "office held: name" each, or a dict from one to the other; `office` is the
        name at its head.
        """
        with self._lock:
            if number is not None and not issue:
                record = _native.statement_find(self._handle, number)
            else:
                if isinstance(signatories, dict):
                    signatories = [f"{held}: {name}" for held, name in signatories.items()]
                record = kinds.BY_PLURAL["statements"](
                    number=number, issued=issued, place=place, office=office, region=region,
                    scope=scope, language=language,
                    signatories=None if signatories is None else "\n".join(signatories))._record
                if issue:
                    _native.statement_issue(self._handle, record)
            return Page(_native.statement_page(self._handle, record, language_number(language)))

    def card(self, record: kinds.Kind | int | str, *, purpose: str | None = None,
             language: str = "id") -> Page:
        """Everything about one enterprise (*Kartu IKM*), group or person on a page: given by record, id,
        number or NIB. NIK and telephones are masked, unless a purpose is given, which is printed on the
        card and written into the log.
        """
        with self._lock:
            if isinstance(record, str):
                by_nib = self.table("enterprise").where(nib=record).first() if record.isdigit() else None
                record = by_nib if by_nib is not None else self[record]
            return Page(_native.card_page(self._handle, id_of(record), language_number(language), purpose))

    # ---- the file ----

    def backup(self, path: str | os.PathLike[str], progress: Progress | None = None) -> None:
        """Copies the register into another file while it is in use: the only right way to copy
        it. `progress(stage, done, total)` is called as it goes."""
        with self._lock:
            task = self._handle.backup(os.fspath(path))
            run_task(task, progress)

    def add_own_field(self, kind: type[kinds.Kind] | str | int, name: str, type: str = "text", *,
                      doc: str = "", format: str | None = None, indexed: bool = False,
                      personal: bool = False, dated: bool = False) -> None:
        """Declares a field of the office's own for a kind; it is kept in the file. `type` is int,
        real, text, bool, date, money, code or time; `format` a code list or validator. The table
        takes it in `where` and `add`; registers opened before see it when opened anew."""
        types = {_native.type_name(number): number for number in range(1, 10)}
        if type not in types:
            raise UsageError(f"type must be one of {', '.join(types)}",
                             f"type harus salah satu dari {', '.join(types)}")
        flags = (indexed * _native.FIELD_INDEXED | personal * _native.FIELD_PERSONAL |
                 dated * _native.FIELD_DATED)
        with self._lock:
            self._handle.add_own_field(self.table(kind)._kind, name, types[type], format, doc, flags)

    @property
    def office(self) -> str | None:
        """The office that keeps the file."""
        return self._handle.office()  # type: ignore[no-any-return]

    @property
    def number(self) -> int:
        """The number that is part of every id the register issues."""
        return int(self._handle.number())

    @property
    def read_only(self) -> bool:
        """Whether the file may only be read."""
        return bool(self._handle.is_read_only())

    @property
    def now(self) -> datetime.datetime:
        """The time by the register's clock."""
        return _EPOCH + datetime.timedelta(milliseconds=self._handle.now())

    @property
    def today(self) -> datetime.date:
        """The day it is where the office is, by the register's clock."""
        return _EPOCH.date() + datetime.timedelta(days=self._handle.today())

    @property
    def path(self) -> str:
        """The file."""
        return self._path

    @property
    def closed(self) -> bool:
        """Whether it was closed."""
        return self._store is None

    def close(self) -> None:
        """Closes the file; an open transaction is rolled back. Rows being read may be read on."""
        with self._lock:
            if self._store is not None:
                self._matcher = None
                store, self._store = self._store, None
                _native.store_close(store)

    def __enter__(self) -> "Register":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None,
                 trace: TracebackType | None) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<bina register {self._path!r}{' (closed)' if self.closed else ''}>"


def open(path: str | os.PathLike[str], *, office: str | None = None, actor: str | None = None,
         purpose: str | None = None, mode: str = "open", store_number: int = 0,
         busy_timeout: float = 5.0, language: str = "en",
         clock: datetime.datetime | None = None) -> Register:
    """Opens a register, or makes one: bina.open("lotim.db", office="52.03/1", actor="L. Alwan").

    office        who keeps the file; used when it is made
    actor         who acts; written into every commit
    purpose       what for; the reason of commits that name none
    mode          "open" (made when it is not there), "existing", "new", "read" (never changed)
    store_number  1 to 262143, used when the file is made; 0 draws one
    busy_timeout  seconds to wait for another writer
    language      "en" or "id": of sentences written into the log
    clock         a fixed time (with tzinfo) instead of the system's
    """
    if mode not in _MODES:
        raise UsageError(f"mode must be one of {', '.join(_MODES)}",
                         f"mode harus salah satu dari {', '.join(_MODES)}")
    if clock is not None and clock.tzinfo is None:
        raise UsageError("clock must have a tzinfo", "clock harus punya tzinfo")
    name = os.fspath(path)
    milliseconds = 0 if clock is None else (clock - _EPOCH) // datetime.timedelta(milliseconds=1)
    wait = round(busy_timeout * 1000)
    store = _native.open_store(name, _MODES[mode], office, actor, purpose, store_number,
                               wait if wait > 0 else -1, language_number(language), milliseconds)
    return Register(store, name)


def report_as_of(name: str) -> bool:
    """Whether a report can speak of any day; others speak of today only."""
    return bool(_native.report_as_of(name))


def reports() -> dict[str, str]:
    """The named reports, and a sentence about each."""
    names: dict[str, str] = {}
    while (name := _native.report_at(len(names))) is not None:
        names[name] = _native.report_doc(name, _native.ENGLISH)
    return names
