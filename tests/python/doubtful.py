"""A register with three doubtful pairs, for the tests of reviewing."""

import bina

DINAS = """\
NAMA USAHA;NAMA PEMILIK;NIK;DESA;KECAMATAN;KABUPATEN;NO HP;TAHUN BERDIRI
Tenun Lestari;Inaq Sari;5203014101800001;Pringgasela;Pringgasela;Lombok Timur;081805310477;2010
Bambu Jaya;Amaq Toni;;Loyok;Sikur;Lombok Timur;;
Kerupuk Ikan;Baiq Nur;;Tanjung Luar;Keruak;Lombok Timur;081805310499;
"""
KOPERASI = """\
nama_pemilik,usaha,desa,kecamatan,telepon,alamat
Inak Sarii,TENUN,Pringgasela,Pringgasela,081805310478,"Dusun Timuk RT 04, dekat masjid besar di sebelah timur pasar lama"
Toni,Anyaman Jaya,Kembang Kuning,Sikur,,
Lalu Nur,Abon,Tanjung Luar,Keruak,081805310499,
"""
EVIDENCE = ("prior -12.00; owner_name: similar +3.20; phone: one character apart +7.50; "
            "village: equal +6.10; founded: different -2.10")


def make(path):
    """Makes the register; gives the ids of the pairs in the order in which they are asked."""
    folder = path.parent
    (folder / "dinas.csv").write_text(DINAS)
    (folder / "koperasi.csv").write_text(KOPERASI)
    with bina.open(path, office="52.03/1", actor="Petugas") as reg:
        for name in ("dinas", "koperasi"):
            reg.import_csv(folder / f"{name}.csv", list=name)
        rows = {(reg.source_registers[row.register].name, row.row): row.id
                for row in reg.source_records}
        pairs = []
        for number, probability in ((1, .6), (3, .5), (2, .4)):
            first, second = sorted((rows["dinas", number], rows["koperasi", number]))
            pair = reg.pairs.where(first=first, second=second).first()
            if pair is None:
                pair = reg.pairs.add(first=first, second=second)
            pair.probability, pair.weight, pair.evidence = probability, 0.0, EVIDENCE
            reg.pairs.update(pair)
            pairs.append(pair.id)
        assert [review.pair for review in reg.review()] == pairs
    return pairs


def judgements(path):
    """What people said: {(pair, reviewer): (verdict, reason)}."""
    with bina.open(path, mode="read") as reg:
        return {(said.pair, said.reviewer): (said.verdict, said.reason) for said in reg.judgements}
