"""Two agencies' lists become one register: import, reconcile, report."""

import pytest

import bina

DINAS = """\
NAMA USAHA;NAMA PEMILIK;NIK;DESA;KECAMATAN;KABUPATEN;NO HP
Tenun Lestari;Inaq Sari;5203014101800001;Pringgasela;Pringgasela;Lombok Timur;081805310477
Bambu Jaya;Amaq Toni;;Loyok;Sikur;Lombok Timur;8.52E+10
Kerupuk Ikan;Baiq Nur;;Tanjung Luar;Keruak;Lombok Timur;
"""
KOPERASI = """\
nama_pemilik,usaha,desa,kecamatan,telepon
Inaq Sari,TENUN LESTARI,Pringgasela,Pringgasela,0818-0531-0477
Lalu Gede,Gerabah Penakak,Masbagik Timur,Masbagik,
"""


@pytest.fixture
def lists(tmp_path):
    (tmp_path / "dinas.csv").write_text(DINAS)
    (tmp_path / "koperasi.csv").write_text(KOPERASI)
    return tmp_path


@pytest.fixture
def reg():
    with bina.open(":memory:", office="52.03/1", actor="Petugas") as register:
        yield register


def test_an_import_tells_what_came_and_what_was_wrong(reg, lists):
    imported = reg.import_csv(lists / "dinas.csv", list="dinas", title="Dinas Perindustrian",
                              list_date="2020-11-01")
    assert isinstance(imported.intake, bina.Intake)
    assert (imported.intake.rows, imported.intake.new) == (3, 3)
    assert [(fault.line, fault.rule) for fault in imported.faults] == [(3, "number.damaged")]
    assert reg.source_records.count() == 3
    changed = DINAS.replace("Kerupuk Ikan", "Kerupuk Ikan Tenggiri").replace(
        "Bambu Jaya;Amaq Toni;;Loyok;Sikur;Lombok Timur;8.52E+10\n", "")
    (lists / "dinas.csv").write_text(changed)
    again = reg.import_csv(lists / "dinas.csv", list="dinas").intake
    assert (again.unchanged, again.missing, again.new) == (1, 1, 0)
    assert again.changed + again.suspicious == 1


def test_two_lists_become_one_register(reg, lists):
    reg.import_csv(lists / "dinas.csv", list="dinas")
    reg.import_csv(lists / "koperasi.csv", list="koperasi")
    stages = []
    outcome = reg.reconcile(progress=lambda stage, done, total: stages.append(stage))
    assert (outcome.rows, outcome.enterprises) == (5, 4) and stages
    both = [row for row in reg.report("overlap") if row.number_of_lists == 2]
    assert [row.registrants for row in both] == [1]
    assert reg.persons.where(nik="5203014101800001").count() == 1
    commits = reg.last_commit
    assert reg.reconcile().new == 0 and reg.enterprises.count() == 4
    assert reg.reconcile(dry_run=True).rows == 5 and reg.last_commit >= commits
    assert reg.verify().to_list() == []


def test_a_mapping_can_be_given(reg, lists):
    mapping = bina.guess_mapping(lists / "dinas.csv", bina.SourceRecord)
    mapping.write(lists / "mapping.yaml")
    for given in (mapping, lists / "mapping.yaml"):
        assert reg.import_csv(lists / "dinas.csv", list="dinas", mapping=given).intake.rows == 3
    with pytest.raises(OSError):
        reg.import_csv(lists / "dinas.csv", mapping=lists / "missing.yaml")


def test_a_region_is_put_right_by_importing_again(reg, lists):
    reg.import_csv(lists / "koperasi.csv")
    assert reg.source_records.where(region__under="52.03").count() == 2
    imported = reg.import_csv(lists / "koperasi.csv", region="52.01").intake
    assert (imported.region, imported.changed, imported.missing) == ("52.01", 2, 0)
    assert reg.source_records.where(region__under="52.03").count() == 0
    with pytest.raises(bina.UsageError):
        reg.import_csv(lists / "koperasi.csv", region="Lombok Timur")


def test_all_or_nothing_and_dry_runs_store_nothing(reg, lists):
    assert reg.import_csv(lists / "dinas.csv", dry_run=True).intake.rows == 3
    with pytest.raises(bina.InvalidError) as caught:
        reg.import_csv(lists / "dinas.csv", whole=True)
    assert [fault.line for fault in caught.value.faults] == [3]
    assert reg.source_records.count() == reg.intakes.count() == 0


def test_stopping_leaves_nothing_behind(reg, lists):
    def stop(stage, done, total):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        reg.import_csv(lists / "dinas.csv", progress=stop)
    assert reg.source_records.count() == 0
    reg.import_csv(lists / "dinas.csv")  # the transaction of the stopped one is gone
    with pytest.raises(KeyboardInterrupt):
        reg.reconcile(progress=stop)
    assert reg.enterprises.count() == 0
    assert reg.reconcile().new == 3


def test_people_decide(reg, lists):
    reg.import_csv(lists / "dinas.csv", list="dinas")
    reg.import_csv(lists / "koperasi.csv", list="koperasi")
    reg.reconcile()
    first, second = (reg.source_records.where(business_name=name).first()
                     for name in ("Bambu Jaya", "Kerupuk Ikan"))
    reg.decide_rows(first, second, "same", "pemilik menunjukkan surat")
    pair = reg.pairs.where(verdict="same").first()
    assert pair.decided_by == "Petugas" and pair.reason
    assert reg.reconcile().merged == 1
    merged = reg.enterprises.where(merged_into__null=False).first()
    assert reg.standing(merged).id == merged.merged_into
    reg.decide(pair, "different", "ternyata dua usaha")
    reg.reconcile()
    assert reg.enterprises.where(merged_into=None).count() == 4
    for wrong in (lambda: reg.decide(5, "same"), lambda: reg.decide_rows(first, second, "sama")):
        with pytest.raises(bina.Error):
            wrong()


def test_the_grey_band_is_shown_pair_by_pair(reg, lists):
    reg.import_csv(lists / "dinas.csv", list="dinas")
    (lists / "koperasi.csv").write_text(KOPERASI.replace("Inaq Sari,TENUN LESTARI", "Inaq Sar,TENUN"))
    reg.import_csv(lists / "koperasi.csv", list="koperasi")
    reg.reconcile(settings={"options": {"link": 0.9999999, "review": 0.01}})
    reviews = reg.review()
    assert isinstance(reviews, list) and len(reg.review(1)) == min(1, len(reviews))
    for review in reviews:
        assert reg.pairs[review.pair].verdict is None and 0 <= review.probability <= 1
        assert {row.pair for row in review.fields} == {review.pair}
        review.decide("same")
    assert reg.review() == []


def test_two_reviewers_disagree(reg, lists):
    reg.import_csv(lists / "dinas.csv", list="dinas")
    reg.reconcile()
    first, second = reg.source_records.to_list()[:2]
    reg.decide_rows(first, second, "same", "satu kios")
    pair = reg.pairs.first()
    assert [again.pair for again in reg.review(reviewer="Sri", second=True)] == [pair.id]
    said = reg.decide(pair, "same", reviewer="Sri")
    reg.undo(said, "keliru")
    assert reg.decide(pair, "different", reviewer="Sri") > said
    disputed, = reg.review(disputed=True)
    assert disputed.state == "disputed" and disputed.judgements == 2
    assert {said.reviewer: said.verdict for said in reg.disagreements()} == {
        "Petugas": "same", "Sri": "different"}
    disputed.decide("same_owner", reviewer="Kepala Bidang", settle=True)
    pair = reg.pairs[pair.id]
    assert (pair.verdict, pair.disputed, pair.decided_by) == ("same_owner", False, "Kepala Bidang")
    assert {line.field for line in disputed.lines(mask=True)} >= {"register", "business_name"}
    assert reg.review(region="52.99", second=True, reviewer="Budi") == []
    with pytest.raises(bina.InvalidError):
        disputed.decide("sama")


def test_merging_by_hand_can_be_undone(reg, lists):
    reg.import_csv(lists / "dinas.csv", list="dinas")
    reg.reconcile()
    keep, drop = reg.enterprises.to_list()[:2]
    reg.merge(keep, drop, "satu usaha")
    assert reg.standing(drop).id == keep.id and reg.standing(keep.id).id == keep.id
    reg.unmerge(drop)
    assert reg.standing(drop).id == drop.id
    with pytest.raises(bina.UsageError):
        reg.merge(keep, bina.Enterprise(name="not stored"))
    reasons = reg.explain(keep).to_list()
    assert reasons and all(reason.reason and reason.alasan for reason in reasons)


def test_an_heir_takes_over(reg, lists):
    reg.import_csv(lists / "dinas.csv", list="dinas")
    reg.reconcile()
    owned = reg.ownerships.first()
    heir = reg.persons.add(name="Saprudin")
    reg.succeed(owned.enterprise, heir, on="2021-03-01", reason="meninggal")
    reg.reconcile()
    ties = {tie.party: tie for tie in reg.ownerships.where(enterprise=owned.enterprise)}
    assert str(ties[owned.party].valid_to) == "2021-02-28"
    assert (ties[heir.id].role, str(ties[heir.id].valid_from)) == ("heir", "2021-03-01")
    with pytest.raises(bina.UsageError):
        reg.succeed(owned.enterprise, heir)


def test_a_policy_says_which_list_wins(reg, lists):
    reg.import_csv(lists / "dinas.csv", list="dinas", list_date="2020-11-01")
    reg.import_csv(lists / "koperasi.csv", list="koperasi", list_date="2020-10-01")
    policy = lists / "policy.yaml"
    policy.write_text("survivorship:\n  - {field: business_name, lists: [koperasi, dinas]}\n")
    assert reg.reconcile(survivorship=policy).new == 4
    policy.write_text("survivorship:\n  - {field: busines_name, lists: [dinas]}\n")
    with pytest.raises(bina.InvalidError) as caught:
        reg.reconcile(survivorship=policy)
    assert [fault.line for fault in caught.value.faults] == [2]


def test_the_flow_keeps_no_memory(lists):
    from test_leaks import grows

    def call():
        with bina.open(":memory:", office="52.03/1") as reg:
            list(reg.import_csv(lists / "dinas.csv", list="dinas").faults)
            reg.import_csv(lists / "koperasi.csv", list="koperasi")
            reg.reconcile()
            first, second = reg.source_records.to_list()[:2]
            reg.decide_rows(first, second, "same")
            reg.reconcile(), reg.review(), reg.explain(first, second).to_list()
            reg.review(second=True, reviewer="Sri")[0].lines(mask=True)
            reg.decide_rows(first, second, "different", reviewer="Sri")
            reg.disagreements().to_list()
            reg.export_review(lists / "review.xlsx", disputed=True)
            reg.import_review(lists / "review.xlsx").faults.to_list()
            keep, drop = reg.enterprises.where(merged_into=None).to_list()[:2]
            reg.merge(keep, drop), reg.standing(drop), reg.unmerge(drop)
            reg.succeed(keep, reg.persons.add(name="Saprudin"))
            try:
                reg.import_csv(lists / "missing.csv")
            except bina.Error:
                pass

    assert grows(call, 30) < 2_000_000
