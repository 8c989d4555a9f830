import bina

result = bina.link("disperin.csv", "diskop.csv")     # files, data frames, or lists of dicts
for pair in result.pairs:
    print(f"{pair.list_a} {pair.row_a} is {pair.list_b} {pair.row_b}: {pair.probability:.3f}")
for reason in result.explain("disperin.csv", 5, "diskop.csv", 4):
    print(f"{reason.weight:+6.2f}  {reason.reason}")
for twin in result.match({"Nama Usaha": "Kerupuk Mawar", "Pemilik": "Siti Aminah", "Desa": "Labuhan Haji"}):
    print("it may be", twin.list, twin.row)
result.save("model.yaml")
