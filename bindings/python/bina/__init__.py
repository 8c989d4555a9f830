"""Bina: one accountable register of small enterprises out of several agencies' lists.

    import bina
    with bina.open("lotim.db", office="52.03/1", actor="L. Alwan Wijaya") as reg:
        reg.enterprises.add(name="Tenun Ikat Lestari", region="52.03.05.2001", workers=3)
        for shop in reg.enterprises.where(region__under="52.03").order_by("name"):
            print(shop.name, shop.workers)

Kinds of record are classes with documented fields: `help(bina.Enterprise)`. None is no value;
`bina.UNSET` (or not naming a field) says nothing about it. What the library refuses raises a
subclass of `bina.Error`, with `.code`, `.field`, `.rule`, `.message` and, in Indonesian, `.pesan`.
"""

from __future__ import annotations

import builtins

from . import _native, errors, kinds, reference, similarity
from ._error import Error as Error  # not in __all__, but of the package: so a type checker knows
from ._values import UNSET
from .advancing import steps_of
from .checks import Reading, check, rules, validators
from .errors import *  # noqa: F401,F403
from .files import CsvFile, ListFile, YamlFile, read_csv, read_list, read_yaml, write_yaml
from .kinds import *  # noqa: F401,F403
from .linking import Linkage, link
from .looking import Look, look
from .mapping import MappedFile, Mapping, guess_mapping, map_rows, read_mapping
from .page import Page
from .policies import (PoliciesLoaded, check_policy, policy_facts, shipped_policies,
                       write_policies)
from .register import Imported, Loaded, Register, open as open, report_as_of, reports
from .review import Review, Reviewed
from .row import Row
from .submissions import Received
from .table import Table
from .view import View
from .workbook import Workbook

__version__: str = _native.version()
# Without the names of Python's own exceptions: `from bina import *` must not take those away.
__all__ = ["UNSET", "__version__", "CsvFile", "Imported", "Linkage", "ListFile", "Loaded", "Look", "MappedFile",
           "Mapping", "Page", "PoliciesLoaded", "Reading", "Received", "Register", "Review", "Reviewed", "Row", "Table", "View", "Workbook",
           "YamlFile", "check", "check_policy",
           "guess_mapping", "link", "look", "map_rows", "policy_facts",
           "read_csv", "read_list", "read_mapping", "read_yaml", "reference", "report_as_of", "reports",
           "rules", "shipped_policies", "similarity", "steps_of", "validators", "write_policies", "write_yaml", *kinds.__all__,
           *(name for name in errors.__all__ if not hasattr(builtins, name))]
