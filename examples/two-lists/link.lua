local bina = require "bina"

local result = bina.link{"disperin.csv", "diskop.csv"}  -- files, views, or lists of tables
for pair in result:pairs() do
  print(("%s %d is %s %d: %.3f"):format(pair.list_a, pair.row_a, pair.list_b, pair.row_b, pair.probability))
end
for reason in result:explain("disperin.csv", 5, "diskop.csv", 4) do
  print(("%+6.2f  %s"):format(reason.weight, reason.reason))
end
for twin in result:match{["Nama Usaha"] = "Kerupuk Mawar", Pemilik = "Siti Aminah", Desa = "Labuhan Haji"} do
  print("it may be " .. twin.list .. " " .. twin.row)
end
result:save("model.yaml")
