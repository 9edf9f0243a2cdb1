namespace MppDigital.Regencies.Visits.Brokers;

/// <summary>
/// One network address, or the addresses beside it, with many people. A campus, a village office and every mobile provider look like that: only
/// bookings given back far above what people do make it an alarm. Nobody is kept from booking because of it.
/// </summary>
internal static class SharedAddressRule
{
    public static IEnumerable<Finding> Find(Acts acts)
    {
        var addresses = Of(acts, HandKind.Address, BrokerThresholds.AddressPeople).ToList();
        var seen = addresses.Select(f => f.Hand).ToHashSet();
        // A network is told only where no single address of it was.
        var told = acts.Booked.Where(s => seen.Contains(s.AddressLookup)).Select(s => s.NetworkLookup).ToHashSet();
        return addresses.Concat(Of(acts, HandKind.Network, BrokerThresholds.NetworkPeople).Where(f => !told.Contains(f.Hand)));
    }

    private static IEnumerable<Finding> Of(Acts acts, HandKind kind, int least) =>
        from hand in acts.BookedBy(kind)
        let people = Acts.People(hand)
        where people >= least
        let givenBack = (double)hand.Count(acts.IsGivenBack) / hand.Count()
        where givenBack >= BrokerThresholds.AddressGivenBack
        select new Finding(BrokerRule.SharedAddress, kind, hand.Key, people, hand.Count(), Acts.Sure(50, (people - least) + (int)(30 * givenBack)));
}
