using MppDigital.Regencies.Visits.Bookings;

namespace MppDigital.Regencies.Visits.Brokers;

/// <summary>
/// Who acts for others is served by the same member of staff far more often than chance would have it, given who else serves these services. Where
/// one person serves alone there is nothing to see.
/// </summary>
internal static class SameOfficerRule
{
    public static IEnumerable<Finding> Find(Acts acts)
    {
        var served = acts.All.Where(s => s.Act == BookingAct.Served && s.OfficerSub.Length > 0).ToList();
        var hands = served.Select(s => (Signal: s, Hand: HandOf(s))).Where(h => h.Hand.Key.Length > 0).GroupBy(h => h.Hand, h => h.Signal)
            .Where(g => g.Count() >= BrokerThresholds.OfficerVisits && Acts.People(g) >= BrokerThresholds.PhoneCrowd).ToList();
        var byService = served.ToLookup(s => s.Service);
        foreach (var hand in hands)
        {
            var own = hand.Select(s => s.VisitId).ToHashSet();
            var others = hand.Select(s => s.Service).Distinct().SelectMany(service => byService[service]).Where(s => !own.Contains(s.VisitId)).ToList();
            var officer = hand.GroupBy(s => s.OfficerSub).MaxBy(g => g.Count())!;
            // One more visit than were seen, by this officer: a short list proves nothing.
            var share = (others.Count(s => s.OfficerSub == officer.Key) + 1.0) / (others.Count + 1.0);
            if (officer.Count() < BrokerThresholds.OfficerVisits) continue;
            var chance = Math.Min(1, AtLeast(hand.Count(), officer.Count(), share) * hands.Count);
            if (chance < BrokerThresholds.OfficerChance)
                yield return new Finding(BrokerRule.SameOfficer, hand.Key.Kind, hand.Key.Key, Acts.People(officer), officer.Count(), Acts.Sure((int)(100 * (1 - chance)), 0)) { OfficerSub = officer.Key };
        }
    }

    private static (HandKind Kind, string Key) HandOf(BookingSignal s) => s.ProxyLookup.Length > 0 ? (HandKind.Proxy, s.ProxyLookup) : (HandKind.Phone, s.PhoneLookup);

    /// <summary>The probability of at least <paramref name="hits"/> of <paramref name="tries"/>, each with the same chance.</summary>
    internal static double AtLeast(int tries, int hits, double chance)
    {
        if (chance >= 1) return 1;
        var term = Math.Pow(1 - chance, tries);
        var below = 0.0;
        for (var k = 0; k < hits; k++)
        {
            below += term;
            term *= (double)(tries - k) / (k + 1) * chance / (1 - chance);
        }

        return Math.Max(0, 1 - below);
    }
}
