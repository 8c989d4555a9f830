import sys

import bina

with bina.open(sys.argv[1]) as register:
    register.enterprises.add(name="Tenun Ikat Lestari", region="52.03.05.2001", workers=3)
    for shop in register.enterprises.where(region__under="52.03").order_by("name"):
        print(f"{shop.name}: {shop.workers} workers")
