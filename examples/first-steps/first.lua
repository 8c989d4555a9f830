local bina = require "bina"

local register = bina.open(arg[1])
register.enterprises:add{name = "Tenun Ikat Lestari", region = "52.03.05.2001", workers = 3}
for shop in register.enterprises:where{region__under = "52.03"}:order_by("name") do
  print(("%s: %d workers"):format(shop.name, shop.workers))
end
register:close()
