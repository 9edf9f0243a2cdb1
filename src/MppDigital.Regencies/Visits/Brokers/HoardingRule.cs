namespace MppDigital.Regencies.Visits.Brokers;

/// <summary>Many times are taken and few are used: a stock. People who change their plans give back one or two.</summary>
internal static class HoardingRule
{
    private static readonly HandKind[] Kinds = [HandKind.Person, HandKind.Phone, HandKind.Device, HandKind.Proxy];

    public static IEnumerable<Finding> Find(Acts acts) =>
        from kind in Kinds
        from hand in acts.BookedBy(kind)
        let booked = hand.Count()
        where booked >= BrokerThresholds.HoardedBookings
        let gone = hand.Count(acts.IsGone)
        where gone >= BrokerThresholds.HoardedGone * booked
        select new Finding(BrokerRule.Hoarding, kind, hand.Key, Acts.People(hand), gone, Acts.Sure(60, (int)(30.0 * gone / booked) + (gone - BrokerThresholds.HoardedBookings)));
}
