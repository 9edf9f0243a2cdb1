using MppDigital.Regencies.Visits.Bookings;

namespace MppDigital.Regencies.Visits.Brokers;

/// <summary>A time is given back and within minutes taken by the same hand for another person: it was sold. A family does it once.</summary>
internal static class HandedOverRule
{
    private static readonly HandKind[] Kinds = [HandKind.Phone, HandKind.Device, HandKind.Proxy, HandKind.Address];

    public static IEnumerable<Finding> Find(Acts acts)
    {
        var freed = Freed(acts);
        var taken = acts.All.Where(s => s.Act is BookingAct.Booked or BookingAct.Moved).ToLookup(s => s.SlotId);
        foreach (var kind in Kinds)
        {
            var isAddress = kind == HandKind.Address;
            foreach (var hand in freed.Where(f => Acts.Hand(f.By, kind).Length > 0).GroupBy(f => Acts.Hand(f.By, kind)))
            {
                if (hand.Count() < BrokerThresholds.HandOvers) continue;
                var handed = hand.Select(f => taken[f.Slot].FirstOrDefault(t => t.At > f.By.At && t.At - f.By.At <= BrokerThresholds.HandOver && t.NikLookup != f.By.NikLookup && Acts.Hand(t, kind) == hand.Key && (!isAddress || IsNew(f.By, t)))).OfType<BookingSignal>().DistinctBy(t => t.Id).ToList();
                var people = Acts.People(handed);
                if (handed.Count < (isAddress ? BrokerThresholds.AddressHandOvers : BrokerThresholds.HandOvers) || people < BrokerThresholds.HandOvers) continue;
                if (isAddress && handed.Count < BrokerThresholds.AddressHandOverShare * hand.Count()) continue;
                yield return new Finding(BrokerRule.HandedOver, kind, hand.Key, people, handed.Count, Acts.Sure(isAddress ? 70 : 85, 3 * (handed.Count - BrokerThresholds.HandOvers)));
            }
        }
    }

    /// <summary>Nothing but the address joins the two: what a browser, telephone or proxy tells already is told once.</summary>
    private static bool IsNew(BookingSignal left, BookingSignal took) => Kinds.Where(k => k != HandKind.Address).All(k => Acts.Hand(left, k) is "" || Acts.Hand(left, k) != Acts.Hand(took, k));

    /// <summary>Times that became free: given back, or left for another one.</summary>
    private static List<(Guid Slot, BookingSignal By)> Freed(Acts acts)
    {
        var freed = new List<(Guid, BookingSignal)>();
        var held = new Dictionary<Guid, Guid>();
        foreach (var signal in acts.All)
        {
            if (signal.Act == BookingAct.Cancelled) freed.Add((signal.SlotId, signal));
            else if (signal.Act == BookingAct.Moved && held.TryGetValue(signal.VisitId, out var left)) freed.Add((left, signal));
            held[signal.VisitId] = signal.SlotId;
        }

        return freed;
    }
}
