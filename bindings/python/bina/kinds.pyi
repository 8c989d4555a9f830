# Printed by tools/print_stubs.py from the library's own words: do not edit.

import datetime
from typing import Any

from ._values import _Unset
from .row import Row
from .table import Table

class Kind(Row):
    """A record of a kind the library knows. Make one with its fields as keywords."""
    _description: Any
    def __init__(self, **fields: Any) -> None: ...

BY_NUMBER: dict[int, type[Kind]]
BY_PLURAL: dict[str, type[Kind]]
def class_name(kind_name: str) -> str: ...
def field_doc(description: Any, slot: int) -> str: ...
def wrap(record: Any) -> Row: ...

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
    """What paper it is. (code; required; one of letter, decree, handover, minutes, photo, scan, other)"""
    number: str | None
    """Number on the paper. (text)"""
    dated_on: datetime.date | None
    """Date on the paper. (date)"""
    title: str | None
    """What it says it is about. (text)"""
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
    """Why, in words. (text)"""
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
    """Why, in words. (text)"""
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
    """What is counted or measured. (code; required; one of count, workers, investment, sales, production)"""
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
]
