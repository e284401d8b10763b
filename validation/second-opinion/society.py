"""The persons of the second program at the start: cities, households, ages, habits, ties, as the ODD describes them."""

import math
from collections import namedtuple
from statistics import NormalDist

import numpy as np
from figures import WEEKS, number, numbers, row, table

HOOD = 1024
PATTERNS = 64
HEAD, PARTNER, GROWN, ELDER, CHILD = range(5)
Society = namedtuple("Society", "place town rate")
# Size, children under 15 and elders of a household, and its weight before tilting.
COMPOSITIONS = """1 0 0 .60 | 1 0 1 .40 | 2 0 0 .45 | 2 0 2 .35 | 2 0 1 .12 | 2 1 0 .08 | 3 1 0 .50 | 3 0 0 .30 | 3 0 1 .10
3 0 2 .10 | 4 2 0 .35 | 4 1 1 .30 | 4 0 2 .15 | 4 0 0 .15 | 4 1 2 .05 | 5 1 2 .40 | 5 2 1 .30 | 5 1 1 .15 | 5 2 0 .15
6 2 2 .60 | 6 1 2 .25 | 6 3 1 .15 | 7 2 2 .60 | 7 3 2 .40""".replace("\n", " | ")
COMPOSITIONS = [[float(part) for part in row.split()] for row in COMPOSITIONS.split("|")]


def tilted(households):
    """Shares of the compositions among all households that give the sizes and, by the least tilt, the ages."""
    size, children, elders, weight = np.array(COMPOSITIONS).T
    sizes = np.array(numbers(households["sizes"]))
    sizes /= sizes.sum()
    mean = (sizes * np.arange(1, 8)).sum()
    wanted = mean * np.array([number(households["children"]), number(households["elders"])])
    tilt = np.zeros(2)
    for _ in range(100):
        raw = weight * np.exp(tilt[0] * children + tilt[1] * elders)
        within = np.array([raw[size == one].sum() for one in size])
        share = sizes[size.astype(int) - 1] * raw / within
        traits = np.stack([children, elders])
        off = wanted - traits @ share
        if abs(off).max() < 1e-12:
            break
        centred = traits - np.array([[(traits * raw)[row, size == one].sum() for one in size] for row in (0, 1)]) / within
        tilt = tilt + np.linalg.solve((centred * share) @ centred.T, off)
    return share, mean


def tiles(households, rng):
    """Places of 64 neighbourhoods: composition, and first place of the household."""
    share, mean = tilted(households)
    exact = share * PATTERNS * HOOD / mean
    count = exact.astype(int)
    rest = np.argsort(count - exact, kind="stable")[: int(PATTERNS * HOOD / mean - count.sum())]
    count[rest] += 1
    deck = list(rng.permutation(np.repeat(np.arange(len(count)), count)))
    kinds, starts = np.zeros(PATTERNS * HOOD, int), np.zeros(PATTERNS * HOOD, int)
    at = 0
    while at < kinds.size:
        room = HOOD - at % HOOD
        fits = next((place for place in reversed(range(len(deck))) if COMPOSITIONS[deck[place]][0] <= room), None)
        kind = 0 if fits is None else deck.pop(fits)
        size = int(COMPOSITIONS[kind][0])
        kinds[at : at + size], starts[at : at + size] = kind, at % HOOD
        at += size
    return kinds.reshape(PATTERNS, HOOD), starts.reshape(PATTERNS, HOOD)


def role(within, adults, elders):
    if within < adults:
        return (HEAD, PARTNER)[within] if within < 2 else GROWN
    if within < adults + elders:
        return (HEAD, PARTNER)[within] if adults == 0 and within < 2 else ELDER
    return CHILD


def is_coupled(role, size, adults, elders):
    if role == HEAD:
        return size > 1 and adults != 1 and (adults >= 2 or elders >= 2)
    return role == PARTNER or role == ELDER and elders == 2


def ages(first, count, size, adults, elders, children, life, share_65, rng):
    """Ages in years of the places of a household, as far as somebody lives there."""
    luck, older = rng.random(count), rng.random(count)
    age = np.zeros(count)
    for at in range(adults + elders, count):
        age[at] = 15 * luck[at]
    eldest = age[adults + elders :].max(initial=0.0)
    for at in range(min(adults, count)):
        u = luck[at]
        if at >= 2:
            age[at] = 15 + (7 if elders else 15) * u
        elif at == 1:
            age[at] = min(max(age[0] - 6 + 8 * u, 18), 59.9)
        elif adults > 2:
            age[at] = 38 + 4 * u if elders else 44 + 16 * u
        elif children:
            age[at] = eldest + 20 + 7 * u if elders else min(eldest + 20 + 18 * u, 59.9)
        else:
            age[at] = 22 + 20 * u if elders else 18 + 42 * u
    for at in range(adults, min(adults + elders, count)):
        tail = number(life["years_beyond_65"])
        age[at] = min(65 - tail * math.log1p(-luck[at]), 100) if older[at] < share_65 else 60 + 5 * luck[at]
    return age


def cities(file, persons, rng):
    """Cities: first person, persons, residents of the real city, chance to be in view of a camera."""
    exponent, blocks = number(file["exponent"]), -(-persons // HOOD)
    cores = []
    for one in file["classes"]:
        low, high, count = one["low"] ** -exponent, one["high"] ** -exponent, int(number(one["count"]))
        quantiles = (np.arange(count)[::-1] + 0.5) / count
        cores.extend((low - quantiles * (low - high)) ** (-1 / exponent))
    cores = np.array(cores)
    hinterland = max(number(file["country"]) - cores.sum(), 0) / cores.size
    residents = cores + hinterland
    if blocks < cores.size:
        middles = (np.arange(blocks) + 0.5) / blocks * residents.sum()
        chosen, units = np.unique(np.searchsorted(np.cumsum(residents), middles, side="right"), return_counts=True)
        residents = residents[chosen]
    else:
        exact = np.maximum(residents / residents.sum() * blocks, 1)
        if (above := (exact - 1).sum()) > 0:
            exact = 1 + (exact - 1) * (blocks - cores.size) / above
        units = exact.astype(int)
        units[np.argsort(units - exact, kind="stable")[: blocks - units.sum()]] += 1
    first = np.concatenate([[0], np.cumsum(units)]) * HOOD
    cameras = number(file["cameras"]) * np.exp(number(file["cameras_spread"]) * rng.standard_normal(units.size))
    in_view = 1 - np.exp(-cameras / number(file["cameras_scale"]))
    return first[:-1], np.minimum(first[1:], persons) - first[:-1], residents, in_view


def traits(society, male, rng):
    """What is drawn of so many persons, once for life: classes of habit, income, opinion, what they can do to appeal."""
    people, file = society["people"], society["habits"]
    share_men = number(people["sex_ratio"]) / (100 + number(people["sex_ratio"]))
    men = number(file["drinkers_men"])
    women = (number(file["drinkers"]) - share_men * men) / (1 - share_men)
    drinks = np.where(male, men, women)
    weekly = np.where(male, number(file["weekly_men"]), number(file["weekly_women"]))
    one, dependent, writes, voice, silent, drives, care, apps, work = rng.random((9, male.size))
    few = number(file["prolific"])
    ordinary = silent >= number(file["never_write"]) / (1 - few)
    parts = {
        "male": male,
        "drinking": np.where(one < weekly, 2 + (dependent < number(file["dependent"])), one < drinks),
        "writing": np.where(writes < few, 2 + (voice < number(file["voice"])), ordinary),
        "care": (care[:, None] >= np.cumsum(numbers(file["care"]))[:3]).sum(1),
        "drives": drives < number(file["drive"]),
        "uses_apps": apps < number(people["uses_apps"]),
        "works": work < sum(numbers(people["sectors"].values())),
        "fifth": rng.integers(0, 5, male.size),
        "support": rng.random(male.size),
        # Whether one knows of appeals, dares to file one, and can pay for it.
        "able": rng.random((male.size, 3)),
    }
    return parts


def groups(of_scope, size, rng):
    """For each person the others of one keyed grouping: those of a scope in a line, cut every `size` places."""
    others = np.full((of_scope.size, size - 1), -1)
    for scope in np.unique(of_scope):
        line = rng.permutation(np.flatnonzero(of_scope == scope))
        for cut in range(0, line.size, size):
            group = line[cut : cut + size]
            for one in group:
                others[one, : group.size - 1] = group[group != one]
    return others


def deaths(life, age):
    """Chance of death in a week by age in years."""
    ageing, grown = number(life["ageing"]), np.exp(number(life["ageing"]) * np.arange(128))
    level = number(life["deaths"]) / 1000 * age.size / np.exp(ageing * np.minimum(age, 127)).sum()
    return -np.expm1(-np.minimum(level * grown, 1) / WEEKS)


def build(resolved, rng):
    """The society at the start: what never changes of a place, and the first person in it."""
    file, persons = resolved["society"], resolved["study"]["persons"]
    people, life = file["people"], file["life"]
    kinds, starts = tiles(file["households"], rng)
    sizes, kids, old, _ = np.array(COMPOSITIONS).T
    blocks = -(-persons // HOOD)
    dealt = np.concatenate([rng.permutation(PATTERNS) for _ in range(-(-blocks // PATTERNS))])[:blocks]
    kind = kinds[dealt].ravel()[:persons]
    home = (starts[dealt] + HOOD * np.arange(blocks)[:, None]).ravel()[:persons]
    size, children, elders = (one[kind].astype(int) for one in (sizes, kids, old))
    adults = size - children - elders
    within = np.arange(persons) - home
    roles = np.array([role(*one) for one in zip(within, adults, elders)])
    coupled = np.array([is_coupled(*one) for one in zip(roles, size, adults, elders)])
    partner = np.full(persons, -1)
    for at in np.flatnonzero(coupled):
        first = home[at] + (adults[at] if roles[at] == ELDER else 0)
        other = 2 * first + 1 - at
        partner[at] = other if other < persons else -1
    # Shares of the tiles as a whole, of which a society may hold a part.
    all_kinds, all_within = kinds.ravel(), (np.arange(HOOD) - starts).ravel()
    all_adults = (sizes - kids - old)[all_kinds]
    all_roles = [role(*one) for one in zip(all_within, all_adults, old[all_kinds])]
    share = np.mean([is_coupled(*one) for one in zip(all_roles, sizes[all_kinds], all_adults, old[all_kinds])])
    male_all = number(people["sex_ratio"]) / (100 + number(people["sex_ratio"]))
    male_outside = (male_all - share / 2) / (1 - share)
    second = np.where(roles == ELDER, within > adults, within == 1)
    male = np.where(coupled, ~second, rng.random(persons) < male_outside)
    # Those who are born take the next of these.
    births = traits(file, rng.random(1 << 14) < male_outside, rng)
    age = np.zeros(persons)
    share_65 = number(life["over_65"]) / number(file["households"]["elders"])
    for first in np.unique(home):
        count = min(size[first], persons - first)
        parts = (size[first], adults[first], elders[first], children[first])
        age[first : first + count] = ages(first, count, *parts, life, share_65, rng)
    born = -np.maximum((age * WEEKS).astype(int), 1)
    in_city, in_all, residents, in_view = cities(file["cities"], persons, rng)
    city = np.repeat(np.arange(in_all.size), in_all)
    share_of_looks = np.array(numbers(file["identification"]["looks"]))
    looks = rng.choice(3, persons, p=share_of_looks / share_of_looks.sum())
    layers = {"kin": [], "friend": [], "colleague": []}
    for one in file["ties"]:
        scope = city if one["scope"] == "city" else np.arange(persons) // HOOD
        if one["tie"] in layers:
            if number(one["keep"]) != 1:
                raise SystemExit("the second program keeps every tie")
            rounds = range(int(number(one.get("rounds", 1))))
            layers[one["tie"]] += [groups(scope, int(number(one["group"])), rng) for _ in rounds]
    divorces, marriages = number(life["divorces"]) / 1000, number(life["marriages"]) / 1000
    per_week = lambda rate: -math.expm1(-rate / (share / 2) / WEEKS)
    places = table({
        "home": home, "size": size, "role": roles, "first_partner": partner, "male_at_start": male, "city": city,
        "looks": looks[home], "kin": np.hstack(layers["kin"]), "friends": np.hstack(layers["friend"]),
        "colleagues": np.hstack(layers["colleague"]),
        "namesakes": groups(np.zeros(persons, int), int(number(file["joined_files"]["group"])), rng),
    })  # fmt: skip
    towns = table({"first": in_city, "persons": in_all, "residents": residents, "in_view": in_view})
    rates = row({
        "death": deaths(life, -born // WEEKS),
        "parts": per_week(divorces / 0.9),
        "pairs": per_week(min(divorces, marriages) / 0.1) / 2,
    })  # fmt: skip
    first_ones = {**traits(file, male, rng), "born": born}
    return Society(places, towns, rates), first_ones, table(births)
