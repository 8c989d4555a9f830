# Printed by tools/print_stubs.py from the library's own words: do not edit.

import datetime
from typing import Any, Self

from ._values import _Unset
from .row import Row
from .table import Table

class Kind(Row):
    """A record of a kind the library knows. Make one with its fields as keywords."""
    _description: Any
    def __init__(self, **fields: Any) -> None: ...
    def advance(self, verb: str, reason: str | None = None, **how: Any) -> Self: ...

BY_NUMBER: dict[int, type[Kind]]
BY_PLURAL: dict[str, type[Kind]]
def class_name(kind_name: str) -> str: ...
def field_doc(description: Any, slot: int) -> str: ...
def wrap(record: Any, register: Any = None) -> Row: ...

class Region(Kind):
    """An administrative area of Indonesia by its Kemendagri code: province, regency or city, district, village. Served from the reference tables, with editions. (*wilayah*)"""
    def __init__(self, *,
                 code: str | None | _Unset = ...,
                 name: str | None | _Unset = ...,
                 level: str | None | _Unset = ...,
                 parent: str | None | _Unset = ...,
                 first_edition: int | None | _Unset = ...,
                 last_edition: int | None | _Unset = ...,
                 bps: str | None | _Unset = ...,
                 **own: Any) -> None: ...
    id: int | None
    """Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. (int; set by the store)"""
    revision: int | None
    """Counts the changes of the record; an update must carry the one it read. (int; set by the store)"""
    code: str | None
    """Kemendagri code with dots: PP, PP.KK, PP.KK.CC or PP.KK.CC.DDDD. (text; required)"""
    name: str | None
    """Official name in the edition, without the word for the level. (text; required)"""
    level: str | None
    """Which level of government. (code; one of province, regency, city, district, kelurahan, desa, desa_adat)"""
    parent: str | None
    """Code of the area that contains it; none for a province. (text)"""
    first_edition: int | None
    """First edition (a year) on hand that lists it under this code and name. (int)"""
    last_edition: int | None
    """Last edition (a year) that lists it; none while it is in force. (int)"""
    bps: str | None
    """BPS code (2018) at province and regency level; the two systems look alike and differ. (text)"""

class Succession(Kind):
    """What became of an area between two editions: renamed, moved, split or merged. (*perubahan wilayah*)"""
    def __init__(self, *,
                 from_code: str | None | _Unset = ...,
                 to_code: str | None | _Unset = ...,
                 edition: int | None | _Unset = ...,
                 nature: str | None | _Unset = ...,
                 confidence: int | None | _Unset = ...,
                 **own: Any) -> None: ...
    id: int | None
    """Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. (int; set by the store)"""
    revision: int | None
    """Counts the changes of the record; an update must carry the one it read. (int; set by the store)"""
    from_code: str | None
    """Code in the earlier edition. (text; required)"""
    to_code: str | None
    """Code in the later edition; none when nothing is known to have followed. (text)"""
    edition: int | None
    """The edition (a year) that first has the new code. (int)"""
    nature: str | None
    """What happened, as read from the lists: names and parents, not the decrees. (code; one of renamed, moved, split, merged, retired)"""
    confidence: int | None
    """How sure, in percent, that the lists mean it so (data/README.md tells how it is worked out). (int)"""

class Industry(Kind):
    """A class of the Indonesian standard industrial classification (KBLI), with its edition. (*lapangan usaha*)"""
    def __init__(self, *,
                 code: str | None | _Unset = ...,
                 edition: int | None | _Unset = ...,
                 title: str | None | _Unset = ...,
                 section: str | None | _Unset = ...,
                 parent: str | None | _Unset = ...,
                 **own: Any) -> None: ...
    id: int | None
    """Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. (int; set by the store)"""
    revision: int | None
    """Counts the changes of the record; an update must carry the one it read. (int; set by the store)"""
    code: str | None
    """2 to 5 digits, as text: leading zeros count. (text; required)"""
    edition: int | None
    """Year of the classification, such as 2020. (int; required)"""
    title: str | None
    """Official title. (text)"""
    section: str | None
    """Letter A to U; C is manufacturing. (text)"""
    parent: str | None
    """The class one digit shorter. (text)"""

class Commodity(Kind):
    """What an area makes or could make: ikat cloth, furniture, cashew. (*komoditas*)"""
    def __init__(self, *,
                 name: str | None | _Unset = ...,
                 activity: str | None | _Unset = ...,
                 activity_edition: int | None | _Unset = ...,
                 unit: str | None | _Unset = ...,
                 **own: Any) -> None: ...
    id: int | None
    """Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. (int; set by the store)"""
    revision: int | None
    """Counts the changes of the record; an update must carry the one it read. (int; set by the store)"""
    name: str | None
    """Common name. (text; required)"""
    activity: str | None
    """KBLI class of those who make it. (text)"""
    activity_edition: int | None
    """Edition of the KBLI code. (int)"""
    unit: str | None
    """Unit in which it is counted. (text)"""

class Potential(Kind):
    """What a region has: a natural resource, a skill, or a commodity declared its flagship. (*potensi daerah*)"""
    def __init__(self, *,
                 region: str | None | _Unset = ...,
                 commodity: int | Kind | None | _Unset = ...,
                 nature: str | None | _Unset = ...,
                 strength: int | None | _Unset = ...,
                 source: str | None | _Unset = ...,
                 **own: Any) -> None: ...
    id: int | None
    """Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. (int; set by the store)"""
    revision: int | None
    """Counts the changes of the record; an update must carry the one it read. (int; set by the store)"""
    region: str | None
    """Kemendagri code. (text; required)"""
    commodity: int | None
    """The commodity. (ref; required)"""
    nature: str | None
    """Natural, skill, or declared flagship. (code; required; one of natural, skill, flagship)"""
    strength: int | None
    """1 (weak) to 5 (strong), as the source judges. (int)"""
    source: str | None
    """Who says so: decree, survey, plan. (text)"""

class Person(Kind):
    """A human being. Many have one name only. (*orang*)"""
    def __init__(self, *,
                 name: str | None | _Unset = ...,
                 titles: str | None | _Unset = ...,
                 nik: str | None | _Unset = ...,
                 sex: str | None | _Unset = ...,
                 born: datetime.date | str | None | _Unset = ...,
                 died: datetime.date | str | None | _Unset = ...,
                 household: int | Kind | None | _Unset = ...,
                 region: str | None | _Unset = ...,
                 region_edition: int | None | _Unset = ...,
                 address: str | None | _Unset = ...,
                 merged_into: int | Kind | None | _Unset = ...,
                 **own: Any) -> None: ...
    id: int | None
    """Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. (int; set by the store)"""
    revision: int | None
    """Counts the changes of the record; an update must carry the one it read. (int; set by the store)"""
    number: str | None
    """Short number for paper, with a check character. (text; set by the store)"""
    name: str | None
    """Name as the person gives it, without titles. (text; required; personal)"""
    titles: str | None
    """Titles as written: H., Lalu, S.Pd. (text)"""
    nik: str | None
    """Population number, 16 digits as text. Has no check digit; names the place of first registration. (text; personal)"""
    sex: str | None
    """Sex. (code; one of male, female)"""
    born: datetime.date | None
    """Date of birth; may differ from the one inside the NIK. (date; personal)"""
    died: datetime.date | None
    """Date of death. (date)"""
    household: int | None
    """The household the person belongs to. (ref; dated)"""
    region: str | None
    """Where the person lives; Kemendagri code. (text; dated)"""
    region_edition: int | None
    """Edition of the region code; none means the latest known when written. (int)"""
    address: str | None
    """Address below the village. (text; personal)"""
    merged_into: int | None
    """The record that stands for the same person since a merge. (ref)"""
    age: int | None
    """Completed years on the date asked about. (int; derived)"""

class Household(Kind):
    """People on one family card (KK): the unit in which double help is counted. (*keluarga*)"""
    def __init__(self, *,
                 card: str | None | _Unset = ...,
                 region: str | None | _Unset = ...,
                 region_edition: int | None | _Unset = ...,
                 address: str | None | _Unset = ...,
                 **own: Any) -> None: ...
    id: int | None
    """Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. (int; set by the store)"""
    revision: int | None
    """Counts the changes of the record; an update must carry the one it read. (int; set by the store)"""
    card: str | None
    """Family card number, 16 digits. (text; personal)"""
    region: str | None
    """Kemendagri code of the village. (text)"""
    region_edition: int | None
    """Edition of the region code. (int)"""
    address: str | None
    """Address below the village. (text; personal)"""

class Enterprise(Kind):
    """A business: home industry, IKM or UMKM. Its name may be missing: home industries often have none. (*usaha*)"""
    def __init__(self, *,
                 name: str | None | _Unset = ...,
                 nib: str | None | _Unset = ...,
                 region: str | None | _Unset = ...,
                 region_edition: int | None | _Unset = ...,
                 address: str | None | _Unset = ...,
                 activity: str | None | _Unset = ...,
                 activity_edition: int | None | _Unset = ...,
                 product: str | None | _Unset = ...,
                 scope: str | None | _Unset = ...,
                 stage: str | None | _Unset = ...,
                 status: str | None | _Unset = ...,
                 founded: int | None | _Unset = ...,
                 workers: int | None | _Unset = ...,
                 investment: int | None | _Unset = ...,
                 capital: int | None | _Unset = ...,
                 sales: int | None | _Unset = ...,
                 latitude: float | None | _Unset = ...,
                 longitude: float | None | _Unset = ...,
                 sentra: int | Kind | None | _Unset = ...,
                 merged_into: int | Kind | None | _Unset = ...,
                 began: datetime.date | str | None | _Unset = ...,
                 net_assets: int | None | _Unset = ...,
                 **own: Any) -> None: ...
    id: int | None
    """Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. (int; set by the store)"""
    revision: int | None
    """Counts the changes of the record; an update must carry the one it read. (int; set by the store)"""
    number: str | None
    """Short number for paper, with a check character. (text; set by the store)"""
    name: str | None
    """Trade name as used; none for many home industries. (text)"""
    nib: str | None
    """Business identity number of OSS, 13 digits as text. (text)"""
    region: str | None
    """Kemendagri code of the village (or, if unknown, district or regency) of its main place. (text; dated)"""
    region_edition: int | None
    """Edition of the region code; none means the latest known when written. (int)"""
    address: str | None
    """Address below the village: street, hamlet, RT/RW. (text; personal)"""
    activity: str | None
    """KBLI class of the main activity. (text)"""
    activity_edition: int | None
    """Edition of the KBLI code. (int)"""
    product: str | None
    """Main product in the owner's words, such as 'kerupuk ikan'. (text)"""
    scope: str | None
    """Industry, trade, service, or unknown: what counts towards which figure. (code; one of industry, trade, service, unknown)"""
    stage: str | None
    """Stage of a home industry (Permen PPPA 2/2016). (code; one of beginner, growing, advanced)"""
    status: str | None
    """Whether it works; dated, so that a past day can be counted. (code; dated; one of prospective, active, seasonal_rest, paused, not_found, closed, moved_away)"""
    founded: int | None
    """Year the business began. (int)"""
    workers: int | None
    """Workers, owner included. (int; dated)"""
    investment: int | None
    """Investment without land and building, in rupiah (Permenperin 64/2016). (money; dated)"""
    capital: int | None
    """Capital without land and building, in rupiah (PP 7/2021). (money; dated)"""
    sales: int | None
    """Sales of a year, in rupiah. (money; dated)"""
    latitude: float | None
    """Degrees north, WGS 84. (real)"""
    longitude: float | None
    """Degrees east, WGS 84. (real)"""
    sentra: int | None
    """The cluster it works in. (ref; dated)"""
    merged_into: int | None
    """The record that stands for the same enterprise since a merge. (ref)"""
    size_class: str | None
    """Micro, small, medium or large by capital or sales (PP 7/2021 Art. 35), on the date asked about. (code; derived; one of micro, small, medium, large)"""
    began: datetime.date | None
    """First day of work, if known; before it the enterprise is not counted. (date)"""
    net_assets: int | None
    """Net assets without land and building, in rupiah (UU 20/2008). (money; dated)"""
    size_class_old: str | None
    """Class by UU 20/2008, which lists still use: by sales, else net assets, else capital. (code; derived; one of micro, small, medium, large)"""
    size_class_industry: str | None
    """Small, medium or large by workers and investment (Permenperin 64/2016); it has no micro. (code; derived; one of micro, small, medium, large)"""
    size_class_bps: str | None
    """Class by workers alone, as BPS counts industry. (code; derived; one of micro, small, medium, large)"""

class Ownership(Kind):
    """Who owns, manages or inherited an enterprise, and from when to when. (*kepemilikan*)"""
    def __init__(self, *,
                 party: int | Kind | None | _Unset = ...,
                 enterprise: int | Kind | None | _Unset = ...,
                 role: str | None | _Unset = ...,
                 valid_from: datetime.date | str | None | _Unset = ...,
                 valid_to: datetime.date | str | None | _Unset = ...,
                 **own: Any) -> None: ...
    id: int | None
    """Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. (int; set by the store)"""
    revision: int | None
    """Counts the changes of the record; an update must carry the one it read. (int; set by the store)"""
    party: int | None
    """The owner or manager. (ref; required)"""
    enterprise: int | None
    """The enterprise. (ref; required)"""
    role: str | None
    """Owner, manager or heir. (code; required; one of owner, manager, heir)"""
    valid_from: datetime.date | None
    """First day, if known. (date)"""
    valid_to: datetime.date | None
    """Last day; none while it holds. (date)"""

class Site(Kind):
    """A place where an enterprise works: home, stall, sentra, or none fixed. (*tempat usaha*)"""
    def __init__(self, *,
                 enterprise: int | Kind | None | _Unset = ...,
                 nature: str | None | _Unset = ...,
                 region: str | None | _Unset = ...,
                 region_edition: int | None | _Unset = ...,
                 address: str | None | _Unset = ...,
                 hamlet: str | None | _Unset = ...,
                 rt: int | None | _Unset = ...,
                 rw: int | None | _Unset = ...,
                 latitude: float | None | _Unset = ...,
                 longitude: float | None | _Unset = ...,
                 valid_from: datetime.date | str | None | _Unset = ...,
                 valid_to: datetime.date | str | None | _Unset = ...,
                 **own: Any) -> None: ...
    id: int | None
    """Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. (int; set by the store)"""
    revision: int | None
    """Counts the changes of the record; an update must carry the one it read. (int; set by the store)"""
    enterprise: int | None
    """The enterprise. (ref; required)"""
    nature: str | None
    """Home, stall, sentra, mobile. (code; one of home, workshop, stall, sentra, mobile)"""
    region: str | None
    """Kemendagri code. (text)"""
    region_edition: int | None
    """Edition of the region code. (int)"""
    address: str | None
    """Street and number. (text; personal)"""
    hamlet: str | None
    """Dusun, lingkungan, banjar or other part of the village. (text)"""
    rt: int | None
    """Neighbourhood number. (int)"""
    rw: int | None
    """Ward number. (int)"""
    latitude: float | None
    """Degrees north, WGS 84. (real)"""
    longitude: float | None
    """Degrees east, WGS 84. (real)"""
    valid_from: datetime.date | None
    """First day, if known. (date)"""
    valid_to: datetime.date | None
    """Last day; none while in use. (date)"""

class Contact(Kind):
    """A phone number or other way to reach a party; often somebody else's. (*kontak*)"""
    def __init__(self, *,
                 party: int | Kind | None | _Unset = ...,
                 system: str | None | _Unset = ...,
                 value: str | None | _Unset = ...,
                 whose: str | None | _Unset = ...,
                 valid_from: datetime.date | str | None | _Unset = ...,
                 valid_to: datetime.date | str | None | _Unset = ...,
                 **own: Any) -> None: ...
    id: int | None
    """Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. (int; set by the store)"""
    revision: int | None
    """Counts the changes of the record; an update must carry the one it read. (int; set by the store)"""
    party: int | None
    """Whom it reaches. (ref; required)"""
    system: str | None
    """Phone, e-mail, other. (code; required; one of phone, email, social, web)"""
    value: str | None
    """Phones in the form +62... (text; required; personal)"""
    whose: str | None
    """Own, coordinator's, neighbour's. (code; one of own, coordinator, family, neighbour, shared)"""
    valid_from: datetime.date | None
    """First day, if known. (date)"""
    valid_to: datetime.date | None
    """Last day; none while in use. (date)"""

class Identifier(Kind):
    """A number some system gave a party: NPWP, SIINas account, an agency's own row number. (*nomor identitas*)"""
    def __init__(self, *,
                 party: int | Kind | None | _Unset = ...,
                 system: str | None | _Unset = ...,
                 value: str | None | _Unset = ...,
                 verified_by: str | None | _Unset = ...,
                 valid_from: datetime.date | str | None | _Unset = ...,
                 valid_to: datetime.date | str | None | _Unset = ...,
                 **own: Any) -> None: ...
    id: int | None
    """Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. (int; set by the store)"""
    revision: int | None
    """Counts the changes of the record; an update must carry the one it read. (int; set by the store)"""
    party: int | None
    """Whose number it is. (ref; required)"""
    system: str | None
    """Who issues it. (code; required; one of npwp, siinas, sidt, agency, former_id)"""
    value: str | None
    """The number, as text. (text; required; personal)"""
    verified_by: str | None
    """Who saw the paper. (text)"""
    valid_from: datetime.date | None
    """First day, if known. (date)"""
    valid_to: datetime.date | None
    """Last day; none while valid. (date)"""

class Group(Kind):
    """People who work together: KUB, weavers, KWT. Equipment often goes to groups only. (*kelompok*)"""
    def __init__(self, *,
                 name: str | None | _Unset = ...,
                 nature: str | None | _Unset = ...,
                 region: str | None | _Unset = ...,
                 region_edition: int | None | _Unset = ...,
                 activity: str | None | _Unset = ...,
                 founded: datetime.date | str | None | _Unset = ...,
                 merged_into: int | Kind | None | _Unset = ...,
                 state: str | None | _Unset = ...,
                 split_from: int | Kind | None | _Unset = ...,
                 evidence: str | None | _Unset = ...,
                 joined: int | Kind | None | _Unset = ...,
                 **own: Any) -> None: ...
    id: int | None
    """Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. (int; set by the store)"""
    revision: int | None
    """Counts the changes of the record; an update must carry the one it read. (int; set by the store)"""
    number: str | None
    """Short number for paper, with a check character. (text; set by the store)"""
    name: str | None
    """Name of the group; several groups may share one. (text; required)"""
    nature: str | None
    """KUB, KUBE, KWT, other. (code; one of kub, kube, kwt, poklahsar, cooperative, other)"""
    region: str | None
    """Kemendagri code. (text)"""
    region_edition: int | None
    """Edition of the region code. (int)"""
    activity: str | None
    """KBLI class of what it makes. (text)"""
    founded: datetime.date | None
    """Day of founding. (date)"""
    merged_into: int | None
    """The record that stands for the same group since a merge. (ref)"""
    state: str | None
    """Active, split, merged, dissolved. (code; dated; one of active, split, merged, dissolved)"""
    split_from: int | None
    """The group it was a part of. (ref)"""
    evidence: str | None
    """Where a past state comes from, when the record is declared in it. (text)"""
    joined: int | None
    """The group it joined when it merged; merged_into is for one group recorded twice. (ref)"""

class Membership(Kind):
    """Who belongs to a group, in which role, from when to when. (*keanggotaan*)"""
    def __init__(self, *,
                 member_of: int | Kind | None | _Unset = ...,
                 member: int | Kind | None | _Unset = ...,
                 role: str | None | _Unset = ...,
                 valid_from: datetime.date | str | None | _Unset = ...,
                 valid_to: datetime.date | str | None | _Unset = ...,
                 **own: Any) -> None: ...
    id: int | None
    """Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. (int; set by the store)"""
    revision: int | None
    """Counts the changes of the record; an update must carry the one it read. (int; set by the store)"""
    member_of: int | None
    """The group. (ref; required)"""
    member: int | None
    """The person or enterprise. (ref; required)"""
    role: str | None
    """Chair, secretary, treasurer, member. (code; one of chair, secretary, treasurer, member)"""
    valid_from: datetime.date | None
    """First day, if known. (date)"""
    valid_to: datetime.date | None
    """Last day; none while it holds. (date)"""

class Sentra(Kind):
    """An industrial cluster: at least five units in one place with the same product, material or process (PP 29/2018 Art. 1). (*sentra*)"""
    def __init__(self, *,
                 name: str | None | _Unset = ...,
                 region: str | None | _Unset = ...,
                 commodity: int | Kind | None | _Unset = ...,
                 status: str | None | _Unset = ...,
                 facilities: str | None | _Unset = ...,
                 **own: Any) -> None: ...
    id: int | None
    """Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. (int; set by the store)"""
    revision: int | None
    """Counts the changes of the record; an update must carry the one it read. (int; set by the store)"""
    name: str | None
    """Name of the cluster. (text; required)"""
    region: str | None
    """Kemendagri code. (text; required)"""
    commodity: int | None
    """What it makes. (ref)"""
    status: str | None
    """Proposed, active, dormant. (code; dated; one of proposed, active, dormant)"""
    facilities: str | None
    """Shared facilities, in words. (text)"""

class Organisation(Kind):
    """A body that is neither a small enterprise nor a group: agency, university, retailer, bank, craft council. (*lembaga*)"""
    def __init__(self, *,
                 name: str | None | _Unset = ...,
                 short_name: str | None | _Unset = ...,
                 nature: str | None | _Unset = ...,
                 region: str | None | _Unset = ...,
                 valid_from: datetime.date | str | None | _Unset = ...,
                 valid_to: datetime.date | str | None | _Unset = ...,
                 **own: Any) -> None: ...
    id: int | None
    """Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. (int; set by the store)"""
    revision: int | None
    """Counts the changes of the record; an update must carry the one it read. (int; set by the store)"""
    name: str | None
    """Name; offices merge and are renamed, so keep the period. (text; required)"""
    short_name: str | None
    """Short form, such as Disperindag. (text)"""
    nature: str | None
    """What it is. (code; required; one of agency, university, firm, retailer, bank, craft_council, religious_body, health_body, task_force, village, other)"""
    region: str | None
    """Kemendagri code of the area it serves. (text)"""
    valid_from: datetime.date | None
    """First day under this name, if known. (date)"""
    valid_to: datetime.date | None
    """Last day; none while it exists. (date)"""

class Partnership(Kind):
    """Two parties who work together: supplier, offtaker, mentor. (*kemitraan*)"""
    def __init__(self, *,
                 party: int | Kind | None | _Unset = ...,
                 partner: int | Kind | None | _Unset = ...,
                 nature: str | None | _Unset = ...,
                 valid_from: datetime.date | str | None | _Unset = ...,
                 valid_to: datetime.date | str | None | _Unset = ...,
                 **own: Any) -> None: ...
    id: int | None
    """Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. (int; set by the store)"""
    revision: int | None
    """Counts the changes of the record; an update must carry the one it read. (int; set by the store)"""
    party: int | None
    """One side. (ref; required)"""
    partner: int | None
    """The other side. (ref; required)"""
    nature: str | None
    """What the partner does for the party. (code; required; one of supplier, offtaker, mentor, finance, other)"""
    valid_from: datetime.date | None
    """First day, if known. (date)"""
    valid_to: datetime.date | None
    """Last day; none while it holds. (date)"""

class Consent(Kind):
    """What a person allowed to be done with their data (UU 27/2022), and when they took it back. (*persetujuan*)"""
    def __init__(self, *,
                 person: int | Kind | None | _Unset = ...,
                 purpose: str | None | _Unset = ...,
                 basis: str | None | _Unset = ...,
                 given: datetime.date | str | None | _Unset = ...,
                 withdrawn: datetime.date | str | None | _Unset = ...,
                 **own: Any) -> None: ...
    id: int | None
    """Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. (int; set by the store)"""
    revision: int | None
    """Counts the changes of the record; an update must carry the one it read. (int; set by the store)"""
    person: int | None
    """Who consents. (ref; required)"""
    purpose: str | None
    """What for. (text; required)"""
    basis: str | None
    """Lawful basis. (code; one of consent, contract, legal_duty, vital_interest, public_task, legitimate_interest)"""
    given: datetime.date | None
    """Day it was given. (date; required)"""
    withdrawn: datetime.date | None
    """Day it was taken back. (date)"""

class Licence(Kind):
    """A permit or mark: PIRT, BPOM MD, halal, brand, SNI. The NIB of an enterprise stands on the enterprise. (*legalitas*)"""
    def __init__(self, *,
                 holder: int | Kind | None | _Unset = ...,
                 nature: str | None | _Unset = ...,
                 number: str | None | _Unset = ...,
                 state: str | None | _Unset = ...,
                 issuer: str | None | _Unset = ...,
                 issued: datetime.date | str | None | _Unset = ...,
                 expires: datetime.date | str | None | _Unset = ...,
                 **own: Any) -> None: ...
    id: int | None
    """Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. (int; set by the store)"""
    revision: int | None
    """Counts the changes of the record; an update must carry the one it read. (int; set by the store)"""
    holder: int | None
    """Who or what holds it; PIRT and MD belong to a product. (ref; required)"""
    nature: str | None
    """Which permit or mark. (code; required; one of pirt, bpom_md, halal, brand, sni, standard, other)"""
    number: str | None
    """Number as printed. (text)"""
    state: str | None
    """In process, valid, suspended, revoked, expired. (code; dated; one of in_process, valid, suspended, revoked, expired)"""
    issuer: str | None
    """Who issued it. (text)"""
    issued: datetime.date | None
    """Day of issue. (date)"""
    expires: datetime.date | None
    """Last day of validity; none if unlimited. (date)"""

class Document(Kind):
    """A paper that proves something: letter, decree (SK), handover minutes (BAST), photo. (*dokumen*)"""
    def __init__(self, *,
                 subject: int | Kind | None | _Unset = ...,
                 nature: str | None | _Unset = ...,
                 number: str | None | _Unset = ...,
                 dated_on: datetime.date | str | None | _Unset = ...,
                 title: str | None | _Unset = ...,
                 file_name: str | None | _Unset = ...,
                 file_hash: str | None | _Unset = ...,
                 **own: Any) -> None: ...
    id: int | None
    """Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. (int; set by the store)"""
    revision: int | None
    """Counts the changes of the record; an update must carry the one it read. (int; set by the store)"""
    subject: int | None
    """The record it is about. (ref; required)"""
    nature: str | None
    """What paper it is. (code; required; one of letter, decree, handover, minutes, photo, scan, other, note)"""
    number: str | None
    """Number on the paper. (text)"""
    dated_on: datetime.date | None
    """Date on the paper. (date)"""
    title: str | None
    """What it says it is about. (text; personal)"""
    file_name: str | None
    """Where the scan is kept. (text)"""
    file_hash: str | None
    """BLAKE2b-256 of the scan, hexadecimal. (text)"""

class Product(Kind):
    """A thing an enterprise or group makes and sells; the unit that stands on a shelf. (*produk*)"""
    def __init__(self, *,
                 maker: int | Kind | None | _Unset = ...,
                 name: str | None | _Unset = ...,
                 brand: str | None | _Unset = ...,
                 gtin: str | None | _Unset = ...,
                 commodity: int | Kind | None | _Unset = ...,
                 price: int | None | _Unset = ...,
                 unit: str | None | _Unset = ...,
                 shelf_life: int | None | _Unset = ...,
                 capacity: float | None | _Unset = ...,
                 replaces: int | Kind | None | _Unset = ...,
                 **own: Any) -> None: ...
    id: int | None
    """Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. (int; set by the store)"""
    revision: int | None
    """Counts the changes of the record; an update must carry the one it read. (int; set by the store)"""
    maker: int | None
    """Who makes it. (ref; required)"""
    name: str | None
    """Name on the label. (text; required)"""
    brand: str | None
    """Brand on the label. (text)"""
    gtin: str | None
    """Trade item number under the barcode; its prefix does not name the maker. (text)"""
    commodity: int | None
    """What it is. (ref)"""
    price: int | None
    """Price to the buyer, in rupiah a unit. (money; dated)"""
    unit: str | None
    """Unit sold, such as '250 g bungkus'. (text)"""
    shelf_life: int | None
    """Days at room temperature. (int)"""
    capacity: float | None
    """Units a month. (real; dated)"""
    replaces: int | None
    """The product it takes the place of. (ref)"""

class Outlet(Kind):
    """One shop of a retailer. (*gerai*)"""
    def __init__(self, *,
                 retailer: int | Kind | None | _Unset = ...,
                 code: str | None | _Unset = ...,
                 name: str | None | _Unset = ...,
                 format: str | None | _Unset = ...,
                 region: str | None | _Unset = ...,
                 address: str | None | _Unset = ...,
                 latitude: float | None | _Unset = ...,
                 longitude: float | None | _Unset = ...,
                 state: str | None | _Unset = ...,
                 began: datetime.date | str | None | _Unset = ...,
                 evidence: str | None | _Unset = ...,
                 **own: Any) -> None: ...
    id: int | None
    """Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. (int; set by the store)"""
    revision: int | None
    """Counts the changes of the record; an update must carry the one it read. (int; set by the store)"""
    retailer: int | None
    """The chain. (ref; required)"""
    code: str | None
    """The chain's code for it. (text)"""
    name: str | None
    """Name. (text; required)"""
    format: str | None
    """Minimarket, supermarket, hypermarket, other. (code; one of minimarket, supermarket, hypermarket, other)"""
    region: str | None
    """Kemendagri code. (text)"""
    address: str | None
    """Street and number. (text)"""
    latitude: float | None
    """Degrees north, WGS 84. (real)"""
    longitude: float | None
    """Degrees east, WGS 84. (real)"""
    state: str | None
    """Open, closed. (code; dated; one of open, closed)"""
    began: datetime.date | None
    """Day it opened; today when not said. (date)"""
    evidence: str | None
    """Where a past state comes from, when the record is declared in it. (text)"""

class Agreement(Kind):
    """What a retailer and an office or maker agreed: terms, period, quota. (*kesepakatan*)"""
    def __init__(self, *,
                 retailer: int | Kind | None | _Unset = ...,
                 party: int | Kind | None | _Unset = ...,
                 number: str | None | _Unset = ...,
                 sale_mode: str | None | _Unset = ...,
                 margin: int | None | _Unset = ...,
                 trading_terms: int | None | _Unset = ...,
                 listing_fee: int | None | _Unset = ...,
                 listing_fee_most: int | None | _Unset = ...,
                 outlet_format: str | None | _Unset = ...,
                 days_to_pay: int | None | _Unset = ...,
                 quota: int | None | _Unset = ...,
                 signed_on: datetime.date | str | None | _Unset = ...,
                 starts: datetime.date | str | None | _Unset = ...,
                 ends: datetime.date | str | None | _Unset = ...,
                 state: str | None | _Unset = ...,
                 began: datetime.date | str | None | _Unset = ...,
                 evidence: str | None | _Unset = ...,
                 **own: Any) -> None: ...
    id: int | None
    """Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. (int; set by the store)"""
    revision: int | None
    """Counts the changes of the record; an update must carry the one it read. (int; set by the store)"""
    retailer: int | None
    """The retailer. (ref; required)"""
    party: int | None
    """The other side. (ref; required)"""
    number: str | None
    """Number of the paper. (text)"""
    sale_mode: str | None
    """Outright, consignment, private label. (code; required; one of outright, consignment, private_label)"""
    margin: int | None
    """The retailer's margin, in hundredths of a percent. (int)"""
    trading_terms: int | None
    """Charges of trading terms apart from regular discount, in hundredths of a percent of sales. (int)"""
    listing_fee: int | None
    """Listing fee for one new item in one shop, in rupiah. (money)"""
    listing_fee_most: int | None
    """Listing fee for one new item in all shops together, in rupiah. (money)"""
    outlet_format: str | None
    """The kind of shop the fees are for. (code; one of minimarket, supermarket, hypermarket, other)"""
    days_to_pay: int | None
    """Days from complete papers to payment. (int)"""
    quota: int | None
    """How many products at most; none: not said. (int)"""
    signed_on: datetime.date | None
    """Day of signing. (date)"""
    starts: datetime.date | None
    """First day. (date)"""
    ends: datetime.date | None
    """Last day; none: not said. (date)"""
    state: str | None
    """Draft, in force, ended, terminated. (code; dated; one of draft, in_force, ended, terminated)"""
    began: datetime.date | None
    """Day it was drafted; today when not said. (date)"""
    evidence: str | None
    """Where a past state comes from, when the record is declared in it. (text)"""

class Curation(Kind):
    """One look at a product for a retailer: passed, returned, rejected. (*kurasi*)"""
    def __init__(self, *,
                 product: int | Kind | None | _Unset = ...,
                 retailer: int | Kind | None | _Unset = ...,
                 submitted: datetime.date | str | None | _Unset = ...,
                 decided: datetime.date | str | None | _Unset = ...,
                 curator: str | None | _Unset = ...,
                 result: str | None | _Unset = ...,
                 note: str | None | _Unset = ...,
                 **own: Any) -> None: ...
    id: int | None
    """Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. (int; set by the store)"""
    revision: int | None
    """Counts the changes of the record; an update must carry the one it read. (int; set by the store)"""
    product: int | None
    """The product. (ref; required)"""
    retailer: int | None
    """For whom; none: for any. (ref)"""
    submitted: datetime.date | None
    """The day it was handed in. (date; required)"""
    decided: datetime.date | None
    """The day of the decision. (date)"""
    curator: str | None
    """Who looked. (text)"""
    result: str | None
    """Passed, returned for mending, rejected; none while it is looked at. (code; one of passed, returned, rejected)"""
    note: str | None
    """What is to be mended. (text)"""

class Listing(Kind):
    """A product accepted by a chain. (*pendaftaran di ritel*)"""
    def __init__(self, *,
                 product: int | Kind | None | _Unset = ...,
                 retailer: int | Kind | None | _Unset = ...,
                 agreement: int | Kind | None | _Unset = ...,
                 item_code: str | None | _Unset = ...,
                 price: int | None | _Unset = ...,
                 state: str | None | _Unset = ...,
                 began: datetime.date | str | None | _Unset = ...,
                 evidence: str | None | _Unset = ...,
                 **own: Any) -> None: ...
    id: int | None
    """Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. (int; set by the store)"""
    revision: int | None
    """Counts the changes of the record; an update must carry the one it read. (int; set by the store)"""
    product: int | None
    """The product. (ref; required)"""
    retailer: int | None
    """The chain. (ref; required)"""
    agreement: int | None
    """Under which terms. (ref)"""
    item_code: str | None
    """The chain's own number for it. (text)"""
    price: int | None
    """Price to the chain, in rupiah a unit. (money; dated)"""
    state: str | None
    """Proposed, in curation, returned, accepted, listed, suspended, delisted, rejected. (code; dated; one of proposed, in_curation, returned, accepted, listed, suspended, delisted, rejected)"""
    began: datetime.date | None
    """Day it was proposed; today when not said. (date)"""
    evidence: str | None
    """Where a past state comes from, when the record is declared in it. (text)"""

class Placement(Kind):
    """A listed product on the shelf of a shop, or of all shops of a chain. (*penempatan*)"""
    def __init__(self, *,
                 listing: int | Kind | None | _Unset = ...,
                 outlet: int | Kind | None | _Unset = ...,
                 facings: int | None | _Unset = ...,
                 state: str | None | _Unset = ...,
                 began: datetime.date | str | None | _Unset = ...,
                 evidence: str | None | _Unset = ...,
                 **own: Any) -> None: ...
    id: int | None
    """Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. (int; set by the store)"""
    revision: int | None
    """Counts the changes of the record; an update must carry the one it read. (int; set by the store)"""
    listing: int | None
    """The listing. (ref; required)"""
    outlet: int | None
    """The shop; none: wherever the chain sells. (ref)"""
    facings: int | None
    """How many stand side by side. (int)"""
    state: str | None
    """Planned, on the shelf, suspended, ended. (code; dated; one of planned, on_shelf, suspended, ended)"""
    began: datetime.date | None
    """Day it was planned; today when not said. (date)"""
    evidence: str | None
    """Where a past state comes from, when the record is declared in it. (text)"""

class Sale(Kind):
    """What was delivered, sold and returned of a product in a period. (*penjualan*)"""
    def __init__(self, *,
                 listing: int | Kind | None | _Unset = ...,
                 product: int | Kind | None | _Unset = ...,
                 outlet: int | Kind | None | _Unset = ...,
                 day_from: datetime.date | str | None | _Unset = ...,
                 day_to: datetime.date | str | None | _Unset = ...,
                 delivered: int | None | _Unset = ...,
                 sold: int | None | _Unset = ...,
                 returned: int | None | _Unset = ...,
                 amount: int | None | _Unset = ...,
                 due: datetime.date | str | None | _Unset = ...,
                 country: str | None | _Unset = ...,
                 grade: str | None | _Unset = ...,
                 **own: Any) -> None: ...
    id: int | None
    """Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. (int; set by the store)"""
    revision: int | None
    """Counts the changes of the record; an update must carry the one it read. (int; set by the store)"""
    listing: int | None
    """The listing it was sold under; none: outside retail. (ref)"""
    product: int | None
    """The product. (ref; required)"""
    outlet: int | None
    """The shop; none: all shops together. (ref)"""
    day_from: datetime.date | None
    """First day of the period. (date; required)"""
    day_to: datetime.date | None
    """Last day of the period. (date; required)"""
    delivered: int | None
    """Units delivered (sell-in). (int)"""
    sold: int | None
    """Units sold to shoppers (sell-through). (int)"""
    returned: int | None
    """Units sent back. (int)"""
    amount: int | None
    """What the maker is owed for it, in rupiah. (money)"""
    due: datetime.date | None
    """When it is to be paid. (date)"""
    country: str | None
    """ISO 3166 code of the buyer's country; none: Indonesia. (text)"""
    grade: str | None
    """How the figure is known. (code; one of declared, documented, inspected, reconciled)"""

class Settlement(Kind):
    """Money that came for sales. (*pelunasan*)"""
    def __init__(self, *,
                 sale: int | Kind | None | _Unset = ...,
                 amount: int | None | _Unset = ...,
                 paid: datetime.date | str | None | _Unset = ...,
                 paper: int | Kind | None | _Unset = ...,
                 **own: Any) -> None: ...
    id: int | None
    """Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. (int; set by the store)"""
    revision: int | None
    """Counts the changes of the record; an update must carry the one it read. (int; set by the store)"""
    sale: int | None
    """The sale. (ref; required)"""
    amount: int | None
    """In rupiah. (money; required)"""
    paid: datetime.date | None
    """The day. (date; required)"""
    paper: int | None
    """The paper. (ref)"""

class Lead(Kind):
    """A buyer's interest in a product. (*minat pembeli*)"""
    def __init__(self, *,
                 product: int | Kind | None | _Unset = ...,
                 buyer: int | Kind | None | _Unset = ...,
                 buyer_name: str | None | _Unset = ...,
                 stated: datetime.date | str | None | _Unset = ...,
                 quantity: int | None | _Unset = ...,
                 country: str | None | _Unset = ...,
                 state: str | None | _Unset = ...,
                 began: datetime.date | str | None | _Unset = ...,
                 evidence: str | None | _Unset = ...,
                 **own: Any) -> None: ...
    id: int | None
    """Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. (int; set by the store)"""
    revision: int | None
    """Counts the changes of the record; an update must carry the one it read. (int; set by the store)"""
    product: int | None
    """The product. (ref; required)"""
    buyer: int | None
    """The buyer. (ref)"""
    buyer_name: str | None
    """The buyer, when not a record. (text)"""
    stated: datetime.date | None
    """The day. (date; required)"""
    quantity: int | None
    """How many a month. (int)"""
    country: str | None
    """ISO 3166 code of the buyer's country; none: Indonesia. (text)"""
    state: str | None
    """New, followed up, won, lost. (code; dated; one of new, followed_up, won, lost)"""
    began: datetime.date | None
    """Day it came; today when not said. (date)"""
    evidence: str | None
    """Where a past state comes from, when the record is declared in it. (text)"""

class Fund(Kind):
    """Money of one source and fiscal year with a ceiling that commitments may not pass. (*sumber dana*)"""
    def __init__(self, *,
                 name: str | None | _Unset = ...,
                 source: str | None | _Unset = ...,
                 fiscal_year: int | None | _Unset = ...,
                 ceiling: int | None | _Unset = ...,
                 owner: int | Kind | None | _Unset = ...,
                 account: str | None | _Unset = ...,
                 continues: int | Kind | None | _Unset = ...,
                 **own: Any) -> None: ...
    id: int | None
    """Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. (int; set by the store)"""
    revision: int | None
    """Counts the changes of the record; an update must carry the one it read. (int; set by the store)"""
    name: str | None
    """Name, such as 'APBD 2021 alat tenun'. (text; required)"""
    source: str | None
    """APBN, APBD, special allocation (DAK), village, CSR. (code; required; one of apbn, apbd, dak_fisik, dak_nonfisik, village, csr, soe, other)"""
    fiscal_year: int | None
    """Fiscal year. (int; required)"""
    ceiling: int | None
    """The most that may be committed, in rupiah. (money; required)"""
    owner: int | None
    """Whose money it is. (ref)"""
    account: str | None
    """Budget account code. (text)"""
    continues: int | None
    """The fund of the year before whose unspent work it takes on (luncuran). (ref)"""

class Commitment(Kind):
    """What a grant, batch or other work takes from a fund. Planned, then committed when the work is approved, then spent or released. (*ikatan dana*)"""
    def __init__(self, *,
                 fund: int | Kind | None | _Unset = ...,
                 subject: int | Kind | None | _Unset = ...,
                 amount: int | None | _Unset = ...,
                 state: str | None | _Unset = ...,
                 began: datetime.date | str | None | _Unset = ...,
                 evidence: str | None | _Unset = ...,
                 **own: Any) -> None: ...
    id: int | None
    """Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. (int; set by the store)"""
    revision: int | None
    """Counts the changes of the record; an update must carry the one it read. (int; set by the store)"""
    fund: int | None
    """The fund. (ref; required)"""
    subject: int | None
    """What the money is for. (ref; required)"""
    amount: int | None
    """In rupiah. (money; required)"""
    state: str | None
    """Planned, committed, spent, released. (code; dated; one of planned, committed, spent, released)"""
    began: datetime.date | None
    """Day it was planned; today when not said. (date)"""
    evidence: str | None
    """Where a past state comes from, when the record is declared in it. (text)"""

class Loan(Kind):
    """A credit that was referred to a bank (KUR): no grant, and told beside grants. (*kredit*)"""
    def __init__(self, *,
                 borrower: int | Kind | None | _Unset = ...,
                 bank: int | Kind | None | _Unset = ...,
                 scheme: str | None | _Unset = ...,
                 kur_class: str | None | _Unset = ...,
                 purpose: str | None | _Unset = ...,
                 sector: str | None | _Unset = ...,
                 access: int | None | _Unset = ...,
                 requested: int | None | _Unset = ...,
                 approved: int | None | _Unset = ...,
                 rate: int | None | _Unset = ...,
                 tenor: int | None | _Unset = ...,
                 contract: str | None | _Unset = ...,
                 disbursed_on: datetime.date | str | None | _Unset = ...,
                 outstanding: int | None | _Unset = ...,
                 collectability: int | None | _Unset = ...,
                 referred_by: int | Kind | None | _Unset = ...,
                 state: str | None | _Unset = ...,
                 began: datetime.date | str | None | _Unset = ...,
                 evidence: str | None | _Unset = ...,
                 lapses: datetime.date | str | None | _Unset = ...,
                 **own: Any) -> None: ...
    id: int | None
    """Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. (int; set by the store)"""
    revision: int | None
    """Counts the changes of the record; an update must carry the one it read. (int; set by the store)"""
    borrower: int | None
    """Who borrows. (ref; required)"""
    bank: int | None
    """The bank. (ref; required)"""
    scheme: str | None
    """KUR or other. (code; required; one of kur, other)"""
    kur_class: str | None
    """KUR class, by the dated rules. (code; one of super_micro, micro, small, special, migrant)"""
    purpose: str | None
    """Working capital or investment. (code; one of working_capital, investment)"""
    sector: str | None
    """Production (industry), trade, service. (code; one of industry, trade, service, unknown)"""
    access: int | None
    """Which time the borrower takes it, from 1. (int)"""
    requested: int | None
    """In rupiah. (money; required)"""
    approved: int | None
    """Ceiling the bank gave (plafon), in rupiah. (money)"""
    rate: int | None
    """Yearly interest the debtor pays, in hundredths of a percent. (int)"""
    tenor: int | None
    """Months. (int)"""
    contract: str | None
    """Number of the contract. (text)"""
    disbursed_on: datetime.date | None
    """The day it was paid out. (date)"""
    outstanding: int | None
    """What is still owed, in rupiah. (money; dated)"""
    collectability: int | None
    """1 current to 5 lost, as the bank grades. (int; dated)"""
    referred_by: int | None
    """Who referred it. (ref)"""
    state: str | None
    """Referred, in review, approved, lapsed, disbursed and so on. (code; dated; one of referred, in_review, approved, lapsed, disbursed, restructured, overdue, repaid, guarantor_claim, written_off, rejected, withdrawn)"""
    began: datetime.date | None
    """Day of the referral; today when not said. (date)"""
    evidence: str | None
    """Where a past state comes from, when the record is declared in it. (text)"""
    lapses: datetime.date | None
    """Last day on which an approval may be paid out; by policy when the bank does not say. (date)"""

class Programme(Kind):
    """Work of one or several agencies for a purpose: training, equipment, market. (*program*)"""
    def __init__(self, *,
                 name: str | None | _Unset = ...,
                 purpose: str | None | _Unset = ...,
                 region: str | None | _Unset = ...,
                 beneficiary: str | None | _Unset = ...,
                 target_group: str | None | _Unset = ...,
                 starts: datetime.date | str | None | _Unset = ...,
                 ends: datetime.date | str | None | _Unset = ...,
                 state: str | None | _Unset = ...,
                 began: datetime.date | str | None | _Unset = ...,
                 evidence: str | None | _Unset = ...,
                 **own: Any) -> None: ...
    id: int | None
    """Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. (int; set by the store)"""
    revision: int | None
    """Counts the changes of the record; an update must carry the one it read. (int; set by the store)"""
    name: str | None
    """Name. (text; required)"""
    purpose: str | None
    """What for. (text)"""
    region: str | None
    """Kemendagri code of where it works. (text)"""
    beneficiary: str | None
    """Whom it may help: persons, groups, enterprises, any of them. (code; one of any, person, group, enterprise, household)"""
    target_group: str | None
    """Whom it is meant for, in words. (text)"""
    starts: datetime.date | None
    """First day planned. (date)"""
    ends: datetime.date | None
    """Last day planned. (date)"""
    state: str | None
    """Draft, open, running, closed, cancelled. (code; dated; one of draft, open, running, closed, cancelled)"""
    began: datetime.date | None
    """Day it was drawn up; today when not said. (date)"""
    evidence: str | None
    """Where a past state comes from, when the record is declared in it. (text)"""

class ProgrammeParty(Kind):
    """What an organisation is to a programme: several run it together. (*pihak program*)"""
    def __init__(self, *,
                 programme: int | Kind | None | _Unset = ...,
                 organisation: int | Kind | None | _Unset = ...,
                 role: str | None | _Unset = ...,
                 valid_from: datetime.date | str | None | _Unset = ...,
                 valid_to: datetime.date | str | None | _Unset = ...,
                 **own: Any) -> None: ...
    id: int | None
    """Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. (int; set by the store)"""
    revision: int | None
    """Counts the changes of the record; an update must carry the one it read. (int; set by the store)"""
    programme: int | None
    """The programme. (ref; required)"""
    organisation: int | None
    """The organisation. (ref; required)"""
    role: str | None
    """Lead, co-implementing, funder, trainer, offtaker, data owner. (code; required; one of lead, co_implementing, funder, trainer, offtaker, data_owner)"""
    valid_from: datetime.date | None
    """First day. (date)"""
    valid_to: datetime.date | None
    """Last day; none while it holds. (date)"""

class Target(Kind):
    """What a programme means to reach: so many of a unit, in a region and year. (*sasaran*)"""
    def __init__(self, *,
                 programme: int | Kind | None | _Unset = ...,
                 region: str | None | _Unset = ...,
                 fiscal_year: int | None | _Unset = ...,
                 what: str | None | _Unset = ...,
                 unit: str | None | _Unset = ...,
                 sex: str | None | _Unset = ...,
                 quantity: int | None | _Unset = ...,
                 **own: Any) -> None: ...
    id: int | None
    """Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. (int; set by the store)"""
    revision: int | None
    """Counts the changes of the record; an update must carry the one it read. (int; set by the store)"""
    programme: int | None
    """The programme. (ref; required)"""
    region: str | None
    """Kemendagri code; none: wherever the programme works. (text)"""
    fiscal_year: int | None
    """Year. (int)"""
    what: str | None
    """What is counted. (code; required; one of count, workers, investment, sales, production, trained, helped, placed)"""
    unit: str | None
    """Persons, groups, enterprises, products; units do not add. (code; one of enterprise, person, group, product, outlet, total)"""
    sex: str | None
    """Of one sex only; none: all. (code; one of male, female)"""
    quantity: int | None
    """How many. (int; required)"""

class Topic(Kind):
    """Something that can be taught or helped with: sewing masks, roasting cashew, PIRT. (*materi*)"""
    def __init__(self, *,
                 name: str | None | _Unset = ...,
                 activity: str | None | _Unset = ...,
                 commodity: int | Kind | None | _Unset = ...,
                 skill: str | None | _Unset = ...,
                 hours: int | None | _Unset = ...,
                 **own: Any) -> None: ...
    id: int | None
    """Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. (int; set by the store)"""
    revision: int | None
    """Counts the changes of the record; an update must carry the one it read. (int; set by the store)"""
    name: str | None
    """Name. (text; required)"""
    activity: str | None
    """KBLI class of those it serves. (text)"""
    commodity: int | None
    """The commodity it works on. (ref)"""
    skill: str | None
    """The skill it builds on or teaches, one word or two. (text)"""
    hours: int | None
    """Usual length in lesson hours (JP) of 45 minutes. (int)"""

class Batch(Kind):
    """One run of an activity of a programme with its participants: a training batch, a fair, help with permits. (*angkatan*)"""
    def __init__(self, *,
                 programme: int | Kind | None | _Unset = ...,
                 number: int | None | _Unset = ...,
                 activity: str | None | _Unset = ...,
                 topic: int | Kind | None | _Unset = ...,
                 name: str | None | _Unset = ...,
                 region: str | None | _Unset = ...,
                 venue: str | None | _Unset = ...,
                 seats: int | None | _Unset = ...,
                 planned_start: datetime.date | str | None | _Unset = ...,
                 planned_end: datetime.date | str | None | _Unset = ...,
                 started: datetime.date | str | None | _Unset = ...,
                 ended: datetime.date | str | None | _Unset = ...,
                 planned_hours: int | None | _Unset = ...,
                 planned_cost: int | None | _Unset = ...,
                 cost: int | None | _Unset = ...,
                 reason: str | None | _Unset = ...,
                 state: str | None | _Unset = ...,
                 began: datetime.date | str | None | _Unset = ...,
                 evidence: str | None | _Unset = ...,
                 **own: Any) -> None: ...
    id: int | None
    """Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. (int; set by the store)"""
    revision: int | None
    """Counts the changes of the record; an update must carry the one it read. (int; set by the store)"""
    programme: int | None
    """The programme. (ref; required)"""
    number: int | None
    """Which batch of the programme and activity, from 1. (int; required)"""
    activity: str | None
    """Training, fair, help with PIRT or halal, brand, meeting of makers and buyers. (code; required; one of training, technical_guidance, fair, permit_pirt, permit_halal, permit_other, brand, packaging, buyer_meeting, mentoring, other)"""
    topic: int | None
    """What it is about. (ref)"""
    name: str | None
    """What it is called. (text)"""
    region: str | None
    """Kemendagri code of where it is held or whom it is for. (text)"""
    venue: str | None
    """Where it is held; a venue is told by its name and region. (text)"""
    seats: int | None
    """How many may take part. (int; required)"""
    planned_start: datetime.date | None
    """First day as planned now; what was planned before a postponement stays in its history. (date; dated)"""
    planned_end: datetime.date | None
    """Last day as planned now. (date; dated)"""
    started: datetime.date | None
    """First day as it was. (date)"""
    ended: datetime.date | None
    """Last day as it was. (date)"""
    planned_hours: int | None
    """Lesson hours (JP) planned. (int)"""
    planned_cost: int | None
    """Cost planned, in rupiah. (money)"""
    cost: int | None
    """Cost as it was, in rupiah. (money)"""
    reason: str | None
    """Why this topic for these people: potential, interest, skill. (text)"""
    state: str | None
    """Planned, open, postponed, running, completed, cancelled. (code; dated; one of planned, open, postponed, running, completed, cancelled)"""
    began: datetime.date | None
    """Day it was planned; today when not said. (date)"""
    evidence: str | None
    """Where a past state comes from, when the record is declared in it. (text)"""

class Lesson(Kind):
    """One meeting of a batch: theory or practice, so many hours. (*pertemuan*)"""
    def __init__(self, *,
                 batch: int | Kind | None | _Unset = ...,
                 number: int | None | _Unset = ...,
                 title: str | None | _Unset = ...,
                 nature: str | None | _Unset = ...,
                 hours: int | None | _Unset = ...,
                 held_on: datetime.date | str | None | _Unset = ...,
                 starts_at: int | None | _Unset = ...,
                 ends_at: int | None | _Unset = ...,
                 venue: str | None | _Unset = ...,
                 **own: Any) -> None: ...
    id: int | None
    """Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. (int; set by the store)"""
    revision: int | None
    """Counts the changes of the record; an update must carry the one it read. (int; set by the store)"""
    batch: int | None
    """The batch. (ref; required)"""
    number: int | None
    """Which meeting, from 1. (int; required)"""
    title: str | None
    """What is taught. (text)"""
    nature: str | None
    """Theory, practice, field practice. (code; one of theory, practice, field)"""
    hours: int | None
    """Lesson hours (JP) of 45 minutes. (int; required)"""
    held_on: datetime.date | None
    """The day. (date)"""
    starts_at: int | None
    """Minutes after midnight when it begins; none: the whole day. (int)"""
    ends_at: int | None
    """Minutes after midnight when it ends. (int)"""
    venue: str | None
    """Where, if not the batch's venue. (text)"""

class Enrolment(Kind):
    """A participant's place in a batch, from application to completion. (*kepesertaan*)"""
    def __init__(self, *,
                 batch: int | Kind | None | _Unset = ...,
                 participant: int | Kind | None | _Unset = ...,
                 applied: datetime.date | str | None | _Unset = ...,
                 replaces: int | Kind | None | _Unset = ...,
                 for_enterprise: int | Kind | None | _Unset = ...,
                 priority: int | None | _Unset = ...,
                 state: str | None | _Unset = ...,
                 began: datetime.date | str | None | _Unset = ...,
                 evidence: str | None | _Unset = ...,
                 next_batch: int | Kind | None | _Unset = ...,
                 came_from: int | Kind | None | _Unset = ...,
                 **own: Any) -> None: ...
    id: int | None
    """Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. (int; set by the store)"""
    revision: int | None
    """Counts the changes of the record; an update must carry the one it read. (int; set by the store)"""
    batch: int | None
    """The batch. (ref; required)"""
    participant: int | None
    """Who takes part. (ref; required)"""
    applied: datetime.date | None
    """Day of application. (date)"""
    replaces: int | None
    """The enrolment whose seat it takes. (ref)"""
    for_enterprise: int | None
    """The enterprise the person takes part for. (ref)"""
    priority: int | None
    """Place on the waitlist: the least moves up first; none: by day and number. (int)"""
    state: str | None
    """Applied, waitlisted, enrolled, active, completed and so on. (code; dated; one of applied, waitlisted, enrolled, no_show, active, completed, below_threshold, withdrawn, replaced, transferred, rejected)"""
    began: datetime.date | None
    """Day it was written down; today when not said. (date)"""
    evidence: str | None
    """Where a past state comes from, when the record is declared in it. (text)"""
    next_batch: int | None
    """The batch it is transferred to. (ref)"""
    came_from: int | None
    """The enrolment in another batch that was transferred here. (ref)"""

class Attendance(Kind):
    """Whether a participant was at a lesson. (*presensi*)"""
    def __init__(self, *,
                 enrolment: int | Kind | None | _Unset = ...,
                 lesson: int | Kind | None | _Unset = ...,
                 presence: str | None | _Unset = ...,
                 hours: int | None | _Unset = ...,
                 **own: Any) -> None: ...
    id: int | None
    """Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. (int; set by the store)"""
    revision: int | None
    """Counts the changes of the record; an update must carry the one it read. (int; set by the store)"""
    enrolment: int | None
    """Whose. (ref; required)"""
    lesson: int | None
    """Which lesson. (ref; required)"""
    presence: str | None
    """Present, excused, absent. (code; required; one of present, excused, absent)"""
    hours: int | None
    """Lesson hours attended, if not all. (int)"""

class Assessment(Kind):
    """A test or evaluation of a participant. (*penilaian*)"""
    def __init__(self, *,
                 enrolment: int | Kind | None | _Unset = ...,
                 nature: str | None | _Unset = ...,
                 score: int | None | _Unset = ...,
                 assessed: datetime.date | str | None | _Unset = ...,
                 assessor: str | None | _Unset = ...,
                 **own: Any) -> None: ...
    id: int | None
    """Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. (int; set by the store)"""
    revision: int | None
    """Counts the changes of the record; an update must carry the one it read. (int; set by the store)"""
    enrolment: int | None
    """Whose. (ref; required)"""
    nature: str | None
    """Pre-test, post-test, practice, competence. (code; required; one of pre_test, post_test, practice, competence)"""
    score: int | None
    """Points of a hundred. (int; required)"""
    assessed: datetime.date | None
    """The day. (date)"""
    assessor: str | None
    """Who judged. (text)"""

class Certificate(Kind):
    """A certificate given to a participant, with a number and a code by which anyone can verify it. (*sertifikat*)"""
    def __init__(self, *,
                 enrolment: int | Kind | None | _Unset = ...,
                 nature: str | None | _Unset = ...,
                 serial: str | None | _Unset = ...,
                 issued: datetime.date | str | None | _Unset = ...,
                 expires: datetime.date | str | None | _Unset = ...,
                 verify_code: str | None | _Unset = ...,
                 hours: int | None | _Unset = ...,
                 state: str | None | _Unset = ...,
                 began: datetime.date | str | None | _Unset = ...,
                 evidence: str | None | _Unset = ...,
                 **own: Any) -> None: ...
    id: int | None
    """Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. (int; set by the store)"""
    revision: int | None
    """Counts the changes of the record; an update must carry the one it read. (int; set by the store)"""
    number: str | None
    """Short number for paper, with a check character. (text; set by the store)"""
    enrolment: int | None
    """For what it was given. (ref; required)"""
    nature: str | None
    """Completion, attendance, competence. (code; required; one of completion, attendance, competence)"""
    serial: str | None
    """Number as printed by the office. (text)"""
    issued: datetime.date | None
    """Day of issue. (date; required)"""
    expires: datetime.date | None
    """Last day; none if unlimited. (date)"""
    verify_code: str | None
    """Code printed on it; who knows it can ask whether it is genuine. (text)"""
    hours: int | None
    """Lesson hours attended. (int)"""
    state: str | None
    """Issued, revoked. (code; dated; one of issued, revoked)"""
    began: datetime.date | None
    """Day it was issued; today when not said. (date)"""
    evidence: str | None
    """Where a past state comes from, when the record is declared in it. (text)"""

class Assignment(Kind):
    """Who trains, mentors or supports a batch or a participant, and when. (*penugasan*)"""
    def __init__(self, *,
                 subject: int | Kind | None | _Unset = ...,
                 party: int | Kind | None | _Unset = ...,
                 role: str | None | _Unset = ...,
                 affiliation: str | None | _Unset = ...,
                 valid_from: datetime.date | str | None | _Unset = ...,
                 valid_to: datetime.date | str | None | _Unset = ...,
                 **own: Any) -> None: ...
    id: int | None
    """Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. (int; set by the store)"""
    revision: int | None
    """Counts the changes of the record; an update must carry the one it read. (int; set by the store)"""
    subject: int | None
    """Where the work is done; an enterprise or group is somebody's case. (ref; required)"""
    party: int | None
    """Who does it. (ref; required)"""
    role: str | None
    """Lead trainer, trainer, mentor, observer, support. (code; required; one of lead_trainer, trainer, mentor, observer, support, case_officer)"""
    affiliation: str | None
    """University, industry, agency. (code; one of agency, university, industry, other)"""
    valid_from: datetime.date | None
    """First day. (date)"""
    valid_to: datetime.date | None
    """Last day; none while it holds. (date)"""

class Interest(Kind):
    """What a party wants to learn or be helped with, as they said. (*minat*)"""
    def __init__(self, *,
                 party: int | Kind | None | _Unset = ...,
                 topic: int | Kind | None | _Unset = ...,
                 strength: int | None | _Unset = ...,
                 stated: datetime.date | str | None | _Unset = ...,
                 source: str | None | _Unset = ...,
                 **own: Any) -> None: ...
    id: int | None
    """Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. (int; set by the store)"""
    revision: int | None
    """Counts the changes of the record; an update must carry the one it read. (int; set by the store)"""
    party: int | None
    """Who. (ref; required)"""
    topic: int | None
    """In what. (ref; required)"""
    strength: int | None
    """1 (would come) to 5 (asked for it). (int)"""
    stated: datetime.date | None
    """When it was said. (date)"""
    source: str | None
    """Where: a form, a visit, a meeting. (text)"""

class Nomination(Kind):
    """A participant proposed for a batch, with the reasons kept. (*usulan peserta*)"""
    def __init__(self, *,
                 batch: int | Kind | None | _Unset = ...,
                 candidate: int | Kind | None | _Unset = ...,
                 rank: int | None | _Unset = ...,
                 score: int | None | _Unset = ...,
                 reason: str | None | _Unset = ...,
                 alasan: str | None | _Unset = ...,
                 made: datetime.date | str | None | _Unset = ...,
                 **own: Any) -> None: ...
    id: int | None
    """Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. (int; set by the store)"""
    revision: int | None
    """Counts the changes of the record; an update must carry the one it read. (int; set by the store)"""
    batch: int | None
    """The batch. (ref; required)"""
    candidate: int | None
    """Who is proposed. (ref; required)"""
    rank: int | None
    """Place, from 1. (int; required)"""
    score: int | None
    """Points by which they were ordered. (int; required)"""
    reason: str | None
    """Why, in English. (text)"""
    alasan: str | None
    """Why, in Indonesian. (text)"""
    made: datetime.date | None
    """The day it was proposed. (date; required)"""

class Visit(Kind):
    """A visit to those who were trained or helped: planned, held or skipped. (*kunjungan*)"""
    def __init__(self, *,
                 party: int | Kind | None | _Unset = ...,
                 officer: str | None | _Unset = ...,
                 programme: int | Kind | None | _Unset = ...,
                 grant: int | Kind | None | _Unset = ...,
                 due: datetime.date | str | None | _Unset = ...,
                 held_on: datetime.date | str | None | _Unset = ...,
                 findings: str | None | _Unset = ...,
                 nature: str | None | _Unset = ...,
                 state: str | None | _Unset = ...,
                 began: datetime.date | str | None | _Unset = ...,
                 evidence: str | None | _Unset = ...,
                 **own: Any) -> None: ...
    id: int | None
    """Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. (int; set by the store)"""
    revision: int | None
    """Counts the changes of the record; an update must carry the one it read. (int; set by the store)"""
    party: int | None
    """Who is visited. (ref; required)"""
    officer: str | None
    """Who visits. (text)"""
    programme: int | None
    """The programme it follows up. (ref)"""
    grant: int | None
    """The grant it follows up. (ref)"""
    due: datetime.date | None
    """The day it is planned for. (date; required)"""
    held_on: datetime.date | None
    """The day it was held. (date)"""
    findings: str | None
    """What was found. (text)"""
    nature: str | None
    """Coaching, survey, complaint, first look. (code; one of coaching, survey, complaint, first_look)"""
    state: str | None
    """Scheduled, held, skipped, cancelled; overdue follows from the day. (code; dated; one of scheduled, held, skipped, cancelled)"""
    began: datetime.date | None
    """Day it was scheduled; today when not said. (date)"""
    evidence: str | None
    """Where a past state comes from, when the record is declared in it. (text)"""

class Action(Kind):
    """What was agreed to be done, by whom, until when. (*tindak lanjut*)"""
    def __init__(self, *,
                 visit: int | Kind | None | _Unset = ...,
                 party: int | Kind | None | _Unset = ...,
                 what: str | None | _Unset = ...,
                 responsible: str | None | _Unset = ...,
                 due: datetime.date | str | None | _Unset = ...,
                 state: str | None | _Unset = ...,
                 began: datetime.date | str | None | _Unset = ...,
                 evidence: str | None | _Unset = ...,
                 **own: Any) -> None: ...
    id: int | None
    """Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. (int; set by the store)"""
    revision: int | None
    """Counts the changes of the record; an update must carry the one it read. (int; set by the store)"""
    visit: int | None
    """The visit at which it was agreed. (ref)"""
    party: int | None
    """For whom. (ref; required)"""
    what: str | None
    """What is to be done. (text; required)"""
    responsible: str | None
    """Who does it. (text)"""
    due: datetime.date | None
    """Until when. (date)"""
    state: str | None
    """Open, done, dropped. (code; dated; one of open, done, dropped)"""
    began: datetime.date | None
    """Day it was agreed; today when not said. (date)"""
    evidence: str | None
    """Where a past state comes from, when the record is declared in it. (text)"""

class Outcome(Kind):
    """What came of training or help, claimed by one officer and verified by another. (*hasil*)"""
    def __init__(self, *,
                 party: int | Kind | None | _Unset = ...,
                 nature: str | None | _Unset = ...,
                 cause: int | Kind | None | _Unset = ...,
                 statement: str | None | _Unset = ...,
                 amount: int | None | _Unset = ...,
                 claimed: datetime.date | str | None | _Unset = ...,
                 claimed_by: str | None | _Unset = ...,
                 verified_by: str | None | _Unset = ...,
                 state: str | None | _Unset = ...,
                 began: datetime.date | str | None | _Unset = ...,
                 evidence: str | None | _Unset = ...,
                 **own: Any) -> None: ...
    id: int | None
    """Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. (int; set by the store)"""
    revision: int | None
    """Counts the changes of the record; an update must carry the one it read. (int; set by the store)"""
    party: int | None
    """With whom. (ref; required)"""
    nature: str | None
    """Sales rose, new product, permit obtained, class rose, workers added. (code; required; one of sales_rose, new_product, permit_obtained, class_rose, workers_added, market_found, other)"""
    cause: int | None
    """What it is credited to. (ref)"""
    statement: str | None
    """In words. (text)"""
    amount: int | None
    """In rupiah, when it is money. (money)"""
    claimed: datetime.date | None
    """The day it was claimed. (date; required)"""
    claimed_by: str | None
    """The officer who claimed it. (text)"""
    verified_by: str | None
    """Another officer. (text)"""
    state: str | None
    """Claimed, verified, rejected. (code; dated; one of claimed, verified, rejected)"""
    began: datetime.date | None
    """Day it was claimed; today when not said. (date)"""
    evidence: str | None
    """Where a past state comes from, when the record is declared in it. (text)"""

class Grant(Kind):
    """Help given to a recipient: equipment, material, cash or service; from proposal to after-care. (*bantuan*)"""
    def __init__(self, *,
                 programme: int | Kind | None | _Unset = ...,
                 recipient: int | Kind | None | _Unset = ...,
                 nature: str | None | _Unset = ...,
                 object: str | None | _Unset = ...,
                 fiscal_year: int | None | _Unset = ...,
                 requested: int | None | _Unset = ...,
                 approved: int | None | _Unset = ...,
                 delivered: int | None | _Unset = ...,
                 carried_from: int | Kind | None | _Unset = ...,
                 report_due: datetime.date | str | None | _Unset = ...,
                 reported: datetime.date | str | None | _Unset = ...,
                 state: str | None | _Unset = ...,
                 began: datetime.date | str | None | _Unset = ...,
                 evidence: str | None | _Unset = ...,
                 code: str | None | _Unset = ...,
                 reallocated_to: int | Kind | None | _Unset = ...,
                 **own: Any) -> None: ...
    id: int | None
    """Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. (int; set by the store)"""
    revision: int | None
    """Counts the changes of the record; an update must carry the one it read. (int; set by the store)"""
    number: str | None
    """Short number for paper, with a check character. (text; set by the store)"""
    programme: int | None
    """The programme. (ref; required)"""
    recipient: int | None
    """Who receives it. (ref; required)"""
    nature: str | None
    """Equipment, material, cash, service. (code; required; one of equipment, material, cash, service)"""
    object: str | None
    """What it is, in words; two grants of one object are compared by it. (text)"""
    fiscal_year: int | None
    """Fiscal year. (int)"""
    requested: int | None
    """Amount asked for, in rupiah. (money)"""
    approved: int | None
    """Amount granted by decree, in rupiah. (money)"""
    delivered: int | None
    """Amount handed over so far, in rupiah: follows from the handovers. (money)"""
    carried_from: int | None
    """The grant it carries on: of the year before, or of another recipient. (ref)"""
    report_due: datetime.date | None
    """When the recipient's report is due. (date)"""
    reported: datetime.date | None
    """When the report came. (date)"""
    state: str | None
    """Proposed, verified, approved and so on. (code; dated; one of proposed, verified, approved, procured, partly_handed_over, handed_over, monitored, closed, rejected, declined, procurement_failed, carried_over, reallocated, cancelled)"""
    began: datetime.date | None
    """Day of the proposal; today when not said. (date)"""
    evidence: str | None
    """Where a past state comes from, when the record is declared in it. (text)"""
    code: str | None
    """The office's own file number, by which YAML and people name it. (text)"""
    reallocated_to: int | None
    """Who is to have it instead. (ref)"""

class GrantItem(Kind):
    """One line of a grant: an item, how many, at what price. (*rincian bantuan*)"""
    def __init__(self, *,
                 grant: int | Kind | None | _Unset = ...,
                 item: str | None | _Unset = ...,
                 quantity: int | None | _Unset = ...,
                 unit: str | None | _Unset = ...,
                 unit_price: int | None | _Unset = ...,
                 fund: int | Kind | None | _Unset = ...,
                 **own: Any) -> None: ...
    id: int | None
    """Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. (int; set by the store)"""
    revision: int | None
    """Counts the changes of the record; an update must carry the one it read. (int; set by the store)"""
    grant: int | None
    """The grant. (ref; required)"""
    item: str | None
    """What it is. (text; required)"""
    quantity: int | None
    """How many, in the unit. (int; required)"""
    unit: str | None
    """Unit; the smallest that makes the quantity whole. (text)"""
    unit_price: int | None
    """In rupiah a unit. (money)"""
    fund: int | None
    """The fund it is bought from. (ref)"""

class Handover(Kind):
    """A part of a grant handed over on a day, on the paper that proves it (BAST). (*serah terima*)"""
    def __init__(self, *,
                 item: int | Kind | None | _Unset = ...,
                 quantity: int | None | _Unset = ...,
                 handed_on: datetime.date | str | None | _Unset = ...,
                 bast: int | Kind | None | _Unset = ...,
                 received_by: str | None | _Unset = ...,
                 code: str | None | _Unset = ...,
                 **own: Any) -> None: ...
    id: int | None
    """Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. (int; set by the store)"""
    revision: int | None
    """Counts the changes of the record; an update must carry the one it read. (int; set by the store)"""
    item: int | None
    """The line of the grant. (ref; required)"""
    quantity: int | None
    """How many, in the line's unit. (int; required)"""
    handed_on: datetime.date | None
    """The day. (date; required)"""
    bast: int | None
    """The handover minutes. (ref)"""
    received_by: str | None
    """Who signed. (text; personal)"""
    code: str | None
    """The office's own number of this part, by which YAML and people name it. (text)"""

class Receipt(Kind):
    """What the recipient says afterwards: received, not received, with issues. (*konfirmasi penerima*)"""
    def __init__(self, *,
                 grant: int | Kind | None | _Unset = ...,
                 answer: str | None | _Unset = ...,
                 asked: datetime.date | str | None | _Unset = ...,
                 answered: datetime.date | str | None | _Unset = ...,
                 issues: str | None | _Unset = ...,
                 asked_by: str | None | _Unset = ...,
                 **own: Any) -> None: ...
    id: int | None
    """Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. (int; set by the store)"""
    revision: int | None
    """Counts the changes of the record; an update must carry the one it read. (int; set by the store)"""
    grant: int | None
    """The grant. (ref; required)"""
    answer: str | None
    """Received, not received, received with issues. (code; required; one of received, not_received, with_issues)"""
    asked: datetime.date | None
    """When they were asked. (date)"""
    answered: datetime.date | None
    """When they answered. (date)"""
    issues: str | None
    """What was wrong. (text)"""
    asked_by: str | None
    """Who asked. (text)"""

class Asset(Kind):
    """A tool or machine that was granted, one by one, with a tag. (*alat*)"""
    def __init__(self, *,
                 name: str | None | _Unset = ...,
                 tag: str | None | _Unset = ...,
                 serial: str | None | _Unset = ...,
                 handover: int | Kind | None | _Unset = ...,
                 grant: int | Kind | None | _Unset = ...,
                 holder: int | Kind | None | _Unset = ...,
                 value: int | None | _Unset = ...,
                 acquired: datetime.date | str | None | _Unset = ...,
                 condition: str | None | _Unset = ...,
                 state: str | None | _Unset = ...,
                 began: datetime.date | str | None | _Unset = ...,
                 evidence: str | None | _Unset = ...,
                 **own: Any) -> None: ...
    id: int | None
    """Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. (int; set by the store)"""
    revision: int | None
    """Counts the changes of the record; an update must carry the one it read. (int; set by the store)"""
    number: str | None
    """Short number for paper, with a check character. (text; set by the store)"""
    name: str | None
    """What it is. (text; required)"""
    tag: str | None
    """Tag on the tool. (text)"""
    serial: str | None
    """The maker's serial number. (text)"""
    handover: int | None
    """How it came to the recipient. (ref)"""
    grant: int | None
    """The grant that bought it. (ref)"""
    holder: int | None
    """Who holds it now; custody keeps the history. (ref; dated)"""
    value: int | None
    """What it cost, in rupiah. (money)"""
    acquired: datetime.date | None
    """When it was bought. (date)"""
    condition: str | None
    """Good, minor damage, major damage: as last seen. (code; dated; one of good, minor_damage, major_damage)"""
    state: str | None
    """In use, idle, lent, under repair, missing and so on. (code; dated; one of in_use, idle, lent, under_repair, missing, found, transferred, destroyed, written_off, returned)"""
    began: datetime.date | None
    """Day it was handed over; today when not said. (date)"""
    evidence: str | None
    """Where a past state comes from, when the record is declared in it. (text)"""

class Custody(Kind):
    """Who holds a tool, and which person answers for it, from when to when. (*pemegang alat*)"""
    def __init__(self, *,
                 asset: int | Kind | None | _Unset = ...,
                 holder: int | Kind | None | _Unset = ...,
                 custodian: int | Kind | None | _Unset = ...,
                 valid_from: datetime.date | str | None | _Unset = ...,
                 valid_to: datetime.date | str | None | _Unset = ...,
                 nature: str | None | _Unset = ...,
                 paper: int | Kind | None | _Unset = ...,
                 **own: Any) -> None: ...
    id: int | None
    """Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. (int; set by the store)"""
    revision: int | None
    """Counts the changes of the record; an update must carry the one it read. (int; set by the store)"""
    asset: int | None
    """The tool. (ref; required)"""
    holder: int | None
    """The group or party that holds it. (ref; required)"""
    custodian: int | None
    """The person who answers for it. (ref)"""
    valid_from: datetime.date | None
    """First day. (date; required)"""
    valid_to: datetime.date | None
    """Last day; none while it holds. (date)"""
    nature: str | None
    """Granted, lent, passed on, inherited, split or merged with the group. (code; one of granted, lent, passed_on, inherited, split, merged)"""
    paper: int | None
    """The paper. (ref)"""

class Survey(Kind):
    """One round of looking at the tools that were granted. (*survei*)"""
    def __init__(self, *,
                 name: str | None | _Unset = ...,
                 programme: int | Kind | None | _Unset = ...,
                 region: str | None | _Unset = ...,
                 starts: datetime.date | str | None | _Unset = ...,
                 ends: datetime.date | str | None | _Unset = ...,
                 issued_until: datetime.date | str | None | _Unset = ...,
                 state: str | None | _Unset = ...,
                 began: datetime.date | str | None | _Unset = ...,
                 evidence: str | None | _Unset = ...,
                 **own: Any) -> None: ...
    id: int | None
    """Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. (int; set by the store)"""
    revision: int | None
    """Counts the changes of the record; an update must carry the one it read. (int; set by the store)"""
    name: str | None
    """Name of the round. (text; required)"""
    programme: int | None
    """Only tools of this programme; none: of all. (ref)"""
    region: str | None
    """Only tools under this region; none: everywhere. (text)"""
    starts: datetime.date | None
    """First day. (date)"""
    ends: datetime.date | None
    """Last day. (date)"""
    issued_until: datetime.date | None
    """Tools handed over up to this day should be seen. (date)"""
    state: str | None
    """Planned, open, closed. (code; dated; one of planned, open, closed)"""
    began: datetime.date | None
    """Day it was planned; today when not said. (date)"""
    evidence: str | None
    """Where a past state comes from, when the record is declared in it. (text)"""

class Inspection(Kind):
    """What a survey found of one tool. (*pemeriksaan alat*)"""
    def __init__(self, *,
                 survey: int | Kind | None | _Unset = ...,
                 asset: int | Kind | None | _Unset = ...,
                 visited: datetime.date | str | None | _Unset = ...,
                 presence: str | None | _Unset = ...,
                 condition: str | None | _Unset = ...,
                 cause: str | None | _Unset = ...,
                 use: str | None | _Unset = ...,
                 inspector: str | None | _Unset = ...,
                 photo: int | Kind | None | _Unset = ...,
                 note: str | None | _Unset = ...,
                 **own: Any) -> None: ...
    id: int | None
    """Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. (int; set by the store)"""
    revision: int | None
    """Counts the changes of the record; an update must carry the one it read. (int; set by the store)"""
    survey: int | None
    """The round. (ref; required)"""
    asset: int | None
    """The tool. (ref; required)"""
    visited: datetime.date | None
    """The day it was looked for. (date; required)"""
    presence: str | None
    """Seen, absent, not visited. (code; required; one of seen, absent, not_visited)"""
    condition: str | None
    """Good, minor damage, major damage. (code; one of good, minor_damage, major_damage)"""
    cause: str | None
    """Wear by daily use, accident, misuse, theft, disaster: wear is no fault. (code; one of wear, accident, misuse, theft, disaster, unknown)"""
    use: str | None
    """Used jointly, by one member, unused, lent, passed on, in repair. (code; one of jointly, one_member, unused, lent, passed_on, in_repair)"""
    inspector: str | None
    """Who looked. (text)"""
    photo: int | None
    """The photo. (ref)"""
    note: str | None
    """In words. (text)"""

class Repair(Kind):
    """A repair of a tool. (*perbaikan*)"""
    def __init__(self, *,
                 asset: int | Kind | None | _Unset = ...,
                 started: datetime.date | str | None | _Unset = ...,
                 finished: datetime.date | str | None | _Unset = ...,
                 cost: int | None | _Unset = ...,
                 paid_by: str | None | _Unset = ...,
                 outcome: str | None | _Unset = ...,
                 **own: Any) -> None: ...
    id: int | None
    """Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. (int; set by the store)"""
    revision: int | None
    """Counts the changes of the record; an update must carry the one it read. (int; set by the store)"""
    asset: int | None
    """The tool. (ref; required)"""
    started: datetime.date | None
    """First day. (date; required)"""
    finished: datetime.date | None
    """Day it was back. (date)"""
    cost: int | None
    """In rupiah. (money)"""
    paid_by: str | None
    """Who paid. (text)"""
    outcome: str | None
    """Repaired, not worth repairing. (code; one of repaired, not_worth)"""

class MaterialIssue(Kind):
    """Material given to a maker to be made into something. (*penyerahan bahan*)"""
    def __init__(self, *,
                 programme: int | Kind | None | _Unset = ...,
                 batch: int | Kind | None | _Unset = ...,
                 maker: int | Kind | None | _Unset = ...,
                 material: str | None | _Unset = ...,
                 quantity: int | None | _Unset = ...,
                 unit: str | None | _Unset = ...,
                 cost: int | None | _Unset = ...,
                 issued: datetime.date | str | None | _Unset = ...,
                 product: str | None | _Unset = ...,
                 expected: int | None | _Unset = ...,
                 output_unit: str | None | _Unset = ...,
                 paper: int | Kind | None | _Unset = ...,
                 **own: Any) -> None: ...
    id: int | None
    """Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. (int; set by the store)"""
    revision: int | None
    """Counts the changes of the record; an update must carry the one it read. (int; set by the store)"""
    programme: int | None
    """The programme. (ref; required)"""
    batch: int | None
    """The batch it belongs to. (ref)"""
    maker: int | None
    """Who receives it. (ref; required)"""
    material: str | None
    """What it is. (text; required)"""
    quantity: int | None
    """How much, in the unit. (int; required)"""
    unit: str | None
    """Unit; the smallest that makes the quantity whole, such as g or cm. (text; required)"""
    cost: int | None
    """In rupiah. (money)"""
    issued: datetime.date | None
    """The day. (date; required)"""
    product: str | None
    """What is to be made of it. (text; required)"""
    expected: int | None
    """How many should come of it. (int; required)"""
    output_unit: str | None
    """Unit of what is made. (text; required)"""
    paper: int | None
    """The paper. (ref)"""

class OutputReceipt(Kind):
    """What a maker brought back: so many accepted, so many rejected. (*penerimaan hasil*)"""
    def __init__(self, *,
                 issue: int | Kind | None | _Unset = ...,
                 received: datetime.date | str | None | _Unset = ...,
                 accepted: int | None | _Unset = ...,
                 rejected: int | None | _Unset = ...,
                 note: str | None | _Unset = ...,
                 **own: Any) -> None: ...
    id: int | None
    """Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. (int; set by the store)"""
    revision: int | None
    """Counts the changes of the record; an update must carry the one it read. (int; set by the store)"""
    issue: int | None
    """The material it was made from. (ref; required)"""
    received: datetime.date | None
    """The day. (date; required)"""
    accepted: int | None
    """How many were accepted. (int; required)"""
    rejected: int | None
    """How many were rejected. (int)"""
    note: str | None
    """Why some were rejected, and the like. (text)"""

class BuyBack(Kind):
    """What the office bought of the accepted output, at which price. (*pembelian kembali*)"""
    def __init__(self, *,
                 receipt: int | Kind | None | _Unset = ...,
                 quantity: int | None | _Unset = ...,
                 price: int | None | _Unset = ...,
                 paid: datetime.date | str | None | _Unset = ...,
                 paper: int | Kind | None | _Unset = ...,
                 **own: Any) -> None: ...
    id: int | None
    """Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. (int; set by the store)"""
    revision: int | None
    """Counts the changes of the record; an update must carry the one it read. (int; set by the store)"""
    receipt: int | None
    """The output. (ref; required)"""
    quantity: int | None
    """How many. (int; required)"""
    price: int | None
    """In rupiah a unit. (money; required)"""
    paid: datetime.date | None
    """The day it was paid. (date)"""
    paper: int | None
    """The paper. (ref)"""

class Distribution(Kind):
    """Where the output went: to a body, or to a class of people. (*penyaluran*)"""
    def __init__(self, *,
                 programme: int | Kind | None | _Unset = ...,
                 product: str | None | _Unset = ...,
                 quantity: int | None | _Unset = ...,
                 unit: str | None | _Unset = ...,
                 recipient: int | Kind | None | _Unset = ...,
                 recipients_class: str | None | _Unset = ...,
                 persons_low: int | None | _Unset = ...,
                 persons_high: int | None | _Unset = ...,
                 given: datetime.date | str | None | _Unset = ...,
                 paper: int | Kind | None | _Unset = ...,
                 **own: Any) -> None: ...
    id: int | None
    """Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. (int; set by the store)"""
    revision: int | None
    """Counts the changes of the record; an update must carry the one it read. (int; set by the store)"""
    programme: int | None
    """The programme. (ref; required)"""
    product: str | None
    """What it is: as the issue of material names it. (text; required)"""
    quantity: int | None
    """How many. (int; required)"""
    unit: str | None
    """Unit. (text; required)"""
    recipient: int | None
    """The body that received it. (ref)"""
    recipients_class: str | None
    """The class of people, when no body did. (code; one of task_force, congregation, medics, households, pupils, market, other)"""
    persons_low: int | None
    """Estimated persons, at least. (int)"""
    persons_high: int | None
    """Estimated persons, at most. (int)"""
    given: datetime.date | None
    """The day. (date; required)"""
    paper: int | None
    """The paper. (ref)"""

class Period(Kind):
    """A stretch of time that is reported on, and can be locked. (*masa laporan*)"""
    def __init__(self, *,
                 name: str | None | _Unset = ...,
                 day_from: datetime.date | str | None | _Unset = ...,
                 day_to: datetime.date | str | None | _Unset = ...,
                 state: str | None | _Unset = ...,
                 began: datetime.date | str | None | _Unset = ...,
                 evidence: str | None | _Unset = ...,
                 **own: Any) -> None: ...
    id: int | None
    """Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. (int; set by the store)"""
    revision: int | None
    """Counts the changes of the record; an update must carry the one it read. (int; set by the store)"""
    name: str | None
    """Name, such as 2020-Q4. (text; required)"""
    day_from: datetime.date | None
    """First day. (date; required)"""
    day_to: datetime.date | None
    """Last day. (date; required)"""
    state: str | None
    """Open, locked. (code; dated; one of open, locked)"""
    began: datetime.date | None
    """Day it was opened; today when not said. (date)"""
    evidence: str | None
    """Where a past state comes from, when the record is declared in it. (text)"""

class Observation(Kind):
    """What is known of an enterprise in a period: turnover, production, workers; with how it is known. (*pengamatan*)"""
    def __init__(self, *,
                 enterprise: int | Kind | None | _Unset = ...,
                 period: int | Kind | None | _Unset = ...,
                 baseline: bool | None | _Unset = ...,
                 turnover: int | None | _Unset = ...,
                 production: int | None | _Unset = ...,
                 unit: str | None | _Unset = ...,
                 workers: int | None | _Unset = ...,
                 women: int | None | _Unset = ...,
                 assets: int | None | _Unset = ...,
                 investment: int | None | _Unset = ...,
                 grade: str | None | _Unset = ...,
                 source: str | None | _Unset = ...,
                 observed: datetime.date | str | None | _Unset = ...,
                 **own: Any) -> None: ...
    id: int | None
    """Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. (int; set by the store)"""
    revision: int | None
    """Counts the changes of the record; an update must carry the one it read. (int; set by the store)"""
    enterprise: int | None
    """The enterprise. (ref; required)"""
    period: int | None
    """The period. (ref; required)"""
    baseline: bool | None
    """Whether it is the state before a programme began; kept apart from follow-up. (bool)"""
    turnover: int | None
    """Sales of the period, in rupiah. (money)"""
    production: int | None
    """What was made, in the unit. (int)"""
    unit: str | None
    """Unit of production. (text)"""
    workers: int | None
    """Workers, owner included. (int)"""
    women: int | None
    """Of them women. (int)"""
    assets: int | None
    """Net assets, in rupiah. (money)"""
    investment: int | None
    """Investment without land and building, in rupiah. (money)"""
    grade: str | None
    """Declared, documented, inspected, reconciled. (code; required; one of declared, documented, inspected, reconciled)"""
    source: str | None
    """Who said so, or which paper. (text)"""
    observed: datetime.date | None
    """The day it was written down. (date)"""

class Policy(Kind):
    """A dated set of rules the office works by, with the regulation it rests on. (*kebijakan*)"""
    def __init__(self, *,
                 name: str | None | _Unset = ...,
                 version: str | None | _Unset = ...,
                 title: str | None | _Unset = ...,
                 programme: int | Kind | None | _Unset = ...,
                 regulation: str | None | _Unset = ...,
                 valid_from: datetime.date | str | None | _Unset = ...,
                 valid_to: datetime.date | str | None | _Unset = ...,
                 file_hash: str | None | _Unset = ...,
                 judul: str | None | _Unset = ...,
                 **own: Any) -> None: ...
    id: int | None
    """Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. (int; set by the store)"""
    revision: int | None
    """Counts the changes of the record; an update must carry the one it read. (int; set by the store)"""
    name: str | None
    """Short name, such as double_help. (text; required)"""
    version: str | None
    """Version, as the file says. (text)"""
    title: str | None
    """What people call it, in English. (text)"""
    programme: int | None
    """Only for this programme; none: for the office. (ref)"""
    regulation: str | None
    """The regulation. (text)"""
    valid_from: datetime.date | None
    """First day. (date)"""
    valid_to: datetime.date | None
    """Last day; none while in force. (date)"""
    file_hash: str | None
    """BLAKE2b-256 of the file it was read from, hexadecimal. (text)"""
    judul: str | None
    """What people call it, in Indonesian. (text)"""

class PolicyRule(Kind):
    """One rule of a policy: a threshold, or a condition on a fact. (*butir kebijakan*)"""
    def __init__(self, *,
                 policy: int | Kind | None | _Unset = ...,
                 number: int | None | _Unset = ...,
                 rule: str | None | _Unset = ...,
                 fact: str | None | _Unset = ...,
                 compare: str | None | _Unset = ...,
                 value: str | None | _Unset = ...,
                 unit: str | None | _Unset = ...,
                 regulation: str | None | _Unset = ...,
                 valid_from: datetime.date | str | None | _Unset = ...,
                 valid_to: datetime.date | str | None | _Unset = ...,
                 message: str | None | _Unset = ...,
                 pesan: str | None | _Unset = ...,
                 only_if: str | None | _Unset = ...,
                 **own: Any) -> None: ...
    id: int | None
    """Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. (int; set by the store)"""
    revision: int | None
    """Counts the changes of the record; an update must carry the one it read. (int; set by the store)"""
    policy: int | None
    """The policy. (ref; required)"""
    number: int | None
    """Place in the policy, from 1; counted when a file is loaded. (int)"""
    rule: str | None
    """Name of the rule, such as attendance.certificate. (text; required)"""
    fact: str | None
    """What is looked at, such as recipient.kind; none: a threshold that other rules ask for. (text)"""
    compare: str | None
    """How; none: a threshold. (code; one of threshold, is, is_not, at_least, at_most, less_than, more_than, exists, absent)"""
    value: str | None
    """What it is held against: a number, a word, or words, in lines or separated by commas. (text)"""
    unit: str | None
    """Unit of a number. (text)"""
    regulation: str | None
    """The article. (text)"""
    valid_from: datetime.date | None
    """First day; none: as the policy. (date)"""
    valid_to: datetime.date | None
    """Last day; none: as the policy. (date)"""
    message: str | None
    """What it means, or what to say when it fails, in English. (text)"""
    pesan: str | None
    """What it means, or what to say when it fails, in Indonesian. (text)"""
    only_if: str | None
    """A yes-or-no fact: the condition is asked only where it holds. (text)"""

class SourceRegister(Kind):
    """A list that an agency keeps. (*daftar sumber*)"""
    def __init__(self, *,
                 name: str | None | _Unset = ...,
                 title: str | None | _Unset = ...,
                 agency: int | Kind | None | _Unset = ...,
                 duplicate_free: bool | None | _Unset = ...,
                 **own: Any) -> None: ...
    id: int | None
    """Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. (int; set by the store)"""
    revision: int | None
    """Counts the changes of the record; an update must carry the one it read. (int; set by the store)"""
    name: str | None
    """Short name, such as 'disperin'. (text; required)"""
    title: str | None
    """What the agency calls it. (text)"""
    agency: int | None
    """Who keeps it. (ref)"""
    duplicate_free: bool | None
    """Whether the agency vouches that no enterprise stands on it twice; real lists rarely are. (bool)"""

class Intake(Kind):
    """One reading of one file of a source register. (*penerimaan data*)"""
    def __init__(self, *,
                 register: int | Kind | None | _Unset = ...,
                 file_name: str | None | _Unset = ...,
                 file_hash: str | None | _Unset = ...,
                 list_date: datetime.date | str | None | _Unset = ...,
                 received: datetime.datetime | str | None | _Unset = ...,
                 rows: int | None | _Unset = ...,
                 kept: int | None | _Unset = ...,
                 new: int | None | _Unset = ...,
                 changed: int | None | _Unset = ...,
                 unchanged: int | None | _Unset = ...,
                 missing: int | None | _Unset = ...,
                 suspicious: int | None | _Unset = ...,
                 faults: int | None | _Unset = ...,
                 mapping: str | None | _Unset = ...,
                 sheet: str | None | _Unset = ...,
                 enterprises: int | None | _Unset = ...,
                 persons: int | None | _Unset = ...,
                 groups: int | None | _Unset = ...,
                 products: int | None | _Unset = ...,
                 outlets: int | None | _Unset = ...,
                 totals: int | None | _Unset = ...,
                 passed: int | None | _Unset = ...,
                 region: str | None | _Unset = ...,
                 **own: Any) -> None: ...
    id: int | None
    """Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. (int; set by the store)"""
    revision: int | None
    """Counts the changes of the record; an update must carry the one it read. (int; set by the store)"""
    register: int | None
    """The list. (ref; required)"""
    file_name: str | None
    """Name of the file, without folders. (text)"""
    file_hash: str | None
    """BLAKE2b-256 of the file, hexadecimal: the same file is read once. (text)"""
    list_date: datetime.date | None
    """The day the list speaks of. (date)"""
    received: datetime.datetime | None
    """When it was read. (time; required)"""
    rows: int | None
    """Data rows in the file. (int)"""
    kept: int | None
    """Rows kept. (int)"""
    new: int | None
    """Rows not on the list before. (int)"""
    changed: int | None
    """Rows whose content differs from the last reading. (int)"""
    unchanged: int | None
    """Rows as before. (int)"""
    missing: int | None
    """Rows of the last reading that this one lacks; missing is not closed. (int)"""
    suspicious: int | None
    """Changed rows that may be about somebody else. (int)"""
    faults: int | None
    """Faults found in cells. (int)"""
    mapping: str | None
    """The mapping used, as YAML. (text)"""
    sheet: str | None
    """The only sheet of the workbook that was to be read; without it, all that hold the list. (text)"""
    enterprises: int | None
    """Rows kept that are about an enterprise. (int)"""
    persons: int | None
    """Rows kept that are about a person. (int)"""
    groups: int | None
    """Rows kept that are about a group. (int)"""
    products: int | None
    """Rows kept that are about a product. (int)"""
    outlets: int | None
    """Rows kept that are about an outlet. (int)"""
    totals: int | None
    """Rows that add up others, kept or passed over. (int)"""
    passed: int | None
    """Other rows of the file that are no data, passed over: titles, headers, headings, remarks, signatures. (int)"""
    region: str | None
    """Where villages of rows that name no regency were looked for. (text)"""

class SourceRecord(Kind):
    """One row of a source register as received, with its history; never rewritten by linking or merging. (*baris sumber*)"""
    def __init__(self, *,
                 register: int | Kind | None | _Unset = ...,
                 row_key: str | None | _Unset = ...,
                 intake: int | Kind | None | _Unset = ...,
                 row: int | None | _Unset = ...,
                 line: int | None | _Unset = ...,
                 content_hash: str | None | _Unset = ...,
                 state: str | None | _Unset = ...,
                 nature: str | None | _Unset = ...,
                 scope: str | None | _Unset = ...,
                 business_name: str | None | _Unset = ...,
                 owner_name: str | None | _Unset = ...,
                 nik: str | None | _Unset = ...,
                 nib: str | None | _Unset = ...,
                 sex: str | None | _Unset = ...,
                 born: datetime.date | str | None | _Unset = ...,
                 phone: str | None | _Unset = ...,
                 address: str | None | _Unset = ...,
                 hamlet: str | None | _Unset = ...,
                 village: str | None | _Unset = ...,
                 district: str | None | _Unset = ...,
                 regency: str | None | _Unset = ...,
                 region: str | None | _Unset = ...,
                 activity: str | None | _Unset = ...,
                 product: str | None | _Unset = ...,
                 workers: int | None | _Unset = ...,
                 investment: int | None | _Unset = ...,
                 sales: int | None | _Unset = ...,
                 founded: int | None | _Unset = ...,
                 latitude: float | None | _Unset = ...,
                 longitude: float | None | _Unset = ...,
                 raw: str | None | _Unset = ...,
                 party: int | Kind | None | _Unset = ...,
                 rt: int | None | _Unset = ...,
                 rw: int | None | _Unset = ...,
                 capital: int | None | _Unset = ...,
                 surveyed: datetime.date | str | None | _Unset = ...,
                 sheet: str | None | _Unset = ...,
                 class_reason: str | None | _Unset = ...,
                 **own: Any) -> None: ...
    id: int | None
    """Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. (int; set by the store)"""
    revision: int | None
    """Counts the changes of the record; an update must carry the one it read. (int; set by the store)"""
    register: int | None
    """The list it stands on. (ref; required)"""
    row_key: str | None
    """What names the row within its list across readings: the list's own number, or a digest of who and where. (text; required)"""
    intake: int | None
    """The last reading that had it. (ref; required)"""
    row: int | None
    """Data row in the file of that reading; 1 is the first. (int)"""
    line: int | None
    """Line in the file of that reading. (int)"""
    content_hash: str | None
    """Digest of the row as received. (text)"""
    state: str | None
    """Present in the last reading, missing from it, or withdrawn. (code; one of present, missing, withdrawn)"""
    nature: str | None
    """What the row is about: enterprise, person, group, product, outlet, total. (code; one of enterprise, person, group, product, outlet, total)"""
    scope: str | None
    """Industry, trade, service, unknown. (code; one of industry, trade, service, unknown)"""
    business_name: str | None
    """As received. (text)"""
    owner_name: str | None
    """As received. (text; personal)"""
    nik: str | None
    """The owner's. (text; personal)"""
    nib: str | None
    """The enterprise's. (text)"""
    sex: str | None
    """The owner's. (code; one of male, female)"""
    born: datetime.date | None
    """The owner's. (date; personal)"""
    phone: str | None
    """In the form +62... (text; personal)"""
    address: str | None
    """Street, number, RT/RW, as received. (text; personal)"""
    hamlet: str | None
    """As received. (text)"""
    village: str | None
    """As received. (text)"""
    district: str | None
    """As received. (text)"""
    regency: str | None
    """As received. (text)"""
    region: str | None
    """Kemendagri code, given or resolved from the names; the row is kept when it cannot be resolved. (text)"""
    activity: str | None
    """KBLI class. (text)"""
    product: str | None
    """Product or trade, as received. (text)"""
    workers: int | None
    """Workers. (int)"""
    investment: int | None
    """In rupiah. (money)"""
    sales: int | None
    """Of a year, in rupiah. (money)"""
    founded: int | None
    """Year. (int)"""
    latitude: float | None
    """Degrees north, WGS 84. (real)"""
    longitude: float | None
    """Degrees east, WGS 84. (real)"""
    raw: str | None
    """The row as received: a JSON object from column to cell. (text; personal)"""
    party: int | None
    """The registrant this row stands for, once reconciled. (ref)"""
    rt: int | None
    """Neighbourhood, where the list has it in a column of its own. (int)"""
    rw: int | None
    """Ward, where the list has it in a column of its own. (int)"""
    capital: int | None
    """In rupiah. (money)"""
    surveyed: datetime.date | None
    """The day the row speaks of, if it says so. (date)"""
    sheet: str | None
    """The sheet of a workbook that its line is counted in. (text)"""
    class_reason: str | None
    """By what its nature and its scope were told, two words such as 'name.group kbli.industry'; bina explain says them in sentences. (text)"""

class Pair(Kind):
    """Two source records that may be the same, how likely, and what people decided; a verdict outranks any score. (*pasangan*)"""
    def __init__(self, *,
                 first: int | Kind | None | _Unset = ...,
                 second: int | Kind | None | _Unset = ...,
                 weight: float | None | _Unset = ...,
                 probability: float | None | _Unset = ...,
                 verdict: str | None | _Unset = ...,
                 decided_by: str | None | _Unset = ...,
                 decided_on: datetime.date | str | None | _Unset = ...,
                 reason: str | None | _Unset = ...,
                 evidence: str | None | _Unset = ...,
                 judgements: int | None | _Unset = ...,
                 disputed: bool | None | _Unset = ...,
                 subject: int | Kind | None | _Unset = ...,
                 **own: Any) -> None: ...
    id: int | None
    """Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. (int; set by the store)"""
    revision: int | None
    """Counts the changes of the record; an update must carry the one it read. (int; set by the store)"""
    first: int | None
    """The source record with the smaller id. (ref; required)"""
    second: int | None
    """The source record with the greater id. (ref; required)"""
    weight: float | None
    """Match weight, log2 of the odds. (real)"""
    probability: float | None
    """Probability that they are the same, by the model. (real)"""
    verdict: str | None
    """What people decided; none while open. (code; one of same, same_owner, same_household, member_of, successor_of, different, cannot_tell)"""
    decided_by: str | None
    """Who decided. (text)"""
    decided_on: datetime.date | None
    """When. (date)"""
    reason: str | None
    """Why, in words. (text; personal)"""
    evidence: str | None
    """What speaks for and against, by the model: "owner_name: similar +3.20; village: different -2.10; prior -9.81", in bits. (text)"""
    judgements: int | None
    """How many people judged it; none counts as 0. (int)"""
    disputed: bool | None
    """Whether people judged it otherwise than others, with as many on either side: it stays open until one more judges, or someone settles it. (bool)"""
    subject: int | None
    """Of the verdicts member_of and successor_of: the row that is the member or the successor; none when it was not said. (ref)"""

class Confirmation(Kind):
    """What an agency says of an enterprise when asked; silence is a state. (*konfirmasi*)"""
    def __init__(self, *,
                 agency: int | Kind | None | _Unset = ...,
                 enterprise: int | Kind | None | _Unset = ...,
                 asked: datetime.date | str | None | _Unset = ...,
                 due: datetime.date | str | None | _Unset = ...,
                 answered: datetime.date | str | None | _Unset = ...,
                 answer: str | None | _Unset = ...,
                 answered_by: str | None | _Unset = ...,
                 letter: str | None | _Unset = ...,
                 round: int | None | _Unset = ...,
                 answer_letter: str | None | _Unset = ...,
                 closed_on: datetime.date | str | None | _Unset = ...,
                 moved_to: str | None | _Unset = ...,
                 twin: int | Kind | None | _Unset = ...,
                 remarks: str | None | _Unset = ...,
                 settled: datetime.date | str | None | _Unset = ...,
                 **own: Any) -> None: ...
    id: int | None
    """Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. (int; set by the store)"""
    revision: int | None
    """Counts the changes of the record; an update must carry the one it read. (int; set by the store)"""
    agency: int | None
    """Who is asked. (ref; required)"""
    enterprise: int | None
    """About which enterprise. (ref; required)"""
    asked: datetime.date | None
    """Day of asking. (date; required)"""
    due: datetime.date | None
    """Day by which an answer is asked for. (date)"""
    answered: datetime.date | None
    """Day of the answer; none is silence. (date)"""
    answer: str | None
    """What was answered. (code; one of exists, closed, moved, not_ours, twin_of)"""
    answered_by: str | None
    """Officer who answered. (text)"""
    letter: str | None
    """Number of the letter of asking. (text)"""
    round: int | None
    """Which workbook that was sent: a number of this register. (int)"""
    answer_letter: str | None
    """Number of the letter of the answer. (text)"""
    closed_on: datetime.date | None
    """When it closed, as answered. (date)"""
    moved_to: str | None
    """Where it moved to, as answered. (text; personal)"""
    twin: int | None
    """The enterprise it is a twin of, as answered. (ref)"""
    remarks: str | None
    """What else was answered, in words. (text; personal)"""
    settled: datetime.date | None
    """When somebody here did what the answer proposes, or decided against it; none while that stands open. (date)"""

class Provenance(Kind):
    """Which source a field of a merged record came from, and by which rule. (*asal nilai*)"""
    def __init__(self, *,
                 subject: int | Kind | None | _Unset = ...,
                 field: str | None | _Unset = ...,
                 source: int | Kind | None | _Unset = ...,
                 rule: str | None | _Unset = ...,
                 **own: Any) -> None: ...
    id: int | None
    """Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. (int; set by the store)"""
    revision: int | None
    """Counts the changes of the record; an update must carry the one it read. (int; set by the store)"""
    subject: int | None
    """The record. (ref; required)"""
    field: str | None
    """Name of its field. (text; required)"""
    source: int | None
    """The row whose value won. (ref; required)"""
    rule: str | None
    """The survivorship rule that chose it. (text; required)"""

class Judgement(Kind):
    """What one person said of a pair; the pair's own verdict is what its judgements come to. Changed minds are in the log. (*penilaian*)"""
    def __init__(self, *,
                 pair: int | Kind | None | _Unset = ...,
                 reviewer: str | None | _Unset = ...,
                 verdict: str | None | _Unset = ...,
                 decided: datetime.datetime | str | None | _Unset = ...,
                 reason: str | None | _Unset = ...,
                 settles: bool | None | _Unset = ...,
                 subject: int | Kind | None | _Unset = ...,
                 **own: Any) -> None: ...
    id: int | None
    """Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. (int; set by the store)"""
    revision: int | None
    """Counts the changes of the record; an update must carry the one it read. (int; set by the store)"""
    pair: int | None
    """About which pair. (ref; required)"""
    reviewer: str | None
    """Who says so; "-" where nobody was named. (text; required)"""
    verdict: str | None
    """What was said. (code; required; one of same, same_owner, same_household, member_of, successor_of, different, cannot_tell)"""
    decided: datetime.datetime | None
    """When. (time; required)"""
    reason: str | None
    """Why, in words. (text; personal)"""
    settles: bool | None
    """Whether it was given to settle the pair: it outranks those that were not, and the latest such one counts. (bool)"""
    subject: int | None
    """Of the verdicts member_of and successor_of: the row that is the member or the successor; none when it was not said. (ref)"""

class Statement(Kind):
    """A statement of the register that was issued for signing (Berita Acara Satu Data): it can be printed again to the letter, whatever became of the register since. (*berita acara*)"""
    def __init__(self, *,
                 number: str | None | _Unset = ...,
                 issued: datetime.date | str | None | _Unset = ...,
                 place: str | None | _Unset = ...,
                 office: str | None | _Unset = ...,
                 area: str | None | _Unset = ...,
                 region: str | None | _Unset = ...,
                 scope: str | None | _Unset = ...,
                 signatories: str | None | _Unset = ...,
                 language: str | None | _Unset = ...,
                 true_on: datetime.date | str | None | _Unset = ...,
                 known_at: int | None | _Unset = ...,
                 form: int | None | _Unset = ...,
                 figures_hash: str | None | _Unset = ...,
                 page_hash: str | None | _Unset = ...,
                 **own: Any) -> None: ...
    id: int | None
    """Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. (int; set by the store)"""
    revision: int | None
    """Counts the changes of the record; an update must carry the one it read. (int; set by the store)"""
    number: str | None
    """Number of the letter, such as 500.9/12/2026. (text; required)"""
    issued: datetime.date | None
    """Date on the paper. (date; required)"""
    place: str | None
    """Where it was drawn up. (text)"""
    office: str | None
    """Name of the office at its head. (text)"""
    area: str | None
    """The area it names: Kemendagri code. (text)"""
    region: str | None
    """Only what lies under this region is counted; none: the whole register. (text)"""
    scope: str | None
    """Only this scope is counted; none: every scope, each apart. (code; one of industry, trade, service, unknown)"""
    signatories: str | None
    """Who signs: a line each, 'office held: name (NIP 19...)'; the NIP may be missing. (text)"""
    language: str | None
    """Language of the page that was signed. (code; one of en, id)"""
    true_on: datetime.date | None
    """The day its figures speak of. (date)"""
    known_at: int | None
    """Number of the last commit before it: its figures are those of the register as known then. (int)"""
    form: int | None
    """Which figures a statement of its time shows; 1 is the first form. (int)"""
    figures_hash: str | None
    """BLAKE2b-256 of its counted figures and of what stands above, hexadecimal; printed on the page. (text)"""
    page_hash: str | None
    """BLAKE2b-256 of the page as issued, hexadecimal. (text)"""

class Submission(Kind):
    """What a regency owes the province for a period: its register, or only its counts; when it was due, received, returned with faults, accepted. (*kiriman data*)"""
    def __init__(self, *,
                 region: str | None | _Unset = ...,
                 period: str | None | _Unset = ...,
                 state: str | None | _Unset = ...,
                 due: datetime.date | str | None | _Unset = ...,
                 received: datetime.date | str | None | _Unset = ...,
                 times: int | None | _Unset = ...,
                 nature: str | None | _Unset = ...,
                 rows: int | None | _Unset = ...,
                 faults: int | None | _Unset = ...,
                 intake: int | Kind | None | _Unset = ...,
                 file_name: str | None | _Unset = ...,
                 file_hash: str | None | _Unset = ...,
                 letter: str | None | _Unset = ...,
                 sent_by: str | None | _Unset = ...,
                 decided: datetime.date | str | None | _Unset = ...,
                 decided_by: str | None | _Unset = ...,
                 reason: str | None | _Unset = ...,
                 **own: Any) -> None: ...
    id: int | None
    """Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. (int; set by the store)"""
    revision: int | None
    """Counts the changes of the record; an update must carry the one it read. (int; set by the store)"""
    region: str | None
    """Kemendagri code of the regency or city that submits. (text; required)"""
    period: str | None
    """The year, half, quarter or month it is about: 2026, 2026-H1, 2026-Q3, 2026-11. (text; required)"""
    state: str | None
    """Due, received, returned with faults, accepted; its changes go through one door, and their history is in the log. (code; required; one of due, received, returned, accepted)"""
    due: datetime.date | None
    """Day by which it is asked for; none: it came unasked. (date)"""
    received: datetime.date | None
    """Day the last file came. (date)"""
    times: int | None
    """How often a file came for it. (int)"""
    nature: str | None
    """What the last file held: the rows of a register, or only counts. (code; one of rows, counts)"""
    rows: int | None
    """Rows of the last file that were kept. (int)"""
    faults: int | None
    """Errors found in the last file; warnings are not counted. (int)"""
    intake: int | None
    """The reading of its rows. (ref)"""
    file_name: str | None
    """Name of the last file, without folders. (text)"""
    file_hash: str | None
    """BLAKE2b-256 of the last file, hexadecimal. (text)"""
    letter: str | None
    """Number of the letter it came with, or went back with. (text)"""
    sent_by: str | None
    """Officer of the regency who sent it. (text)"""
    decided: datetime.date | None
    """Day it was returned or accepted. (date)"""
    decided_by: str | None
    """Who returned or accepted it. (text)"""
    reason: str | None
    """Why it was returned, or accepted in spite of faults. (text)"""

class Figure(Kind):
    """A figure somebody stated, as it was said and by whom; it is never added to what is counted from rows. (*angka yang dinyatakan*)"""
    def __init__(self, *,
                 subject: int | Kind | None | _Unset = ...,
                 region: str | None | _Unset = ...,
                 what: str | None | _Unset = ...,
                 unit: str | None | _Unset = ...,
                 scope: str | None | _Unset = ...,
                 category: str | None | _Unset = ...,
                 day_from: datetime.date | str | None | _Unset = ...,
                 day_to: datetime.date | str | None | _Unset = ...,
                 low: int | None | _Unset = ...,
                 high: int | None | _Unset = ...,
                 qualifier: str | None | _Unset = ...,
                 as_stated: str | None | _Unset = ...,
                 speaker: str | None | _Unset = ...,
                 source: str | None | _Unset = ...,
                 validity: str | None | _Unset = ...,
                 **own: Any) -> None: ...
    id: int | None
    """Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. (int; set by the store)"""
    revision: int | None
    """Counts the changes of the record; an update must carry the one it read. (int; set by the store)"""
    subject: int | None
    """The record it came with or is about; none: about a region. (ref)"""
    region: str | None
    """Kemendagri code of the area it is about. (text)"""
    what: str | None
    """What is counted or measured. (code; required; one of count, workers, investment, sales, production, trained, helped, placed)"""
    unit: str | None
    """Enterprises, groups, persons, products, outlets; units do not add. (code; one of enterprise, person, group, product, outlet, total)"""
    scope: str | None
    """Industry, trade, service, unknown. (code; one of industry, trade, service, unknown)"""
    category: str | None
    """A class within the scope, as stated: a KBLI class, a size, a commodity; none: all. (text)"""
    day_from: datetime.date | None
    """First day it speaks of. (date)"""
    day_to: datetime.date | None
    """Last day it speaks of; the same for a state on one day. (date)"""
    low: int | None
    """The figure, or the least it may be. (int)"""
    high: int | None
    """The figure, or the most it may be; none: not said. (int)"""
    qualifier: str | None
    """Exact, about, at least, at most. (code; one of exact, about, at_least, at_most)"""
    as_stated: str | None
    """The words or the cell, such as 'kurang lebih 60'. (text)"""
    speaker: str | None
    """Who stated it. (text)"""
    source: str | None
    """Where: a file and line, a letter, a newspaper. (text)"""
    validity: str | None
    """Declared, confirmed, disputed, replaced by a later one. (code; one of declared, confirmed, disputed, replaced)"""

class Commit(Kind):
    """One change of the register, as a whole: who, when, why; chained by hashes. (*catatan perubahan*)"""
    def __init__(self, *,
                 number: int | None | _Unset = ...,
                 made: datetime.datetime | str | None | _Unset = ...,
                 actor: str | None | _Unset = ...,
                 why: str | None | _Unset = ...,
                 rule: str | None | _Unset = ...,
                 hash: str | None | _Unset = ...,
                 **own: Any) -> None: ...
    id: int | None
    """Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. (int; set by the store)"""
    revision: int | None
    """Counts the changes of the record; an update must carry the one it read. (int; set by the store)"""
    number: int | None
    """Counts the store's commits from 1. (int)"""
    made: datetime.datetime | None
    """When it was made, by the store's clock. (time)"""
    actor: str | None
    """Who made it. (text)"""
    why: str | None
    """Why, in words. (text)"""
    rule: str | None
    """The rule that made it, if a rule did. (text)"""
    hash: str | None
    """BLAKE2b-256 of this commit's head, its changes' commitments and the hash before, hexadecimal. (text)"""

class Change(Kind):
    """What one commit did to one record. (*perubahan*)"""
    def __init__(self, *,
                 commit_number: int | None | _Unset = ...,
                 record: int | None | _Unset = ...,
                 action: str | None | _Unset = ...,
                 old: str | None | _Unset = ...,
                 new: str | None | _Unset = ...,
                 salt: str | None | _Unset = ...,
                 commitment: str | None | _Unset = ...,
                 **own: Any) -> None: ...
    id: int | None
    """Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. (int; set by the store)"""
    revision: int | None
    """Counts the changes of the record; an update must carry the one it read. (int; set by the store)"""
    commit_number: int | None
    """The commit. (int)"""
    record: int | None
    """The id of the record, which may be gone. (int)"""
    action: str | None
    """Added, updated, removed, erased. (code; one of add, update, remove, erase)"""
    old: str | None
    """Fields that changed, before: a JSON object; none after erasure. (text; personal)"""
    new: str | None
    """Fields that changed, after: a JSON object; none after erasure. (text; personal)"""
    salt: str | None
    """Random, hexadecimal: hides the values behind the commitment once erased. (text)"""
    commitment: str | None
    """Keyed BLAKE2b of record, action, old and new, hexadecimal. (text)"""

class Store(Kind):
    """A register file and the office that keeps it. (*berkas register*)"""
    def __init__(self, *,
                 number: int | None | _Unset = ...,
                 uuid: str | None | _Unset = ...,
                 office: str | None | _Unset = ...,
                 created: datetime.datetime | str | None | _Unset = ...,
                 **own: Any) -> None: ...
    id: int | None
    """Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. (int; set by the store)"""
    revision: int | None
    """Counts the changes of the record; an update must carry the one it read. (int; set by the store)"""
    number: int | None
    """18 bits, part of every id it issues. (int)"""
    uuid: str | None
    """Drawn when the file was made; tells copies apart. (text)"""
    office: str | None
    """The office that keeps it, such as '52.03/1'. (text)"""
    created: datetime.datetime | None
    """When the file was made. (time)"""

class Step(Kind):
    """One step of a lifecycle: which state a record left and which it entered, on which day, why, and on which paper. Written by the store alone. (*langkah*)"""
    def __init__(self, *,
                 subject: int | Kind | None | _Unset = ...,
                 verb: str | None | _Unset = ...,
                 left: str | None | _Unset = ...,
                 entered: str | None | _Unset = ...,
                 taken: datetime.date | str | None | _Unset = ...,
                 reason: str | None | _Unset = ...,
                 note: str | None | _Unset = ...,
                 paper: int | Kind | None | _Unset = ...,
                 actor: str | None | _Unset = ...,
                 **own: Any) -> None: ...
    id: int | None
    """Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. (int; set by the store)"""
    revision: int | None
    """Counts the changes of the record; an update must carry the one it read. (int; set by the store)"""
    subject: int | None
    """The record that took the step. (ref; required)"""
    verb: str | None
    """The transition, such as approve. (text; required)"""
    left: str | None
    """The state it left; none when it was added. (text)"""
    entered: str | None
    """The state it entered. (text; required)"""
    taken: datetime.date | None
    """The day it was taken. (date; required)"""
    reason: str | None
    """Why, as a code. (code; one of pandemic, material, death, debt, market, capital, season, moved, disaster, damaged, stolen, expired, quality, low_sales, price, supply, illness, other_work, owner_request, office_decision, agreement_ended, licence_ended, outlet_closed, tender_failed, no_budget, no_answer, not_eligible, duplicate, agreed, mistake, due, law, other, replaced)"""
    note: str | None
    """Why, in words. (text; personal)"""
    paper: int | None
    """The paper that orders or proves it. (ref)"""
    actor: str | None
    """Who took it. (text)"""

class Tables:
    """What a register has for every kind: its table, under the kind's plural."""
    def table(self, kind: Any) -> Any: ...
    @property
    def regions(self) -> Table[Region]:
        """An administrative area of Indonesia by its Kemendagri code: province, regency or city, district, village. Served from the reference tables, with editions. (*wilayah*)"""
    @property
    def successions(self) -> Table[Succession]:
        """What became of an area between two editions: renamed, moved, split or merged. (*perubahan wilayah*)"""
    @property
    def industries(self) -> Table[Industry]:
        """A class of the Indonesian standard industrial classification (KBLI), with its edition. (*lapangan usaha*)"""
    @property
    def commodities(self) -> Table[Commodity]:
        """What an area makes or could make: ikat cloth, furniture, cashew. (*komoditas*)"""
    @property
    def potentials(self) -> Table[Potential]:
        """What a region has: a natural resource, a skill, or a commodity declared its flagship. (*potensi daerah*)"""
    @property
    def persons(self) -> Table[Person]:
        """A human being. Many have one name only. (*orang*)"""
    @property
    def households(self) -> Table[Household]:
        """People on one family card (KK): the unit in which double help is counted. (*keluarga*)"""
    @property
    def enterprises(self) -> Table[Enterprise]:
        """A business: home industry, IKM or UMKM. Its name may be missing: home industries often have none. (*usaha*)"""
    @property
    def ownerships(self) -> Table[Ownership]:
        """Who owns, manages or inherited an enterprise, and from when to when. (*kepemilikan*)"""
    @property
    def sites(self) -> Table[Site]:
        """A place where an enterprise works: home, stall, sentra, or none fixed. (*tempat usaha*)"""
    @property
    def contacts(self) -> Table[Contact]:
        """A phone number or other way to reach a party; often somebody else's. (*kontak*)"""
    @property
    def identifiers(self) -> Table[Identifier]:
        """A number some system gave a party: NPWP, SIINas account, an agency's own row number. (*nomor identitas*)"""
    @property
    def groups(self) -> Table[Group]:
        """People who work together: KUB, weavers, KWT. Equipment often goes to groups only. (*kelompok*)"""
    @property
    def memberships(self) -> Table[Membership]:
        """Who belongs to a group, in which role, from when to when. (*keanggotaan*)"""
    @property
    def sentras(self) -> Table[Sentra]:
        """An industrial cluster: at least five units in one place with the same product, material or process (PP 29/2018 Art. 1). (*sentra*)"""
    @property
    def organisations(self) -> Table[Organisation]:
        """A body that is neither a small enterprise nor a group: agency, university, retailer, bank, craft council. (*lembaga*)"""
    @property
    def partnerships(self) -> Table[Partnership]:
        """Two parties who work together: supplier, offtaker, mentor. (*kemitraan*)"""
    @property
    def consents(self) -> Table[Consent]:
        """What a person allowed to be done with their data (UU 27/2022), and when they took it back. (*persetujuan*)"""
    @property
    def licences(self) -> Table[Licence]:
        """A permit or mark: PIRT, BPOM MD, halal, brand, SNI. The NIB of an enterprise stands on the enterprise. (*legalitas*)"""
    @property
    def documents(self) -> Table[Document]:
        """A paper that proves something: letter, decree (SK), handover minutes (BAST), photo. (*dokumen*)"""
    @property
    def products(self) -> Table[Product]:
        """A thing an enterprise or group makes and sells; the unit that stands on a shelf. (*produk*)"""
    @property
    def outlets(self) -> Table[Outlet]:
        """One shop of a retailer. (*gerai*)"""
    @property
    def agreements(self) -> Table[Agreement]:
        """What a retailer and an office or maker agreed: terms, period, quota. (*kesepakatan*)"""
    @property
    def curations(self) -> Table[Curation]:
        """One look at a product for a retailer: passed, returned, rejected. (*kurasi*)"""
    @property
    def listings(self) -> Table[Listing]:
        """A product accepted by a chain. (*pendaftaran di ritel*)"""
    @property
    def placements(self) -> Table[Placement]:
        """A listed product on the shelf of a shop, or of all shops of a chain. (*penempatan*)"""
    @property
    def sales(self) -> Table[Sale]:
        """What was delivered, sold and returned of a product in a period. (*penjualan*)"""
    @property
    def settlements(self) -> Table[Settlement]:
        """Money that came for sales. (*pelunasan*)"""
    @property
    def leads(self) -> Table[Lead]:
        """A buyer's interest in a product. (*minat pembeli*)"""
    @property
    def funds(self) -> Table[Fund]:
        """Money of one source and fiscal year with a ceiling that commitments may not pass. (*sumber dana*)"""
    @property
    def commitments(self) -> Table[Commitment]:
        """What a grant, batch or other work takes from a fund. Planned, then committed when the work is approved, then spent or released. (*ikatan dana*)"""
    @property
    def loans(self) -> Table[Loan]:
        """A credit that was referred to a bank (KUR): no grant, and told beside grants. (*kredit*)"""
    @property
    def programmes(self) -> Table[Programme]:
        """Work of one or several agencies for a purpose: training, equipment, market. (*program*)"""
    @property
    def programme_parties(self) -> Table[ProgrammeParty]:
        """What an organisation is to a programme: several run it together. (*pihak program*)"""
    @property
    def targets(self) -> Table[Target]:
        """What a programme means to reach: so many of a unit, in a region and year. (*sasaran*)"""
    @property
    def topics(self) -> Table[Topic]:
        """Something that can be taught or helped with: sewing masks, roasting cashew, PIRT. (*materi*)"""
    @property
    def batches(self) -> Table[Batch]:
        """One run of an activity of a programme with its participants: a training batch, a fair, help with permits. (*angkatan*)"""
    @property
    def lessons(self) -> Table[Lesson]:
        """One meeting of a batch: theory or practice, so many hours. (*pertemuan*)"""
    @property
    def enrolments(self) -> Table[Enrolment]:
        """A participant's place in a batch, from application to completion. (*kepesertaan*)"""
    @property
    def attendances(self) -> Table[Attendance]:
        """Whether a participant was at a lesson. (*presensi*)"""
    @property
    def assessments(self) -> Table[Assessment]:
        """A test or evaluation of a participant. (*penilaian*)"""
    @property
    def certificates(self) -> Table[Certificate]:
        """A certificate given to a participant, with a number and a code by which anyone can verify it. (*sertifikat*)"""
    @property
    def assignments(self) -> Table[Assignment]:
        """Who trains, mentors or supports a batch or a participant, and when. (*penugasan*)"""
    @property
    def interests(self) -> Table[Interest]:
        """What a party wants to learn or be helped with, as they said. (*minat*)"""
    @property
    def nominations(self) -> Table[Nomination]:
        """A participant proposed for a batch, with the reasons kept. (*usulan peserta*)"""
    @property
    def visits(self) -> Table[Visit]:
        """A visit to those who were trained or helped: planned, held or skipped. (*kunjungan*)"""
    @property
    def actions(self) -> Table[Action]:
        """What was agreed to be done, by whom, until when. (*tindak lanjut*)"""
    @property
    def outcomes(self) -> Table[Outcome]:
        """What came of training or help, claimed by one officer and verified by another. (*hasil*)"""
    @property
    def grants(self) -> Table[Grant]:
        """Help given to a recipient: equipment, material, cash or service; from proposal to after-care. (*bantuan*)"""
    @property
    def grant_items(self) -> Table[GrantItem]:
        """One line of a grant: an item, how many, at what price. (*rincian bantuan*)"""
    @property
    def handovers(self) -> Table[Handover]:
        """A part of a grant handed over on a day, on the paper that proves it (BAST). (*serah terima*)"""
    @property
    def receipts(self) -> Table[Receipt]:
        """What the recipient says afterwards: received, not received, with issues. (*konfirmasi penerima*)"""
    @property
    def assets(self) -> Table[Asset]:
        """A tool or machine that was granted, one by one, with a tag. (*alat*)"""
    @property
    def custodies(self) -> Table[Custody]:
        """Who holds a tool, and which person answers for it, from when to when. (*pemegang alat*)"""
    @property
    def surveys(self) -> Table[Survey]:
        """One round of looking at the tools that were granted. (*survei*)"""
    @property
    def inspections(self) -> Table[Inspection]:
        """What a survey found of one tool. (*pemeriksaan alat*)"""
    @property
    def repairs(self) -> Table[Repair]:
        """A repair of a tool. (*perbaikan*)"""
    @property
    def material_issues(self) -> Table[MaterialIssue]:
        """Material given to a maker to be made into something. (*penyerahan bahan*)"""
    @property
    def output_receipts(self) -> Table[OutputReceipt]:
        """What a maker brought back: so many accepted, so many rejected. (*penerimaan hasil*)"""
    @property
    def buy_backs(self) -> Table[BuyBack]:
        """What the office bought of the accepted output, at which price. (*pembelian kembali*)"""
    @property
    def distributions(self) -> Table[Distribution]:
        """Where the output went: to a body, or to a class of people. (*penyaluran*)"""
    @property
    def periods(self) -> Table[Period]:
        """A stretch of time that is reported on, and can be locked. (*masa laporan*)"""
    @property
    def observations(self) -> Table[Observation]:
        """What is known of an enterprise in a period: turnover, production, workers; with how it is known. (*pengamatan*)"""
    @property
    def policies(self) -> Table[Policy]:
        """A dated set of rules the office works by, with the regulation it rests on. (*kebijakan*)"""
    @property
    def policy_rules(self) -> Table[PolicyRule]:
        """One rule of a policy: a threshold, or a condition on a fact. (*butir kebijakan*)"""
    @property
    def source_registers(self) -> Table[SourceRegister]:
        """A list that an agency keeps. (*daftar sumber*)"""
    @property
    def intakes(self) -> Table[Intake]:
        """One reading of one file of a source register. (*penerimaan data*)"""
    @property
    def source_records(self) -> Table[SourceRecord]:
        """One row of a source register as received, with its history; never rewritten by linking or merging. (*baris sumber*)"""
    @property
    def pairs(self) -> Table[Pair]:
        """Two source records that may be the same, how likely, and what people decided; a verdict outranks any score. (*pasangan*)"""
    @property
    def confirmations(self) -> Table[Confirmation]:
        """What an agency says of an enterprise when asked; silence is a state. (*konfirmasi*)"""
    @property
    def provenances(self) -> Table[Provenance]:
        """Which source a field of a merged record came from, and by which rule. (*asal nilai*)"""
    @property
    def judgements(self) -> Table[Judgement]:
        """What one person said of a pair; the pair's own verdict is what its judgements come to. Changed minds are in the log. (*penilaian*)"""
    @property
    def statements(self) -> Table[Statement]:
        """A statement of the register that was issued for signing (Berita Acara Satu Data): it can be printed again to the letter, whatever became of the register since. (*berita acara*)"""
    @property
    def submissions(self) -> Table[Submission]:
        """What a regency owes the province for a period: its register, or only its counts; when it was due, received, returned with faults, accepted. (*kiriman data*)"""
    @property
    def figures(self) -> Table[Figure]:
        """A figure somebody stated, as it was said and by whom; it is never added to what is counted from rows. (*angka yang dinyatakan*)"""
    @property
    def commits(self) -> Table[Commit]:
        """One change of the register, as a whole: who, when, why; chained by hashes. (*catatan perubahan*)"""
    @property
    def changes(self) -> Table[Change]:
        """What one commit did to one record. (*perubahan*)"""
    @property
    def stores(self) -> Table[Store]:
        """A register file and the office that keeps it. (*berkas register*)"""
    @property
    def steps(self) -> Table[Step]:
        """One step of a lifecycle: which state a record left and which it entered, on which day, why, and on which paper. Written by the store alone. (*langkah*)"""

__all__ = [
    'Kind',
    'Region',
    'Succession',
    'Industry',
    'Commodity',
    'Potential',
    'Person',
    'Household',
    'Enterprise',
    'Ownership',
    'Site',
    'Contact',
    'Identifier',
    'Group',
    'Membership',
    'Sentra',
    'Organisation',
    'Partnership',
    'Consent',
    'Licence',
    'Document',
    'Product',
    'Outlet',
    'Agreement',
    'Curation',
    'Listing',
    'Placement',
    'Sale',
    'Settlement',
    'Lead',
    'Fund',
    'Commitment',
    'Loan',
    'Programme',
    'ProgrammeParty',
    'Target',
    'Topic',
    'Batch',
    'Lesson',
    'Enrolment',
    'Attendance',
    'Assessment',
    'Certificate',
    'Assignment',
    'Interest',
    'Nomination',
    'Visit',
    'Action',
    'Outcome',
    'Grant',
    'GrantItem',
    'Handover',
    'Receipt',
    'Asset',
    'Custody',
    'Survey',
    'Inspection',
    'Repair',
    'MaterialIssue',
    'OutputReceipt',
    'BuyBack',
    'Distribution',
    'Period',
    'Observation',
    'Policy',
    'PolicyRule',
    'SourceRegister',
    'Intake',
    'SourceRecord',
    'Pair',
    'Confirmation',
    'Provenance',
    'Judgement',
    'Statement',
    'Submission',
    'Figure',
    'Commit',
    'Change',
    'Store',
    'Step',
]
